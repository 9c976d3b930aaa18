"""Which jobs come round by the clock: clearing what expired, and checking that the logboek is whole?"""

from __future__ import annotations

import logging
from datetime import datetime, timedelta
from importlib import import_module
from uuid import UUID

from django.conf import settings
from django.utils import timezone
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from overstap.domain.importen.actions import ruim_verlopen_op
from overstap.domain.koppelingen.actions import ruim_bezorgingen_op
from overstap.domain.medewerkers.actions import ruim_uitnodigingen_op
from overstap.domain.overdrachten.actions import ruim_bundels_op, ruim_gasten_op
from overstap.domain.plaatsingen.actions import ruim_terugblik_op
from overstap.domain.scholen.enums import Organisatiesoort
from overstap.domain.scholen.queries import organisaties_for
from overstap.domain.zorgroutes.actions import ruim_aanbod_op
from overstap.foundation import opslag
from overstap.foundation.access import SYSTEEM
from overstap.foundation.audit.keten import breuken
from overstap.foundation.queue import WACHTRIJ, vergeet_klare_taken
from overstap.foundation.rls import als
from overstap.jobs.taak import systeem_voor

log = logging.getLogger(__name__)
# Long enough to see what went wrong; the logboek is what stays.
TAKEN_ONTHOUDEN = timedelta(days=30)


@app.periodic(cron="17 * * * *")
@app.task(name="uploads.opruimen", queue=WACHTRIJ)
def uploads_opruimen(timestamp: int) -> None:
    """Clear, school by school, the uploads about which nobody decided in 24 hours, and what was kept long enough."""
    del timestamp
    ruim_uploads_op(timezone.now())


@app.task(name="bestand.verwijderen", queue=WACHTRIJ, retry=RetryStrategy(max_attempts=200, wait=3600))
def bestand_verwijderen(*, bestand_id: str) -> None:
    """Remove a file that the store could not remove right after the act: every hour, for a week."""
    opslag.verwijder(UUID(bestand_id))


@app.periodic(cron="23 2 * * *")
@app.task(name="taken.vergeten", queue=WACHTRIJ)
def taken_vergeten(timestamp: int) -> None:
    """Forget at night what was done long enough ago, and the sessions that ended by themselves."""
    del timestamp
    vergeet_klare_taken(timezone.now() - TAKEN_ONTHOUDEN)
    import_module(settings.SESSION_ENGINE).SessionStore.clear_expired()


@app.periodic(cron="31 2 * * *")
@app.task(name="uitnodigingen.opruimen", queue=WACHTRIJ)
def uitnodigingen_opruimen(timestamp: int) -> None:
    """Forget at night whom unanswered invitations and requests for an account were about, and old messages."""
    del timestamp
    ruim_collegas_op(timezone.now())


@app.periodic(cron="41 2 * * *")
@app.task(name="logboek.controleren", queue=WACHTRIJ)
def logboek_controleren(timestamp: int) -> None:
    """Recompute every chain of the logboek at night, and say loudly where one is broken."""
    del timestamp
    controleer_logboek()


def ruim_uploads_op(at: datetime) -> int:
    """Clear what every school may not keep any longer, each within what it may see; returns how many."""
    aantal = 0
    for soort in (Organisatiesoort.PO, Organisatiesoort.VO, Organisatiesoort.SWV):
        for organisatie in organisaties_for(SYSTEEM, soort, ook_gasten=True):
            with als(systeem_voor(organisatie.id)) as actor:
                aantal += ruim_verlopen_op(by=actor, at=at) + ruim_bundels_op(by=actor, at=at)
                aantal += ruim_gasten_op(by=actor, at=at) + ruim_aanbod_op(by=actor, at=at)
    return aantal


def ruim_collegas_op(at: datetime) -> int:
    """Forget it everywhere, each within what it may see, and at a vo school an old terugblik; returns how many."""
    aantal = 0
    for soort in Organisatiesoort:
        for organisatie in organisaties_for(SYSTEEM, soort):
            with als(systeem_voor(organisatie.id)) as actor:
                aantal += ruim_uitnodigingen_op(by=actor, at=at) + ruim_bezorgingen_op(by=actor, at=at)
                if soort is Organisatiesoort.VO:
                    aantal += ruim_terugblik_op(by=actor, at=at)
    return aantal


def controleer_logboek() -> int:
    """Count the broken links, and log each with the id of its chain only."""
    gebroken = breuken()
    for keten, nummer in gebroken:
        log.error("logboek gebroken: keten %s, nummer %s", keten, nummer)
    return len(gebroken)
