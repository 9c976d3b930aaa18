"""Is there an oefenschool now, as whom may somebody practise in it, and what would it have mailed?"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from overstap.domain.oefenscholen.models import Oefenmail, Oefenschool
from overstap.domain.scholen.models import Organisatie
from overstap.domain.scholen.queries import oefening_for
from overstap.foundation.access import Actor, NietGevonden
from overstap.foundation.queue import mislukt
from overstap.foundation.sleutels.kast import Slot

TAAK_MAKEN, TAAK_WISSEN = "oefenschool.maken", "oefenschool.wissen"


@dataclass(frozen=True)
class Oefenbericht:
    """One mail that would have been sent."""

    id: UUID
    op: datetime
    aan: str
    onderwerp: str
    tekst: str


def oefenschool_for(actor: Actor, *, vergrendel: bool = False) -> Oefenschool | None:
    """The oefenschool of the actor's organisation that was not wiped yet, also seen from inside it; else None."""
    van = oefening_for(actor) or actor.werkt_bij
    rijen = Oefenschool.objects.filter(school_id=van, rijen_weg_op=None)
    return (rijen.select_for_update(of=("self",)) if vergrendel else rijen).first()


def te_wissen_for(actor: Actor) -> list[Oefenschool]:
    """Every oefenschool of an organisation of which something is left, the oldest first."""
    return list(Oefenschool.objects.filter(school_id=actor.werkt_bij, gewist_op=None).order_by("begonnen_op"))


def te_wissen_een_for(actor: Actor, oefenschool_id: UUID) -> Oefenschool:
    """One of them, locked; raises `NietGevonden` when nothing is left of it."""
    rijen = Oefenschool.objects.filter(school_id=actor.werkt_bij, gewist_op=None, id=oefenschool_id)
    rij = rijen.select_for_update(of=("self",)).first()
    if rij is None:
        raise NietGevonden
    return rij


def maken_mislukt_for(actor: Actor, oefenschool: Oefenschool) -> bool:
    """Did the worker give up on filling it?"""
    del actor
    return oefenschool.id in mislukt(TAAK_MAKEN, "oefenschool_id", [oefenschool.id])


def oefenorganisaties_for(actor: Actor, oefenschool: Oefenschool) -> list[Organisatie]:
    """The invented organisations of an oefenschool: the basisschool, the vo school and the samenwerkingsverband."""
    del actor
    if oefenschool.regio_id is None:
        return []
    rijen = Organisatie.objects.filter(regio_id=oefenschool.regio_id, oefening_van_id=oefenschool.school_id)
    return list(rijen.order_by("soort"))


def oefenmails_for(actor: Actor) -> list[Oefenbericht]:
    """What the actor's organisation in an oefenschool would have sent, newest first.

    Raises `NietGevonden` at a real organisation: its mails are kept nowhere.
    """
    if oefening_for(actor) is None:
        raise NietGevonden
    rijen = list(Oefenmail.objects.filter(school_id=actor.werkt_bij).order_by("-op", "-id"))
    sloten = Slot.alle({rij.sleutel_id for rij in rijen})
    return [_bericht(rij, sloten[rij.sleutel_id]) for rij in rijen if rij.sleutel_id in sloten]


def _bericht(rij: Oefenmail, slot: Slot) -> Oefenbericht:
    wat = json.loads(slot.ontsleutel(rij.geheim, f"oefenmail:{rij.id}"))
    return Oefenbericht(rij.id, rij.op, wat["aan"], wat["onderwerp"], wat["tekst"])
