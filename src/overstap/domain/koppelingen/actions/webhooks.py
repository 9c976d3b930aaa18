"""Which acts let Overstap tell a program what happened, sent, tried again and stopped when nobody listens?"""

from __future__ import annotations

import secrets
from datetime import datetime
from functools import partial
from uuid import UUID, uuid4

from django.db import transaction

from overstap.domain.koppelingen.enums import Bezorguitkomst, Webhookgebeurtenis
from overstap.domain.koppelingen.models import Bezorging, Koppeling, Webhook
from overstap.domain.koppelingen.queries import bezorging_for, koppeling_for, luisteraars_for, webhook_for
from overstap.domain.koppelingen.rules import (
    BEZORGINGEN_BEWAREN,
    GEHEIM_BYTES,
    GEHEIM_LOOPT_DOOR,
    STOP_NA,
    KoppelingGeweigerd,
    loopt,
)
from overstap.foundation.access import Actor, NietGevonden, Recht
from overstap.foundation.audit.record import record
from overstap.foundation.queue import defer
from overstap.foundation.sleutels.kast import Slot, maak_sleutel, vernietig_sleutel

TAAK_BEZORGEN = "webhook.bezorgen"
TAAK_GESTOPT = "webhook.gestopt"


def zet_webhook(*, koppeling_id: UUID, adres: str, by: Actor, at: datetime) -> bytes:
    """Send the messages of a program to this address from now on; returns the secret that signs them, shown once.

    One that was there before ends. Where the address leads, the caller judged. Raises `KoppelingGeweigerd`.
    """
    by.require(Recht.MEDEWERKERS_BEHEREN)
    koppeling = koppeling_for(by, koppeling_id, vergrendel=True)
    if not loopt(tot=koppeling.tot, beeindigd_op=koppeling.beeindigd_op, at=at):
        raise KoppelingGeweigerd("De laatste dag van deze koppeling is voorbij. Maak een nieuwe koppeling.")
    _verwijder(webhook_for(by, koppeling, vergrendel=True), at)
    webhook_id, sleutel_id, geheim = uuid4(), maak_sleutel(at=at), secrets.token_bytes(GEHEIM_BYTES)
    Webhook.objects.create(
        id=webhook_id, organisatie_id=by.werkt_bij, koppeling_id=koppeling.id, adres=adres, sleutel_id=sleutel_id,
        geheim=Slot(sleutel_id).versleutel(geheim, f"webhook:{webhook_id}"), gemaakt_op=at,
        gemaakt_door_id=by.persoon_id,
    )  # fmt: skip
    record("webhook.gezet", by=by, at=at, object_id=koppeling.id, webhook=str(webhook_id))
    return geheim


def vernieuw_geheim(*, koppeling_id: UUID, by: Actor, at: datetime) -> bytes:
    """Sign with another secret from now on, and a week long with the old one too; returns the new one, shown once.

    Whoever asks for a third ends the first at once.
    """
    by.require(Recht.MEDEWERKERS_BEHEREN)
    koppeling = koppeling_for(by, koppeling_id, vergrendel=True)
    webhook = webhook_for(by, koppeling, vergrendel=True)
    if webhook is None:
        raise NietGevonden
    geheim = secrets.token_bytes(GEHEIM_BYTES)
    webhook.vorig_geheim, webhook.vorig_tot = webhook.geheim, at + GEHEIM_LOOPT_DOOR
    webhook.geheim = Slot(webhook.sleutel_id).versleutel(geheim, f"webhook:{webhook.id}")
    webhook.save(update_fields=["geheim", "vorig_geheim", "vorig_tot"])
    record("webhook.geheim_vernieuwd", by=by, at=at, object_id=koppeling.id, webhook=str(webhook.id))
    return geheim


def verwijder_webhook(*, koppeling_id: UUID, by: Actor, at: datetime) -> None:
    """Send nothing more to a program; harmless when nothing was sent."""
    by.require(Recht.MEDEWERKERS_BEHEREN)
    koppeling = koppeling_for(by, koppeling_id, vergrendel=True)
    if _verwijder(webhook_for(by, koppeling, vergrendel=True), at):
        record("webhook.verwijderd", by=by, at=at, object_id=koppeling.id)


def sluit_webhook(*, koppeling: Koppeling, by: Actor, at: datetime) -> None:
    """The webhook of a program that ends goes with it; the caller holds the lock and has checked the right."""
    _verwijder(webhook_for(by, koppeling, vergrendel=True), at)


