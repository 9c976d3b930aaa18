"""How does a program hear what happened? One message each, signed, tried again while nobody takes it."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.conf import settings

from overstap.domain.koppelingen.actions import TAAK_BEZORGEN, TAAK_GESTOPT, leg_poging_vast, meld_programmas
from overstap.domain.koppelingen.enums import Bezorguitkomst, Webhookgebeurtenis
from overstap.domain.koppelingen.queries import bezorging_for, geheimen_for, gestopte_for, wacht_op_bezorging_for
from overstap.domain.scholen.queries import medewerkers_for
from overstap.foundation.access import RECHTEN, Actor, NietGevonden, Recht, Rol
from overstap.foundation.rls import als
from overstap.integrations.mail import collega
from overstap.integrations.webhook import (
    AdresGeweigerd,
    Bericht,
    NietBezorgd,
    koppen,
    verstuur,
    zoek_bestemming,
)
from overstap.jobs.collegas import schrijf_collegas
from overstap.jobs.taak import taak

_GELUKT = range(200, 300)
_WEG = 410


class NietAangekomen(Exception):
    """Nobody took the message; it is tried again later."""


@taak("webhook.overdracht_klaar")
def meld_klaar(*, overdracht_id: UUID, by: Actor, at: datetime) -> None:
    """Tell the programs of a vo school that a report can be fetched."""
    meld_programmas(gebeurtenis=Webhookgebeurtenis.OVERDRACHT_KLAAR, object_id=overdracht_id, by=by, at=at)


@taak("webhook.overdracht_ingetrokken")
def meld_ingetrokken(*, overdracht_id: UUID, by: Actor, at: datetime) -> None:
    """Tell the programs of a vo school that a report was taken back."""
    meld_programmas(gebeurtenis=Webhookgebeurtenis.OVERDRACHT_INGETROKKEN, object_id=overdracht_id, by=by, at=at)


@taak("webhook.dossier_opgehaald")
def meld_opgehaald(*, dossier_id: UUID, by: Actor, at: datetime, overdracht_id: UUID | None = None) -> None:
    """Tell the programs of a basisschool that a vo school fetched a report: each transfer of it once.

    A job that was queued before an upgrade knows no transfer.
    """
    opgehaald = Webhookgebeurtenis.DOSSIER_OPGEHAALD
    meld_programmas(gebeurtenis=opgehaald, object_id=dossier_id, aanleiding_id=overdracht_id, by=by, at=at)


@taak("webhook.zaak_ontvangen")
def meld_zaak(*, route_id: UUID, by: Actor, at: datetime) -> None:
    """Tell the programs of a samenwerkingsverband that a zorgaanmelding came."""
    meld_programmas(gebeurtenis=Webhookgebeurtenis.ZAAK_ONTVANGEN, object_id=route_id, by=by, at=at)


@taak(TAAK_BEZORGEN, los=True)
def bezorg(*, bezorging_id: UUID, by: Actor, at: datetime) -> None:
    """Send one message. No transaction is open while we talk; what came of it is written down afterwards.

    Raises `NietAangekomen`, so that the queue tries again, later each time. Twice is harmless: it has the same id.
    """
    try:
        with als(by):
            rij = bezorging_for(by, bezorging_id)
            webhook = rij.webhook
            if not wacht_op_bezorging_for(by, rij, at):
                return
            geheimen = geheimen_for(by, webhook, at)
    except NietGevonden:
        return
    gebeurtenis = Webhookgebeurtenis(rij.gebeurtenis)
    bericht = Bericht(rij.id, gebeurtenis.value, rij.gebeurd_op, {gebeurtenis.veld: str(rij.object_id)})
    uitkomst, status = _stuur(webhook.adres, bericht, geheimen, at)
    with als(by):
        leg_poging_vast(bezorging_id=bezorging_id, uitkomst=uitkomst, status=status, by=by, at=at)
    if uitkomst not in {Bezorguitkomst.BEZORGD, Bezorguitkomst.AFGEMELD}:
        raise NietAangekomen(uitkomst.value)


@taak(TAAK_GESTOPT)
def mail_gestopt(*, koppeling_id: UUID, by: Actor, at: datetime) -> None:
    """Mail who manages the programs that messages stopped, without saying of which; nothing when they run again."""
    if not gestopte_for(by).filter(koppeling_id=koppeling_id).exists():
        return
    tekst = collega.berichten_gestopt(f"{settings.OVERSTAP_ADRES}/koppelingen/{koppeling_id}/berichten/")
    mensen = [mens for mens in medewerkers_for(by, by.werkt_bij) if Recht.MEDEWERKERS_BEHEREN in RECHTEN[Rol(mens.rol)]]
    schrijf_collegas(collega.GESTOPT_ONDERWERP, ((mens, tekst) for mens in mensen), at=at)


def _stuur(adres: str, bericht: Bericht, geheimen: list[bytes], at: datetime) -> tuple[Bezorguitkomst, int | None]:
    try:
        naar = zoek_bestemming(adres, ook_binnen=settings.OVERSTAP_DEMO)
        status = verstuur(naar, bericht.inhoud(), koppen(bericht, geheimen, at))
    except AdresGeweigerd:
        return Bezorguitkomst.ADRES, None
    except NietBezorgd as fout:
        return Bezorguitkomst(fout.waarom), None
    if status == _WEG:
        return Bezorguitkomst.AFGEMELD, status
    return (Bezorguitkomst.BEZORGD if status in _GELUKT else Bezorguitkomst.GEWEIGERD), status
