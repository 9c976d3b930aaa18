"""Who changed what of the region, and how does a change go back?"""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from overstap.domain.scholen.actions import zet_terug
from overstap.domain.scholen.enums import Regioonderwerp
from overstap.domain.scholen.queries import bestand_for, regiowijziging_for, regiowijzigingen_for
from overstap.domain.scholen.rules.regioschrijven import inhoud_van
from overstap.domain.scholen.rules.regiowijziging import RegioGeweigerd, deel, teruggezet, uit_bewaard
from overstap.foundation.access import Recht
from overstap.web.components.naar import Naar
from overstap.web.components.publiek import voor
from overstap.web.components.verzoek import Verzoek
from overstap.web.regio.swvwissel import wisselzin
from overstap.web.regio.woorden import Verschil, verschillen

if TYPE_CHECKING:
    from overstap.domain.scholen.models import Regiowijziging

PER_BLADZIJDE = 20


@voor("regio")
@require_GET
def wijzigingen(request: Verzoek) -> HttpResponse:
    """Everything that was changed, newest first: by whom, from what to what."""
    request.actor.require(Recht.REGIO_BEHEREN)
    pagina = Paginator(regiowijzigingen_for(request.actor), PER_BLADZIJDE).get_page(request.GET.get("pagina"))
    context = {"pagina": pagina, "regels": [(rij, _verschil_van(rij)) for rij in pagina]}
    return render(request, "regio/wijzigingen.html", context)


@voor("regio")
@require_http_methods(["GET", "POST"])
def terugzetten(request: Verzoek, wijziging_id: UUID) -> HttpResponse:
    """Show what becomes otherwise when a subject goes back to how it was before a change; then do it."""
    request.actor.require(Recht.REGIO_BEHEREN)
    rij = regiowijziging_for(request.actor, wijziging_id)
    fout = ""
    if request.method == "POST":
        try:
            zet_terug(wijziging_id=wijziging_id, by=request.actor, at=request.nu)
        except RegioGeweigerd as weigering:
            fout = weigering.zin
        else:
            messages.success(request, _("Teruggezet: %(wat)s.") % {"wat": rij.get_onderwerp_display().lower()})
            return Naar("regio:wijzigingen")
    nu = inhoud_van(bestand_for(request.actor))
    onderwerp = Regioonderwerp(rij.onderwerp)
    straks = teruggezet(nu, onderwerp, uit_bewaard(rij.van), uit_bewaard(rij.naar))
    context = {
        "rij": rij,
        "verschillen": verschillen(deel(nu, onderwerp), deel(straks, onderwerp)),
        "letop": wisselzin(request, nu, straks),
        "fout": fout,
    }
    return render(request, "regio/terugzetten.html", context, status=422 if fout else 200)


def _verschil_van(rij: Regiowijziging) -> list[Verschil]:
    return verschillen(uit_bewaard(rij.van), uit_bewaard(rij.naar))


paden = [
    path("beheer/wijzigingen/", wijzigingen, name="wijzigingen"),
    path("beheer/wijzigingen/<uuid:wijziging_id>/terug/", terugzetten, name="terugzetten"),
]
