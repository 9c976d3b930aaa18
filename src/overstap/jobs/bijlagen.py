"""When is an attachment checked, and what if the scanner is not there? Tried again, and never called safe meanwhile."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime, timedelta
from functools import partial
from uuid import UUID

from django.conf import settings
from django.utils import timezone
from procrastinate.contrib.django import app

from overstap.domain.bijlagen.actions import leg_keuring_vast, ruim_bladen_op
from overstap.domain.bijlagen.enums import Scanstaat, Weigerreden
from overstap.domain.bijlagen.queries import bijlage_for, bron_for, te_herscannen_for, te_keuren_for
from overstap.domain.bijlagen.rules import PLAATJE
from overstap.domain.bijlagen.snapshot import Bron, Keuring
from overstap.domain.dossiers.queries import dossier_for, slot_for
from overstap.domain.importen.actions import leg_ontvangstkeuring_vast
from overstap.domain.importen.queries import (
    ontvangstbron_for,
    te_herscannen_ontvangstbijlagen_for,
    te_keuren_ontvangstbijlagen_for,
)
from overstap.domain.inzages.actions import leg_stukkeuring_vast
from overstap.domain.inzages.queries import stukbron_for, te_herscannen_stukken_for
from overstap.domain.overdrachten.actions import houd_tegen
from overstap.domain.scholen.enums import Organisatiesoort
from overstap.domain.scholen.queries import organisaties_for
from overstap.foundation.access import SYSTEEM, Actor, NietGevonden
from overstap.foundation.opslag import STUK, NietBewaard
from overstap.foundation.queue import WACHTRIJ
from overstap.foundation.rls import als
from overstap.foundation.sleutels.kast import Onleesbaar
from overstap.integrations.schoonmaak import maak_pdf_van, maak_schoon
from overstap.integrations.virusscan import ScannerWeg, handtekeningen, scan
from overstap.jobs.taak import systeem_voor, taak

log = logging.getLogger(__name__)
# By then the job itself has given up trying.
_GEDULD = timedelta(hours=3)
PER_BEURT = 500
# Who takes in files of other schools.
_NEEMT_IN = (Organisatiesoort.VO, Organisatiesoort.SWV)
# Without a scanner there is no use in looking again at what was left unscanned.
_WACHT = (Scanstaat.WORDT_GECONTROLEERD, Scanstaat.NIET_GESCAND)


@taak("bijlage.controleren")
def controleer(*, bijlage_id: UUID, dossier_id: UUID, by: Actor, at: datetime) -> None:
    """Scan and clean one attachment. Raises `ScannerWeg` when the scanner gives no verdict; then it is tried again."""
    # Gone when the import was undone meanwhile.
    bijlage = te_keuren_for(by).filter(id=bijlage_id).first()
    if bijlage is None:
        return
    dossier = dossier_for(by, dossier_id)
    keuring = keur(bron_for(by, bijlage, slot_for(by, dossier)), als_pdf=bijlage.als_pdf)
    _leg_vast(dossier_id, bijlage_id, keuring, by, at)


def _leg_vast(dossier_id: UUID, bijlage_id: UUID, keuring: Keuring, by: Actor, at: datetime) -> None:
    """Record it; what was sent with an attachment that turns out to be bad is held back."""
    leg_keuring_vast(dossier_id=dossier_id, bijlage_id=bijlage_id, keuring=keuring, by=by, at=at)
    if keuring.reden is not None:
        houd_tegen(dossier_id=dossier_id, bijlage_id=bijlage_id, by=by, at=at)


def keur(bron: Bron, *, als_pdf: bool = False) -> Keuring:
    """What the scanner and the cleaner say of an attachment. Where no scanner is set, it was not scanned, and says so.

    It flows to the scanner piece by piece; cleaning needs it whole (at most `GRENZEN.per_stuk`).
    With `als_pdf` a picture comes back as a PDF.
    """
    gescand = scan_alleen(bron) if settings.OVERSTAP_CLAMD else Keuring(gescand=False)
    if gescand.reden is not None:
        return gescand
    with bron.open() as lezer:
        inhoud = lezer.read()
    maken = als_pdf and bron.mime in PLAATJE
    schoon = maak_pdf_van(inhoud) if maken else maak_schoon(inhoud, bron.mime)
    mime = "application/pdf" if maken and schoon.inhoud else ""
    return Keuring(gescand.gescand, schoon.reden, schoon.ingrepen, schoon.inhoud, gescand.met, mime)


def scan_alleen(bron: Bron) -> Keuring:
    """What the scanner says of it now; raises `ScannerWeg` when that is nothing."""
    # Asked before: signatures that come in between are looked with once more.
    met = handtekeningen(settings.OVERSTAP_CLAMD)
    with bron.open() as lezer:
        veilig = scan(iter(lambda: lezer.read(STUK), b""), settings.OVERSTAP_CLAMD).veilig
    return Keuring(gescand=True, reden=None if veilig else Weigerreden.VIRUS, met=met)


@taak("ontvangst.controleren")
def controleer_ontvangst(*, bijlage_id: UUID, by: Actor, at: datetime) -> None:
    """The same for an attachment that a vo school took in itself."""
    rij = te_keuren_ontvangstbijlagen_for(by).filter(id=bijlage_id).first()
    if rij is not None:
        keuring = keur(ontvangstbron_for(by, rij))
        leg_ontvangstkeuring_vast(bijlage_id=bijlage_id, keuring=keuring, by=by, at=at)


@app.periodic(cron="37 * * * *")
@app.task(name="bijlagen.opnieuw", queue=WACHTRIJ)
def bijlagen_opnieuw(timestamp: int) -> None:
    """Every hour: clear what expired, and look again where that is due.

    That is what was left unscanned because the scanner was away or is new, and what was scanned before the scanner got
    newer signatures.
    """
    del timestamp
    nu = timezone.now()
    ruim_losse_bladen_op(nu)
    controleer_wachtende(nu)
    scan_opnieuw(nu)


def ruim_losse_bladen_op(at: datetime) -> int:
    """Clear away the loose sheets about which nobody decided in 24 hours, school by school; returns how many."""
    aantal = 0
    for organisatie in organisaties_for(SYSTEEM, Organisatiesoort.PO, ook_gasten=True):
        with als(systeem_voor(organisatie.id)) as actor:
            aantal += ruim_bladen_op(by=actor, at=at)
    return aantal


def controleer_wachtende(at: datetime) -> int:
    """Check the attachments of every school that wait too long; returns how many. Stops when there is no scanner."""
    return _loop(partial(_te_controleren, at=at), at)


def scan_opnieuw(at: datetime) -> int:
    """Scan what was scanned with older signatures and can still go somewhere; returns how many.

    At most `PER_BEURT` of each school in one hour, the longest ago first: signatures come once a day.
    """
    if not settings.OVERSTAP_CLAMD:
        return 0
    try:
        met = handtekeningen(settings.OVERSTAP_CLAMD)
    except ScannerWeg as fout:
        log.warning("virusscanner geeft geen oordeel: %s", fout)
        return 0
    return _loop(partial(_te_herscannen, met=met), at)


# One attachment to look at, and what looking is.
type_werk = Callable[[Actor, datetime], None]


def _te_controleren(soort: Organisatiesoort, actor: Actor, at: datetime) -> Iterator[type_werk]:
    tot, standen = at - _GEDULD, _WACHT if settings.OVERSTAP_CLAMD else _WACHT[:1]
    if soort in _NEEMT_IN:
        van_buiten = te_keuren_ontvangstbijlagen_for(actor).filter(scan__in=standen, ontvangst__ontvangen_op__lte=tot)
        for rij in van_buiten:
            yield partial(_doe, controleer_ontvangst, {"bijlage_id": rij.id})
        return
    wachtend = te_keuren_for(actor).filter(scan__in=standen, toegevoegd_op__lte=tot)
    for bijlage_id, dossier_id in wachtend.values_list("id", "dossier_id"):
        yield partial(_doe, controleer, {"bijlage_id": bijlage_id, "dossier_id": dossier_id})


def _te_herscannen(soort: Organisatiesoort, actor: Actor, met: str) -> Iterator[type_werk]:
    if soort in _NEEMT_IN:
        for rij in te_herscannen_ontvangstbijlagen_for(actor, met)[:PER_BEURT]:
            yield partial(_doe, partial(_herscan_ontvangst, met=met), {"bijlage_id": rij.id})
        return
    for bijlage_id, dossier_id in te_herscannen_for(actor, met).values_list("id", "dossier_id")[:PER_BEURT]:
        yield partial(_doe, _herscan, {"bijlage_id": bijlage_id, "dossier_id": dossier_id})
    for stuk in te_herscannen_stukken_for(actor, met)[:PER_BEURT]:
        yield partial(_doe, partial(_herscan_stuk, met=met), {"stuk_id": stuk.id})


def _herscan(*, bijlage_id: UUID, dossier_id: UUID, by: Actor, at: datetime) -> None:
    dossier = dossier_for(by, dossier_id)
    keuring = scan_alleen(bron_for(by, bijlage_for(by, dossier, bijlage_id), slot_for(by, dossier)))
    _leg_vast(dossier_id, bijlage_id, keuring, by, at)


def _herscan_stuk(*, stuk_id: UUID, met: str, by: Actor, at: datetime) -> None:
    stuk = te_herscannen_stukken_for(by, met).filter(id=stuk_id).first()
    if stuk is None:
        return
    dossier = dossier_for(by, stuk.dossier_id)
    keuring = scan_alleen(stukbron_for(by, stuk, slot_for(by, dossier)))
    leg_stukkeuring_vast(dossier_id=dossier.id, stuk_id=stuk_id, keuring=keuring, by=by, at=at)
    if keuring.reden is not None and stuk.zienswijze_id is not None:
        houd_tegen(dossier_id=dossier.id, by=by, at=at)


def _herscan_ontvangst(*, bijlage_id: UUID, met: str, by: Actor, at: datetime) -> None:
    rij = te_herscannen_ontvangstbijlagen_for(by, met).filter(id=bijlage_id).first()
    if rij is not None:
        keuring = scan_alleen(ontvangstbron_for(by, rij))
        leg_ontvangstkeuring_vast(bijlage_id=bijlage_id, keuring=keuring, by=by, at=at)


def _doe(werk: Callable[..., None], ids: dict[str, UUID], by: Actor, at: datetime) -> None:
    werk(by=by, at=at, **ids)


def _loop(te_doen: Callable[[Organisatiesoort, Actor], Iterable[type_werk]], at: datetime) -> int:
    """Go by every school and do its work, each thing in a transaction of its own; returns how many were done."""
    aantal = 0
    for soort in (Organisatiesoort.PO, *_NEEMT_IN):
        for organisatie in organisaties_for(SYSTEEM, soort, ook_gasten=True):
            with als(systeem_voor(organisatie.id)) as actor:
                dingen = list(te_doen(soort, actor))
            for ding in dingen:
                try:
                    with als(systeem_voor(organisatie.id)) as actor:
                        ding(actor, at)
                except ScannerWeg as fout:
                    log.warning("virusscanner geeft geen oordeel: %s", fout)
                    return aantal
                except (NietBewaard, Onleesbaar, NietGevonden):
                    log.exception("een bijlage van %s is niet te lezen", organisatie.id)
                    continue
                aantal += 1
    return aantal
