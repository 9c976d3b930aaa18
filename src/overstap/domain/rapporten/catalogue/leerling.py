"""Section 1: who is the pupil, who cares for the pupil, and which school wrote the report (article 3)?"""

from dataclasses import replace
from functools import partial

from overstap.domain.rapporten.catalogue import codelijsten
from overstap.domain.rapporten.catalogue.delen import ADRESSEN, COMMUNICATIE, INSTELLING, NAAM_VAN_PERSOON, SCHOOL
from overstap.domain.rapporten.catalogue.grondslag import ART_3_A, ART_3_C, ART_3_D
from overstap.domain.rapporten.catalogue.typen import Datum, Groep, JaNee, Keuze, Rijen, Tekst, Teksten
from overstap.domain.rapporten.catalogue.veld import Bron, Categorie, Deel, Privacyklasse, Sectie, Veld, Voorwaarde

_IN_LAS = "Verbeter dit in uw leerlingadministratie en haal de gegevens opnieuw op."


_van_leerling = partial(
    Veld,
    grondslag=ART_3_A,
    bron=Bron.LAS,
    categorie=Categorie.LEERLING,
    bij_leeg=f"Dit ontbreekt. {_IN_LAS}",
)

PERSOON = (
    _van_leerling(
        naam="voornamen",
        label="Voornamen",
        type=Teksten(),
        ouders="De voornamen van uw kind",
        verplicht=True,
    ),
    _van_leerling(
        naam="voorletters",
        label="Voorletters",
        type=Tekst(20),
        ouders="De voorletters van uw kind",
    ),
    _van_leerling(
        naam="voorvoegsel",
        label="Voorvoegsel",
        type=Tekst(20),
        ouders="Het stukje voor de achternaam van uw kind",
    ),
    _van_leerling(
        naam="achternaam",
        label="Achternaam",
        type=Tekst(),
        ouders="De achternaam van uw kind",
        verplicht=True,
    ),
    _van_leerling(
        naam="roepnaam",
        label="Roepnaam",
        type=Tekst(),
        ouders="De naam waarmee iedereen uw kind roept",
    ),
    _van_leerling(
        naam="geboortedatum",
        label="Geboortedatum",
        type=Datum(),
        ouders="De geboortedatum van uw kind",
        verplicht=True,
    ),
    _van_leerling(
        naam="geslacht",
        label="Geslacht",
        type=Keuze(codelijsten.GESLACHT),
        ouders="Het geslacht van uw kind",
    ),
    _van_leerling(
        naam="leerlingid",
        label="Nummer in de leerlingadministratie",
        type=Tekst(code=True),
        privacy=Privacyklasse.NUMMER,
        ouders="Het nummer van uw kind bij de basisschool",
        verplicht=True,
    ),
    _van_leerling(
        naam="gba",
        label="Naam volgens de gemeente",
        type=Groep(
            (
                Deel(naam="voornamen", label="Voornamen", type=Teksten(), verplicht=True),
                Deel(naam="voorvoegsel", label="Voorvoegsel", type=Tekst(20)),
                Deel(naam="achternaam", label="Achternaam", type=Tekst(), verplicht=True),
                # Text, because the register of the gemeente knows dates with an unknown day or month.
                Deel(naam="geboortedatum", label="Geboortedatum", type=Tekst(10), verplicht=True),
            )
        ),
        ouders="De naam van uw kind zoals de gemeente die kent",
    ),
)

BEREIKBAARHEID = (
    _van_leerling(
        naam="adresgeheim",
        label="Adres is geheim",
        type=JaNee(),
        ouders="Of het adres van uw kind geheim is",
        verplicht=True,
    ),
    _van_leerling(
        naam="adressen",
        label="Adres",
        type=ADRESSEN,
        geheim_als="adresgeheim",
        ouders="Het adres van uw kind",
    ),
    _van_leerling(
        naam="adres_buitenland",
        label="Adres in het buitenland",
        type=Teksten(35, scheiding="\n"),
        geheim_als="adresgeheim",
        ouders="Het adres van uw kind in het buitenland",
    ),
    _van_leerling(
        naam="communicatie",
        label="Telefoon en e-mail van de leerling",
        type=COMMUNICATIE,
        ouders="Telefoon en e-mail van uw kind",
    ),
)

