"""How does an act ask for work that happens later? By the name of a job, in its own transaction."""

from __future__ import annotations

from uuid import UUID

from procrastinate.contrib.django import app


def defer(taak: str, **ids: UUID | str) -> None:
    """Queue a job by name with ids only; a rolled-back act queues nothing.

    Every job takes `organisatie_id`: the worker acts within what that organisation may see.
    """
    app.configure_task(name=taak, queue="overstap").defer(**{naam: str(waarde) for naam, waarde in ids.items()})
