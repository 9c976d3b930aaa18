"""Which uploads wait?"""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from overstap.domain.importen.models import Upload
from overstap.foundation import opslag
from overstap.foundation.access import Actor, NietGevonden, Recht
from overstap.foundation.sleutels.kast import Slot


def uploads_for(actor: Actor, at: datetime) -> QuerySet[Upload]:
    """The uploads of the actor's school that still wait for a decision."""
    return Upload.objects.filter(school_id=actor.organisatie_id, vervalt_op__gt=at).order_by("geupload_op")


def upload_for(actor: Actor, upload_id: UUID, at: datetime) -> Upload:
    """One waiting upload; raises `NietGevonden`, also when its 24 hours have passed."""
    actor.require(uploadrecht(actor))
    upload = uploads_for(actor, at).filter(id=upload_id).first()
    if upload is None:
        raise NietGevonden
    return upload


def uploadlezer_for(actor: Actor, upload: Upload) -> opslag.Lezer:
    """The uploaded file as it came, open, to be closed."""
    del actor
    return opslag.lezer(upload.bestand_id, Slot(upload.sleutel_id), f"upload:{upload.bestand_id}")


def ontvangstrecht(actor: Actor) -> Recht:
    """The right to take in a file of another school: of a vo school to receive, of a samenwerkingsverband to handle."""
    zorg = Recht.ZORGAANMELDING_BEHANDELEN
    return zorg if actor.mag(zorg) else Recht.DOSSIER_ONTVANGEN


def uploadrecht(actor: Actor) -> Recht:
    """The right that an upload asks for: of who takes it in that one, of a basisschool to import."""
    recht = ontvangstrecht(actor)
    return recht if actor.mag(recht) else Recht.IMPORT_UITVOEREN
