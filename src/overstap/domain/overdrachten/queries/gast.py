"""Which basisscholen did a vo school invite, how far are they, and by which invitation is a guest here?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connection
from django.db.models import QuerySet
from django.db.models.functions import Least

from overstap.domain.dossiers.enums import Staat
from overstap.domain.overdrachten.enums import Gaststand
from overstap.domain.overdrachten.models import Gastuitnodiging, Overdracht
from overstap.domain.overdrachten.rules import gaststand, is_verlopen
from overstap.foundation.access import Actor, NietGevonden, Recht


@dataclass(frozen=True)
class Gastregel:
    """One invitation of the own vo school and how far it is; `overdracht_id` is what arrived, if anything did."""

    rij: Gastuitnodiging
    stand: Gaststand
    overdracht_id: UUID | None


def gasten_for(actor: Actor, at: datetime) -> list[Gastregel]:
    """Every invitation of the actor's vo school, newest first. Of the report itself it tells nothing."""
    actor.require(Recht.GAST_UITNODIGEN)
    rijen = list(_van(actor))
    staten = _staten()
    binnen = {
        overdracht.school_id: overdracht.id
        for overdracht in Overdracht.objects.filter(
            school_id__in=[rij.school_id for rij in rijen], ontvanger_id=actor.werkt_bij, ingetrokken_op=None
        )
    }
    return [_regel(rij, staten.get(rij.school_id), binnen.get(rij.school_id), at) for rij in rijen]


def gastregel_for(actor: Actor, uitnodiging_id: UUID, at: datetime) -> Gastregel:
    """One of them; raises `NietGevonden`."""
    for regel in gasten_for(actor, at):
        if regel.rij.id == uitnodiging_id:
            return regel
    raise NietGevonden


def achtergebleven_for(actor: Actor, voor: datetime) -> list[Gastuitnodiging]:
    """Whose invitation by the actor's vo school ended before `voor`, while the report was still a concept."""
    geeindigd = Least("ingetrokken_op", "verloopt_op")
    rijen = list(_van(actor).annotate(geeindigd_op=geeindigd).filter(geeindigd_op__lt=voor))
    staten = _staten() if rijen else {}
    return [rij for rij in rijen if staten.get(rij.school_id) is Staat.CONCEPT]


def gastuitnodiging_for(actor: Actor, uitnodiging_id: UUID, *, vergrendel: bool = False) -> Gastuitnodiging:
    """One invitation of the actor's vo school; raises `NietGevonden`."""
    rijen = _van(actor)
    rijen = rijen.select_for_update(of=("self",)) if vergrendel else rijen
    rij = rijen.filter(id=uitnodiging_id).first()
    if rij is None:
        raise NietGevonden
    return rij


def is_begonnen_for(actor: Actor, rij: Gastuitnodiging) -> bool:
    """Whether the guest of this invitation by the actor's vo school put a pupil in."""
    actor.require(Recht.GAST_UITNODIGEN)
    return rij.school_id in _staten()


def eigen_gastuitnodiging_for(actor: Actor) -> Gastuitnodiging:
    """By which invitation the actor is a guest; raises `NietGevonden` for everybody else."""
    rij = Gastuitnodiging.objects.filter(school_id=actor.werkt_bij).select_related("ontvanger", "school").first()
    if rij is None:
        raise NietGevonden
    return rij


def _van(actor: Actor) -> QuerySet[Gastuitnodiging]:
    rijen = Gastuitnodiging.objects.filter(ontvanger_id=actor.werkt_bij)
    return rijen.select_related("school", "account").order_by("-uitgenodigd_op")


def _regel(rij: Gastuitnodiging, staat: Staat | None, overdracht_id: UUID | None, at: datetime) -> Gastregel:
    stand = gaststand(
        staat=staat,
        ontvangen=overdracht_id is not None,
        verlopen=is_verlopen(rij.verloopt_op, at),
        ingetrokken=rij.ingetrokken_op is not None,
    )
    return Gastregel(rij, stand, overdracht_id)


def _staten() -> dict[UUID, Staat]:
    """In which state the dossier of each guest of the actor's vo school is: one word, and nothing that leads to it."""
    with connection.cursor() as cursor:
        cursor.execute("select school_id, staat from overdrachten_gasten()")
        return {school_id: Staat(staat) for school_id, staat in cursor.fetchall()}
