"""How does a mail leave, and from an oefenschool never? The one way for every job."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from overstap.domain.oefenscholen.actions import bewaar_oefenmail
from overstap.domain.scholen.queries import oefening_for
from overstap.foundation.access import Actor
from overstap.integrations import mail


def verstuur(
    aan: str, onderwerp: str, tekst: str, *, by: Actor, at: datetime, kenmerk: tuple[UUID, UUID] | None = None
) -> None:
    """Send one mail of the organisation for which `by` acts; in an oefenschool keep it where who practises reads it.

    Raises what `mail.verstuur` raises.
    """
    if oefening_for(by) is not None:
        bewaar_oefenmail(aan=aan, onderwerp=onderwerp, tekst=tekst, by=by, at=at)
        return
    mail.verstuur(aan, onderwerp, tekst, kenmerk=kenmerk)
