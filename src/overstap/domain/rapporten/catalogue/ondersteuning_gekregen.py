"""Section 6: what stood in the way of the pupil, and which support did the pupil get (article 6)?"""

from dataclasses import replace
from functools import partial

from overstap.domain.rapporten.catalogue import codelijsten
from overstap.domain.rapporten.catalogue.delen import DOCUMENTEN
from overstap.domain.rapporten.catalogue.grondslag import (
    ART_6_A,
    ART_6_B,
    ART_6_C,
    ART_6_D,
    ART_6_E,
)
from overstap.domain.rapporten.catalogue.toekenningen import TOEGEKEND
from overstap.domain.rapporten.catalogue.typen import (
    Alinea,
    Datum,
    Groep,
    JaNee,
    Meerkeuze,
    Rijen,
    Tekst,
)
from overstap.domain.rapporten.catalogue.veld import (
    Bron,
    Categorie,
    Deel,
    Privacyklasse,
    Sectie,
    Veld,
    Voorwaarde,
)

VRAAG_NAAM = "ondersteuningsvraag"
BIJ_ONDERSTEUNING = Voorwaarde(VRAAG_NAAM, (True,))
# What a file from an administration brings, counts as long as nobody said no: OSO does not know the question.
TENZIJ_NEE = Voorwaarde(VRAAG_NAAM, (True, None))

_RELATIE = Deel(
    naam="relatie",
    label="Wat betekent dit voor meedoen en leren op school?",
    lezers="Betekenis voor meedoen en leren op school",
    type=Alinea(600),
    bron=Bron.SCHOOL,
    uitleg="Zonder deze uitleg mag het niet in het rapport.",
    verplicht=True,
    bij_leeg="Schrijf op wat dit betekent voor meedoen en leren op school.",
)


_vastgesteld = partial(
    Deel, verplicht=True, bij_leeg="Vul dit aan in uw leerlingadministratie en haal de gegevens opnieuw op."
)


def _met_relatie(omschrijving: str, bij_leeg: str) -> Groep:
    """A description together with what it means for school; the law wants both or neither."""
    return Groep(
        (
            Deel(
                naam="omschrijving",
                label=omschrijving,
                lezers="Omschrijving",
                type=Alinea(1000),
                bron=Bron.SCHOOL,
                verplicht=True,
                bij_leeg=bij_leeg,
            ),
            _RELATIE,
        )
    )


VRAAG = (
    Veld(
        naam=VRAAG_NAAM,
        label="Kreeg de leerling extra ondersteuning of uitdaging, of is die straks nodig?",
        lezers="Extra ondersteuning of uitdaging",
        type=JaNee(),
        grondslag=ART_6_C,
        privacy=Privacyklasse.GEVOELIG,
        uitleg="Kies ook ja bij een diagnose, bij medicijnen of bij een gebeurtenis of thuissituatie die aandacht "
        "vraagt op school. Is de gewone begeleiding in de klas genoeg? Kies dan nee.",
        waarom="Bij nee is het rapport kort (kOKR): er staat niets over ondersteuning in. Bij ja vragen wij wat de wet "
        "en het samenwerkingsverband nodig hebben.",
        ouders="Of uw kind extra hulp kreeg of nodig heeft",
        verplicht=True,
        bij_leeg="Kies of er extra ondersteuning was of nodig is.",
    ),
)

