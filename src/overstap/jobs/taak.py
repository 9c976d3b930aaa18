"""How does a function become a job: under which actor, with which clock, and how often is it tried again?"""

from __future__ import annotations

import logging
from collections.abc import Callable
from contextlib import nullcontext
from datetime import datetime
from functools import wraps
from typing import TypeVar
from uuid import UUID

from django.utils import timezone
from procrastinate import JobContext, RetryDecision, RetryStrategy
from procrastinate.contrib.django import app
from procrastinate.jobs import Job

from overstap.domain.scholen.queries import oefening_for
from overstap.foundation.access import Actor, Rol
from overstap.foundation.queue import WACHTRIJ
from overstap.foundation.rls import als
from overstap.integrations.pdf import oefenband

log = logging.getLogger(__name__)

# Which ids a job takes is its own affair.
T = TypeVar("T", bound=Callable[..., None])
# About two hours in all: a full disk is usually back by then.
OPNIEUW = RetryStrategy(max_attempts=12, wait=10, linear_wait=90)
# About twenty hours: a mail server that is away in the evening is back the next day, and nobody has to ask again.
ETMAAL = RetryStrategy(max_attempts=40, wait=10, linear_wait=90)


# Every job by its name, as a plain function.
FUNCTIES: dict[str, Callable[..., None]] = {}
LOS: set[str] = set()
# How often a job is tried; None is what is not done again unasked, also when the worker died in it: nobody knows what
# it had said by then.
POGINGEN: dict[str, RetryStrategy | None] = {}
# What is done when a job was given up, by its name, so that people read it.
OPGEGEVEN: dict[str, Callable[..., None]] = {}
# Which job goes on when the worker died in this one, by how often it was tried before; of the others: the same job.
NA_UITVAL: dict[str, Callable[[int], str]] = {}


class NogNiet(Exception):
    """What this job needs is not there yet; it is tried again later."""


def systeem_voor(organisatie_id: UUID) -> Actor:
    """The system, within what one organisation may see."""
    return Actor(rol=Rol.SYSTEEM, organisatie_id=organisatie_id)


def taak(
    naam: str,
    *,
    na_uitval: Callable[[int], str] | None = None,
    opnieuw: RetryStrategy | None = OPNIEUW,
    opgegeven: Callable[..., None] | None = None,
    los: bool = False,
) -> Callable[[T], T]:
    """Register `functie(*, by, at, **ids)` as the job `naam`; the function itself stays as it is.

    The job's arguments are the ids as texts, among them the `organisatie_id` for which it runs. `na_uitval` names the
    job that goes on with the same ids when the worker dies in this one, by how often it was tried before. Without
    `opnieuw` a failure is for good: what was said to somebody outside is not said again unasked. `opgegeven` gets the
    same `by`, `at` and ids after the last try, in a transaction of its own, to write down for people that it was given
    up. What is `los` opens its own transactions (`als(by)`), because it talks to others in between and no transaction
    waits for them.
    """

    def registreer(functie: T) -> T:
        @app.task(name=naam, queue=WACHTRIJ, retry=opnieuw or False, pass_context=True)
        @wraps(functie)
        def draai(context: JobContext, /, *, organisatie_id: str, **ids: str) -> None:
            try:
                voer_uit(naam, organisatie_id, ids, timezone.now())
            except Exception as fout:
                if wanneer_weer(context.job, fout) is None:
                    geef_op(context.job, timezone.now())
                raise

        FUNCTIES[naam], POGINGEN[naam] = functie, opnieuw
        if opgegeven is not None:
            OPGEGEVEN[naam] = opgegeven
        if los:
            LOS.add(naam)
        if na_uitval is not None:
            NA_UITVAL[naam] = na_uitval
        return functie

    return registreer


def voer_uit(naam: str, organisatie_id: str, ids: dict[str, str], at: datetime) -> None:
    """Do one job now, within what its organisation may see."""
    actor = systeem_voor(UUID(organisatie_id))
    with oefenband(aan=oefening_for(actor) is not None), nullcontext() if naam in LOS else als(actor):
        FUNCTIES[naam](by=actor, at=at, **_als_uuid(ids))


def wanneer_weer(job: Job, fout: BaseException) -> RetryDecision | None:
    """When a job that failed is tried again; None when it is given up."""
    pogingen = POGINGEN.get(job.task_name)
    return pogingen.get_retry_decision(exception=fout, job=job) if pogingen else None


def geef_op(job: Job, at: datetime) -> None:
    """Do what this job does when it is given up, within what its organisation may see; most do nothing."""
    if job.task_name not in OPGEGEVEN:
        return
    ids = {naam: str(waarde) for naam, waarde in job.task_kwargs.items()}
    try:
        with als(systeem_voor(UUID(ids.pop("organisatie_id")))) as actor:
            OPGEGEVEN[job.task_name](by=actor, at=at, **_als_uuid(ids))
    except Exception:
        # It is given up all the same, and what made it fail may not be hidden behind this.
        log.exception("opgeven van taak %s mislukte ook", job.task_name)


def _als_uuid(ids: dict[str, str]) -> dict[str, UUID]:
    return {sleutel: UUID(waarde) for sleutel, waarde in ids.items()}
