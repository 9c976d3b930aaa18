"""Which pupils did people of this school ask for in their own administration, and what came of it?"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from overstap.domain.importen.enums import TAAK_OPHALEN, Opvraagstand
from overstap.domain.importen.models import Opvraging
from overstap.foundation.access import Actor, NietGevonden
from overstap.foundation.queue import mislukt
from overstap.foundation.sleutels.kast import Slot


def opvragingen_for(actor: Actor, at: datetime) -> QuerySet[Opvraging]:
    """Those of the actor's school of the last 24 hours, the newest first."""
    return Opvraging.objects.filter(school_id=actor.organisatie_id, vervalt_op__gt=at).order_by("-gevraagd_op")


def opvraging_for(actor: Actor, opvraging_id: UUID, at: datetime, *, vergrendel: bool = False) -> Opvraging:
    """One of them; raises `NietGevonden`."""
    rijen = opvragingen_for(actor, at).filter(id=opvraging_id)
    rij = (rijen.select_for_update() if vergrendel else rijen).first()
    if rij is None:
        raise NietGevonden
    return rij


def gestrand_for(actor: Actor, opvragingen: Iterable[Opvraging]) -> frozenset[UUID]:
    """Of those on their way: for which the worker gave up, so that no answer comes by itself any more."""
    del actor
    return mislukt(TAAK_OPHALEN, "opvraging_id", (een.id for een in opvragingen if een.stand == Opvraagstand.ONDERWEG))


def opgevraagd_nummer_for(actor: Actor, opvraging: Opvraging) -> str:
    """The number that was asked for."""
    del actor
    return Slot(opvraging.sleutel_id).ontsleutel(opvraging.geheim, f"opvraging:{opvraging.id}").decode()


def open_afmelding_for(actor: Actor, opvraging: Opvraging) -> str:
    """What the Traffic Center must still hear of it, or empty."""
    del actor
    if opvraging.afmelding is None:
        return ""
    return Slot(opvraging.sleutel_id).ontsleutel(opvraging.afmelding, f"afmelding:{opvraging.id}").decode()
