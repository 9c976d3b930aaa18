"""When are the files of parents checked, and requests for a code cleared away?"""

from __future__ import annotations

import logging
from datetime import datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.utils import timezone
from procrastinate.contrib.django import app

from overstap.domain.bijlagen.enums import Scanstaat
from overstap.domain.dossiers.queries import dossier_for, slot_for
from overstap.domain.inzages.actions import leg_stukkeuring_vast, ruim_codeverzoeken_op
from overstap.domain.inzages.queries import stukbron_for, te_keuren_stukken_for
from overstap.domain.scholen.enums import Organisatiesoort
from overstap.domain.scholen.queries import organisaties_for
from overstap.foundation.access import SYSTEEM, Actor
from overstap.foundation.queue import WACHTRIJ
from overstap.foundation.rls import als
from overstap.integrations.virusscan import ScannerWeg
from overstap.jobs.bijlagen import keur
from overstap.jobs.taak import systeem_voor, taak

log = logging.getLogger(__name__)
# By then the job itself has given up trying.
_GEDULD = timedelta(hours=3)


@taak("stuk.controleren")
def controleer_stuk(*, stuk_id: UUID, dossier_id: UUID, by: Actor, at: datetime) -> None:
    """Scan and clean one file of a parent. Raises `ScannerWeg` when the scanner gives no verdict."""
    stuk = te_keuren_stukken_for(by).filter(id=stuk_id).first()
    if stuk is not None:
        keuring = keur(stukbron_for(by, stuk, slot_for(by, dossier_for(by, dossier_id))))
        leg_stukkeuring_vast(dossier_id=dossier_id, stuk_id=stuk_id, keuring=keuring, by=by, at=at)


@app.periodic(cron="47 * * * *")
@app.task(name="stukken.opnieuw", queue=WACHTRIJ)
def stukken_opnieuw(timestamp: int) -> None:
    """Every hour: look again at what was left unscanned, and clear away requests for a code of two weeks ago."""
    del timestamp
    loop_stukken_na(timezone.now())


def loop_stukken_na(at: datetime) -> int:
    """Check the files that wait too long, school by school; returns how many. Stops when there is no scanner."""
    aantal = 0
    for organisatie in organisaties_for(SYSTEEM, Organisatiesoort.PO, ook_gasten=True):
        with als(systeem_voor(organisatie.id)) as actor:
            ruim_codeverzoeken_op(by=actor, at=at)
            wachtend = te_keuren_stukken_for(actor).filter(toegevoegd_op__lte=at - _GEDULD)
            if not settings.OVERSTAP_CLAMD:
                wachtend = wachtend.filter(scan=Scanstaat.WORDT_GECONTROLEERD)
            paren = list(wachtend.values_list("id", "dossier_id"))
        for stuk_id, dossier_id in paren:
            try:
                with als(systeem_voor(organisatie.id)) as actor:
                    controleer_stuk(stuk_id=stuk_id, dossier_id=dossier_id, by=actor, at=at)
            except ScannerWeg as fout:
                log.warning("virusscanner geeft geen oordeel: %s", fout)
                return aantal
            aantal += 1
    return aantal
