"""How does what two people released go: first the rows, then the keys and the files?"""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from overstap.domain.bewaren.actions import BYTES, RIJEN, haal_rijen_weg, vernietig_bytes
from overstap.foundation.access import Actor
from overstap.jobs.taak import taak


@taak(RIJEN)
def rijen(*, regel_id: UUID, by: Actor, at: datetime) -> None:
    """Take the rows of one line of a released list away, and ask for its keys and files."""
    haal_rijen_weg(regel_id=regel_id, by=by, at=at)


@taak(BYTES)
def sleutels_en_bestanden(*, regel_id: UUID, by: Actor, at: datetime) -> None:
    """Destroy the keys and files of one line whose rows are gone."""
    vernietig_bytes(regel_id=regel_id, by=by, at=at)
