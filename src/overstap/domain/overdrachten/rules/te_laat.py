"""Which dates of the school's own work went by, and for how many pupils is that work still open?"""

from __future__ import annotations

from collections.abc import Iterable

from overstap.domain.dossiers.rules import BEVROREN
from overstap.domain.overdrachten.rules.werkvoorraad import Feiten
from overstap.domain.scholen.rules import Kalenderstand, Kalenderstap


def nog_te_geven(alle: Iterable[Feiten]) -> dict[str, int]:
    """For how many pupils the work of an own date is left, by the key of that date."""
    leerlingen = list(alle)
    return {
        "voorlopig": sum(een.voorlopig is None and een.definitief is None for een in leerlingen),
        "definitief": sum(een.staat not in BEVROREN for een in leerlingen),
    }


def te_laat(alle: Iterable[Feiten], stappen: Iterable[Kalenderstap]) -> tuple[Kalenderstap, int] | None:
    """The last own date that went by with work left, and for how many pupils; it warns, and locks nothing."""
    open_ = nog_te_geven(alle)
    voorbij = [stap for stap in stappen if stap.stand is Kalenderstand.VOORBIJ and open_.get(stap.sleutel)]
    return (voorbij[-1], open_[voorbij[-1].sleutel]) if voorbij else None
