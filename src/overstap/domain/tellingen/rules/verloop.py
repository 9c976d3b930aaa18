"""How did the number of definitive reports grow day by day, and which school falls behind?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from overstap.domain.plaatsingen.rules import KLEINSTE_AANTAL
from overstap.domain.tellingen.rules.afschermen import Aantal

ACHTER = 0.2
"""A school falls behind when it is this part (of 1) below its region."""


@dataclass(frozen=True)
class Verloop:
    """For each day on which it changed, how many reports were definitive at its end; and of how many pupils."""

    dagen: tuple[tuple[date, int], ...]
    totaal: int

    def op(self, dag: date) -> int:
        """How many at the end of a day."""
        return next((n for wanneer, n in reversed(self.dagen) if wanneer <= dag), 0)

    def deel_op(self, dag: date) -> float:
        """The same as a part of all pupils, 0 to 1."""
        return self.op(dag) / self.totaal if self.totaal else 0.0


def oploop(per_dag: Mapping[date, int]) -> tuple[tuple[date, int], ...]:
    """From how many became definitive on each day to how many there were at its end."""
    uit, samen = [], 0
    for dag in sorted(per_dag):
        samen += per_dag[dag]
        uit.append((dag, samen))
    return tuple(uit)


def verlopen_samen(verlopen: Iterable[Verloop]) -> Verloop:
    """Those of several schools as one."""
    alle = list(verlopen)
    dagen = sorted({dag for een in alle for dag, _n in een.dagen})
    return Verloop(tuple((dag, sum(een.op(dag) for een in alle)) for dag in dagen), sum(een.totaal for een in alle))


def in_vijftallen(dagen: Sequence[tuple[date, int]], hoogstens: int) -> tuple[tuple[date, int], ...]:
    """The same in fives, so that no two days differ by one to four pupils; never above what is told of now."""
    uit: list[tuple[date, int]] = []
    for dag, n in dagen:
        vijftal = min(n, hoogstens) // KLEINSTE_AANTAL * KLEINSTE_AANTAL
        if vijftal and (not uit or vijftal > uit[-1][1]):
            uit.append((dag, vijftal))
    return tuple(uit)


def loopt_achter(klaar: Aantal, totaal: int, regio: float, *, voorbij: bool) -> bool:
    """Is a school behind, by what is told of it: far below its region (0 to 1), or not ready after the last day?"""
    if not totaal:
        return False
    return klaar.laag < totaal if voorbij else klaar.deel(totaal) < regio - ACHTER


def zelfde_dag(dag: date, jaren: int) -> date:
    """The same day of another school year; 29 February becomes 28 February."""
    try:
        return dag.replace(year=dag.year + jaren)
    except ValueError:
        return (dag - timedelta(days=1)).replace(year=dag.year + jaren)
