"""How does a school let somebody look along, how does that end, and how is every look written down?"""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from overstap.domain.dossiers.queries import dossier_for
from overstap.domain.meekijken.models import Meekijktoestemming
from overstap.domain.meekijken.queries import helpers_for
from overstap.domain.meekijken.rules import MeekijkenGeweigerd, duur
from overstap.foundation.access import Actor, Recht, Rol
from overstap.foundation.audit.record import record
from overstap.foundation.rls import als


def sta_meekijken_toe(*, helper_id: UUID, minuten: int, by: Actor, at: datetime) -> UUID:
    """Let one helper of the own region look along from now on; returns the consent.

    Raises `MeekijkenGeweigerd` when that person does not help here, or while somebody looks along already.
    """
    helper = helpers_for(by).filter(account_id=helper_id).exclude(account_id=by.persoon_id).first()
    if helper is None:
        raise MeekijkenGeweigerd("Kies wie mag meekijken.", "helper_id")
    tot = at + duur(minuten)
    open_ = Meekijktoestemming.objects.select_for_update().filter(school_id=by.werkt_bij, beeindigd_op=None)
    if any(een.tot > at for een in open_):
        raise MeekijkenGeweigerd("Er kijkt al iemand mee. Stop dat eerst.")
    # What ended by itself makes room for the next.
    open_.update(beeindigd_op=at)
    rij = Meekijktoestemming.objects.create(
        school_id=by.werkt_bij, plek_id=helper.organisatie_id, helper_id=helper.account_id,
        gegeven_door_id=by.persoon_id, gegeven_op=at, tot=tot,
    )  # fmt: skip
    record("meekijken.toegestaan", by=by, at=at, object_id=rij.id, helper=str(helper.account_id), minuten=minuten)
    return rij.id


def stop_meekijken(*, by: Actor, at: datetime) -> None:
    """End it at once; harmless when nobody looks along. Every colleague who reads dossiers may."""
    by.require(Recht.DOSSIER_BEKIJKEN)
    rij = Meekijktoestemming.objects.select_for_update().filter(school_id=by.werkt_bij, beeindigd_op=None).first()
    if rij is None or rij.tot <= at:
        return
    rij.beeindigd_op, rij.beeindigd_door = at, by.persoon_id
    rij.save(update_fields=["beeindigd_op", "beeindigd_door"])
    record("meekijken.beeindigd", by=by, at=at, object_id=rij.id)


def kijk_mee(*, toestemming: Meekijktoestemming, dossier_id: UUID | None, by: Actor, at: datetime) -> None:
    """Write down that the helper opens a page of the school (`dossier_id`: about this pupil), before it is drawn.

    In a transaction of its own: the one in which the page is drawn cannot write. Of a pupil it is the event that
    parents read. Raises `NietGevonden` for a dossier that is not this school's.
    """
    with als(by):
        if dossier_id is not None:
            dossier_for(by, dossier_id)
    with als(Actor(Rol.SYSTEEM, organisatie_id=by.werkt_bij)):
        wat = "dossier.bekeken" if dossier_id else "meekijken.bekeken"
        record(wat, by=by, at=at, dossier_id=dossier_id, object_id=toestemming.id)
