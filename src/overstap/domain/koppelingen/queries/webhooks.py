"""Where does an organisation want messages, which were sent, and what stands in them?"""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from overstap.domain.koppelingen.enums import Webhookgebeurtenis
from overstap.domain.koppelingen.models import Bezorging, Koppeling, Webhook
from overstap.domain.koppelingen.rules import loopt, mag_bezorgen
from overstap.foundation.access import Actor, NietGevonden
from overstap.foundation.sleutels.kast import Slot


def webhook_for(actor: Actor, koppeling: Koppeling, *, vergrendel: bool = False) -> Webhook | None:
    """The newest webhook of a program, also when it was stopped because nobody answered; None when there is none."""
    rijen = Webhook.objects.filter(organisatie_id=actor.werkt_bij, koppeling_id=koppeling.id, verwijderd_op=None)
    rijen = rijen.select_related("koppeling", "gemaakt_door")
    return (rijen.select_for_update(of=("self",)) if vergrendel else rijen).first()


def luisteraars_for(actor: Actor, gebeurtenis: Webhookgebeurtenis, at: datetime) -> list[Webhook]:
    """The webhooks of the actor's organisation that hear of this."""
    rijen = Webhook.objects.filter(organisatie_id=actor.werkt_bij, verwijderd_op=None, gestopt_op=None)
    return [
        rij
        for rij in rijen.select_related("koppeling")
        if loopt(tot=rij.koppeling.tot, beeindigd_op=rij.koppeling.beeindigd_op, at=at)
        and gebeurtenis in rij.koppeling.hoort
    ]


def bezorgingen_for(actor: Actor, webhook: Webhook) -> QuerySet[Bezorging]:
    """What was sent to a webhook, the newest first."""
    rijen = Bezorging.objects.filter(organisatie_id=actor.werkt_bij, webhook_id=webhook.id)
    return rijen.order_by("-gebeurd_op", "id")


def bezorging_for(actor: Actor, bezorging_id: UUID, *, vergrendel: bool = False) -> Bezorging:
    """One message of the actor's organisation; raises `NietGevonden`."""
    rijen = Bezorging.objects.filter(organisatie_id=actor.werkt_bij, id=bezorging_id)
    rijen = rijen.select_related("webhook__koppeling")
    rij = (rijen.select_for_update(of=("self",)) if vergrendel else rijen).first()
    if rij is None:
        raise NietGevonden
    return rij


def geheimen_for(actor: Actor, webhook: Webhook, at: datetime) -> list[bytes]:
    """With what messages to this webhook are signed: the secret, and the one before it while a supplier changes."""
    del actor
    slot, plek = Slot(webhook.sleutel_id), f"webhook:{webhook.id}"
    vorig = webhook.vorig_geheim if webhook.vorig_tot and at < webhook.vorig_tot else None
    return [slot.ontsleutel(bytes(een), plek) for een in (webhook.geheim, vorig) if een]


def gestopte_for(actor: Actor) -> QuerySet[Webhook]:
    """The webhooks of the own organisation that stopped by themselves, and about which nobody did anything."""
    rijen = Webhook.objects.filter(
        organisatie_id=actor.werkt_bij, verwijderd_op=None, gestopt_op__isnull=False, koppeling__beeindigd_op=None
    )
    return rijen.select_related("koppeling").order_by("gestopt_op")


def wacht_op_bezorging_for(actor: Actor, rij: Bezorging, at: datetime) -> bool:
    """Is there still somebody to tell this, and was it not told already?"""
    webhook, koppeling = rij.webhook, rij.webhook.koppeling
    return mag_bezorgen(
        verwijderd_op=webhook.verwijderd_op,
        gestopt_op=webhook.gestopt_op,
        bezorgd_op=rij.bezorgd_op,
        tot=koppeling.tot,
        beeindigd_op=koppeling.beeindigd_op,
        at=at,
    )
