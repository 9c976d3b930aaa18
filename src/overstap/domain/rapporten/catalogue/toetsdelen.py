"""Which parts do a test, a list of marks and the doorstroomtoets have?"""

from dataclasses import replace

from overstap.domain.rapporten.catalogue import codelijsten
from overstap.domain.rapporten.catalogue.delen import DOCUMENT, DOCUMENTEN, INSTELLING, SCHOOL
from overstap.domain.rapporten.catalogue.toetsinvoer import Toetsgroep
from overstap.domain.rapporten.catalogue.typen import (
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
from overstap.domain.rapporten.catalogue.veld import Bron, Deel

_TOETSSCORE = Groep(
    (
        Deel(naam="aantalopgaven", label="Opgaven", type=Getal()),
        Deel(naam="aantalgoed", label="Goed", type=Getal()),
        Deel(naam="aantalfout", label="Fout", type=Getal()),
        Deel(naam="aantalgelezen", label="Gelezen", type=Getal()),
        Deel(naam="tijd", label="Tijd", type=Decimaal()),
        Deel(naam="vaardigheidsscore", label="Vaardigheidsscore", type=Decimaal()),
        Deel(naam="codevaardigheidsschaal", technisch=True, label="Schaal", type=Code()),
        Deel(naam="bivlaag", label="Ondergrens", type=Decimaal()),
        Deel(naam="bivhoog", label="Bovengrens", type=Decimaal()),
    )
)

_REFERENTIESCORES = Rijen(
    Groep(
        (
            Deel(
                naam="soort",
                label="Soort score",
                type=Keuze(codelijsten.REFERENTIESCORE),
                verplicht=True,
                onmisbaar=True,
            ),
            Deel(
                naam="vergelijkingsgroep",
                label="Vergeleken met",
                type=Keuze(codelijsten.VERGELIJKINGSGROEP),
                verplicht=True,
                onmisbaar=True,
            ),
            Deel(naam="waarde", label="Waarde", type=Tekst(), verplicht=True),
            Deel(naam="kwalificatie", label="Betekenis", type=Tekst()),
        ),
        opmaak="{soort}: {waarde}, {vergelijkingsgroep}, {kwalificatie}",
    ),
    "score",
    maximum=50,
)

_RESULTAAT = (
    Deel(naam="toetsscore", label="Score", type=_TOETSSCORE),
    Deel(naam="referentiescores", label="Vergelijking", type=_REFERENTIESCORES),
    replace(DOCUMENT, bijzaak=True),
)

_AFGENOMEN_DOOR = Groep(
    (
        Deel(naam="naam", label="Naam", type=Tekst(), verplicht=True),
        Deel(naam="functie", label="Functie", type=Tekst()),
        Deel(naam="instelling", label="Instelling", type=INSTELLING),
        Deel(naam="school", label="School", type=SCHOOL),
    )
)

TOETSEN = Rijen(
    Toetsgroep(
        (
            Deel(
                naam="toetscode",
                technisch=True,
                label="Toetscode",
                type=Code(),
                bijzaak=True,
                verplicht=True,
                code_van="toetsnaam",
            ),
            Deel(naam="leergebied", label="Vak", type=Tekst()),
            Deel(naam="toetsnaam", label="Toets", type=Tekst()),
            Deel(naam="toetsversie", technisch=True, bijzaak=True, label="Versie", type=Tekst()),
            Deel(naam="afnamedatum", label="Gemaakt op", type=Datum(), verplicht=True),
            Deel(naam="jaargroep", label="Groep", type=Keuze(codelijsten.JAARGROEP)),
            Deel(naam="dl", bijzaak=True, label="Maanden onderwijs (DL)", type=Getal()),
            Deel(naam="afgenomen_door", bijzaak=True, label="Afgenomen door", type=_AFGENOMEN_DOOR),
            *_RESULTAAT,
            Deel(
                naam="onderdelen",
                label="Onderdelen",
                bijzaak=True,
                type=Rijen(
                    Groep(
                        (
                            Deel(
                                naam="onderdeelcode",
                                technisch=True,
                                label="Code",
                                code_van="onderdeelnaam",
                                type=Code(),
                                verplicht=True,
                            ),
                            Deel(naam="onderdeelnaam", label="Onderdeel", type=Tekst()),
                            *_RESULTAAT,
                        )
                    ),
                    "onderdeel",
                    maximum=100,
                ),
            ),
            Deel(naam="opmerking", bijzaak=True, label="Opmerking", type=Tekst(2000)),
        )
    ),
    "toets",
)

_SCORE = (
    Deel(naam="waarde", label="Cijfer", type=Tekst()),
    Deel(naam="kwalificatie", label="Betekenis", type=Tekst()),
)

CIJFERLIJSTEN = Rijen(
    Groep(
        (
            Deel(naam="jaargroep", label="Groep", type=Keuze(codelijsten.JAARGROEP), verplicht=True),
            Deel(naam="periode", label="Periode", type=Tekst()),
            Deel(naam="afnamedatum", label="Datum", type=Datum()),
            Deel(
                naam="vakken",
                label="Vakken",
                type=Rijen(
                    Groep(
                        (
                            Deel(naam="naam", label="Vak", type=Tekst(), verplicht=True),
                            Deel(
                                naam="onderdelen",
                                label="Onderdelen",
                                type=Rijen(
                                    Groep(
                                        (
                                            Deel(naam="naam", label="Naam", type=Tekst(), verplicht=True),
                                            *_SCORE,
                                            Deel(naam="afnamedatum", label="Datum", type=Datum()),
                                            Deel(
                                                naam="jaargroep",
                                                label="Groep",
                                                type=Keuze(codelijsten.JAARGROEP),
                                            ),
                                            Deel(naam="periode", label="Periode", type=Tekst()),
                                        ),
                                        opmaak="{naam}: {waarde} {kwalificatie}",
                                    ),
                                    "onderdeel",
                                ),
                            ),
                            Deel(
                                naam="scores",
                                label="Cijfers",
                                type=Rijen(Groep(_SCORE, "{waarde} {kwalificatie}"), "cijfer"),
                                verplicht=True,
                            ),
                        ),
                        opmaak="{naam}: {scores}",
                    ),
                    "vak",
                ),
            ),
        )
    ),
    "cijferlijst",
    maximum=100,
)

_REFERENTIENIVEAU = Deel(naam="referentieniveau", label="Referentieniveau", type=Keuze(codelijsten.REFERENTIENIVEAU))

DOORSTROOMTOETS = Groep(
    (
        Deel(naam="deelgenomen", label="Meegedaan", type=JaNee(), verplicht=True, bron=Bron.ADVIES),
        Deel(naam="ontheffing", label="Hoefde niet mee te doen", type=JaNee(), bron=Bron.ADVIES),
        Deel(naam="aanbieder", label="Toets", type=Keuze(codelijsten.TOETSAANBIEDER), bron=Bron.ADVIES),
        Deel(naam="omschrijving", label="Omschrijving", type=Tekst(), bron=Bron.ADVIES),
        Deel(naam="afgenomen_op", label="Gemaakt op", type=Datum(), bron=Bron.ADVIES),
        Deel(naam="standaardscore", label="Score", type=Getal(0, 1000), bron=Bron.ADVIES),
        Deel(naam="toetsadvies", label="Toetsadvies", type=Keuze(codelijsten.TOETSADVIES), bron=Bron.ADVIES),
        # The words of the file: read where they are none of the six categories.
        Deel(
            naam="toetsadvies_tekst",
            label="Toetsadvies in woorden",
            type=Tekst(1024),
            bron=Bron.ADVIES,
            code_van="toetsadvies",
        ),
        Deel(
            naam="onderdelen",
            label="Onderdelen",
            bron=Bron.ADVIES,
            type=Rijen(
                Groep(
                    (
                        Deel(
                            naam="onderdeel",
                            label="Onderdeel",
                            type=Keuze(codelijsten.TOETSONDERDEEL),
                            verplicht=True,
                        ),
                        Deel(naam="omschrijving", label="Omschrijving", type=Tekst()),
                        _REFERENTIENIVEAU,
                        Deel(
                            naam="domeinen",
                            label="Domeinen",
                            type=Rijen(
                                Groep(
                                    (
                                        Deel(
                                            naam="domein",
                                            label="Domein",
                                            type=Keuze(codelijsten.TOETSDOMEIN),
                                            verplicht=True,
                                        ),
                                        Deel(naam="omschrijving", label="Omschrijving", type=Tekst()),
                                        _REFERENTIENIVEAU,
                                    ),
                                    opmaak="{domein}: {referentieniveau}",
                                ),
                                "domein",
                                maximum=20,
                            ),
                        ),
                    )
                ),
                "onderdeel",
                maximum=20,
            ),
        ),
        DOCUMENTEN,
    )
)
