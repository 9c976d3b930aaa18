"""Which mails do parents get? Only that something is ready, and where; the words say nothing about anybody."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.core.mail import EmailMessage

from overstap.domain.dossiers.queries import dossier_for, slot_for
from overstap.domain.inzages.actions import mail_verzonden, meld_versie_eenmaal
from overstap.domain.inzages.queries import inzages_for, naam_en_mail_for
from overstap.foundation.access import Actor
from overstap.integrations.mail import teksten
from overstap.jobs.taak import taak


@taak("mail.uitnodiging")
def mail_uitnodiging(*, inzage_id: UUID, dossier_id: UUID, by: Actor, at: datetime) -> None:
    """Mail one parent that something is ready; nothing when that was done or the offer was withdrawn."""
    dossier = dossier_for(by, dossier_id)
    inzage = inzages_for(by, dossier).filter(id=inzage_id).first()
    if inzage is None or inzage.mail_verzonden_op is not None:
        return
    _, mail = naam_en_mail_for(by, inzage, slot_for(by, dossier))
    mail_verzonden(inzage=inzage, by=by, at=at)
    # Last: when the mail server refuses, the transaction is undone and the job tries again.
    _verstuur(mail, teksten.uitnodiging, inzage.ouder_id)


@taak("mail.nieuwe_versie")
def mail_nieuwe_versie(*, inzage_id: UUID, dossier_id: UUID, by: Actor, at: datetime) -> None:
    """Mail one parent that there is a newer version, once a version; nothing when the offer was withdrawn since."""
    dossier = dossier_for(by, dossier_id)
    inzage = meld_versie_eenmaal(inzage_id=inzage_id, dossier=dossier, by=by, at=at)
    if inzage is not None:
        _, mail = naam_en_mail_for(by, inzage, slot_for(by, dossier))
        _verstuur(mail, teksten.nieuwe_versie, inzage.ouder_id)


def _verstuur(mail: str, tekst: Callable[[str], str], ouder_id: UUID) -> None:
    adres = f"{settings.OVERSTAP_ADRES}/ouders/{ouder_id}/"
    EmailMessage(teksten.ONDERWERP, tekst(adres), to=[mail]).send()
