"""Which acts of the vo school read a report that was sent, and fetch it?"""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from overstap.domain.dossiers.actions import bekeken, zet_staat
from overstap.domain.dossiers.enums import Staat
from overstap.domain.dossiers.queries import controleer_onbeperkt_for, dossier_for
from overstap.domain.dossiers.rules import BIJ_HET_VO, GROND_VO
from overstap.domain.overdrachten.models import Overdracht
from overstap.domain.overdrachten.queries import overdracht_for
from overstap.foundation.access import Actor, Recht
from overstap.foundation.audit.record import record
from overstap.foundation.queue import defer


def lees(*, overdracht_id: UUID, by: Actor, at: datetime) -> Overdracht:
    """A person of the vo school reads the report; the first time is what po sees as `gelezen`."""
    overdracht = _vergrendeld(overdracht_id, by)
    if overdracht.gelezen_op is None:
        overdracht.gelezen_op, overdracht.gelezen_door = at, by.id
        overdracht.save(update_fields=["gelezen_op", "gelezen_door"])
        _verder(overdracht, Staat.GELEZEN, by, at)
        record("overdracht.gelezen", by=by, at=at, dossier_id=overdracht.dossier_id, object_id=overdracht.id)
    bekeken(dossier=overdracht.dossier, wat="rapport", by=by, at=at, object_id=overdracht.versie_id)
    return overdracht


def haal_op(*, overdracht_id: UUID, wat: str, by: Actor, at: datetime) -> Overdracht:
    """A person of the vo school downloads the OSO file or the PDF (`wat` is "oso" or "pdf"), or its program does.

    Raises `Beperkt` while a restriction stands.
    """
    overdracht = _vergrendeld(overdracht_id, by)
    controleer_onbeperkt_for(by, overdracht.dossier)
    if wat == "oso" and overdracht.opgehaald_op is None:
        overdracht.opgehaald_op, overdracht.opgehaald_door_las = at, by.is_programma
        overdracht.opgehaald_door = None if by.is_programma else by.id
        overdracht.save(update_fields=["opgehaald_op", "opgehaald_door", "opgehaald_door_las"])
        _verder(overdracht, Staat.OPGEHAALD, by, at)
        ids = {"dossier_id": overdracht.dossier_id, "overdracht_id": overdracht.id}
        defer("webhook.dossier_opgehaald", organisatie_id=overdracht.school_id, **ids)
    record(
        "overdracht.opgehaald", by=by, at=at, dossier_id=overdracht.dossier_id, object_id=overdracht.id, vorm=wat,
        versie=str(overdracht.versie_id), grond=GROND_VO,
    )  # fmt: skip
    return overdracht


def _vergrendeld(overdracht_id: UUID, by: Actor) -> Overdracht:
    """The running transfer to the actor's school, behind the lock of its dossier.

    First the dossier, then what hangs on it, as the acts of the basisschool do: two orders would wait for each other.
    """
    by.require(Recht.DOSSIER_ONTVANGEN)
    dossier_for(by, overdracht_for(by, overdracht_id).dossier_id, vergrendel=True)
    return overdracht_for(by, overdracht_id)


def _verder(overdracht: Overdracht, naar: Staat, by: Actor, at: datetime) -> None:
    dossier = overdracht.dossier
    if dossier.staat in BIJ_HET_VO and dossier.staat != naar:
        zet_staat(dossier=dossier, naar=naar, by=by, at=at)
