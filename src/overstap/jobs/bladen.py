"""When is a loose sheet read to find its pupil? After it came in: opening a PDF takes a process of its own."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from overstap.domain.bijlagen.actions import leg_voorstel_vast
from overstap.domain.bijlagen.queries import blad_for, bladlezer_for
from overstap.domain.importen.queries import voorstel_na_lezen_for
from overstap.foundation.access import Actor
from overstap.integrations.schoonmaak import lees_tekst
from overstap.jobs.taak import taak


@taak("blad.zoeken")
def zoek(*, blad_id: UUID, by: Actor, at: datetime) -> None:
    """Read the first page of one sheet and propose again; nothing when somebody decided meanwhile."""
    blad = blad_for(by, blad_id, at)
    if blad is None:
        return
    with bladlezer_for(by, blad.rij) as lezer:
        tekst = lees_tekst(lezer.read())
    leg_voorstel_vast(blad_id=blad_id, voorstel=voorstel_na_lezen_for(by, blad, tekst), by=by, at=at)
