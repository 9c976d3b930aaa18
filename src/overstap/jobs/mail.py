"""Which mails do parents get? Only that something is ready, and where; the words say nothing about anybody."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.core.mail import EmailMessage

from overstap.domain.dossiers.queries import dossier_for, slot_for
from overstap.domain.inzages.actions import mail_verzonden
from overstap.domain.inzages.queries import inzages_for, naam_en_mail_for
from overstap.foundation.access import Actor
from overstap.jobs.taak import taak

_ONDERWERP = "Er staat iets voor u klaar"
_UITNODIGING = """Goedendag,

De basisschool heeft iets voor u klaargezet. U leest het hier:

{adres}

U heeft een code nodig. Die krijgt u van school: niet in deze mail.
Heeft u geen code? Vraag er een aan school.

U kunt niet antwoorden op deze mail. Heeft u een vraag? Stel die aan school.
"""
_NIEUW = """Goedendag,

De basisschool heeft iets veranderd dat u eerder kon lezen. U leest het hier:

{adres}

U gebruikt dezelfde code als de vorige keer.
Bent u de code kwijt? Vraag een nieuwe aan school.

U kunt niet antwoorden op deze mail. Heeft u een vraag? Stel die aan school.
"""


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
    _verstuur(mail, _UITNODIGING, inzage.ouder_id)


@taak("mail.nieuwe_versie")
def mail_nieuwe_versie(*, inzage_id: UUID, dossier_id: UUID, by: Actor, at: datetime) -> None:
    """Mail one parent that there is a newer version; nothing when the offer was withdrawn since."""
    dossier = dossier_for(by, dossier_id)
    inzage = inzages_for(by, dossier).filter(id=inzage_id).first()
    if inzage is not None:
        _, mail = naam_en_mail_for(by, inzage, slot_for(by, dossier))
        _verstuur(mail, _NIEUW, inzage.ouder_id)


def _verstuur(mail: str, tekst: str, ouder_id: UUID) -> None:
    adres = f"{settings.OVERSTAP_ADRES}/ouders/{ouder_id}/"
    EmailMessage(_ONDERWERP, tekst.format(adres=adres), to=[mail]).send()
