"""What came in at a vo school, and how does its program fetch it? As a colleague does: it is written down."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.http.response import HttpResponseBase
from ninja import Router

from overstap.domain.dossiers.queries import slot_for
from overstap.domain.koppelingen.actions import noteer_opgevraagd
from overstap.domain.overdrachten.actions import haal_op
from overstap.domain.overdrachten.queries import oso_bestand_for, overdracht_for
from overstap.domain.plaatsingen.queries import PER_BLADZIJDE, Inboxrij, Inboxvraag, inbox_van_for
from overstap.domain.rapporten.queries import pdf_for
from overstap.foundation.klok import dag
from overstap.web.api import antwoorden
from overstap.web.api.bladen import Bladzijde, rondom
from overstap.web.api.deur import Koppelverzoek
from overstap.web.api.document import als_bestand
from overstap.web.api.probleem import probleem
from overstap.web.components.downloads import download, stroom

paden = Router(tags=["Vo-school"])
_NOG_NIET = "Overstap maakt dit bestand nog. Probeer het over een minuut opnieuw."
_WACHT = {"Retry-After": "60"}


@paden.get(
    "vo/overdrachten",
    response=antwoorden.Overdrachten,
    operation_id="vo_overdrachten",
    url_name="vo_overdrachten",
    summary="Lijst van ontvangen rapporten",
)
def overdrachten(request: Koppelverzoek, pagina: Bladzijde) -> antwoorden.Overdrachten:
    """De rapporten die basisscholen naar deze school stuurden, het nieuwste bovenaan.

    Bereik: `overdrachten.ophalen`.
    """
    inbox = inbox_van_for(request.actor, dag(request.nu), Inboxvraag(bladzijde=pagina))
    noteer_opgevraagd(lijst="overdrachten", aantal=len(inbox.rijen), by=request.actor, at=request.nu)
    rijen = [_overdracht(rij) for rij in inbox.rijen]
    return antwoorden.Overdrachten(rijen=rijen, **rondom(inbox.gevonden, pagina, PER_BLADZIJDE))


def _overdracht(rij: Inboxrij) -> antwoorden.Overdracht:
    assert isinstance(rij.verstuurd_op, datetime)
    return antwoorden.Overdracht(
        overdracht_id=rij.overdracht_id,
        naam=rij.naam,
        basisschool=rij.school,
        verstuurd_op=rij.verstuurd_op,
        gelezen_op=rij.gelezen_op,
        opgehaald_op=rij.opgehaald_op,
        heropend_op=rij.heropend_op,
        status=rij.status,
        besluit_voor=rij.besluit_voor,
    )


@paden.post(
    "vo/overdrachten/{uuid:overdracht_id}/oso",
    operation_id="vo_oso",
    url_name="vo_oso",
    summary="Haal het OSO-bestand op",
    openapi_extra=als_bestand("application/xml", "Het OSO-bestand, precies zoals het is verstuurd."),
)
def oso(request: Koppelverzoek, overdracht_id: UUID) -> HttpResponseBase:
    """Het OSO-bestand van één leerling, met de bijlagen die meegaan. De basisschool en de ouders zien dit.

    Dit is een POST, omdat ophalen wordt vastgelegd. Twee keer ophalen mag. Bereik: `overdrachten.ophalen`.
    """
    overdracht = overdracht_for(request.actor, overdracht_id)
    if overdracht.tegengehouden_op:
        return probleem("tegengehouden", "De basisschool stuurt een nieuw bestand. Probeer het later opnieuw.")
    lezer = oso_bestand_for(request.actor, overdracht)
    if lezer is None:
        return probleem("nog_niet_klaar", _NOG_NIET, koppen=_WACHT)
    haal_op(overdracht_id=overdracht_id, wat="oso", by=request.actor, at=request.nu)
    return stroom(lezer, "application/xml", "oso", overdracht.id)


@paden.post(
    "vo/overdrachten/{uuid:overdracht_id}/pdf",
    operation_id="vo_pdf",
    url_name="vo_pdf",
    summary="Haal het rapport op als pdf",
    openapi_extra=als_bestand("application/pdf", "Het onderwijskundig rapport."),
)
def pdf(request: Koppelverzoek, overdracht_id: UUID) -> HttpResponseBase:
    """Het rapport van één leerling, zonder bijlagen. Ook dit wordt vastgelegd. Bereik: `overdrachten.ophalen`."""
    overdracht = overdracht_for(request.actor, overdracht_id)
    inhoud = pdf_for(request.actor, overdracht.versie, "vo", slot_for(request.actor, overdracht.dossier))
    if inhoud is None:
        return probleem("nog_niet_klaar", _NOG_NIET, koppen=_WACHT)
    haal_op(overdracht_id=overdracht_id, wat="pdf", by=request.actor, at=request.nu)
    return download(inhoud, "application/pdf", "okr", overdracht.id)
