"""What travels with a report but is stored elsewhere, and which OSO data are refused, and why?"""

from dataclasses import dataclass

from overstap.domain.rapporten.catalogue.grondslag import (
    ART_2,
    ART_3_A,
    ART_3_B,
    ART_3_C,
    ART_6_C,
    ART_7,
    ART_8,
    AVG_5_1_C,
    AVG_16,
    TOETSBESLUIT_8_3,
    Grondslag,
)
from overstap.domain.rapporten.catalogue.veld import (
    ALLEN,
    VO_EN_OUDERS,
    Bron,
    Categorie,
    Privacyklasse,
    Publiek,
)


@dataclass(frozen=True, kw_only=True)
class Elders:
    """A piece of data that goes along with the report without being part of its content."""

    naam: str
    label: str
    grondslag: Grondslag
    waar: str
    ouders: str
    privacy: Privacyklasse
    bron: Bron
    categorie: Categorie
    zichtbaar_voor: frozenset[Publiek] = ALLEN
    verplicht: bool = False


ELDERS = (
    Elders(
        naam="persoonsnummer",
        label="Burgerservicenummer of onderwijsnummer",
        grondslag=ART_3_B,
        waar="Apart en versleuteld bij de leerling. Nooit in het rapport zelf, nooit naar het samenwerkingsverband.",
        ouders="Het persoonlijke nummer van uw kind",
        privacy=Privacyklasse.NUMMER,
        bron=Bron.LAS,
        categorie=Categorie.LEERLING,
        zichtbaar_voor=VO_EN_OUDERS,
        verplicht=True,
    ),
    Elders(
        naam="zienswijze",
        label="Zienswijze van de ouders",
        grondslag=AVG_16,
        waar="Bij de inzage van de ouder. De school kan de tekst niet veranderen.",
        ouders="Uw eigen mening over het rapport",
        privacy=Privacyklasse.GEVOELIG,
        bron=Bron.SCHOOL,
        categorie=Categorie.BIJLAGEN,
    ),
    Elders(
        naam="bijlagen",
        label="Bijlagen",
        grondslag=ART_2,
        waar="Bij het dossier. Elke bijlage gaat alleen mee als de school dat aangeeft.",
        ouders="De bijlagen die meegaan",
        privacy=Privacyklasse.GEZONDHEID,
        bron=Bron.SCHOOL,
        categorie=Categorie.BIJLAGEN,
    ),
)


@dataclass(frozen=True)
class Geweigerd:
    """An OSO element (or block) that a report does not take, and the article that says so."""

    element: str
    grondslag: Grondslag
    reden: str


GEWEIGERD = (
    Geweigerd("geboorteplaats", ART_3_A, "De geboorteplaats staat niet in de lijst van artikel 3."),
    Geweigerd("nationaliteit", ART_3_A, "De nationaliteit staat niet in de lijst van artikel 3."),
    Geweigerd("geboortemaand", ART_3_A, "De volledige geboortedatum gaat al mee."),
    Geweigerd("postcode4adres", ART_3_A, "Het volledige adres gaat al mee."),
    Geweigerd(
        "leerlinggewicht", ART_3_A, "Het gewicht volgt uit de opleiding van de ouders. Artikel 3 noemt dat niet."
    ),
    Geweigerd("nnca", ART_3_A, "De culturele achtergrond staat niet in de lijst van artikel 3."),
    Geweigerd("tehuis", ART_3_A, "Artikel 6-e vraagt een uitleg. Een vinkje zonder uitleg mag niet."),
    Geweigerd("huisarts", ART_3_A, "De huisarts staat niet in de lijst van artikel 3."),
    Geweigerd("verzorger/banknummer", ART_3_C, "Een bankrekening staat niet in de lijst van artikel 3."),
    Geweigerd("verzorger/iban", ART_3_C, "Een bankrekening staat niet in de lijst van artikel 3."),
    Geweigerd("verzorger/overlijdensdatum", ART_3_C, "De datum is niet nodig om contact te hebben."),
    Geweigerd(
        "onderwijssinds",
        AVG_5_1_C,
        "De datum laat vooral zien wanneer een kind in Nederland kwam. De schooljaren gaan al mee.",
    ),
    Geweigerd("teruggeplaatstnaarbrin", AVG_5_1_C, "De schooljaren laten dit al zien."),
    Geweigerd("vve", AVG_5_1_C, "Voorschoolse en vroegschoolse educatie is niet nodig voor de begeleiding nu."),
    Geweigerd("rvc", ART_6_C, "De regionale verwijzingscommissies bestaan niet meer."),
    Geweigerd("verzuim/frequentie", ART_7, "De dagdelen zeggen genoeg. Het aantal meldingen noemt artikel 7 niet."),
    Geweigerd("verzuim/contactleerplicht", ART_7, "Contact met leerplicht is geen verzuim. Artikel 7 noemt het niet."),
    Geweigerd("verzuim/rmcmelding", ART_7, "Een melding bij het RMC is geen verzuim. Artikel 7 noemt die niet."),
    Geweigerd("verzuim/documentLijst", ART_7, "Een document over verzuim kan de reden noemen, zoals ziekte."),
    Geweigerd(
        "overigvombo",
        ART_2,
        "Een keuze voor een vervolgopleiding en vinkjes over een portfolio staan niet in de lijst van artikel 2.",
    ),
)

# What only a vo school knows of a pupil; OSO forbids a basisschool to send it.
ALLEEN_VAN_HET_VO = Geweigerd(
    "vombo",
    AVG_5_1_C,
    "Dit bestand komt van een basisschool. Gegevens uit het vo zijn daarin niet nodig.",
)

# What a vo school may know and a samenwerkingsverband may not; the names are those of the velden and of ELDERS.
NIET_VOOR_SWV = (
    Geweigerd("persoonsnummer", ART_8, "Het persoonlijke nummer gaat alleen van school naar school."),
    Geweigerd(
        "doorstroomtoets",
        TOETSBESLUIT_8_3,
        "De uitslag van de doorstroomtoets hoort bij het rapport voor de vo-school, niet bij een aanvraag.",
    ),
)
