"""How does an act ask for work that happens later, and did that work fail? By the name of a job and its ids."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db import connection
from procrastinate.contrib.django import app

WACHTRIJ = "overstap"

type_ontvanger = Callable[[str, dict[str, str]], None]
_ontvanger: ContextVar[type_ontvanger | None] = ContextVar("ontvanger", default=None)


def defer(taak: str, **ids: UUID | str) -> None:
    """Queue a job by name with ids only; a rolled-back act queues nothing.

    Every job that reads rows takes `organisatie_id`: the worker acts within what that organisation may see.
    """
    teksten = {naam: str(waarde) for naam, waarde in ids.items()}
    ontvanger = _ontvanger.get()
    if ontvanger is not None:
        ontvanger(taak, teksten)
        return
    app.configure_task(name=taak, queue=WACHTRIJ).defer(**teksten)


# The newest job of each thing decides: one that was asked for again is no longer a failed one. It begins at the few
# that failed, which have an index of their own: finding a job by its ids would read the whole queue.
_MISLUKT = """
select m.args->>%(van)s from procrastinate_jobs m
where m.task_name = %(taak)s and m.status in ('failed', 'aborted', 'cancelled') and m.args->>%(van)s = any(%(ids)s)
  and not exists (select from procrastinate_jobs n where n.id > m.id and n.task_name = m.task_name
    and n.args->>%(van)s = m.args->>%(van)s)
"""


def mislukt(taak: str, van: str, ids: Iterable[UUID]) -> frozenset[UUID]:
    """Of the things whose id stands in the argument `van`: those for which this job was given up for good."""
    gevraagd = [str(een) for een in ids]
    if not gevraagd:
        return frozenset()
    with connection.cursor() as cursor:
        cursor.execute(_MISLUKT, {"van": van, "taak": taak, "ids": gevraagd})
        return frozenset(UUID(rij[0]) for rij in cursor.fetchall())


# A success stays as long as an older failure of the same thing: without it that one would be the newest again.
_KLAAR = """
delete from procrastinate_jobs j where j.status in ('succeeded', 'cancelled', 'aborted')
  and (select max(e.at) from procrastinate_events e where e.job_id = j.id) < %s
  and not exists (select from procrastinate_jobs m where m.status = 'failed' and m.task_name = j.task_name
    and m.args = j.args)
"""


def vergeet_klare_taken(voor: datetime) -> int:
    """Remove the jobs that were done with before this moment: their ids say who was worked on when; return how many."""
    with connection.cursor() as cursor:
        cursor.execute(_KLAAR, [voor])
        return int(cursor.rowcount)


@dataclass(frozen=True)
class Wachtstand:
    """How many jobs of one task have one status; `wacht` is the age of the oldest that is due and not begun."""

    taak: str
    status: str
    aantal: int
    wacht: timedelta | None


# What was done with is no news, and there is much of it.
_STAND = """
select j.task_name, j.status::text, count(*),
  %(nu)s - min(coalesce(j.scheduled_at, (select min(e.at) from procrastinate_events e where e.job_id = j.id)))
    filter (where j.status = 'todo' and (j.scheduled_at is null or j.scheduled_at <= %(nu)s))
from procrastinate_jobs j where j.status in ('todo', 'doing', 'failed') group by 1, 2 order by 1, 2
"""


def stand_van_de_wachtrij(nu: datetime) -> list[Wachtstand]:
    """What waits, is done now and was given up, by task: numbers for an operator."""
    with connection.cursor() as cursor:
        cursor.execute(_STAND, {"nu": nu})
        return [Wachtstand(*rij) for rij in cursor.fetchall()]


@contextmanager
def opvangen(ontvanger: type_ontvanger) -> Iterator[None]:
    """Hand the jobs over instead of queueing them, to who does the work at once: the loader of the demo."""
    merk = _ontvanger.set(ontvanger)
    try:
        yield
    finally:
        _ontvanger.reset(merk)
