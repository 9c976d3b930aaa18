"""Section 2: where did the pupil go to school, in which group and when (article 4, lid 1, onder a)?"""

from overstap.domain.rapporten.catalogue import codelijsten, voortgezet
from overstap.domain.rapporten.catalogue.delen import BRIN, VESTIGING
from overstap.domain.rapporten.catalogue.grondslag import ART_4_1_A
from overstap.domain.rapporten.catalogue.typen import Afkorting, Alinea, Code, Datum, Groep, Keuze, Rijen, Tekst
from overstap.domain.rapporten.catalogue.veld import Bron, Categorie, Deel, Sectie, Veld

SCHOOLJAREN = Rijen(
    Groep(
        (
            Deel(
                naam="schooljaar",
                label="Schooljaar",
                type=Tekst(9, r"\d{4}-\d{4}", "Een schooljaar schrijft u zo: 2026-2027."),
                verplicht=True,
            ),
            Deel(
                naam="groepscode",
                technisch=True,
                bijzaak=True,
                code_van="groepsnaam",
                label="Code van de groep",
                type=Tekst(),
                verplicht=True,
            ),
            Deel(naam="groepsnaam", label="Naam van de groep", type=Tekst()),
            Deel(naam="jaargroep", label="Groep", type=Keuze(codelijsten.JAARGROEP), verplicht=True),
            Deel(naam="begindatum", label="Van", type=Datum()),
            Deel(naam="einddatum", label="Tot en met", type=Datum(toekomst=True)),
            Deel(naam="brincode", technisch=True, bijzaak=True, label="BRIN", type=BRIN, verplicht=True),
            Deel(
                naam="vestigingscode", technisch=True, bijzaak=True, label="Vestiging", type=VESTIGING, verplicht=True
            ),
            Deel(naam="schoolsoort", label="Soort school", type=Afkorting(lijst=codelijsten.SCHOOLSOORT)),
            Deel(naam="schooltype", bijzaak=True, label="Type school", type=Afkorting(lijst=codelijsten.SCHOOLTYPE)),
            Deel(
                naam="voelementcode",
                technisch=True,
                bijzaak=True,
                label="Elementcode",
                code_van="voelementomschrijving",
                type=Code(4, r"[0-9]{4}", "Een elementcode heeft 4 cijfers."),
            ),
            Deel(naam="voelementomschrijving", bijzaak=True, label="Element", type=Tekst()),
            Deel(naam="schoolsoortomschrijving", bijzaak=True, label="Omschrijving van de school", type=Tekst()),
        )
    ),
    "schooljaar",
    maximum=50,
)

SECTIE = Sectie(
    naam="schoolloopbaan",
    titel="Schoolloopbaan",
    groep="Gegevens",
    ouders="Op welke scholen en in welke groepen uw kind zat",
    velden=(
        Veld(
            naam="datum_inschrijving",
            label="Eerste schooldag op deze school",
            type=Datum(),
            grondslag=ART_4_1_A,
            bron=Bron.LAS,
            categorie=Categorie.LEERLING,
            ouders="De eerste schooldag van uw kind op deze school",
            verplicht=True,
            bij_leeg="Vul de datum van inschrijving in uw leerlingadministratie in en haal die opnieuw op.",
        ),
        Veld(
            naam="datum_uitschrijving",
            label="Uitgeschreven op",
            type=Datum(toekomst=True),
            grondslag=ART_4_1_A,
            bron=Bron.LAS,
            categorie=Categorie.LEERLING,
            ouders="De laatste dag van uw kind op deze school",
        ),
        Veld(
            naam="startdatum_huidig_onderwijs",
            label="Begonnen in dit soort onderwijs",
            type=Datum(),
            grondslag=ART_4_1_A,
            bron=Bron.LAS,
            categorie=Categorie.LEERLING,
            ouders="Sinds wanneer uw kind dit soort onderwijs volgt",
        ),
        Veld(
            naam="schoolloopbaan",
            label="Schooljaren en groepen",
            type=SCHOOLJAREN,
            grondslag=ART_4_1_A,
            bron=Bron.LAS,
            categorie=Categorie.SCHOOLLOOPBAAN,
            ouders="De scholen en groepen waar uw kind in zat",
            verplicht=True,
            bij_leeg="Er is nog geen schooljaar. Haal de schoolloopbaan op uit uw leerlingadministratie.",
        ),
        Veld(
            naam="schoolloopbaan_toelichting",
            label="Wat is bijzonder aan de schoolloopbaan?",
            lezers="Bijzonderheden in de schoolloopbaan",
            type=Alinea(1200),
            grondslag=ART_4_1_A,
            uitleg="Bijvoorbeeld een jaar overdoen, een jaar overslaan of wisselen van school. "
            "Laat dit leeg als er niets bijzonders is.",
            waarom="De mentor ziet de jaren wel, maar niet waarom ze zo liepen. Schrijf alleen op wat feit is.",
            ouders="Wat bijzonder is aan de schooljaren van uw kind",
        ),
        *voortgezet.LOOPBAAN,
    ),
)
