"""Which programs may act for an organisation, with which keys, and who is behind a key?"""

from __future__ import annotations

import hmac
from datetime import date, datetime
from uuid import UUID

from django.db import connection
from django.db.models import QuerySet

from overstap.domain.koppelingen.enums import Bereik
from overstap.domain.koppelingen.models import Koppeling, Toegangssleutel
from overstap.domain.koppelingen.rules import RECHT_VAN, Sleuteldelen, loopt, vingerafdruk
from overstap.foundation.access import Actor, NietGevonden, Rol


def koppelingen_for(actor: Actor) -> QuerySet[Koppeling]:
    """The programs of the actor's own organisation that were not ended, also those past their last day."""
    rijen = Koppeling.objects.filter(organisatie_id=actor.werkt_bij, beeindigd_op=None)
    return rijen.select_related("gemaakt_door").order_by("naam", "id")


def koppeling_for(actor: Actor, koppeling_id: UUID, *, vergrendel: bool = False) -> Koppeling:
    """One of them; raises `NietGevonden`."""
    rijen = koppelingen_for(actor)
    rijen = rijen.select_for_update(of=("self",)) if vergrendel else rijen
    koppeling = rijen.filter(id=koppeling_id).first()
    if koppeling is None:
        raise NietGevonden
    return koppeling


def sleutels_for(actor: Actor, koppeling: Koppeling) -> QuerySet[Toegangssleutel]:
    """The keys of a program that work, the oldest first."""
    rijen = Toegangssleutel.objects.filter(
        organisatie_id=actor.werkt_bij, koppeling_id=koppeling.id, ingetrokken_op=None
    )
    return rijen.select_related("gemaakt_door").order_by("gemaakt_op", "id")


def sleutel_for(actor: Actor, koppeling: Koppeling, sleutel_id: UUID) -> Toegangssleutel:
    """One of them; raises `NietGevonden`."""
    sleutel = sleutels_for(actor, koppeling).filter(id=sleutel_id).first()
    if sleutel is None:
        raise NietGevonden
    return sleutel


def achter_sleutel_for(actor: Actor, delen: Sleuteldelen, at: datetime) -> Toegangssleutel:
    """The row of a key that opens something now, with its koppeling; `actor` is the system within its organisation.

    Raises `NietGevonden`, with the same question to the database whatever is wrong with it.
    """
    rijen = Toegangssleutel.objects.filter(organisatie_id=actor.werkt_bij, id=delen.sleutel_id)
    sleutel = rijen.select_related("koppeling__organisatie__regio").first()
    verwacht = bytes(sleutel.hash) if sleutel else b""
    if not hmac.compare_digest(verwacht, vingerafdruk(delen)) or sleutel is None:
        raise NietGevonden
    koppeling = sleutel.koppeling
    if sleutel.ingetrokken_op or not loopt(tot=koppeling.tot, beeindigd_op=koppeling.beeindigd_op, at=at):
        raise NietGevonden
    return sleutel


def als_actor_for(actor: Actor, koppeling: Koppeling) -> Actor:
    """Who acts with a key of this koppeling; `actor` is the system within its organisation."""
    return Actor(
        rol=Rol.KOPPELING,
        id=koppeling.id,
        organisatie_id=actor.werkt_bij,
        bereik=frozenset(RECHT_VAN[Bereik(een)] for een in koppeling.bereik),
    )


def koppelingnamen_for(actor: Actor) -> dict[UUID, str]:
    """The names of the programs of the actor's own organisation by id, also of those that were ended."""
    return dict(Koppeling.objects.filter(organisatie_id=actor.werkt_bij).values_list("id", "naam"))


def ophalers_for(actor: Actor, organisatie_id: UUID, bereik: Bereik, vandaag: date) -> list[str]:
    """The names of the programs with which an organisation may do this now; of another the actor sees nothing else."""
    del actor
    with connection.cursor() as cursor:
        cursor.execute("select koppelingen_namen(%s, %s, %s)", [organisatie_id, bereik.value, vandaag])
        return [str(naam) for (naam,) in cursor.fetchall()]
