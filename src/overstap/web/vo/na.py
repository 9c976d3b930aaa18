"""What happened after the vo school received this report: what changed since it read, and what was added?"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from overstap.domain.dossiers.queries import slot_for
from overstap.domain.overdrachten.queries import meegegane_aanvullingen_for
from overstap.domain.rapporten.catalogue import Publiek
from overstap.domain.rapporten.queries import LeesbareAanvulling
from overstap.foundation.access import Actor, Rol
from overstap.web.components.sinds import Sinds, sinds

if TYPE_CHECKING:
    from overstap.domain.overdrachten.models import Overdracht


class Na:
    """Everything that stands beside the report that was sent."""

    def __init__(self, actor: Actor, overdracht: Overdracht) -> None:
        self.actor, self.overdracht = actor, overdracht
        self._slot = slot_for(actor, overdracht.dossier)

    @cached_property
    def sinds(self) -> Sinds | None:
        """What changed since this school read an older version."""
        return sinds(self.actor, self.overdracht.versie, self._slot, Publiek.VO)

    @cached_property
    def aanvullingen(self) -> tuple[LeesbareAanvulling, ...]:
        """What was added to the version and went along."""
        return meegegane_aanvullingen_for(self.actor, self.overdracht, self._slot)

    @staticmethod
    def functie(aanvulling: LeesbareAanvulling) -> str:
        """What its writer was."""
        return Rol(aanvulling.rij.functie).label
