"""How is an event written? One function, called by every act and every look at personal data."""

from __future__ import annotations

import json
from datetime import datetime
from uuid import UUID

from django.db import connection

from overstap.foundation.access import Actor

type_gegeven = str | int | bool | None | list[str]

# Not by the ORM: that asks for the new id (RETURNING), and whoever writes an event may not always read it back,
# such as the system without an organisation. The trigger fills the chain.
_SCHRIJF = """
insert into audit_auditevent (keten, nummer, wat, op, dossier_id, actor_id, rol, organisatie_id, object_id, gegevens)
values ('', 0, %s, %s, %s, %s, %s, %s, %s, %s::jsonb)
"""


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
    with connection.cursor() as cursor:
        cursor.execute(
            _SCHRIJF,
            [wat, at, dossier_id, by.id, by.rol.value, by.organisatie_id, object_id, json.dumps(gegevens)],
        )
