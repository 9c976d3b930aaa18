"""Which talks with a vo school were announced to the parents?"""

from __future__ import annotations

import json
from dataclasses import dataclass

from overstap.domain.dossiers.models import Dossier
from overstap.domain.inzages.models import WarmeOverdracht
from overstap.foundation.access import Actor
from overstap.foundation.sleutels.kast import Slot


@dataclass(frozen=True)
class Gesprek:
    """A warme overdracht, decrypted: who of the basisschool talks with whom of the vo school, and about what."""

    rij: WarmeOverdracht
    wie: str
    met_wie: str
    waarover: str


def gesprekken_for(actor: Actor, dossier: Dossier, slot: Slot) -> tuple[Gesprek, ...]:
    """The announced talks about a pupil, the first one first: for its school and its parents."""
    del actor
    rijen = WarmeOverdracht.objects.filter(dossier=dossier).select_related("ontvanger")
    return tuple(
        Gesprek(rij, **json.loads(slot.ontsleutel(rij.geheim, f"warm:{rij.id}")))
        for rij in rijen.order_by("gepland_op", "aangekondigd_op")
    )