VERZORGERS = (
    Veld(
        naam="verzorgers_aansprakelijk",
        label="De verzorgers zijn verantwoordelijk",
        type=JaNee(),
        grondslag=ART_3_C,
        bron=Bron.LAS,
        categorie=Categorie.OUDERS,
        uitleg="Zo niet, dan is een instelling verantwoordelijk, zoals een voogdijinstelling.",
        ouders="Of u verantwoordelijk bent voor uw kind",
        verplicht=True,
        bij_leeg=f"Dit ontbreekt. {_IN_LAS}",
    ),
    Veld(
        naam="verzorgers",
        label="Ouders en verzorgers",
        type=Rijen(
            Groep(
                (
                    Deel(naam="id", label="Sleutel", type=Tekst(36, code=True), verborgen=True),
                    *NAAM_VAN_PERSOON,
                    Deel(naam="geslacht", label="Geslacht", type=Keuze(codelijsten.GESLACHT)),
                    Deel(naam="adresgeheim", label="Adres is geheim", type=JaNee()),
                    Deel(naam="adressen", label="Adres", type=ADRESSEN, geheim_als="adresgeheim"),
                    Deel(naam="communicatie", label="Telefoon en e-mail", type=COMMUNICATIE),
                    Deel(
                        naam="relatietotkind",
                        label="Wie is dit",
                        lezers="Relatie tot het kind",
                        type=Keuze(codelijsten.RELATIE_TOT_KIND),
                    ),
                    Deel(naam="overleden", label="Overleden", type=JaNee(), stil_bij_nee=True),
                    Deel(
                        naam="wettigevertegenwoordiger",
                        label="Wettelijke vertegenwoordiger",
                        type=JaNee(),
                        verplicht=True,
                    ),
                )
            ),
            "ouder of verzorger",
            maximum=20,
        ),
        grondslag=ART_3_C,
        privacy=Privacyklasse.GEVOELIG,
        bron=Bron.LAS,
        categorie=Categorie.OUDERS,
        ouders="Uw naam en uw gegevens",
        verplicht_als=Voorwaarde("verzorgers_aansprakelijk", (True,)),
        bij_leeg=f"Dit ontbreekt. {_IN_LAS}",
    ),
    Veld(
        naam="aansprakelijke_instelling",
        label="Verantwoordelijke instelling",
        # A secret address of the pupil may be the address of the institution.
        type=Groep(
            tuple(
                replace(deel, geheim_als="adresgeheim") if deel.naam == "adressen" else deel
                for deel in INSTELLING.delen
            )
        ),
        grondslag=ART_3_C,
        privacy=Privacyklasse.GEVOELIG,
        bron=Bron.LAS,
        categorie=Categorie.OUDERS,
        ouders="De instelling die verantwoordelijk is voor uw kind",
        verplicht_als=Voorwaarde("verzorgers_aansprakelijk", (False,)),
        bij_leeg=f"Dit ontbreekt. {_IN_LAS}",
    ),
)

BASISSCHOOL = (
    Veld(
        naam="school",
        label="Basisschool",
        type=SCHOOL,
        grondslag=ART_3_D,
        bron=Bron.LAS,
        categorie=Categorie.SCHOOL,
        ouders="De gegevens van de basisschool",
        verplicht=True,
        bij_leeg=f"Dit ontbreekt. {_IN_LAS}",
    ),
)

SECTIE = Sectie(
    naam="leerling",
    titel="Leerling, ouders en school",
    groep="Gegevens",
    ouders="Wie uw kind is en wie u bent",
    inleiding="Deze gegevens komen uit uw leerlingadministratie. Klopt er iets niet? Verbeter het daar.",
    velden=PERSOON + BEREIKBAARHEID + VERZORGERS + BASISSCHOOL,
)
