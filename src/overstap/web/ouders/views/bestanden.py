"""Which files can a parent take home: the own copy of the report, and what goes along with it?"""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from overstap.domain.bijlagen.queries import bijlage_for, ingetrokken_for, open_for, open_om_te_tonen_for
from overstap.domain.bijlagen.rules import VertrekGeweigerd
from overstap.domain.dossiers.actions import opgehaald
from overstap.domain.dossiers.queries import slot_for
from overstap.domain.inzages.queries import eigen_dossier_for, open_stuk_for, stuk_for
from overstap.domain.rapporten.queries import laatste_versie_for, pdf_for
from overstap.foundation.access import NietGevonden
from overstap.web.components.downloads import download, stroom, toon, type_geven, type_openen
from overstap.web.components.publiek import voor
from overstap.web.components.verzoek import Verzoek


@voor("ouder")
@require_GET
def kopie(request: Verzoek) -> HttpResponse:
    """Give the PDF of the newest version, or say that it is being made."""
    dossier = eigen_dossier_for(request.actor)
    versie = laatste_versie_for(request.actor, dossier)
    pdf = pdf_for(request.actor, versie, "ouders", slot_for(request.actor, dossier))
    if pdf is None:
        return render(request, "ouders/kopie.html", {"school": dossier.school.naam})
    opgehaald(dossier=dossier, wat="kopie", versie=versie.id, by=request.actor, at=request.nu, object_id=versie.id)
    return download(pdf, "application/pdf", "rapport", versie.id)


@voor("ouder")
@require_GET
def bijlage(request: Verzoek, bijlage_id: UUID) -> HttpResponseBase:
    """Give one attachment that goes along, as a file; what stays at school is asked for at school."""
    return _geef(request, bijlage_id, open_for, stroom)


@voor("ouder")
@require_GET
def bekijk(request: Verzoek, bijlage_id: UUID) -> HttpResponseBase:
    """Show one attachment that goes along in the browser."""
    return _geef(request, bijlage_id, open_om_te_tonen_for, toon)


def _geef(request: Verzoek, bijlage_id: UUID, open_: type_openen, geef: type_geven) -> HttpResponseBase:
    dossier = eigen_dossier_for(request.actor)
    if ingetrokken_for(request.actor, dossier, bijlage_id):
        messages.info(request, _("De school trok dit bestand in. U kunt het niet meer openen."))
        return redirect("ouders:rapport")
    rij = bijlage_for(request.actor, dossier, bijlage_id)
    if not rij.aan:
        raise NietGevonden
    try:
        lezer = open_(request.actor, rij, slot_for(request.actor, dossier))
    except VertrekGeweigerd:
        messages.info(request, _("Dit bestand wordt nog gecontroleerd op virussen. Probeer het later opnieuw."))
        return redirect("ouders:rapport")
    opgehaald(dossier=dossier, wat="bijlage", versie=rij.bestand_id, by=request.actor, at=request.nu, object_id=rij.id)
    return geef(lezer, rij.mime, "bijlage", rij.id)


@voor("ouder")
@require_GET
def stuk(request: Verzoek, ouderstuk_id: UUID) -> HttpResponseBase:
    """Give back a file that this parent sent, or that the school added for this parent."""
    dossier = eigen_dossier_for(request.actor)
    rij = stuk_for(request.actor, dossier, ouderstuk_id)
    try:
        lezer = open_stuk_for(request.actor, rij, slot_for(request.actor, dossier))
    except VertrekGeweigerd:
        messages.info(request, _("Dit bestand wordt nog gecontroleerd op virussen. Probeer het later opnieuw."))
        return redirect("ouders:rapport")
    opgehaald(
        dossier=dossier, wat="stuk", versie=rij.bestand_id, by=request.actor, at=request.nu, object_id=rij.ouder_id
    )
    return stroom(lezer, rij.mime, "bestand", rij.id)
