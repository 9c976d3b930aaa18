"""Section 5: how does the pupil behave, work and feel at school (article 5)?"""

from functools import partial

from overstap.domain.rapporten.catalogue.grondslag import ART_5_1, ART_5_2, ART_5_3
from overstap.domain.rapporten.catalogue.typen import Alinea, Datum, Groep, JaNee, Tekst
from overstap.domain.rapporten.catalogue.veld import Bron, Deel, Privacyklasse, Sectie, Veld, Voorwaarde

_aspect = partial(
    Veld,
    type=Alinea(1000),
    grondslag=ART_5_2,
    privacy=Privacyklasse.GEVOELIG,
    waarom="De wet vraagt gedrag en werkhouding in zes delen te beschrijven. Dit is er een van.",
    verplicht=True,
)

EIGEN_VERHAAL = (
    Veld(
        naam="eigen_verhaal",
        label="Wat vertelt de leerling zelf over school?",
        lezers="Verhaal van de leerling zelf",
        type=Alinea(1000),
        grondslag=ART_5_2,
        privacy=Privacyklasse.GEVOELIG,
        uitleg="Vraag wat goed gaat, wat lastig is en wat helpt. Gebruik de woorden van de leerling.",
        waarom="Een rapport over een leerling begint bij wat de leerling zelf zegt.",
        ouders="Wat uw kind zelf over school vertelt",
    ),
)

ZES_ASPECTEN = (
    _aspect(
        naam="gedrag_contact",
        label="Hoe gaat de leerling om met anderen?",
        lezers="Contact met anderen",
        uitleg="Denk aan klasgenoten, vrienden en leraren.",
        ouders="Hoe uw kind omgaat met anderen",
        bij_leeg="Beschrijf hoe de leerling omgaat met anderen.",
    ),
    _aspect(
        naam="gedrag_spel_en_leren",
        label="Hoe speelt en leert de leerling?",
        lezers="Spelen en leren",
        uitleg="Denk aan samenwerken, nieuwsgierig zijn, beginnen en afmaken.",
        ouders="Hoe uw kind speelt en leert",
        bij_leeg="Beschrijf hoe de leerling speelt en leert.",
    ),
    _aspect(
        naam="gedrag_huiswerk",
        label="Hoe gaat de leerling om met huiswerk?",
        lezers="Huiswerk",
        ouders="Hoe uw kind omgaat met huiswerk",
        bij_leeg="Beschrijf hoe de leerling omgaat met huiswerk. Geeft u geen huiswerk? Schrijf dat op.",
    ),
    _aspect(
        naam="gedrag_concentratie",
        label="Hoe is de concentratie, en zet de leerling door?",
        lezers="Concentratie en doorzetten",
        ouders="Hoe goed uw kind oplet en doorzet",
        bij_leeg="Beschrijf de concentratie en het doorzetten.",
    ),
    _aspect(
        naam="gedrag_zelfstandigheid",
        label="Hoe zelfstandig is de leerling?",
        lezers="Zelfstandigheid",
        uitleg="Denk aan plannen, kiezen en hulp vragen.",
        ouders="Hoe zelfstandig uw kind is",
        bij_leeg="Beschrijf hoe zelfstandig de leerling is.",
    ),
    _aspect(
        naam="gedrag_overig",
        label="Wat is verder van belang over gedrag en werkhouding?",
        lezers="Verder over gedrag en werkhouding",
        uitleg="Is er verder niets? Schrijf dat dan op.",
        ouders="Wat de school verder ziet aan gedrag",
        bij_leeg="Beschrijf wat verder van belang is. Is er niets? Schrijf dat op.",
    ),
    Veld(
        naam="motivatie",
        label="Waar wordt de leerling enthousiast van?",
        lezers="Waar de leerling enthousiast van wordt",
        type=Alinea(600),
        grondslag=ART_5_2,
        waarom="De mentor weet dan hoe de leerling in beweging komt.",
        ouders="Waar uw kind enthousiast van wordt",
    ),
)

SOCIAAL_EMOTIONEEL = (
    Veld(
        naam="sociaal_emotioneel",
        label="Sociaal-emotionele ontwikkeling",
        type=Groep(
            (
                Deel(
                    naam="instrument",
                    label="Instrument",
                    type=Tekst(),
                    bron=Bron.SCHOOL,
                    uitleg="De naam van het leerlingvolgsysteem of de vragenlijst.",
                    verplicht=True,
                    bij_leeg="Schrijf op welk instrument u gebruikte.",
                ),
                Deel(naam="datum", label="Datum", type=Datum(), bron=Bron.SCHOOL),
                Deel(
                    naam="uitkomst",
                    label="Uitkomst",
                    type=Alinea(1000),
                    bron=Bron.SCHOOL,
                    verplicht=True,
                    bij_leeg="Schrijf op wat eruit kwam.",
                ),
                Deel(
                    naam="oordeel",
                    label="Oordeel van de leraar",
                    type=Alinea(1000),
                    bron=Bron.SCHOOL,
                    verplicht=True,
                    bij_leeg="Schrijf op hoe de leraar hier zelf over oordeelt.",
                ),
            )
        ),
        grondslag=ART_5_1,
        privacy=Privacyklasse.GEVOELIG,
        waarom="De wet staat dit alleen toe als het uit een volgsysteem komt én de leraar het zo ziet. "
        "Daarom vragen we beide.",
        ouders="Hoe uw kind zich voelt en met anderen groeit",
    ),
    Veld(
        naam="sociaal_emotioneel_problemen",
        label="Zijn er sociaal-emotionele problemen?",
        lezers="Sociaal-emotionele problemen",
        type=JaNee(),
        grondslag=ART_5_3,
        privacy=Privacyklasse.GEVOELIG,
        waarom="Zijn die er, dan vraagt de wet wat voor problemen het zijn.",
        ouders="Of uw kind zich vaak niet goed voelt",
        verplicht=True,
        bij_leeg="Kies of er sociaal-emotionele problemen zijn.",
    ),
    Veld(
        naam="sociaal_emotioneel_aard",
        label="Wat voor problemen zijn dat?",
        lezers="Aard van de problemen",
        type=Alinea(800),
        grondslag=ART_5_3,
        privacy=Privacyklasse.GEVOELIG,
        alleen_als=Voorwaarde("sociaal_emotioneel_problemen", (True,)),
        uitleg="Beschrijf alleen de aard. Een diagnose hoort in Ondersteuning tot nu toe.",
        ouders="Wat voor problemen dat zijn",
        verplicht=True,
        bij_leeg="Beschrijf wat voor problemen het zijn.",
    ),
)

SECTIE = Sectie(
    naam="gedrag",
    titel="Gedrag en welbevinden",
    groep="Leren en gedrag",
    ouders="Hoe het met uw kind gaat op school",
    velden=EIGEN_VERHAAL + ZES_ASPECTEN + SOCIAAL_EMOTIONEEL,
)
