"""How is an event written? One function, called by every act and every look at personal data."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from overstap.foundation.access import Actor
from overstap.foundation.audit.models import AuditEvent

type_gegeven = str | int | bool | None | list[str]


def record(
    wat: str,
    *,
    by: Actor,
    at: datetime,
    dossier_id: UUID | None = None,
    object_id: UUID | None = None,
    **gegevens: type_gegeven,
) -> None:
    """Write one event; it stands or falls with the transaction of the act.

    `wat` is noun.participle ("advies.vastgesteld"). `gegevens` are ids, counts and codes of
    articles; personal data never belong in it.
    """
    AuditEvent.objects.create(
        wat=wat,
        op=at,
        dossier_id=dossier_id,
        actor_id=by.id,
        rol=by.rol.value,
        organisatie_id=by.organisatie_id,
        object_id=object_id,
        gegevens=gegevens,
        nummer=0,
    )
