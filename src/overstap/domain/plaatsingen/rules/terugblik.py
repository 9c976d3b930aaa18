"""When may a basisschool ask how its pupils fare after a year, when is it answered, and how long is it kept?

Source: okr-proces 11. The law says "on request, the results after the first year" in a rule of which no successor was
found; so what a basisschool is told is counts, and never of whom.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from overstap.domain.scholen.rules import tweede_jaar
from overstap.foundation.weigering import Weigering


class TerugblikGeweigerd(Weigering):
    """This cannot be asked or answered now; `zin` says when it can."""


@dataclass(frozen=True)
class Terugbliktijd:
    """The days of the pupils who left in one schooljaar: asked, answered, read; after `weg` nothing of it is left.

    Told on one day only: numbers that grow with every school that answers could be subtracted from each other.
    """

    vragen_vanaf: date
    invullen_vanaf: date
    lezen_vanaf: date
    weg: date

    @classmethod
    def van(cls, schooljaar: str) -> Terugbliktijd:
        """Those of a schooljaar: "2026-2027" is answered in the summer of 2028."""
        jaar = tweede_jaar(schooljaar)
        return cls(date(jaar, 10, 1), date(jaar + 1, 5, 1), date(jaar + 1, 10, 1), date(jaar + 2, 8, 1))

    def mag_vragen(self, vandaag: date) -> bool:
        """May the basisschool ask on this day?"""
        return self.vragen_vanaf <= vandaag < self.lezen_vanaf

    def mag_invullen(self, vandaag: date) -> bool:
        """May a vo school answer on this day?"""
        return self.invullen_vanaf <= vandaag < self.lezen_vanaf

    def mag_lezen(self, vandaag: date) -> bool:
        """May the basisschool read the counts on this day?"""
        return self.lezen_vanaf <= vandaag < self.weg


def terugblikjaren(vandaag: date) -> tuple[str, ...]:
    """The schooljaren of which anything can be asked, answered or read on this day, the newest first."""
    jaren = (f"{jaar - 1}-{jaar}" for jaar in range(vandaag.year, vandaag.year - 4, -1))
    tijden = [(jaar, Terugbliktijd.van(jaar)) for jaar in jaren]
    return tuple(jaar for jaar, tijd in tijden if tijd.vragen_vanaf <= vandaag < tijd.weg)
