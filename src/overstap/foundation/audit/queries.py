"""What happened to one dossier, or in some days, as far as this actor may know it?"""

from __future__ import annotations

from datetime import datetime
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


def gebeurtenissen_tussen_for(actor: Actor, van: datetime, tot: datetime) -> QuerySet[AuditEvent]:
    """What happened from `van` until `tot`, oldest first, as far as a colleague may read it; nobody else anything.

    Row-level security decides: what the own organisation did, and for a basisschool also what others did with its
    pupils.
    """
    rijen = AuditEvent.objects.filter(op__gte=van, op__lt=tot).order_by("op", "keten", "nummer")
    return rijen if actor.organisatie_id is not None else rijen.none()


def gebeurtenissen_over_for(actor: Actor, object_id: UUID) -> QuerySet[AuditEvent]:
    """The events about one thing that hangs on no dossier, as far as the actor's own organisation wrote them."""
    return AuditEvent.objects.filter(object_id=object_id, organisatie_id=actor.werkt_bij).order_by("-op", "-nummer")