def hervat_webhook(*, koppeling_id: UUID, by: Actor, at: datetime) -> None:
    """Send messages again to an address that was stopped; what was not delivered in the meantime stays undelivered."""
    by.require(Recht.MEDEWERKERS_BEHEREN)
    koppeling = koppeling_for(by, koppeling_id, vergrendel=True)
    webhook = webhook_for(by, koppeling, vergrendel=True)
    if webhook is None:
        raise NietGevonden
    webhook.gestopt_op = webhook.mislukt_sinds = None
    webhook.save(update_fields=["gestopt_op", "mislukt_sinds"])
    record("webhook.hervat", by=by, at=at, object_id=koppeling.id)


def stuur_proef(*, koppeling_id: UUID, by: Actor, at: datetime) -> None:
    """Send a message that is about nothing, to see whether it arrives."""
    by.require(Recht.MEDEWERKERS_BEHEREN)
    koppeling = koppeling_for(by, koppeling_id)
    webhook = webhook_for(by, koppeling)
    if webhook is None:
        raise NietGevonden
    proef_id = uuid4()
    _leg_klaar(webhook, Webhookgebeurtenis.PROEF, proef_id, proef_id, at)


def meld_programmas(
    *, gebeurtenis: Webhookgebeurtenis, object_id: UUID, aanleiding_id: UUID | None = None, by: Actor, at: datetime
) -> None:
    """Let every program of an organisation that may know hear of this, once; `by` is the system within it.

    `aanleiding_id` tells apart what happens to the same thing more than once.
    """
    by.require(Recht.REGIO_INRICHTEN)
    for webhook in luisteraars_for(by, gebeurtenis, at):
        _leg_klaar(webhook, gebeurtenis, object_id, aanleiding_id or object_id, at)


def leg_poging_vast(
    *, bezorging_id: UUID, uitkomst: Bezorguitkomst, status: int | None, by: Actor, at: datetime
) -> None:
    """Write down what came of one try. Long without any success, or asked to (410), the webhook stops."""
    by.require(Recht.REGIO_INRICHTEN)
    rij = bezorging_for(by, bezorging_id, vergrendel=True)
    rij.pogingen = min(rij.pogingen + 1, 1000)
    rij.laatste_op, rij.uitkomst, rij.status = at, uitkomst, status
    if uitkomst is Bezorguitkomst.BEZORGD:
        rij.bezorgd_op = rij.bezorgd_op or at
    rij.save(update_fields=["pogingen", "laatste_op", "uitkomst", "status", "bezorgd_op"])
    _leg_gezondheid_vast(rij.webhook, uitkomst, by, at)


def ruim_bezorgingen_op(*, by: Actor, at: datetime) -> int:
    """Forget, within one organisation, which messages were sent long ago; how many."""
    by.require(Recht.REGIO_INRICHTEN)
    oud = Bezorging.objects.filter(organisatie_id=by.werkt_bij, gebeurd_op__lt=at - BEZORGINGEN_BEWAREN)
    return oud.delete()[0]


def _leg_klaar(
    webhook: Webhook, gebeurtenis: Webhookgebeurtenis, object_id: UUID, aanleiding_id: UUID, at: datetime
) -> None:
    """A job that runs twice finds that this was told, and tells nothing."""
    rij, nieuw = Bezorging.objects.get_or_create(
        organisatie_id=webhook.organisatie_id, webhook_id=webhook.id, gebeurtenis=gebeurtenis, object_id=object_id,
        aanleiding_id=aanleiding_id, defaults={"gebeurd_op": at},
    )  # fmt: skip
    if nieuw:
        defer(TAAK_BEZORGEN, bezorging_id=rij.id, organisatie_id=webhook.organisatie_id)


def _leg_gezondheid_vast(webhook: Webhook, uitkomst: Bezorguitkomst, by: Actor, at: datetime) -> None:
    if uitkomst is Bezorguitkomst.BEZORGD:
        Webhook.objects.filter(id=webhook.id).exclude(mislukt_sinds=None).update(mislukt_sinds=None)
        return
    rij = Webhook.objects.select_for_update(of=("self",)).get(id=webhook.id)
    rij.mislukt_sinds = rij.mislukt_sinds or at
    if rij.gestopt_op is None and (uitkomst is Bezorguitkomst.AFGEMELD or at - rij.mislukt_sinds >= STOP_NA):
        rij.gestopt_op = at
        record("webhook.gestopt", by=by, at=at, object_id=rij.koppeling_id)
        defer(TAAK_GESTOPT, koppeling_id=rij.koppeling_id, organisatie_id=rij.organisatie_id)
    rij.save(update_fields=["mislukt_sinds", "gestopt_op"])


def _verwijder(webhook: Webhook | None, at: datetime) -> bool:
    if webhook is None:
        return False
    webhook.verwijderd_op = at
    webhook.save(update_fields=["verwijderd_op"])
    transaction.on_commit(partial(vernietig_sleutel, webhook.sleutel_id, at=at))
    return True
