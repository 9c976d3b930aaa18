"""With which invented values are all parts of our pages shown on /demo/onderdelen/?"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from types import SimpleNamespace
from typing import Any

from overstap.web.components.groei import groei
from overstap.web.components.talen import NEDERLANDS, TALEN

_KLAAR = {"status": "Klaar", "kleur": "kaal", "icoon": "klaar"}
_BEZIG = {"status": "Bezig", "kleur": "blauw", "icoon": "bezig"}
_LET_OP = {"status": "Bijstellen", "kleur": "amber", "icoon": "letop"}
_NOG_NIET = {"status": "Kan nog niet", "kleur": "", "icoon": "slot"}


def _taak(id_: str, naam: str, hint: str, stand: dict[str, str], url: str = "#") -> dict[str, str]:
    return {"id": id_, "naam": naam, "hint": hint, "url": url, **stand}


def _rij(naam: str, klaar: int, advies: str, treden: tuple[int, ...], toets: str, **meer: Any) -> SimpleNamespace:
    staat = {
        "bezig": 8 - klaar and 1,
        "toetstreden": treden,
        "hoger": False,
        "stap": "Vul verder in",
        "ouders": "Nog niet uitgenodigd",
    }
    return SimpleNamespace(
        naam=naam, klaar=klaar, advies=advies, treden=treden, toets=toets,
        **{**staat, "status": ("Bij u", "blauw", "bezig"), **meer},
    )  # fmt: skip


def _toets(vak: str, op: date, jaargroep: str, niveau: str, score: int) -> dict[str, Any]:
    return {
        "leergebied": vak,
        "afnamedatum": op,
        "jaargroep": jaargroep,
        "toetsscore": {"vaardigheidsscore": Decimal(score)},
        "referentiescores": ({"soort": "IV", "waarde": niveau, "vergelijkingsgroep": "Landelijk"},),
    }


ONDERDELEN: dict[str, Any] = {
    "school": "Basisschool De Voorbeeldboom",
    "datums": [
        {"dag": "29 januari", "wat": "Voorlopig advies gegeven", "staat": "klaar"},
        {"dag": "12 februari", "wat": "Doorstroomtoets gemaakt", "staat": "klaar"},
        {"dag": "15 maart", "wat": "Toetsuitslag binnen", "staat": "klaar"},
        {"dag": "Vandaag, 16 maart", "wat": "Adviezen bijwerken", "staat": "nu"},
        {"dag": "24 maart", "wat": "Rapporten definitief", "staat": "doel"},
        {"dag": "25-31 maart", "wat": "Aanmeldweek vo", "staat": "straks"},
    ],
    "eerst": [
        {
            "titel": "3 adviezen bijstellen",
            "tekst": "De toetsuitslag is hoger dan uw advies",
            "href": "#",
            "icoon": "letop",
        },
        {
            "titel": "1 zienswijze lezen",
            "tekst": "De ouders van Yonas schreven u gisteren",
            "href": "#",
            "icoon": "praat",
        },
        {
            "titel": "4 rapporten definitief maken",
            "tekst": "Alles is ingevuld en door ouders gezien",
            "href": "#",
            "icoon": "klaar",
        },
    ],
    "delen": [("bij-u", 9), ("ouders", 8), ("gereed", 4), ("definitief", 5)],
    "filterpunten": [
        {"naam": "Alle leerlingen", "n": 26, "href": "#", "actief": True},
        {"naam": "Bij u", "n": 9, "href": "#", "actief": False, "sleutel": "bij-u"},
        {"naam": "Bij ouders", "n": 8, "href": "#", "actief": False, "sleutel": "ouders"},
        {"naam": "Kan definitief", "n": 4, "href": "#", "actief": False, "sleutel": "gereed"},
        {"naam": "Definitief", "n": 5, "href": "#", "actief": False, "sleutel": "definitief"},
    ],
    "rijen": [
        _rij(
            "Deniz Aksoy",
            8,
            "vmbo-gt/havo",
            (3, 4),
            "vmbo-gt/havo",
            ouders="Getekend 12 maart",
            stap="",
            status=("Definitief", "groen", "klaar"),
        ),
        _rij("Ilias Boukhari", 6, "havo", (4,), "havo/vwo", toetstreden=(4, 5), hoger=True, stap="Stel advies bij"),
        _rij(
            "Fenna van den Broek",
            8,
            "havo/vwo",
            (4, 5),
            "havo/vwo",
            ouders="Gelezen 14 maart",
            stap="",
            status=("Bij ouders", "paars", "wacht"),
        ),
        _rij(
            "Mei Cheung",
            8,
            "vwo",
            (5,),
            "vwo",
            ouders="Getekend 15 maart",
            stap="Maak definitief",
            status=("Kan definitief", "groen", "open"),
        ),
        _rij("Jesse Smit", 4, "pro", (0,), ""),
    ],
    "stappen": [
        {"naam": "Klaargezet", "staat": "klaar"},
        {"naam": "Invullen", "staat": "nu"},
        {"naam": "Ouders lezen", "staat": "straks"},
        {"naam": "Definitief", "staat": "straks"},
        {"naam": "Bij het vo", "staat": "straks"},
    ],
    "taken": [
        _taak("naw", "Leerling, ouders en school", "Uit het LAS, gecontroleerd op 3 februari", _KLAAR),
        _taak(
            "resultaten", "Leerresultaten en leervermogen", "Toetsen bijgewerkt op 12 maart. Nog 1 vraag open", _BEZIG
        ),
        _taak("advies", "Schooladvies en onderbouwing", "Voorlopig: havo. Toets: havo/vwo", _LET_OP),
        _taak("inzage", "Ouders uitnodigen om te lezen", "Kan als de 8 onderdelen klaar zijn", _NOG_NIET, ""),
    ],
    "wie": [
        {"wie": "U en Joris Tol", "wat": "kunnen schrijven", "nu": True},
        {"wie": "Ouders van Noor", "wat": "pas als u ze uitnodigt", "nu": False},
        {"wie": "De vo-school", "wat": "pas als u het rapport overdraagt", "nu": False},
    ],
    "logregels": [
        {
            "moment": "Vandaag 10.42",
            "iso": "2027-03-16T10:42",
            "zin": "Marije Vonk schreef in",
            "href": "#",
            "link": "Leerresultaten",
        },
        {"moment": "Gisteren 16.05", "iso": "2027-03-15T16:05", "zin": "Toetsuitslag ontvangen: havo/vwo"},
        {"moment": "12 maart 8.30", "iso": "2027-03-12T08:30", "zin": "Joris Tol werkte toetsen bij uit het LAS"},
    ],
    "controle": [
        {"tekst": "Alle 8 onderdelen zijn klaar", "goed": True},
        {"tekst": "De ouders konden het rapport lezen", "goed": True, "hint": "Beide ouders openden het op 9 maart"},
        {
            "tekst": "Het advies is bijgesteld of uitgelegd",
            "goed": False,
            "hint": "De toets kwam hoger uit",
            "href": "#",
            "actie": "Leg uit",
        },
    ],
    "overdracht": [
        {"naam": "Klaargezet", "staat": "klaar", "moment": "24 maart 9.10"},
        {"naam": "Verstuurd", "staat": "klaar", "moment": "24 maart 9.11"},
        {"naam": "Ontvangen", "staat": "nu", "tekst": "Het Merenlandcollege heeft het dossier nog niet geopend."},
        {"naam": "In LAS", "staat": "straks"},
    ],
    "bestanden": [
        {
            "naam": "Dyslexieverklaring",
            "href": "#",
            "soort": "pdf",
            "grootte": "340 kB",
            "scan": "veilig",
            "mee": True,
            "toestemming": "ouders vonden dit goed op 4 februari",
        },
        {
            "naam": "Verslag logopedie",
            "href": "#",
            "soort": "pdf",
            "grootte": "212 kB",
            "scan": "veilig",
            "mee": False,
            "hint": "blijft op de basisschool",
        },
        {"naam": "Onderzoek", "href": "", "soort": "pdf", "grootte": "1,2 MB", "scan": "wacht", "mee": None},
        {
            "naam": "Foto van schrift",
            "href": "",
            "soort": "jpg",
            "grootte": "2,8 MB",
            "scan": "geweigerd",
            "mee": None,
            "hint": "dit is geen foto",
        },
    ],
    "feiten": [
        {"naam": "Naar", "waarde": "Merenlandcollege, Stuwmeer (00ZX)", "href": "#"},
        {"naam": "Wie het daar leest", "waarde": "Bas Verhoef en Hanna Kort, toelatingscommissie"},
    ],
    "kernen": [
        {"naam": "Schooladvies", "waarde": "havo"},
        {"naam": "Doorstroomtoets", "waarde": "havo"},
        {"naam": "Ondersteuning", "waarde": "Dyslexie", "klein": "verklaring bijgevoegd"},
        {"naam": "Zienswijze", "waarde": "Geen", "klein": "ouders tekenden 9 maart"},
    ],
    "vakken": groei(
        {
            "toetsen": (
                _toets("Rekenen", date(2025, 1, 27), "6", "III", 209),
                _toets("Rekenen", date(2025, 6, 9), "6", "III", 221),
                _toets("Rekenen", date(2026, 1, 26), "7", "II", 238),
                _toets("Rekenen", date(2026, 6, 8), "7", "I", 256),
                _toets("Spelling", date(2026, 6, 8), "7", "II", 331),
            )
        }
    ),
    "fouten": [
        {"tekst": "Schrijf op wat u opvalt aan de resultaten", "href": "#voorbeeldveld"},
        {"tekst": "Kies of de toetsen passen bij wat u in de klas ziet", "href": "#voorbeeldveld"},
    ],
    "talen": [{"taal": taal, "vraag": "#", "actief": taal is NEDERLANDS} for taal in TALEN],
    "treden": [
        {"naam": naam, "advies": advies}
        for naam, advies in (
            ("praktijk\u00adonderwijs", False),
            ("vmbo basis", False),
            ("vmbo kader", False),
            ("vmbo g/t", False),
            ("havo", True),
            ("vwo", True),
        )
    ],
    "maten": [
        {"vak": "Lezen", "stand": 4, "woord": "veel hoger"},
        {"vak": "Rekenen", "stand": 3, "woord": "hoger"},
        {"vak": "Spelling", "stand": 1, "woord": "lager"},
    ],
    "ouderstappen": [
        {"naam": "Lezen", "tekst": "Ongeveer 10 minuten"},
        {"naam": "Reageren, als u wilt", "tekst": "Een fout melden of uw mening geven"},
        {"naam": "Tekenen dat u het las", "tekst": "Voor vrijdag 19 maart"},
    ],
    "keuzes": [
        {
            "titel": "Er staat een fout in",
            "tekst": "Bijvoorbeeld een verkeerd adres. De school moet de fout verbeteren.",
            "href": "#",
            "icoon": "letop",
        },
        {
            "titel": "Ik denk er anders over",
            "tekst": "Schrijf uw mening op. Dit heet een zienswijze. De middelbare school leest uw mening ook.",
            "href": "#",
            "icoon": "praat",
        },
    ],
}
