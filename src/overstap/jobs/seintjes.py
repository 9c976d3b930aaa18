"""When is a colleague mailed that something waits? In the morning, or within half an hour for who wants that."""

from __future__ import annotations

import logging
from collections import Counter
from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.utils import timezone
from procrastinate.contrib.django import app

from overstap.domain.scholen.enums import Mailsoort, Organisatiesoort
from overstap.domain.scholen.queries import mailteksten_for, organisaties_for
from overstap.domain.seintjes.actions import leg_seintje_vast, seintje_mislukt, wek_collegas
from overstap.domain.seintjes.queries import houders_for, te_sturen_for, telling_for, type_telling, wil_tussendoor_for
from overstap.foundation.access import SYSTEEM, Actor, NietGevonden
from overstap.foundation.queue import WACHTRIJ
from overstap.foundation.rls import als
from overstap.integrations.mail import AdresGeweigerd, NietNu
from overstap.integrations.mail.seintje import ONDERWERP, seintje
from overstap.jobs.post import verstuur
from overstap.jobs.taak import systeem_voor, taak

log = logging.getLogger(__name__)


@app.periodic(cron="11 5 * * 1-5")
@app.task(name="seintjes.ochtend", queue=WACHTRIJ)
def seintjes_ochtend(timestamp: int) -> None:
    """Every working day before school begins: look at what waits for everybody."""
    del timestamp
    wek(timezone.now())


@app.periodic(cron="*/30 * * * *")
@app.task(name="seintjes.meteen", queue=WACHTRIJ)
def seintjes_meteen(timestamp: int) -> None:
    """Every half hour: the same for who wants to know at once."""
    del timestamp
    kijk_tussendoor(timezone.now())


def wek(at: datetime) -> int:
    """Ask for a look for every colleague, each in a job of its own that is tried again; returns how many."""
    aantal = 0
    for plek in _plekken():
        with als(systeem_voor(plek)) as by:
            aantal += wek_collegas(by=by, at=at)
    return aantal


def kijk_tussendoor(at: datetime) -> None:
    """Look at once for who wants that, each in a transaction of its own; the next half hour is another try.

    No jobs: the queue would keep forty-eight a day for each of them.
    """
    for plek in _plekken():
        with als(systeem_voor(plek)) as by:
            ids = wil_tussendoor_for(by)
        for seintje_id in ids:
            try:
                with als(systeem_voor(plek)) as by:
                    stuur_seintje(seintje_id=seintje_id, by=by, at=at)
            except (NietNu, OSError) as fout:
                log.warning("de mailserver neemt nu geen mail aan: %s", type(fout).__name__)
                return


@taak("seintje.sturen")
def stuur_seintje(*, seintje_id: UUID, by: Actor, at: datetime) -> None:
    """Count what waits for one colleague, as that colleague, and mail it when there is something to say.

    Nothing for who left. An address that the mail server refuses is recorded, and not tried again by itself.
    """
    try:
        rij = te_sturen_for(by, seintje_id)
    except NietGevonden:
        return
    geteld: type_telling = Counter()
    for houder in houders_for(by, rij):
        with als(houder) as wie:
            # Two functions at one place see the same work: the most of both, not the sum.
            geteld |= telling_for(wie, rij.organisatie.soort, at)
    nu = leg_seintje_vast(seintje_id=seintje_id, geteld=geteld, by=by, at=at)
    if not nu:
        return
    keuze = f"{settings.OVERSTAP_ADRES}/mijn-account/mail/"
    # Last: when the mail server is away, the transaction is undone and the job tries again.
    try:
        eigen = mailteksten_for(by, rij.organisatie_id, Mailsoort.SEINTJE)
        tekst = seintje(nu, f"{settings.OVERSTAP_ADRES}/", keuze, eigen)
        verstuur(rij.account.email, ONDERWERP, tekst, by=by, at=at, kenmerk=(rij.id, rij.organisatie_id))
    except AdresGeweigerd:
        seintje_mislukt(seintje_id=seintje_id, by=by, at=at)


def _plekken() -> list[UUID]:
    return [plek.id for soort in Organisatiesoort for plek in organisaties_for(SYSTEEM, soort)]
