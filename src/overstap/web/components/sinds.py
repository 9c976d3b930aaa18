"""What changed for this reader since this reader last read the report? For parents and vo schools alike."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from overstap.domain.rapporten.queries import bevroren_for, gelezen_versie_for
from overstap.domain.rapporten.snapshot import Inhoud, Sectieverschil, tel, vergelijk_versies

if TYPE_CHECKING:
    from overstap.domain.rapporten.catalogue import Publiek
    from overstap.domain.rapporten.models import Versie
    from overstap.foundation.access import Actor
    from overstap.foundation.sleutels.kast import Slot

type_snoei = Callable[[Mapping[str, Any]], Inhoud]


@dataclass(frozen=True)
class Sinds:
    """The version that was read before, the one that stands there now, and what differs between them."""

    vroeger: Versie
    nu: Versie
    secties: tuple[Sectieverschil, ...]

    @property
    def aantal(self) -> int:
        """How many lines are different."""
        return tel(self.secties)


def sinds(actor: Actor, nu: Versie, slot: Slot, publiek: Publiek, *, snoei: type_snoei = Inhoud) -> Sinds | None:
    """None when this reader read no other version before. `snoei` leaves out what this one reader may not see.

    Both versions are pruned and shown by the same rules as their pages, so nothing new can be read here.
    """
    vroeger = gelezen_versie_for(actor, nu.dossier, nu)
    if vroeger is None or vroeger.vingerafdruk == nu.vingerafdruk:
        return None
    toen, straks = bevroren_for(actor, vroeger, slot), bevroren_for(actor, nu, slot)
    bijlagen = (toen.bijlagen, straks.bijlagen)
    secties = vergelijk_versies(
        snoei(toen.inhoud), snoei(straks.inhoud), publiek, bijlagen=bijlagen, geheel_nieuw=straks.inhoud
    )
    return Sinds(vroeger, nu, secties)
