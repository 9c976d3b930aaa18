"""How do the files of a zorgaanmelding reach the samenwerkingsverband, and who is told by mail, without content?"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from django.conf import settings
from django.core.mail import EmailMessage, get_connection

from overstap.domain.bijlagen.queries import bron_for, controleer_vertrek_for, voor_swv
from overstap.domain.dossiers.queries import slot_for
from overstap.domain.inzages.actions.inlichten import licht_ouders_in
from overstap.domain.scholen.queries import medewerkers_for
from overstap.domain.zorgroutes.actions import bewaar_zaakbestanden
from overstap.domain.zorgroutes.enums import Zaakbestandsoort
from overstap.domain.zorgroutes.queries import (
    aanmelding_for,
    kijkers_bij_swv_for,
    persoonsnummer_for,
    route_for,
)
from overstap.domain.zorgroutes.rules.formulier import plannen_in, voor_oso
from overstap.foundation.access import RECHTEN, Actor, NietGevonden, Recht, Rol
from overstap.foundation.klok import dag
from overstap.foundation.opslag import STUK
from overstap.integrations.mail import zorg
from overstap.integrations.oso.zorgaanmelding import zorgbestand
from overstap.jobs.taak import taak

if TYPE_CHECKING:
    from overstap.domain.bijlagen.snapshot import Bron

_OSO = ("zorgaanmelding.xml", "application/xml")


@taak("zorg.klaarzetten")
def zet_zorg_klaar(*, route_id: UUID, by: Actor, at: datetime) -> None:
    """Make the OSO file of a sent zorgaanmelding and keep it, with its attachments, under the key of the case.

    What went is what was frozen, dated by the day of sending; an attachment that was closed since stays at home.
    """
    route = route_for(by, route_id)
    if route.klaargezet_op is not None or route.ingetrokken_op is not None or route.verstuurd_op is None:
        return
    dossier = route.dossier
    slot = slot_for(by, dossier)
    gevonden = aanmelding_for(by, route, slot)
    if gevonden is None:
        raise NietGevonden
    formulier = gevonden[1]
    toen = {UUID(stuk.id) for stuk in formulier.stukken}
    bijlagen = [bijlage.rij for bijlage in voor_swv(by, dossier.id) if bijlage.rij.id in toen]
    controleer_vertrek_for(by, bijlagen)
    bronnen = [bron_for(by, bijlage, slot) for bijlage in bijlagen]
    oso = zorgbestand(
        voor_oso(formulier.rapport, plannen_in(bijlagen)),
        nummer=persoonsnummer_for(by, dossier, slot),
        bestanden=bronnen,
        datum=dag(route.verstuurd_op),
    )
    bestanden = [
        (Zaakbestandsoort.OSO, *_OSO, oso.stukken()),
        *((Zaakbestandsoort.BIJLAGE, bron.bestandsnaam, bron.mime, _stukken(bron)) for bron in bronnen),
    ]
    bewaar_zaakbestanden(route=route, bestanden=bestanden, by=by, at=at)


@taak("zorg.mail_swv")
def mail_swv(*, route_id: UUID, by: Actor, at: datetime) -> None:
    """Mail everybody who handles cases at the samenwerkingsverband that something is new."""
    del at
    route = route_for(by, route_id)
    mensen = [mens.account.email for mens in kijkers_bij_swv_for(by, route.swv_id)]
    _verstuur(mensen, zorg.voor_swv(f"{settings.OVERSTAP_ADRES}/swv/"))


@taak("zorg.mail_school")
def mail_school(*, route_id: UUID, by: Actor, at: datetime) -> None:
    """Mail everybody at the basisschool who walks care routes that something waits there."""
    del at
    route = route_for(by, route_id)
    mensen = [
        mens.account.email
        for mens in medewerkers_for(by, route.school_id)
        if Recht.ZORGROUTE_LOPEN in RECHTEN[Rol(mens.rol)]
    ]
    _verstuur(mensen, zorg.voor_school(f"{settings.OVERSTAP_ADRES}/po/zorgroutes/{route.id}/"))


@taak("zorg.teruggekoppeld")
def meld_teruggekoppeld(*, route_id: UUID, by: Actor, at: datetime) -> None:
    """A decision came back: tell the school, and every parent who reads digitally."""
    licht_ouders_in(dossier=route_for(by, route_id).dossier, by=by, at=at)
    mail_school(route_id=route_id, by=by, at=at)


def _verstuur(adressen: list[str], tekst: str) -> None:
    """One mail for each, so that nobody sees another's address. Last: when it fails, the job tries again."""
    berichten = [EmailMessage(zorg.ONDERWERP, tekst, to=[adres]) for adres in dict.fromkeys(adressen)]
    if berichten:
        get_connection().send_messages(berichten)


def _stukken(bron: Bron) -> Iterator[bytes]:
    with bron.open() as lezer:
        while stuk := lezer.read(STUK):
            yield stuk
