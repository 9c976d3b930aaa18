"""How does an act ask for work that happens later? By the name of a job, in its own transaction."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from uuid import UUID

from procrastinate.contrib.django import app

WACHTRIJ = "overstap"

type_ontvanger = Callable[[str, dict[str, str]], None]
_ontvanger: ContextVar[type_ontvanger | None] = ContextVar("ontvanger", default=None)


def defer(taak: str, **ids: UUID | str) -> None:
    """Queue a job by name with ids only; a rolled-back act queues nothing.

    Every job takes `organisatie_id`: the worker acts within what that organisation may see.
    """
    teksten = {naam: str(waarde) for naam, waarde in ids.items()}
    ontvanger = _ontvanger.get()
    if ontvanger is not None:
        ontvanger(taak, teksten)
        return
    app.configure_task(name=taak, queue=WACHTRIJ).defer(**teksten)


@contextmanager
def opvangen(ontvanger: type_ontvanger) -> Iterator[None]:
    """Hand the jobs over instead of queueing them, to who does the work at once: the loader of the demo."""
    merk = _ontvanger.set(ontvanger)
    try:
        yield
    finally:
        _ontvanger.reset(merk)
