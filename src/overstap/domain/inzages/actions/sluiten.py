"""Which act ends that somebody reads, also after signing, and which one lets this person in again?"""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from overstap.domain.dossiers.actions import beeindig_toegang, geef_toegang
from overstap.domain.dossiers.enums import Reden
from overstap.domain.dossiers.models import Dossier
from overstap.domain.dossiers.queries import dossier_for
from overstap.domain.inzages.actions.uitnodigen import InzageGeweigerd
from overstap.domain.inzages.enums import Sluitreden, Wijze
from overstap.domain.inzages.models import Inzage
from overstap.domain.inzages.queries import codeverzoeken_van, inzage_for
from overstap.foundation.access import Actor, Recht
from overstap.foundation.audit.record import record


def sluit_toegang(*, dossier_id: UUID, inzage_id: UUID, reden: Sluitreden, by: Actor, at: datetime) -> None:
    """End at once that this person reads; what was offered, signed and written stays as proof.

    The link and the code keep working, so that the next visit says in neutral words that reading ended: it opens
    nothing else any more, in the database either.
    """
    dossier, inzage = _digitaal(dossier_id, inzage_id, by)
    if inzage.gesloten_op is not None:
        return
    inzage.gesloten_op, inzage.gesloten_door, inzage.sluitreden = at, by.persoon_id, reden
    inzage.save(update_fields=["gesloten_op", "gesloten_door", "sluitreden"])
    beeindig_toegang(dossier=dossier, ouder_id=inzage.ouder_id, by=by, at=at)
    codeverzoeken_van(by, inzage).delete()
    record("ouders.toegang_gesloten", by=by, at=at, dossier_id=dossier.id, object_id=inzage.id, reden=reden.value)


def open_toegang(*, dossier_id: UUID, inzage_id: UUID, by: Actor, at: datetime) -> None:
    """Let somebody in again whose access was closed, with the code of before; the logboek keeps both."""
    dossier, inzage = _digitaal(dossier_id, inzage_id, by)
    if inzage.gesloten_op is None:
        return
    inzage.gesloten_op, inzage.gesloten_door, inzage.sluitreden = None, None, ""
    inzage.save(update_fields=["gesloten_op", "gesloten_door", "sluitreden"])
    geef_toegang(dossier=dossier, reden=Reden.INZAGE, ouder_id=inzage.ouder_id, by=by, at=at)
    record("ouders.toegang_geopend", by=by, at=at, dossier_id=dossier.id, object_id=inzage.id)


def _digitaal(dossier_id: UUID, inzage_id: UUID, by: Actor) -> tuple[Dossier, Inzage]:
    by.require(Recht.OUDERS_UITNODIGEN)
    dossier = dossier_for(by, dossier_id, vergrendel=True)
    inzage = inzage_for(by, dossier, inzage_id, vergrendel=True)
    if inzage.wijze != Wijze.DIGITAAL:
        raise InzageGeweigerd("Deze persoon kreeg het rapport op papier en heeft geen toegang.")
    return dossier, inzage
