"""What did this school decide, ask and agree about one pupil: what stands beside the report on its page?"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from overstap.domain.dossiers.queries import slot_for
from overstap.domain.inzages.queries import Gesprek, gesprekken_for
from overstap.domain.plaatsingen.enums import Aanmeldstatus
from overstap.domain.plaatsingen.queries import LeesbaarBesluit, LeesbareVraag, besluiten_for, vragen_for
from overstap.domain.plaatsingen.rules import OPEN
from overstap.domain.scholen.queries import collegas_for
from overstap.foundation.access import Actor, Recht, Rol

if TYPE_CHECKING:
    from uuid import UUID

    from overstap.domain.plaatsingen.models import Plaatsing


class Aanmelding:
    """Everything about the application of one pupil at this school."""

    def __init__(self, actor: Actor, plaatsing: Plaatsing) -> None:
        self.actor, self.plaatsing = actor, plaatsing
        self._slot = slot_for(actor, plaatsing.dossier)

    @property
    def status(self) -> Aanmeldstatus:
        """How far this school is."""
        return Aanmeldstatus(self.plaatsing.status)

    @property
    def open(self) -> bool:
        """Is there no decision yet?"""
        return self.status in OPEN

    @property
    def mag_besluiten(self) -> bool:
        """May this person decide?"""
        return self.actor.mag(Recht.BESLUIT_NEMEN)

    @cached_property
    def besluiten(self) -> tuple[LeesbaarBesluit, ...]:
        """What this school decided, the newest first."""
        return tuple(reversed(besluiten_for(self.actor, self.plaatsing.dossier, self._slot)))

    @cached_property
    def vragen(self) -> tuple[LeesbareVraag, ...]:
        """What this school asked, with the answers."""
        return vragen_for(self.actor, self.plaatsing.dossier, self._slot)

    @cached_property
    def gesprekken(self) -> tuple[Gesprek, ...]:
        """The talks with this school."""
        return gesprekken_for(self.actor, self.plaatsing.dossier, self._slot)

    @cached_property
    def _namen(self) -> dict[UUID, str]:
        wie = {besluit.rij.door for besluit in self.besluiten} | {vraag.rij.gesteld_door for vraag in self.vragen}
        return collegas_for(self.actor, wie)

    def wie(self, account_id: UUID, functie: str) -> str:
        """The name of a colleague, else the function."""
        return self._namen.get(account_id) or Rol(functie).label

    @staticmethod
    def functie(rol: str) -> str:
        """What somebody of the basisschool is: this school reads no names of it here."""
        return Rol(rol).label
