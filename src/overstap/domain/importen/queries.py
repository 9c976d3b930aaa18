"""Which uploads wait, and what do we already have of the pupil in one?"""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from overstap.domain.dossiers.models import Dossier
from overstap.domain.dossiers.queries import zelfde_nummer_for
from overstap.domain.importen.models import Upload
from overstap.domain.importen.snapshot import Gelezen
from overstap.foundation.access import Actor, NietGevonden, Recht
from overstap.foundation.sleutels.kast import Slot


def uploads_for(actor: Actor, at: datetime) -> QuerySet[Upload]:
    """The uploads of the actor's school that still wait for a decision."""
    return Upload.objects.filter(school_id=actor.organisatie_id, vervalt_op__gt=at).order_by("geupload_op")


def upload_for(actor: Actor, upload_id: UUID, at: datetime) -> Upload:
    """One waiting upload; raises `NietGevonden`, also when its 24 hours have passed."""
    actor.require(Recht.IMPORT_UITVOEREN)
    upload = uploads_for(actor, at).filter(id=upload_id).first()
    if upload is None:
        raise NietGevonden
    return upload


def bytes_for(actor: Actor, upload: Upload) -> bytes:
    """The uploaded file as it came."""
    return Slot(upload.sleutel_id).ontsleutel(upload.geheim, f"upload:{upload.id}")


def bekend_for(actor: Actor, gelezen: Gelezen) -> Dossier | None:
    """The dossier that this school already has of this pupil, found by number, never by name."""
    return zelfde_nummer_for(actor, gelezen.nummer.waarde) if gelezen.nummer else None
