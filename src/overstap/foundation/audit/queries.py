"""What happened to one dossier, as far as this actor may know it?"""

from __future__ import annotations

from uuid import UUID

from django.db.models import QuerySet

from overstap.foundation.access import Actor
from overstap.foundation.audit.models import AuditEvent


def gebeurtenissen_for(actor: Actor, dossier_id: UUID) -> QuerySet[AuditEvent]:
    """The events of one dossier, newest first.

    Row-level security decides how much that is: the pupil's own school reads everything, another
    organisation its own acts, a parent the own acts and who else looked or sent (art. 15-1-c AVG).
    """
    rijen = AuditEvent.objects.filter(dossier_id=dossier_id).order_by("-op", "-nummer")
    if actor.ouder_id is None and actor.organisatie_id is None:
        return rijen.none()
    return rijen


def gebeurtenissen_over_for(actor: Actor, object_id: UUID) -> QuerySet[AuditEvent]:
    """The events about one thing that hangs on no dossier, as far as the actor's own organisation wrote them."""
    return AuditEvent.objects.filter(object_id=object_id, organisatie_id=actor.werkt_bij).order_by("-op", "-nummer")
