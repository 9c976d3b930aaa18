"""Which files does the vo school take over: the OSO file, the report as PDF, the attachments?"""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from overstap.domain.bijlagen.queries import bijlage_for, open_for, open_om_te_tonen_for
from overstap.domain.bijlagen.rules import VertrekGeweigerd
from overstap.domain.dossiers.actions import opgehaald
from overstap.domain.dossiers.queries import slot_for
from overstap.domain.inzages.queries import open_stuk_for, stuk_for
from overstap.domain.overdrachten.actions import haal_op
from overstap.domain.overdrachten.queries import ging_mee_for, oso_bestand_for, overdracht_for
from overstap.domain.overdrachten.queries.later import ging_ooit_mee_for
from overstap.domain.rapporten.queries import pdf_for
from overstap.foundation.access import NietGevonden
from overstap.web.components.downloads import download, stroom, toon, type_geven, type_openen
from overstap.web.components.publiek import voor
from overstap.web.components.verzoek import Verzoek


@voor("vo")
@require_POST
def oso(request: Verzoek, overdracht_id: UUID) -> HttpResponseBase:
    """Give the OSO file exactly as it was sent; the basisschool sees `opgehaald`."""
    overdracht = overdracht_for(request.actor, overdracht_id)
    lezer = oso_bestand_for(request.actor, overdracht)
    if overdracht.tegengehouden_op:
        return redirect("vo:dossier", overdracht_id=overdracht_id)
    if lezer is None:
        return _nog_niet(request, overdracht_id)
    haal_op(overdracht_id=overdracht_id, wat="oso", by=request.actor, at=request.nu)
    return stroom(lezer, "application/xml", "oso", overdracht.id)


@voor("vo")
@require_POST
def pdf(request: Verzoek, overdracht_id: UUID) -> HttpResponse:
    """Give the report as PDF."""
    overdracht = overdracht_for(request.actor, overdracht_id)
    inhoud = pdf_for(request.actor, overdracht.versie, "vo", slot_for(request.actor, overdracht.dossier))
    if inhoud is None:
        return _nog_niet(request, overdracht_id)
    haal_op(overdracht_id=overdracht_id, wat="pdf", by=request.actor, at=request.nu)
    return download(inhoud, "application/pdf", "okr", overdracht.id)


@voor("vo")
@require_GET
def bijlage(request: Verzoek, overdracht_id: UUID, bijlage_id: UUID) -> HttpResponseBase:
    """Give one attachment that travelled along, as a file to keep."""
    return _geef(request, overdracht_id, bijlage_id, open_for, stroom)


@voor("vo")
@require_GET
def bekijk(request: Verzoek, overdracht_id: UUID, bijlage_id: UUID) -> HttpResponseBase:
    """Show one attachment that travelled along in the browser."""
    return _geef(request, overdracht_id, bijlage_id, open_om_te_tonen_for, toon)


def _geef(
    request: Verzoek, overdracht_id: UUID, bijlage_id: UUID, open_: type_openen, geef: type_geven
) -> HttpResponseBase:
    overdracht = overdracht_for(request.actor, overdracht_id)
    slot = slot_for(request.actor, overdracht.dossier)
    if bijlage_id not in {mee.rij.id for mee in ging_mee_for(request.actor, overdracht, slot)}:
        if not ging_ooit_mee_for(request.actor, overdracht, slot, bijlage_id):
            raise NietGevonden
        messages.info(request, _("De basisschool trok deze bijlage in. U kunt haar niet meer openen."))
        return redirect("vo:dossier", overdracht_id=overdracht_id)
    rij = bijlage_for(request.actor, overdracht.dossier, bijlage_id)
    try:
        lezer = open_(request.actor, rij, slot)
    except VertrekGeweigerd:
        messages.info(request, _("Deze bijlage wordt nog gecontroleerd op virussen. Probeer het later opnieuw."))
        return redirect("vo:dossier", overdracht_id=overdracht_id)
    opgehaald(
        dossier=overdracht.dossier, wat="bijlage", versie=rij.bestand_id, by=request.actor, at=request.nu,
        object_id=bijlage_id,
    )  # fmt: skip
    return geef(lezer, rij.mime, "bijlage", bijlage_id)


@voor("vo")
@require_GET
def zienswijzestuk(request: Verzoek, overdracht_id: UUID, ouderstuk_id: UUID) -> HttpResponseBase:
    """Give one file that belongs to a zienswijze."""
    overdracht = overdracht_for(request.actor, overdracht_id)
    rij = stuk_for(request.actor, overdracht.dossier, ouderstuk_id)
    try:
        lezer = open_stuk_for(request.actor, rij, slot_for(request.actor, overdracht.dossier))
    except VertrekGeweigerd:
        messages.info(request, _("Dit bestand wordt nog gecontroleerd op virussen. Probeer het later opnieuw."))
        return redirect("vo:dossier", overdracht_id=overdracht_id)
    opgehaald(
        dossier=overdracht.dossier, wat="stuk", versie=rij.bestand_id, by=request.actor, at=request.nu,
        object_id=rij.ouder_id,
    )  # fmt: skip
    return stroom(lezer, rij.mime, "zienswijze", rij.id)


def _nog_niet(request: Verzoek, overdracht_id: UUID) -> HttpResponse:
    messages.info(request, _("Dit bestand wordt nog klaargezet. Probeer het over een minuut opnieuw."))
    return redirect("vo:dossier", overdracht_id=overdracht_id)
