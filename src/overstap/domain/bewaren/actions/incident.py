"""How is it written down that somebody asked what an incident touched?"""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from overstap.foundation.access import Actor, Recht
from overstap.foundation.audit.record import record


def noteer_incident(*, account_id: UUID | None, aantal: int, by: Actor, at: datetime) -> None:
    """Write down that the list of an incident was taken along: about which account, and how many pupils."""
    by.require(Recht.MEDEWERKERS_BEHEREN)
    record("incident.meegenomen", by=by, at=at, object_id=account_id, aantal=aantal)


def noteer_documentvraag(*, aantal: int, by: Actor, at: datetime) -> None:
    """Write down that somebody asked where a document lies, and in how many places it was found."""
    by.require(Recht.MEDEWERKERS_BEHEREN)
    record("incident.document_gezocht", by=by, at=at, aantal=aantal)


def noteer_logboek(*, aantal: int, by: Actor, at: datetime) -> None:
    """Write down that the logboek of the organisation was taken along: how many lines."""
    by.require(Recht.MEDEWERKERS_BEHEREN)
    record("logboek.meegenomen", by=by, at=at, aantal=aantal)
