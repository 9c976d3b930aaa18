"""Which sentences does the own school have?"""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.db.models import QuerySet

from overstap.domain.leerlingen.models import Leerling
from overstap.domain.zinnen.models import Zin
from overstap.foundation.access import Actor, NietGevonden, Recht


def zinnen_for(actor: Actor, velden: Iterable[str] | None = None) -> QuerySet[Zin]:
    """The sentences of the own school (for these places), oldest first; nobody else reads them."""
    rijen = Zin.objects.filter(school_id=actor.organisatie_id).order_by("gemaakt_op", "id")
    return rijen if velden is None else rijen.filter(veld__in=list(velden))


def zin_for(actor: Actor, zin_id: UUID, *, vergrendel: bool = False) -> Zin:
    """One sentence of the own school; raises `NietGevonden`."""
    actor.require(Recht.RAPPORT_INVULLEN)
    rijen = zinnen_for(actor)
    zin = (rijen.select_for_update() if vergrendel else rijen).filter(id=zin_id).first()
    if zin is None:
        raise NietGevonden
    return zin


def leerlingnamen_for(actor: Actor) -> list[tuple[str, str]]:
    """(roepnaam, achternaam) of every pupil of the own school, of all years: no sentence may name one."""
    return list(Leerling.objects.filter(school_id=actor.werkt_bij).values_list("roepnaam", "achternaam"))
