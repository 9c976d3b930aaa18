"""When is an attachment checked, and what if the scanner is not there? Tried again, and never called safe meanwhile."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.utils import timezone
from procrastinate.contrib.django import app

from overstap.domain.bijlagen.actions import leg_keuring_vast, ruim_bladen_op
from overstap.domain.bijlagen.enums import Scanstaat, Weigerreden
from overstap.domain.bijlagen.queries import bron_for, te_keuren_for
from overstap.domain.bijlagen.snapshot import Bron, Keuring
from overstap.domain.dossiers.queries import dossier_for, slot_for
from overstap.domain.scholen.enums import Organisatiesoort
from overstap.domain.scholen.queries import organisaties_for
from overstap.foundation.access import SYSTEEM, Actor
from overstap.foundation.opslag import STUK, NietBewaard
from overstap.foundation.queue import WACHTRIJ
from overstap.foundation.rls import als
from overstap.foundation.sleutels.kast import Onleesbaar
from overstap.integrations.schoonmaak import maak_schoon
from overstap.integrations.virusscan import ScannerWeg, scan
from overstap.jobs.taak import systeem_voor, taak

log = logging.getLogger(__name__)
# By then the job itself has given up trying.
_GEDULD = timedelta(hours=3)


@taak("bijlage.controleren")
def controleer(*, bijlage_id: UUID, dossier_id: UUID, by: Actor, at: datetime) -> None:
    """Scan and clean one attachment. Raises `ScannerWeg` when the scanner gives no verdict; then it is tried again."""
    # Gone when the import was undone meanwhile.
    bijlage = te_keuren_for(by).filter(id=bijlage_id).first()
    if bijlage is None:
        return
    dossier = dossier_for(by, dossier_id)
    keuring = keur(bron_for(by, bijlage, slot_for(by, dossier)))
    leg_keuring_vast(dossier_id=dossier_id, bijlage_id=bijlage_id, keuring=keuring, by=by, at=at)


def keur(bron: Bron) -> Keuring:
    """What the scanner and the cleaner say of an attachment. Where no scanner is set, it was not scanned, and says so.

    It flows to the scanner piece by piece; cleaning needs it whole (at most `GRENZEN.per_stuk`).
    """
    gescand = bool(settings.OVERSTAP_CLAMD)
    with bron.open() as lezer:
        if gescand and not scan(iter(lambda: lezer.read(STUK), b""), settings.OVERSTAP_CLAMD).veilig:
            return Keuring(gescand=True, reden=Weigerreden.VIRUS)
        lezer.seek(0)
        schoon = maak_schoon(lezer.read(), bron.mime)
    return Keuring(gescand, schoon.reden, schoon.ingrepen, schoon.inhoud)


@app.periodic(cron="37 * * * *")
@app.task(name="bijlagen.opnieuw", queue=WACHTRIJ)
def bijlagen_opnieuw(timestamp: int) -> None:
    """Every hour: clear what expired, and check what was left unscanned because the scanner was away or is new."""
    del timestamp
    ruim_losse_bladen_op(timezone.now())
    controleer_wachtende(timezone.now())


def ruim_losse_bladen_op(at: datetime) -> int:
    """Clear away the loose sheets about which nobody decided in 24 hours, school by school; returns how many."""
    aantal = 0
    for organisatie in organisaties_for(SYSTEEM, Organisatiesoort.PO):
        with als(systeem_voor(organisatie.id)) as actor:
            aantal += ruim_bladen_op(by=actor, at=at)
    return aantal


def controleer_wachtende(at: datetime) -> int:
    """Check the attachments of every school that wait too long; returns how many. Stops when there is no scanner."""
    aantal = 0
    for organisatie in organisaties_for(SYSTEEM, Organisatiesoort.PO):
        with als(systeem_voor(organisatie.id)) as actor:
            wachtend = te_keuren_for(actor).filter(toegevoegd_op__lte=at - _GEDULD)
            if not settings.OVERSTAP_CLAMD:
                wachtend = wachtend.filter(scan=Scanstaat.WORDT_GECONTROLEERD)
            paren = list(wachtend.values_list("id", "dossier_id"))
        for bijlage_id, dossier_id in paren:
            try:
                with als(systeem_voor(organisatie.id)) as actor:
                    controleer(bijlage_id=bijlage_id, dossier_id=dossier_id, by=actor, at=at)
            except ScannerWeg as fout:
                log.warning("virusscanner geeft geen oordeel: %s", fout)
                return aantal
            except (NietBewaard, Onleesbaar):
                log.exception("bijlage %s is niet te lezen", bijlage_id)
                continue
            aantal += 1
    return aantal
