"""When must what be done in a school year, and how many days are left?

All moments are data of one school year. The national moments are the default; a region may set others.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import date, timedelta
from enum import StrEnum

from overstap.domain.scholen.enums import Organisatiesoort

MAANDEN = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip
EERSTE_JAAR = 2024
"""The first year in which this calendar ends: that of the doorstroomtoets. Before it other dates held."""

EERSTE_DAG = (8, 1)
"""Month and day on which a school year begins (WPO art. 1)."""

_VERLENGING = timedelta(weeks=4)


@dataclass(frozen=True)
class Kalender:
    """The moments of one school year ("2026-2027"); every moment is a last or first day, inclusive.

    Sources: newsletters of OCW of 16-11-2023 and 23-5-2024 (advice, admission), DUO "schooladvies
    registreren" (registration), Toetsbesluit PO art. 8-1 (results), WVO 2020 art. 8.8 (aanmeldweek, decision).
    """

    schooljaar: str
    voorlopig_van: date
    voorlopig_tot: date
    duo_voorlopig: date
    toets_van: date
    toets_tot: date
    toetsuitslag: date
    definitief: date
    duo_definitief: date
    aanmeldweek_van: date
    aanmeldweek_tot: date
    besluit: date
    besluit_verlengd: date

    @classmethod
    def landelijk(cls, schooljaar: str) -> Kalender:
        """The national calendar of a school year ("2026-2027"). Raises ``ValueError`` for other texts and old years."""
        jaar = tweede_jaar(schooljaar)
        if jaar < EERSTE_JAAR:
            raise ValueError(f"{schooljaar} had nog een andere kalender. Kies 2023-2024 of later.")
        toetsmaandag = _eerste_maandag(jaar, 2)
        besluit = date(jaar, 5, 12)
        return cls(
            schooljaar=schooljaar,
            voorlopig_van=date(jaar, 1, 10),
            voorlopig_tot=date(jaar, 1, 31),
            duo_voorlopig=date(jaar, 2, 14),
            # The digital window is the first full week of February, the week before and the week after.
            toets_van=toetsmaandag - timedelta(days=7),
            toets_tot=toetsmaandag + timedelta(days=13),
            toetsuitslag=date(jaar, 3, 15),
            definitief=date(jaar, 3, 24),
            duo_definitief=date(jaar, 4, 7),
            aanmeldweek_van=date(jaar, 3, 25),
            aanmeldweek_tot=date(jaar, 3, 31),
            besluit=besluit,
            besluit_verlengd=besluit + _VERLENGING,
        )

    def met(self, momenten: Mapping[str, date]) -> Kalender:
        """This calendar with some moments set otherwise. Raises ``ValueError`` for an unknown moment."""
        onbekend = momenten.keys() - set(MOMENTEN)
        if onbekend:
            raise ValueError(f"Unknown moments: {', '.join(sorted(onbekend))}.")
        return replace(self, **dict(momenten))  # type: ignore[arg-type]  # every moment is a date, checked above

    @property
    def dagen_voor_ouders(self) -> int:
        """How many days lie between the last preliminary advice and the last definitive one: there parents read."""
        return (self.definitief - self.voorlopig_tot).days

    def tegenspraken(self) -> list[tuple[str, str]]:
        """Pairs of moments that stand in the wrong order, as (should be first, should be later)."""
        return [(eerst, dan) for eerst, dan in _VOLGORDE if getattr(self, eerst) > getattr(self, dan)]


MOMENTEN = tuple(veld.name for veld in fields(Kalender) if veld.name != "schooljaar")
"""Names of the moments that a region may set."""

MOMENTNAMEN = {
    "voorlopig_van": "de eerste dag van het voorlopige advies",
    "voorlopig_tot": "de laatste dag van het voorlopige advies",
    "duo_voorlopig": "de laatste dag om het voorlopige advies door te geven aan DUO",
    "toets_van": "de eerste dag van de doorstroomtoets",
    "toets_tot": "de laatste dag van de doorstroomtoets",
    "toetsuitslag": "de uitslag van de toets",
    "definitief": "de laatste dag van het definitieve advies",
    "duo_definitief": "de laatste dag om het definitieve advies door te geven aan DUO",
    "aanmeldweek_van": "de eerste dag van de aanmeldweek",
    "aanmeldweek_tot": "de laatste dag van de aanmeldweek",
    "besluit": "de laatste dag voor het besluit van de vo-school",
    "besluit_verlengd": "de laatste dag voor een besluit na een langere termijn",
}
"""What people call each moment, in the middle of a sentence."""

_VOLGORDE = (
    ("voorlopig_van", "voorlopig_tot"),
    ("voorlopig_tot", "duo_voorlopig"),
    ("toets_van", "toets_tot"),
    ("toets_tot", "toetsuitslag"),
    ("voorlopig_tot", "definitief"),
    ("toetsuitslag", "definitief"),
    ("definitief", "duo_definitief"),
    ("definitief", "aanmeldweek_tot"),
    ("aanmeldweek_van", "aanmeldweek_tot"),
    ("aanmeldweek_tot", "besluit"),
    ("besluit", "besluit_verlengd"),
)


class Kalenderstand(StrEnum):
    """Where today lies with respect to a step."""

    VOORBIJ = "voorbij"
    NU = "nu"
    STRAKS = "straks"


@dataclass(frozen=True)
class Kalenderstap:
    """One step of the year as a school sees it; ``dagen`` counts from today to ``tot``, negative when past."""

    sleutel: str
    wat: str
    van: date
    tot: date
    dagen: int
    stand: Kalenderstand


_PO, _VO, _SWV, _REGIO = (
    Organisatiesoort.PO, Organisatiesoort.VO, Organisatiesoort.SWV, Organisatiesoort.REGIO,
)  # fmt: skip
# Key, what, its first and last moment, and to whose own dates it belongs. What a school must tell DUO is its own only.
_STAPPEN = (
    ("voorlopig", "Voorlopig advies geven", "voorlopig_van", "voorlopig_tot", {_PO, _REGIO}),
    ("duo_voorlopig", "Voorlopig advies doorgeven aan DUO", "voorlopig_tot", "duo_voorlopig", {_PO}),
    ("toets", "Doorstroomtoets", "toets_van", "toets_tot", {_PO, _REGIO}),
    ("toetsuitslag", "Uitslag van de toets", "toetsuitslag", "toetsuitslag", {_PO, _REGIO}),
    ("definitief", "Definitief advies geven", "toetsuitslag", "definitief", {_PO, _SWV, _REGIO}),
    ("aanmelden", "Aanmelden bij het vo", "aanmeldweek_van", "aanmeldweek_tot", {_PO, _VO, _SWV, _REGIO}),
    ("duo_definitief", "Definitief advies doorgeven aan DUO", "definitief", "duo_definitief", {_PO}),
    ("besluit", "Besluit van de vo-school", "aanmeldweek_tot", "besluit", {_PO, _VO, _SWV, _REGIO}),
    ("besluit_verlengd", "Besluit na een langere termijn", "besluit", "besluit_verlengd", {_VO, _REGIO}),
)


def stappen_tot_deadline(kalender: Kalender, today: date, soort: Organisatiesoort | None = None) -> list[Kalenderstap]:
    """The steps of the year in order of their deadline: all of them, or those of one kind of organisation.

    A passed deadline warns; it never locks anything.
    """
    stappen = [
        _stap(sleutel, wat, getattr(kalender, van), getattr(kalender, tot), today)
        for sleutel, wat, van, tot, voor in _STAPPEN
        if soort is None or soort in voor
    ]
    return sorted(stappen, key=lambda stap: stap.tot)


def _stap(sleutel: str, wat: str, van: date, tot: date, today: date) -> Kalenderstap:
    stand = Kalenderstand.STRAKS if today < van else Kalenderstand.NU if today <= tot else Kalenderstand.VOORBIJ
    return Kalenderstap(sleutel, wat, van, tot, dagen_tot(tot, today), stand)


def dagen_tot(dag: date, today: date) -> int:
    """Days from today until a day: 0 on the day itself, negative afterwards."""
    return (dag - today).days


def schooljaar_van(dag: date) -> str:
    """The school year of a day, as "2026-2027"; it begins on 1 August."""
    eerste = dag.year if (dag.month, dag.day) >= EERSTE_DAG else dag.year - 1
    return f"{eerste}-{eerste + 1}"


def tweede_jaar(schooljaar: str) -> int:
    """The calendar year in which a school year ends, DUO's "adviesjaar". Raises ``ValueError`` if malformed."""
    gevonden = re.fullmatch(r"([0-9]{4})-([0-9]{4})", schooljaar)
    if gevonden is None or int(gevonden[2]) != int(gevonden[1]) + 1:
        raise ValueError(f"{schooljaar!r} is geen schooljaar. Schrijf het als 2026-2027.")
    return int(gevonden[2])


def _eerste_maandag(jaar: int, maand: int) -> date:
    eerste = date(jaar, maand, 1)
    return eerste + timedelta(days=-eerste.weekday() % 7)
