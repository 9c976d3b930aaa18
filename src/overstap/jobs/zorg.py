"""How do the files of a zorgaanmelding reach the samenwerkingsverband, and who is told by mail, without content?"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from django.conf import settings

from overstap.domain.bijlagen.queries import bron_for, controleer_vertrek_for
from overstap.domain.dossiers.queries import dossier_for, slot_for
from overstap.domain.scholen.queries import medewerkers_for
from overstap.domain.zorgroutes.actions import Kopie, bewaar_zaakbestanden, bied_aan
from overstap.domain.zorgroutes.enums import Zaakbestandsoort
from overstap.domain.zorgroutes.queries import (
    aanmelding_for,
    kijkers_bij_swv_for,
    kopieen_for,
    meegegeven_for,
    persoonsnummer_for,
    route_for,
    zorgroutes_for,
)
from overstap.domain.zorgroutes.rules.formulier import met_documenten, plannen_in, voor_oso
from overstap.foundation.access import RECHTEN, Actor, NietGevonden, Recht, Rol
from overstap.foundation.audit.record import record
from overstap.foundation.klok import dag
from overstap.foundation.opslag import STUK
from overstap.integrations.mail import zorg
from overstap.integrations.oso.geschreven import Schrijffout
from overstap.integrations.oso.zorgaanmelding import zorgbestand
from overstap.jobs.collegas import schrijf_collegas
from overstap.jobs.taak import taak
from overstap.jobs.zorglijn import lijnadres

if TYPE_CHECKING:
    from overstap.domain.bijlagen.snapshot import Bron

_OSO = ("zorgaanmelding.xml", "application/xml")


@taak("zorg.klaarzetten")
def zet_zorg_klaar(*, route_id: UUID, by: Actor, at: datetime) -> None:
    """Give the samenwerkingsverband what it may have of a sent zorgaanmelding and does not have yet.

    The first time that is the OSO file with every attachment; later what takes the place of something held back. What
    went is what was frozen, dated by the day of sending; an attachment that was closed since stays at home. All behind
    the lock of the dossier: what is closed while this runs waits, and finds the copy.
    """
    dossier = dossier_for(by, route_for(by, route_id).dossier_id, vergrendel=True)
    route = route_for(by, route_id)
    if route.verstuurd_op is None or route.ingetrokken_op is not None:
        return
    er_zijn = kopieen_for(by, route)
    slot = slot_for(by, dossier)
    gevonden = aanmelding_for(by, route, slot)
    if gevonden is None:
        raise NietGevonden
    formulier = gevonden[1]
    mag = meegegeven_for(by, dossier, formulier)
    bijlagen = [rij for rij, _stuk_id in mag]
    if er_zijn.oso and er_zijn.bijlagen >= {rij.id for rij in bijlagen}:
        return
    controleer_vertrek_for(by, bijlagen)
    bronnen = [bron_for(by, rij, slot) for rij in bijlagen]
    kopieen = [
        Kopie(Zaakbestandsoort.BIJLAGE, bron.bestandsnaam, bron.mime, _stukken(bron), rij.id, stuk_id)
        for (rij, stuk_id), bron in zip(mag, bronnen, strict=True)
        if rij.id not in er_zijn.bijlagen
    ]
    try:
        oso = zorgbestand(
            voor_oso(met_documenten(formulier.rapport, (rij.sleutel for rij in bijlagen)), plannen_in(bijlagen)),
            nummer=persoonsnummer_for(by, dossier, slot),
            bestanden=bronnen,
            datum=dag(route.verstuurd_op),
        )
    except Schrijffout:
        # Before the first time sending asked whether it can be made. Without what was taken back perhaps it cannot.
        if route.klaargezet_op is None:
            raise
    else:
        kopieen.insert(0, Kopie(Zaakbestandsoort.OSO, *_OSO, oso.stukken()))
    bewaar_zaakbestanden(route=route, kopieen=kopieen, by=by, at=at)
    if adres := lijnadres(route):
        bied_aan(route_id=route.id, adres=adres, by=by, at=at)


@taak("zorg.mail_swv")
def mail_swv(*, route_id: UUID, by: Actor, at: datetime) -> None:
    """Mail everybody who handles cases at the samenwerkingsverband that something is new."""
    route = route_for(by, route_id)
    tekst = zorg.voor_swv(f"{settings.OVERSTAP_ADRES}/swv/")
    mensen = kijkers_bij_swv_for(by, route.swv_id)
    schrijf_collegas(zorg.ONDERWERP, ((mens, tekst) for mens in mensen), at=at)


@taak("zorg.mail_ontvangers")
def mail_swv_na_wijziging(*, dossier_id: UUID, by: Actor, at: datetime) -> None:
    """Mail every samenwerkingsverband that has a zorgaanmelding of this pupil that something changed (art. 19 AVG)."""
    dossier = dossier_for(by, dossier_id)
    gestuurd = zorgroutes_for(by, dossier).filter(verstuurd_op__isnull=False, ingetrokken_op=None)
    brieven = []
    for swv_id in dict.fromkeys(gestuurd.values_list("swv_id", flat=True)):
        tekst = zorg.voor_swv(f"{settings.OVERSTAP_ADRES}/swv/")
        brieven += [(mens, tekst) for mens in kijkers_bij_swv_for(by, swv_id)]
        record("overdracht.ontvanger_ingelicht", by=by, at=at, dossier_id=dossier.id, object_id=swv_id)
    # Last: when the mail server is away, the transaction is undone and the job tries again.
    schrijf_collegas(zorg.ONDERWERP, brieven, at=at)


@taak("zorg.mail_school")
def mail_school(*, route_id: UUID, by: Actor, at: datetime) -> None:
    """Mail everybody at the basisschool who walks care routes that something waits there."""
    route = route_for(by, route_id)
    tekst = zorg.voor_school(f"{settings.OVERSTAP_ADRES}/po/zorgroutes/{route.id}/")
    mensen = [mens for mens in medewerkers_for(by, route.school_id) if Recht.ZORGROUTE_LOPEN in RECHTEN[Rol(mens.rol)]]
    schrijf_collegas(zorg.ONDERWERP, ((mens, tekst) for mens in mensen), at=at)


def _stukken(bron: Bron) -> Iterator[bytes]:
    with bron.open() as lezer:
        while stuk := lezer.read(STUK):
            yield stuk
