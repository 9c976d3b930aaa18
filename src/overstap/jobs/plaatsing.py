"""Who is told by mail that a vo school decided, asked or was answered, without a word about whom or what?"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from django.conf import settings

from overstap.domain.dossiers.queries import dossier_for
from overstap.domain.overdrachten.queries import kijkers_for
from overstap.domain.plaatsingen.queries import beantwoorders_for, plaatsingen_for
from overstap.foundation.access import Actor, Rol
from overstap.integrations.mail import plaatsing
from overstap.jobs.collegas import schrijf_collegas
from overstap.jobs.gast import gastadres
from overstap.jobs.taak import taak

if TYPE_CHECKING:
    from overstap.domain.dossiers.models import Dossier
    from overstap.domain.scholen.models import Aanstelling


@taak("plaatsing.besluit")
def plaatsing_besluit(*, dossier_id: UUID, by: Actor, at: datetime) -> None:
    """Mail the colleagues who follow this pupil that a vo school took a step."""
    mensen = _beantwoorders(dossier_for(by, dossier_id), by)
    schrijf_collegas(plaatsing.ONDERWERP, ((mens, plaatsing.basisschool(adres)) for mens, adres in mensen), at=at)


@taak("plaatsing.vraag")
def plaatsing_vraag(*, dossier_id: UUID, by: Actor, at: datetime) -> None:
    """Mail the colleagues who can answer that a question waits."""
    mensen = _beantwoorders(dossier_for(by, dossier_id), by)
    schrijf_collegas(plaatsing.ONDERWERP_VRAAG, ((mens, plaatsing.vraag(adres)) for mens, adres in mensen), at=at)


def _beantwoorders(dossier: Dossier, by: Actor) -> Iterator[tuple[Aanstelling, str]]:
    """Every colleague who follows this pupil, with where it is read; a guest comes in by the own link."""
    adres = f"{settings.OVERSTAP_ADRES}/po/dossiers/{dossier.id}/aanmeldstatus/"
    for collega in beantwoorders_for(by, dossier):
        gast = collega.rol == Rol.GAST
        yield collega, gastadres(by, collega.account_id) if gast else adres


@taak("plaatsing.antwoord")
def plaatsing_antwoord(*, plaatsing_id: UUID, dossier_id: UUID, by: Actor, at: datetime) -> None:
    """Mail the people of the one vo school that asked; nobody when the report is no longer there."""
    dossier = dossier_for(by, dossier_id)
    rij = plaatsingen_for(by, dossier).filter(id=plaatsing_id, overdracht__ingetrokken_op=None).first()
    if rij is None:
        return
    tekst = plaatsing.antwoord(f"{settings.OVERSTAP_ADRES}/vo/overdrachten/{rij.overdracht_id}/")
    mensen = kijkers_for(by, rij.ontvanger_id)
    schrijf_collegas(plaatsing.ONDERWERP, ((mens, tekst) for mens in mensen), at=at)
