"""How does a function become a job: under which actor, with which clock, and how often is it tried again?"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import nullcontext
from datetime import datetime
from functools import wraps
from typing import TypeVar
from uuid import UUID

from django.utils import timezone
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from overstap.domain.scholen.queries import oefening_for
from overstap.foundation.access import Actor, Rol
from overstap.foundation.queue import WACHTRIJ
from overstap.foundation.rls import als
from overstap.integrations.pdf import oefenband

# Which ids a job takes is its own affair.
T = TypeVar("T", bound=Callable[..., None])
# About two hours in all: a mail server or a full disk is usually back by then.
OPNIEUW = RetryStrategy(max_attempts=12, wait=10, linear_wait=90)


# Every job by its name, as a plain function.
FUNCTIES: dict[str, Callable[..., None]] = {}
LOS: set[str] = set()
# What is not done again unasked, also when the worker died in it: nobody knows what it had said by then.
EENMALIG: set[str] = set()
# Which job goes on when the worker died in this one, by how often it was tried before; of the others: the same job.
NA_UITVAL: dict[str, Callable[[int], str]] = {}


class NogNiet(Exception):
    """What this job needs is not there yet; it is tried again later."""


def systeem_voor(organisatie_id: UUID) -> Actor:
    """The system, within what one organisation may see."""
    return Actor(rol=Rol.SYSTEEM, organisatie_id=organisatie_id)


def taak(
    naam: str, *, na_uitval: Callable[[int], str] | None = None, opnieuw: bool = True, los: bool = False
) -> Callable[[T], T]:
    """Register `functie(*, by, at, **ids)` as the job `naam`; the function itself stays as it is.

    The job's arguments are the ids as texts, among them the `organisatie_id` for which it runs. `na_uitval` names the
    job that goes on with the same ids when the worker dies in this one, by how often it was tried before. Without
    `opnieuw` a failure is for good: what was said to somebody outside is not said again unasked. What is `los` opens
    its own transactions (`als(by)`), because it talks to others in between and no transaction waits for them.
    """

    def registreer(functie: T) -> T:
        @app.task(name=naam, queue=WACHTRIJ, retry=OPNIEUW if opnieuw else False)
        @wraps(functie)
        def draai(*, organisatie_id: str, **ids: str) -> None:
            voer_uit(naam, organisatie_id, ids, timezone.now())

        FUNCTIES[naam] = functie
        if not opnieuw:
            EENMALIG.add(naam)
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
        FUNCTIES[naam](by=actor, at=at, **{sleutel: UUID(waarde) for sleutel, waarde in ids.items()})
