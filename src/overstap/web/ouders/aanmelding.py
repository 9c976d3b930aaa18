"""What did the middelbare scholen decide about this child, and what did they ask the basisschool?"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from overstap.domain.dossiers.queries import slot_for
from overstap.domain.plaatsingen.enums import Aanmeldstatus, Afwijsgrond, Besluitsoort, Herzienreden
from overstap.domain.plaatsingen.queries import (
    LeesbaarBesluit,
    LeesbareVraag,
    besluiten_for,
    plaatsingen_for,
    vragen_for,
)
from overstap.domain.plaatsingen.rules import OPEN

if TYPE_CHECKING:
    from collections.abc import Sequence

    from overstap.domain.dossiers.models import Dossier
    from overstap.domain.plaatsingen.models import Plaatsing
    from overstap.foundation.access import Actor


class Aanmeldingen:
    """The applications of one child, as its parents read them: functions and schools, no names of people."""

    def __init__(self, actor: Actor, dossier: Dossier) -> None:
        self.actor, self.dossier = actor, dossier
        self._slot = slot_for(actor, dossier)

    @cached_property
    def scholen(self) -> Sequence[Plaatsing]:
        """Every school that has the report now."""
        return list(plaatsingen_for(self.actor, self.dossier).filter(overdracht__ingetrokken_op=None))

    @cached_property
    def _besluiten(self) -> tuple[LeesbaarBesluit, ...]:
        return besluiten_for(self.actor, self.dossier, self._slot)

    @cached_property
    def vragen(self) -> tuple[LeesbareVraag, ...]:
        """What the schools asked, with the answers of the basisschool."""
        return vragen_for(self.actor, self.dossier, self._slot)

    def besluiten(self, plaatsing: Plaatsing) -> list[LeesbaarBesluit]:
        """What one school decided, the oldest first."""
        return [besluit for besluit in self._besluiten if besluit.rij.plaatsing_id == plaatsing.id]

    @staticmethod
    def zin(status: str) -> str:
        """What a state means, in plain words."""
        return Aanmeldstatus(status).ouders

    @staticmethod
    def is_open(plaatsing: Plaatsing) -> bool:
        """Does this school still have to decide?"""
        return plaatsing.status in OPEN

    @staticmethod
    def redenen(besluit: LeesbaarBesluit) -> list[str]:
        """Why, in the words of the closed lists."""
        rij = besluit.rij
        soort = [Besluitsoort(rij.soort).label] if rij.soort == Besluitsoort.VERLENGING else []
        herzien = [Herzienreden(rij.herzienreden).label] if rij.herzienreden else []
        return [*soort, *herzien, *([Afwijsgrond(rij.grond).label] if rij.grond else [])]
