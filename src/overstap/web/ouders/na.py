"""What changed since this parent last read the report, and what did the school add to it?"""

from __future__ import annotations

from functools import cached_property

from overstap.domain.dossiers.queries import slot_for
from overstap.domain.inzages.queries import Lezing
from overstap.domain.inzages.rules import voor_ouder
from overstap.domain.rapporten.catalogue import Publiek
from overstap.domain.rapporten.queries import LeesbareAanvulling, aanvullingen_for
from overstap.domain.rapporten.snapshot import Inhoud
from overstap.domain.zorgroutes.queries import besluiten_for, voorgelegd_for
from overstap.foundation.access import Actor, Rol
from overstap.web.components.sinds import Sinds, sinds


class Na:
    """Everything that came after the version that this parent read before; nothing of any other parent."""

    def __init__(self, actor: Actor, lezing: Lezing) -> None:
        self.actor, self._lezing = actor, lezing
        self.dossier, self.versie = lezing.dossier, lezing.versie
        self._slot = slot_for(actor, self.dossier)

    @cached_property
    def sinds(self) -> Sinds | None:
        """What changed for this parent since another version was read."""
        sleutel = self._lezing.inzage.verzorger_id
        return sinds(
            self.actor, self.versie, self._slot, Publiek.OUDERS,
            snoei=lambda inhoud: Inhoud(voor_ouder(inhoud, sleutel)),
        )  # fmt: skip

    @cached_property
    def aanvullingen(self) -> tuple[LeesbareAanvulling, ...]:
        """What the school added."""
        return aanvullingen_for(self.actor, self.dossier, self._slot)

    @cached_property
    def zorgaanmelding(self) -> bool:
        """Was something laid before the parents that goes to the samenwerkingsverband?"""
        return voorgelegd_for(self.actor, self.dossier)

    @cached_property
    def zorgbesluit(self) -> bool:
        """Did the samenwerkingsverband send a decision back?"""
        return besluiten_for(self.actor, self.dossier).exists()

    @staticmethod
    def functie(aanvulling: LeesbareAanvulling) -> str:
        """What its writer was."""
        return Rol(aanvulling.rij.functie).label
