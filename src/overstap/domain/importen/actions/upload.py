"""Which acts keep an uploaded file, look at it, refuse it and clear it away?"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from functools import partial
from uuid import UUID, uuid4

from django.db import transaction

from overstap.domain.dossiers.models import Dossier
from overstap.domain.importen.actions.overnemen import neem_gelezen_over
from overstap.domain.importen.enums import Ontvangstherkomst
from overstap.domain.importen.models import Upload
from overstap.domain.importen.queries import ontvangstrecht, upload_for, uploadlezer_for, uploadrecht, uploads_for
from overstap.domain.importen.rules import BEWAARTIJD, UPLOADS_HOOGSTENS, controleer_ruimte
from overstap.domain.importen.snapshot import Gelezen
from overstap.foundation import opslag
from overstap.foundation.access import Actor, NietGevonden, Recht
from overstap.foundation.audit.record import record
from overstap.foundation.sleutels.kast import Slot, maak_sleutel, vernietig_sleutel


def bewaar_upload(
    *, stukken: Iterable[bytes], by: Actor, at: datetime, herkomst: Ontvangstherkomst | None = None
) -> UUID:
    """Keep an uploaded file, encrypted piece by piece, until a person decides (24 hours at the most). Returns its id.

    `herkomst` says where a vo school got it. Raises `ImportGeweigerd` when too many wait already.
    """
    by.require(ontvangstrecht(by) if herkomst else Recht.BESTAND_AANLEVEREN)
    controleer_ruimte(uploads_for(by, at).count(), UPLOADS_HOOGSTENS, "bestanden")
    upload_id, bestand_id, sleutel_id = uuid4(), uuid4(), maak_sleutel(at=at)
    with opslag.schrijver(bestand_id, Slot(sleutel_id), f"upload:{bestand_id}") as uit:
        for stuk in stukken:
            uit.write(stuk)
    Upload.objects.create(
        id=upload_id,
        school_id=by.werkt_bij,
        sleutel_id=sleutel_id,
        bestand_id=bestand_id,
        omvang=uit.omvang,
        herkomst=herkomst or "",
        geupload_op=at,
        # Of a program the koppeling: who decides about the file is a person all the same.
        geupload_door=by.wie_id,
        vervalt_op=at + BEWAARTIJD,
    )
    record("upload.bewaard", by=by, at=at, object_id=upload_id)
    return upload_id


def neem_over(
    *, upload_id: UUID, gelezen: Gelezen, by: Actor, at: datetime, bevestigd: bool = False, ander: bool = False
) -> Dossier:
    """Take an accepted file over: a new dossier, or newer LAS data in the one we have. The upload goes away.

    Raises what `neem_gelezen_over` raises; the upload then stays, so that nothing is lost.
    """
    upload = upload_for(by, upload_id, at)
    with transaction.atomic():
        # Who comes second with the same upload finds it gone, and makes no second dossier.
        if not ruim_upload_op(upload=upload, by=by, at=at):
            raise NietGevonden
        return neem_gelezen_over(gelezen=gelezen, by=by, at=at, bevestigd=bevestigd, ander=ander)


def bekijk(*, upload_id: UUID, by: Actor, at: datetime) -> opslag.Lezer:
    """Open a waiting upload to judge it, and write down that somebody looked. Returns the file as it came."""
    by.require(uploadrecht(by))
    lezer = uploadlezer_for(by, upload_for(by, upload_id, at))
    record("upload.bekeken", by=by, at=at, object_id=upload_id)
    return lezer


def weiger(*, upload_id: UUID, by: Actor, at: datetime) -> None:
    """Throw an upload away unread by any dossier."""
    by.require(uploadrecht(by))
    upload = upload_for(by, upload_id, at)
    ruim_upload_op(upload=upload, by=by, at=at)
    record("upload.geweigerd", by=by, at=at, object_id=upload_id)


def ruim_uploads_op(*, by: Actor, at: datetime) -> int:
    """Clear away the uploads of the actor's organisation whose 24 hours have passed; returns how many."""
    aantal = 0
    for upload in Upload.objects.filter(school_id=by.werkt_bij, vervalt_op__lte=at):
        if ruim_upload_op(upload=upload, by=by, at=at):
            record("upload.verlopen", by=by, at=at, object_id=upload.id)
            aantal += 1
    return aantal


def ruim_upload_op(*, upload: Upload, by: Actor, at: datetime) -> bool:
    """Whether the upload was still there to clear away."""
    weg, _ = Upload.objects.filter(id=upload.id).delete()
    # Only after the row is really gone: what is destroyed too early would be lost by a rolled-back act.
    transaction.on_commit(partial(opslag.haal_weg, upload.bestand_id))
    transaction.on_commit(partial(vernietig_sleutel, upload.sleutel_id, at=at))
    return bool(weg)
