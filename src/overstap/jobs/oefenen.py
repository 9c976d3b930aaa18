"""When is an oefenschool filled, and when does everything in it go?"""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.utils import timezone
from procrastinate.contrib.django import app

from overstap.domain.oefenscholen.actions import oefenschool_klaar, plan_wissen, wis_bytes, wis_rijen
from overstap.domain.oefenscholen.queries import TAAK_MAKEN, TAAK_WISSEN, oefenschool_for
from overstap.domain.scholen.enums import Organisatiesoort
from overstap.domain.scholen.queries import organisaties_for
from overstap.foundation.access import SYSTEEM, Actor, NietGevonden
from overstap.foundation.poort import poort
from overstap.foundation.queue import WACHTRIJ
from overstap.foundation.rls import als
from overstap.jobs.taak import systeem_voor, taak


@taak(TAAK_MAKEN, los=True)
def maak_oefenschool(*, oefenschool_id: UUID, by: Actor, at: datetime) -> None:
    """Make the schools and let the pupils walk through the real acts; one that was begun goes on where it stopped."""
    with als(by):
        rij = oefenschool_for(by)
    if rij is None or rij.id != oefenschool_id or rij.klaar_op is not None:
        return
    # Each pupil in a transaction of its own, as each of these people: nothing else is open meanwhile.
    poort("oefenschool.vullen")(oefenschool_id=oefenschool_id, by=by, at=at)
    with als(by):
        oefenschool_klaar(oefenschool_id=oefenschool_id, by=by, at=at)


@taak(TAAK_WISSEN)
def wis_oefenschool(*, oefenschool_id: UUID, by: Actor, at: datetime) -> None:
    """First the rows, then (in the job that this asks for) the keys and the files; harmless when done before."""
    try:
        wis_bytes(oefenschool_id=oefenschool_id, by=by, at=at)
        wis_rijen(oefenschool_id=oefenschool_id, by=by, at=at)
    except NietGevonden:
        return


@app.periodic(cron="3 3 * * *")
@app.task(name="oefenscholen.wissen", queue=WACHTRIJ)
def oefenscholen_wissen(timestamp: int) -> None:
    """Every night: what was invented, and what somebody typed there that was not, is gone in the morning."""
    del timestamp
    wis_alle(timezone.now())


def wis_alle(at: datetime) -> int:
    """Ask for it in every organisation, each within what it may see; returns how many."""
    aantal = 0
    for soort in Organisatiesoort:
        for organisatie in organisaties_for(SYSTEEM, soort):
            with als(systeem_voor(organisatie.id)) as by:
                aantal += plan_wissen(by=by, at=at)
    return aantal
