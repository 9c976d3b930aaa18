"""Who is the pupil of the journey, and what do people type about her? Every text is invented and unique."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from types import MappingProxyType

from overstap.domain.scholen.rules import schooljaar_van
from overstap.foundation.klok import dag as nederlandse_dag
from tests.klok import echt

BSN = "999990676"
ROEPNAAM, ACHTERNAAM = "Esra", "Öztürk"
NAAM = f"{ROEPNAAM} {ACHTERNAAM}"
MAIL_MOEDER = "moeder.4061@ouders.example"
# The parents live apart, and neither reads where the other lives.
ADRES_VADER = "Stuwmeer"
# In the file, and nowhere after it: art. 3 of the Besluit does not name them.
HUISARTS, BANKNUMMER = "Kramer", "9999077713"
DIAGNOSE_DOOR = "M. Verburg, gz-psycholoog"
BIJLAGE_MEE_HEET, BIJLAGE_BLIJFT_HEET = "Dyslexieverklaring", "Tekening bij het werkstuk"
BIJLAGE_MEE, BIJLAGE_BLIJFT, BIJLAGE_KAPOT = "dyslexieverklaring.pdf", "werkstuk.png", "verslag-logopedie.pdf"

MOTIVATIE = "Havo of vwo ineens is een grote stap; met één tussenstap blijft het tempo bij de talen haalbaar 🙂"
ZIENSWIJZE = "Wij denken dat Esra de havo wél aankan.\nZij leest thuis elke avond voor aan haar zusje, çok güzel!"
CORRECTIE = "Het huisnummer van moeder klopt niet: dat moet zeventien zijn."
UITLEG = "U heeft gelijk. Wij verbeteren het huisnummer in onze administratie."
VRAAG = "Wat helpt Esra om een lange tekst vol te houden?"
ANTWOORD = "Voorleessoftware, en na een kwartier even iets anders."
GESPREK_MET = "moeder, vader, Esra en de leerkracht"
ARGUMENTATIE = "Esra werkt gestructureerd en houdt vol; de talen vragen door de dyslexie extra tijd."
RELATIE_DIAGNOSE = "Lezen onder tijdsdruk lukt niet; met voorleessoftware haalt zij het niveau van de groep."
BELEMMERING = "Lange teksten kosten Esra dubbele tijd."


def vandaag() -> date:
    """The day of the journey: the Dutch one, whatever the machine says an hour before midnight."""
    return nederlandse_dag(echt())


def dag(geleden: int = 0) -> str:
    """A day as people type it."""
    # In August not everything fits in this school year; an advice must.
    begin = date(int(schooljaar_van(vandaag())[:4]), 8, 1)
    gekozen = max(vandaag() - timedelta(days=geleden), begin)
    return f"{gekozen.day}-{gekozen.month}-{gekozen.year}"


_MAANDEN = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip


def in_woorden(getypt: str) -> str:
    """A typed day as a document says it; nothing when it is no day."""
    delen = getypt.split("-")
    if len(delen) != 3 or not all(deel.isdecimal() for deel in delen):
        return ""
    return f"{delen[0]} {_MAANDEN[int(delen[1]) - 1]} {delen[2]}"


def secties() -> Mapping[str, Mapping[str, object]]:
    """What is typed in each section, by the name of the input, in the order of the report."""
    return MappingProxyType({
        "schoolloopbaan": {"schoolloopbaan_toelichting": "Esra kwam in groep 6 van een school in een andere plaats."},
        "verzuim": {
            "verzuim_vanaf": dag(200),
            "verzuim_geoorloofd": "4",
            "verzuim_ongeoorloofd": "0",
            "verzuim_meer_dan_kwart": "nee",
        },
        "leerresultaten": {
            "trots": "De spreekbeurt over waterzuivering.",
            "opvallend": "Rekenen groeit elk half jaar, spelling blijft achter.",
            "toetsbeeld": "kan_meer",
            "toetsbeeld_voorbeeld": "Mondeling legt zij een tekst helder uit die zij op papier half haalt.",
            "capaciteiten_onderzocht": "nee",
        },
        "gedrag": {
            "eigen_verhaal": "Ik vind proefjes leuk, en stil lezen moeilijk.",
            "gedrag_contact": "Esra zoekt anderen op en lost ruzies zelf op.",
            "gedrag_spel_en_leren": "Zij begint snel en maakt af wat zij begint.",
            "gedrag_huiswerk": "Huiswerk is op tijd klaar, met een planning op papier.",
            "gedrag_concentratie": "De aandacht houdt een half uur, daarna helpt een korte pauze.",
            "gedrag_zelfstandigheid": "Zij vraagt hulp nadat zij het zelf probeerde.",
            "gedrag_overig": "Geen bijzonderheden.",
            "sociaal_emotioneel_problemen": "nee",
        },
        "ondersteuning_gekregen": {
            "ondersteuningsvraag": "ja",
            "belemmering-omschrijving": BELEMMERING,
            "belemmering-relatie": "Toetsen met veel tekst duren te lang.",
            "diagnoses-0-relatie": RELATIE_DIAGNOSE,
            "ondersteuning_gekregen": "Drie keer per week lezen met een maatje, meer tijd bij toetsen.",
        },
        "ondersteuning_nodig": {
            "ondersteuning_nodig": "Voorleessoftware en een derde meer tijd bij toetsen.",
            "ondersteuning_motivatie": "Op papier haalt zij de helft van wat zij mondeling laat zien.",
        },
        "schooladvies": {
            "wens_leerling": "havo",
            "wens_leerling_toelichting": "Ik wil later iets met techniek.",
            "wens_ouders": "havo",
            "wens_ouders_toelichting": "Wij zien thuis hoe hard zij werkt.",
            "argumentatie": ARGUMENTATIE,
            "aandachtspunten": "Begin met een rustige plek vooraan en laat teksten voorlezen.",
            "contactnodig": "ja",
            "contactpersoon": "Samira El Idrissi, intern begeleider",
            "contacttelefoon": "0000000001",
        },
    })  # fmt: skip