BELEMMERING = (
    Veld(
        naam="belemmering",
        label="Belemmering bij het leren",
        type=_met_relatie("Wat maakt het leren of meedoen lastig?", "Schrijf op wat het lastig maakt."),
        grondslag=ART_6_A,
        privacy=Privacyklasse.GEVOELIG,
        categorie=Categorie.BIJLAGEN,
        alleen_als=TENZIJ_NEE,
        uitleg="Een diagnose is hier niet nodig.",
        waarom="De wet staat een belemmering alleen toe samen met wat die betekent op school.",
        ouders="Wat het leren voor uw kind lastig maakt",
    ),
    Veld(
        naam="diagnoses",
        label="Diagnoses",
        type=Rijen(
            Groep(
                (
                    Deel(
                        naam="codes",
                        label="Welke diagnose is het?",
                        lezers="Code",
                        type=Meerkeuze(codelijsten.DIAGNOSE),
                        met_de_hand="Kies welke diagnose het is.",
                    ),
                    Deel(naam="naam", label="Diagnose", type=Tekst(), met_de_hand="Vul in welke diagnose het is."),
                    # Only a diagnosis of a third person counts, so it is known when, by whom and where.
                    _vastgesteld(naam="datum", label="Vastgesteld op", type=Datum(), met_de_hand="Vul de dag in."),
                    _vastgesteld(
                        naam="doorwie", label="Vastgesteld door", type=Tekst(), met_de_hand="Vul in wie dit vaststelde."
                    ),
                    _vastgesteld(
                        naam="instantie", label="Instelling", type=Tekst(), met_de_hand="Vul in waar dat gebeurde."
                    ),
                    _RELATIE,
                    DOCUMENTEN,
                )
            ),
            "diagnose",
            maximum=50,
        ),
        grondslag=ART_6_B,
        privacy=Privacyklasse.GEZONDHEID,
        bron=Bron.LAS,
        categorie=Categorie.ONDERSTEUNING,
        alleen_als=TENZIJ_NEE,
        uitleg="De diagnose komt uit uw leerlingadministratie. U schrijft erbij wat die betekent op school.",
        met_de_hand="Alleen een diagnose die een deskundige stelde. Schrijf erbij wat die betekent op school.",
        waarom="De wet staat een diagnose alleen toe als een deskundige die stelde en als die telt op school.",
        ouders="Een diagnose en wat die betekent op school",
    ),
    Veld(
        naam="medicijngebruik",
        label="Gebruikt de leerling medicijnen die van belang zijn voor het leren?",
        lezers="Medicijnen die van belang zijn voor het leren",
        type=JaNee(),
        grondslag=ART_6_B,
        privacy=Privacyklasse.GEZONDHEID,
        categorie=Categorie.ONDERSTEUNING,
        alleen_als=TENZIJ_NEE,
        uitleg="Alleen medicijnen die het leren of meedoen op school raken. Anders laat u dit leeg.",
        waarom="De wet staat gegevens over gezondheid alleen toe als ze tellen op school.",
        ouders="Of uw kind medicijnen gebruikt die tellen bij leren",
    ),
    Veld(
        naam="medicijngebruik_relatie",
        label="Wat betekenen de medicijnen voor meedoen en leren op school?",
        lezers="Betekenis van de medicijnen op school",
        type=Alinea(600),
        grondslag=ART_6_B,
        privacy=Privacyklasse.GEZONDHEID,
        alleen_als=Voorwaarde("medicijngebruik", (True,), en=TENZIJ_NEE),
        ouders="Wat de medicijnen betekenen op school",
        verplicht=True,
        bij_leeg="Schrijf op wat de medicijnen betekenen voor meedoen en leren op school.",
    ),
)

AANDACHTSPUNTEN_THUIS = (
    Veld(
        naam="ingrijpende_gebeurtenis",
        label="Ingrijpende gebeurtenis",
        type=_met_relatie("Welke gebeurtenis vraagt aandacht?", "Schrijf op welke gebeurtenis het is."),
        grondslag=ART_6_D,
        privacy=Privacyklasse.GEVOELIG,
        alleen_als=TENZIJ_NEE,
        uitleg="Alleen als het nu aandacht vraagt op school. Houd het kort.",
        waarom="De wet staat dit alleen toe als aandachtspunt, samen met wat het betekent op school.",
        ouders="Een gebeurtenis waar de school op moet letten",
    ),
    Veld(
        naam="thuissituatie",
        label="Thuissituatie",
        type=_met_relatie(
            "Wat aan de thuissituatie vraagt aandacht?", "Schrijf op wat aan de thuissituatie aandacht vraagt."
        ),
        grondslag=ART_6_E,
        privacy=Privacyklasse.GEVOELIG,
        alleen_als=TENZIJ_NEE,
        uitleg="Alleen als het nu aandacht vraagt op school. Houd het kort.",
        waarom="De wet staat dit alleen toe als aandachtspunt, samen met wat het betekent op school.",
        ouders="Iets van thuis waar de school op moet letten",
    ),
)

GEGEVEN = (
    Veld(
        naam="ondersteuning_gekregen",
        label="Welke ondersteuning kreeg de leerling, en wat leverde die op?",
        lezers="Gekregen ondersteuning en wat die opleverde",
        type=Alinea(2000),
        grondslag=ART_6_C,
        privacy=Privacyklasse.GEVOELIG,
        alleen_als=BIJ_ONDERSTEUNING,
        uitleg="Schrijf op wat er gebeurde, hoe lang, en wat hielp.",
        waarom="De vo-school begint dan met wat al werkte.",
        ouders="Welke hulp uw kind kreeg en wat die opleverde",
        verplicht=True,
        bij_leeg="Schrijf op welke ondersteuning er was en wat die opleverde.",
    ),
    Veld(
        naam="verrijking",
        label="Welke verrijking of verdieping kreeg de leerling?",
        lezers="Gekregen verrijking of verdieping",
        type=Alinea(1000),
        grondslag=ART_6_C,
        alleen_als=TENZIJ_NEE,
        uitleg="Bijvoorbeeld compacten, een plusklas of een eigen project.",
        waarom="De vo-school kan dan doorgaan met wat uitdaagt.",
        ouders="Welke extra uitdaging uw kind kreeg",
    ),
)

SECTIE = Sectie(
    naam="ondersteuning_gekregen",
    titel="Ondersteuning tot nu toe",
    groep="Ondersteuning",
    ouders="Wat lastig was en welke hulp uw kind kreeg",
    inleiding="Schrijf alleen op wat telt voor meedoen en leren op school.",
    opent_met=VRAAG_NAAM,
    velden=VRAAG
    + BELEMMERING
    + AANDACHTSPUNTEN_THUIS
    + GEGEVEN
    + tuple(replace(veld, alleen_als=TENZIJ_NEE) for veld in TOEGEKEND),
)
