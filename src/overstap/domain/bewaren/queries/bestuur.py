"""At which other schools of the same board may this person choose the terms too?"""

from __future__ import annotations

from dataclasses import dataclass

from overstap.domain.scholen.queries import organisatie_for, plekken_for
from overstap.foundation.access import RECHTEN, Actor, Recht, Rol


@dataclass(frozen=True)
class Bestuursschool:
    """Another school of the board, and who the same person is there."""

    naam: str
    actor: Actor


def bestuursscholen_for(actor: Actor) -> list[Bestuursschool]:
    """Where the actor has this right in a function of its own, by name; none while the own school names no board.

    Schools of the same kind only: what a vo school keeps has other terms. No function reaches further than its school:
    who has none there, chooses nothing there.
    """
    actor.require(Recht.BEWAARTERMIJN_BEWAKEN)
    hier = organisatie_for(actor)
    bestuur = hier.gegevens.get("bestuur")
    if not bestuur or hier.oefening_van_id is not None:
        return []
    gevonden: dict[str, Bestuursschool] = {}
    for plek in plekken_for(None, actor.persoon_id)[0]:
        daar = plek.organisatie
        zelfde = daar.soort == hier.soort and daar.gegevens.get("bestuur") == bestuur and daar.id != hier.id
        if zelfde and Recht.BEWAARTERMIJN_BEWAKEN in RECHTEN[Rol(plek.rol)]:
            wie = Actor(rol=Rol(plek.rol), id=actor.persoon_id, organisatie_id=daar.id)
            gevonden.setdefault(str(daar.id), Bestuursschool(daar.naam, wie))
    return sorted(gevonden.values(), key=lambda een: een.naam)
