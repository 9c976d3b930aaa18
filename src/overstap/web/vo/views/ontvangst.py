"""How does a vo school read what it took in itself, open its attachments and remove it?"""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from overstap.domain.bijlagen.rules import VertrekGeweigerd
from overstap.domain.importen.actions import bekijk_ontvangst, bekijk_ontvangstbijlage, verwijder_ontvangst
from overstap.domain.importen.queries import ontvangst_for, ontvangstbijlage_for, open_ontvangstbijlage_for
from overstap.web.components.downloads import stroom
from overstap.web.components.naar import Naar
from overstap.web.components.publiek import voor
from overstap.web.components.verzoek import Verzoek
from overstap.web.vo.ontvangstblad import Ontvangstblad


@voor("vo")
@require_GET
def ontvangst(request: Verzoek, ontvangst_id: UUID) -> HttpResponse:
    """Show what came in, and what stayed out with the reason."""
    rij = bekijk_ontvangst(ontvangst_id=ontvangst_id, by=request.actor, at=request.nu)
    return render(request, "vo/ontvangst.html", {"blad": Ontvangstblad(request.actor, rij)})


@voor("vo")
@require_GET
def bijlage(request: Verzoek, ontvangst_id: UUID, stuk_id: UUID) -> HttpResponseBase:
    """Give one attachment that came with it, as soon as it was checked."""
    rij = ontvangst_for(request.actor, ontvangst_id)
    stuk = ontvangstbijlage_for(request.actor, rij, stuk_id)
    try:
        lezer = open_ontvangstbijlage_for(request.actor, rij, stuk)
    except VertrekGeweigerd as reden:
        messages.info(request, reden.zin)
        return Naar("vo:ontvangst", ontvangst_id=ontvangst_id)
    bekijk_ontvangstbijlage(ontvangst=rij, bijlage=stuk, by=request.actor, at=request.nu)
    return stroom(lezer, stuk.mime, "bijlage", stuk_id)


@voor("vo")
@require_POST
def verwijderen(request: Verzoek, ontvangst_id: UUID) -> HttpResponse:
    """Remove it, with its attachments and its key."""
    verwijder_ontvangst(ontvangst_id=ontvangst_id, by=request.actor, at=request.nu)
    messages.success(request, _("Verwijderd. Overstap bewaart er niets van."))
    return Naar("vo:inbox")


paden = [
    path("ontvangsten/<uuid:ontvangst_id>/", ontvangst, name="ontvangst"),
    path("ontvangsten/<uuid:ontvangst_id>/bijlagen/<uuid:stuk_id>/", bijlage, name="ontvangst_bijlage"),
    path("ontvangsten/<uuid:ontvangst_id>/verwijderen/", verwijderen, name="ontvangst_verwijderen"),
]
