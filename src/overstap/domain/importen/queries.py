"""Which uploads wait, and what do we already have of the pupil in one?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from overstap.domain.dossiers.enums import Staat
from overstap.domain.dossiers.models import Dossier
from overstap.domain.dossiers.queries import slot_for, zelfde_nummer_for
from overstap.domain.dossiers.rules import NietInvulbaar, controleer_invulbaar
from overstap.domain.importen.models import Upload
from overstap.domain.importen.rules import (
    ImportGeweigerd,
    controleer_overneembaar,
    controleer_school,
    controleer_zelfde_leerling,
    met_zelfde_rijsleutels,
)
from overstap.domain.importen.snapshot import Gelezen
from overstap.domain.rapporten.queries import concept_for, geschreven_for
from overstap.domain.rapporten.snapshot import Inhoud, Verschil, verschil
from overstap.domain.scholen.queries import organisatie_for
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


@dataclass(frozen=True)
class Voorbeeld:
    """What taking a file over would do. `bezwaar` is a sentence when it cannot be taken over, else empty."""

    bekend: Dossier | None
    wijzigingen: tuple[Verschil, ...]
    bezwaar: str


def voorbeeld_for(actor: Actor, gelezen: Gelezen) -> Voorbeeld:
    """Is the pupil new or already known, what would change, and is there something in the way?"""
    bekend = bekend_for(actor, gelezen)
    oud = _geschreven(actor, bekend) if bekend else Inhoud()
    try:
        controleer_overneembaar(gelezen)
        controleer_school(gelezen, organisatie_for(actor).brin)
        if bekend:
            controleer_invulbaar(Staat(bekend.staat))
            controleer_zelfde_leerling(oud.get("geboortedatum"), gelezen.inhoud.get("geboortedatum"))
    except (ImportGeweigerd, NietInvulbaar) as reden:
        return Voorbeeld(bekend, (), reden.zin)
    nieuw = oud.ververst_uit_las(met_zelfde_rijsleutels(gelezen.inhoud, oud)) if bekend else gelezen.inhoud
    return Voorbeeld(bekend, verschil(oud, nieuw) if bekend else (), "")


def _geschreven(actor: Actor, dossier: Dossier) -> Inhoud:
    return geschreven_for(actor, concept_for(actor, dossier), slot_for(actor, dossier))
