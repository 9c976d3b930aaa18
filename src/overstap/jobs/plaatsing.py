"""Who is told by mail that a vo school decided, asked or was answered, without a word about whom or what?"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from django.conf import settings
from django.core.mail import EmailMessage, get_connection

from overstap.domain.dossiers.queries import dossier_for
from overstap.domain.inzages.actions.inlichten import licht_ouders_in
from overstap.domain.overdrachten.queries import kijkers_for
from overstap.domain.plaatsingen.queries import beantwoorders_for, plaatsingen_for
from overstap.foundation.access import Actor, Rol
from overstap.integrations.mail import plaatsing
from overstap.jobs.gast import gastadres
from overstap.jobs.taak import taak

if TYPE_CHECKING:
    from overstap.domain.dossiers.models import Dossier


@taak("plaatsing.besluit")
def plaatsing_besluit(*, dossier_id: UUID, by: Actor, at: datetime) -> None:
    """Mail the colleagues who follow this pupil, and let the parents be told, that a vo school took a step."""
    dossier = dossier_for(by, dossier_id)
    berichten = [
        EmailMessage(plaatsing.ONDERWERP, plaatsing.basisschool(adres), to=[mail])
        for mail, adres in _beantwoorders(dossier, by)
    ]
    # The vo school sees no parents, so the basisschool tells them.
    licht_ouders_in(dossier=dossier, by=by, at=at)
    # Last: when the mail server refuses, the transaction is undone and the job tries again.
    get_connection().send_messages(berichten)


@taak("plaatsing.vraag")
def plaatsing_vraag(*, dossier_id: UUID, by: Actor, at: datetime) -> None:
    """Mail the colleagues who can answer that a question waits."""
    del at
    get_connection().send_messages([
        EmailMessage(plaatsing.ONDERWERP_VRAAG, plaatsing.vraag(adres), to=[mail])
        for mail, adres in _beantwoorders(dossier_for(by, dossier_id), by)
    ])  # fmt: skip


def _beantwoorders(dossier: Dossier, by: Actor) -> Iterator[tuple[str, str]]:
    """(mail address, where it is read) of every colleague who follows this pupil; a guest comes in by the own link."""
    adres = f"{settings.OVERSTAP_ADRES}/po/dossiers/{dossier.id}/aanmeldstatus/"
    for collega in beantwoorders_for(by, dossier):
        gast = collega.rol == Rol.GAST
        yield collega.account.postadres, gastadres(by, collega.account_id) if gast else adres


@taak("plaatsing.antwoord")
def plaatsing_antwoord(*, plaatsing_id: UUID, dossier_id: UUID, by: Actor, at: datetime) -> None:
    """Mail the people of the one vo school that asked; nobody when the report is no longer there."""
    del at
    dossier = dossier_for(by, dossier_id)
    rij = plaatsingen_for(by, dossier).filter(id=plaatsing_id, overdracht__ingetrokken_op=None).first()
    if rij is None:
        return
    tekst = plaatsing.antwoord(f"{settings.OVERSTAP_ADRES}/vo/overdrachten/{rij.overdracht_id}/")
    get_connection().send_messages([
        EmailMessage(plaatsing.ONDERWERP, tekst, to=[kijker.account.email])
        for kijker in kijkers_for(by, rij.ontvanger_id)
    ])  # fmt: skip
