"""Which samenwerkingsverband has the region, and how does it walk each zorgroute?"""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from overstap.domain.scholen.queries import bestand_for
from overstap.domain.scholen.rules.regioschrijven import inhoud_van
from overstap.domain.zorgroutes.enums import Routesoort
from overstap.domain.zorgroutes.rules import WET, Inrichting
from overstap.foundation.access import Recht
from overstap.web.components.naar import Naar
from overstap.web.components.publiek import voor
from overstap.web.components.verzoek import Verzoek
from overstap.web.regio.forms.onderwerpen import Swvformulier
from overstap.web.regio.forms.route import Routeformulier
from overstap.web.regio.swvwissel import niemand, te_bevestigen
from overstap.web.regio.wijzigen import lukt
from overstap.web.regio.woorden import als_feiten


@voor("regio")
@require_GET
def swv(request: Verzoek) -> HttpResponse:
    """The samenwerkingsverband, and each route as it goes there now."""
    request.actor.require(Recht.REGIO_BEHEREN)
    tabel = dict(inhoud_van(bestand_for(request.actor))["swv"])
    routes = tabel.pop("routes", {})
    inrichting = Inrichting(routes)
    context = {
        "niemand": niemand(request, tabel["code"]),
        "feiten": als_feiten(tabel),
        "rijen": [
            {"soort": soort, "route": inrichting.route(soort), "eigen": bool(routes.get(soort))} for soort in Routesoort
        ],
    }
    return render(request, "regio/swv.html", context)


@voor("regio")
@require_http_methods(["GET", "POST"])
def gegevens(request: Verzoek) -> HttpResponse:
    """Change the name, the number or the address of the samenwerkingsverband."""
    request.actor.require(Recht.REGIO_BEHEREN)
    inhoud = inhoud_van(bestand_for(request.actor))
    form = Swvformulier(inhoud, request.POST if request.method == "POST" else None)
    if form.is_valid() and (zin := te_bevestigen(request, inhoud, {**inhoud, **form.waarden()})):
        form.vraag_na(zin)
    if lukt(request, form):
        messages.success(request, _("De gegevens van het samenwerkingsverband zijn bewaard."))
        return Naar("regio:swv")
    context = {
        "form": form,
        "fout": bool(form.errors),
        "onderwerp": form.onderwerp,
        "titel": _("Gegevens van het samenwerkingsverband"),
        "terug": reverse("regio:swv"),
    }
    return render(request, "regio/onderwerp.html", context, status=422 if form.errors else 200)


@voor("regio")
@require_http_methods(["GET", "POST"])
def route(request: Verzoek, routesoort: str) -> HttpResponse:
    """Change how one route goes: who decides, with whose advice, in how many weeks; or whether it is there."""
    request.actor.require(Recht.REGIO_BEHEREN)
    if routesoort not in set(Routesoort):
        raise Http404
    soort = Routesoort(routesoort)
    inhoud = inhoud_van(bestand_for(request.actor))
    form = Routeformulier(soort, inhoud, request.POST if request.method == "POST" else None)
    if lukt(request, form):
        messages.success(request, _("Bewaard: %(wat)s.") % {"wat": soort.label})
        return Naar("regio:swv")
    context = {
        "form": form,
        "fout": bool(form.errors),
        "onderwerp": form.onderwerp,
        "titel": soort.label,
        "sub": f"{WET[soort].wie} {WET[soort].bron}.",
        "terug": reverse("regio:swv"),
    }
    return render(request, "regio/onderwerp.html", context, status=422 if form.errors else 200)


paden = [
    path("beheer/swv/", swv, name="swv"),
    path("beheer/swv/gegevens/", gegevens, name="swv_gegevens"),
    path("beheer/swv/<slug:routesoort>/", route, name="swv_route"),
]
