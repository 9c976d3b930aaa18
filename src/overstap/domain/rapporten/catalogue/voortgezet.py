"""What does a report say of somebody who is at a vo school already (articles 4, lid 1, onder a and b; 6, onder c; 7)?

A basisschool has none of this and OSO lets it send none. It comes with a file from a vo school: what the Besluit names
is kept (internships and work, promotion, results, lwoo, hours of absence), the rest is refused in `elders`.
"""

from functools import partial

from overstap.domain.rapporten.catalogue import codelijsten
from overstap.domain.rapporten.catalogue.delen import DOCUMENT, INSTELLING
from overstap.domain.rapporten.catalogue.grondslag import ART_4_1_A, ART_4_1_B, ART_6_C, ART_7
from overstap.domain.rapporten.catalogue.typen import (
    Alinea,
    Code,
    Datum,
    Decimaal,
    Getal,
    Groep,
    JaNee,
    Keuze,
    Rijen,
    Tekst,
)
from overstap.domain.rapporten.catalogue.typen.lijsten import Decimalen, Teksten
from overstap.domain.rapporten.catalogue.veld import Bron, Categorie, Deel, Privacyklasse, Veld

_uit_vo = partial(Veld, bron=Bron.LAS, categorie=Categorie.VO)
# 366 days of 24 hours: no year has more.
_UREN = Getal(0, 8784)

LOOPBAAN = (
    _uit_vo(
        naam="bevordering",
        label="Bevorderd naar leerjaar",
        type=Groep(
            (
                # Not the list of groups: the official check lets this one follow a list of DUO.
                Deel(naam="leerjaar", label="Leerjaar", type=Tekst()),
                Deel(
                    naam="elementcode",
                    technisch=True,
                    bijzaak=True,
                    label="Elementcode",
                    type=Code(4, r"[0-9]{4}", "Een elementcode heeft 4 cijfers."),
                ),
            )
        ),
        grondslag=ART_4_1_A,
        ouders="Naar welk leerjaar uw kind overging",
    ),
    _uit_vo(
        naam="stages",
        label="Stages en werkervaring",
        type=Rijen(
            Groep(
                (
                    Deel(naam="begindatum", label="Van", type=Datum()),
                    Deel(naam="einddatum", label="Tot en met", type=Datum(toekomst=True)),
                    Deel(naam="soort", label="Soort stage", type=Tekst()),
                    Deel(naam="functie", label="Functie of rol", type=Tekst()),
                    Deel(naam="instelling", label="Waar", type=INSTELLING),
                    Deel(naam="beoordeling", label="Beoordeling", type=Alinea()),
                )
            ),
            "stage",
            maximum=50,
        ),
        grondslag=ART_4_1_A,
        ouders="De stages en het werk van uw kind",
    ),
)

RESULTATEN = (
    _uit_vo(
        naam="examenresultaat",
        label="Uitslag van het examen",
        type=Groep(
            (
                Deel(naam="diploma", label="Diploma", type=Tekst()),
                Deel(naam="jaar", label="Jaar", type=Getal(1900, 2100)),
                Deel(naam="datum", label="Datum van de uitslag", type=Datum()),
                Deel(naam="uitslag", label="Uitslag", type=Keuze(codelijsten.EXAMENUITSLAG)),
            )
        ),
        grondslag=ART_4_1_B,
        ouders="De uitslag van het examen van uw kind",
    ),
    _uit_vo(
        naam="vakken_vo",
        label="Resultaten per vak in het vo",
        type=Rijen(
            Groep(
                (
                    Deel(
                        naam="vakcode",
                        technisch=True,
                        bijzaak=True,
                        label="Code",
                        code_van="vak",
                        type=Code(),
                        verplicht=True,
                    ),
                    Deel(naam="vak", label="Vak", type=Tekst()),
                    Deel(naam="afgerond", label="Afgerond", type=JaNee(), verplicht=True),
                    Deel(naam="afgerond_op", label="Afgerond op", type=Datum()),
                    Deel(naam="examenvak", label="Examenvak", type=JaNee(), verplicht=True),
                    Deel(naam="beoordeling", label="Beoordeling", type=Keuze(codelijsten.BEOORDELING_EXAMENVAK)),
                    Deel(naam="eindcijfer", label="Eindcijfer", type=Getal(0, 1000)),
                    Deel(naam="cijfer_ce", label="Centraal examen", type=Decimaal()),
                    Deel(naam="cijfer_se", label="Schoolexamen", type=Decimaal()),
                    Deel(naam="cijfers_se", label="Cijfers van het schoolexamen", type=Decimalen()),
                    Deel(naam="rapportcijfer", label="Rapportcijfer", type=Decimaal()),
                    Deel(
                        naam="werkstuk",
                        label="Werkstuk",
                        type=Groep(
                            (
                                Deel(naam="titel", label="Titel", type=Tekst(500), verplicht=True),
                                Deel(naam="beoordeling", label="Beoordeling", type=Tekst(), verplicht=True),
                            )
                        ),
                    ),
                )
            ),
            "vak",
            maximum=200,
        ),
        grondslag=ART_4_1_B,
        ouders="De cijfers van uw kind in het voortgezet onderwijs",
    ),
    _uit_vo(
        naam="certificaten",
        label="Certificaten",
        type=Teksten(500, scheiding=", "),
        grondslag=ART_4_1_B,
        ouders="De certificaten die uw kind haalde",
    ),
    _uit_vo(
        naam="competenties",
        label="Competenties",
        type=Rijen(
            Groep(
                (
                    Deel(
                        naam="referentie",
                        technisch=True,
                        bijzaak=True,
                        label="Verwijzing",
                        code_van="beschrijving",
                        type=Code(),
                    ),
                    Deel(naam="categorie", label="Categorie", type=Tekst()),
                    Deel(naam="beschrijving", label="Beschrijving", type=Alinea()),
                    Deel(naam="status", label="Stand", type=Tekst()),
                )
            ),
            "competentie",
            maximum=200,
        ),
        grondslag=ART_4_1_B,
        ouders="Wat uw kind in het vo leerde kunnen",
    ),
)

LWOO = Veld(
    naam="lwoo",
    label="Leerwegondersteuning (lwoo)",
    type=Groep(
        (
            Deel(naam="ingangsdatum", label="Van", type=Datum(toekomst=True), verplicht=True),
            Deel(naam="einddatum", label="Tot en met", type=Datum(toekomst=True)),
            Deel(naam="swvnummer", label="Samenwerkingsverband", type=Tekst(20, code=True), verplicht=True),
            Deel(naam="beschikkingsnummer", label="Nummer van het besluit", type=Tekst(50, code=True), verplicht=True),
            DOCUMENT,
        )
    ),
    grondslag=ART_6_C,
    privacy=Privacyklasse.GEVOELIG,
    bron=Bron.LAS,
    categorie=Categorie.ONDERSTEUNING,
    ouders="De extra hulp die uw kind in het vo kreeg",
)

_uren = partial(
    Veld,
    type=_UREN,
    grondslag=ART_7,
    privacy=Privacyklasse.GEVOELIG,
    bron=Bron.LAS,
    categorie=Categorie.VERZUIM,
)
VERZUIM = (
    _uren(
        naam="verzuim_uren_geoorloofd",
        label="Uren geoorloofd afwezig in het vo",
        ouders="Hoeveel uur uw kind weg was en dat mocht",
    ),
    _uren(
        naam="verzuim_uren_ongeoorloofd",
        label="Uren ongeoorloofd afwezig in het vo",
        ouders="Hoeveel uur uw kind weg was en dat niet mocht",
    ),
)
