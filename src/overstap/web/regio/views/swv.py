"""Which samenwerkingsverbanden has the region, which vo schools are of each, and how does it walk each zorgroute?"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from overstap.domain.scholen.enums import Organisatiesoort
from overstap.domain.scholen.queries import bestand_for
from overstap.domain.scholen.rules.regioschrijven import inhoud_van
from overstap.domain.scholen.rules.regiowijziging import type_inhoud
from overstap.domain.zorgroutes.enums import Routesoort
from overstap.domain.zorgroutes.rules import WET, Inrichting
from overstap.foundation.access import Recht
from overstap.web.components.publiek import voor
from overstap.web.components.verzoek import Verzoek, getypt
from overstap.web.regio.forms.route import Routeformulier
from overstap.web.regio.forms.swv import Swvformulier, Swvscholen, Swvweg
from overstap.web.regio.swvwissel import niemand, te_bevestigen
from overstap.web.regio.wijzigen import bewaar
from overstap.web.regio.woorden import als_feiten


@voor("regio")
@require_GET
def verbanden(request: Verzoek) -> HttpResponse:
    """Every samenwerkingsverband of the region, and the vo schools of which nobody said to which they belong."""
    inhoud = _inhoud(request)
    context = {
        "verbanden": [_kort(request, inhoud, code) for code in inhoud["swv"]],
        "zonder": [school["naam"] for school in _vo(inhoud) if "swv" not in school] if len(inhoud["swv"]) > 1 else [],
    }
    return render(request, "regio/verbanden.html", context)


def _kort(request: Verzoek, inhoud: type_inhoud, code: str) -> dict[str, Any]:
    tabel = inhoud["swv"][code]
    scholen = [school for school in _vo(inhoud) if school.get("swv") == code or len(inhoud["swv"]) == 1]
    feiten = [
        {"naam": _("Nummer bij DUO"), "waarde": code},
        *als_feiten({veld: tabel[veld] for veld in ("plaats", "telefoon", "email") if veld in tabel}),
        {"naam": _("Vo-scholen"), "waarde": len(scholen)},
        {"naam": _("Routes met eigen afspraken"), "waarde": len(tabel.get("routes", {}))},
    ]
    return {"code": code, "naam": tabel["naam"], "feiten": feiten, "niemand": niemand(request, code)}


@voor("regio")
@require_GET
def verband(request: Verzoek, swvnummer: str) -> HttpResponse:
    """One samenwerkingsverband, and each route as it goes there now."""
    inhoud = _inhoud(request)
    tabel = _tabel(inhoud, swvnummer)
    routes = tabel.get("routes", {})
    inrichting = Inrichting(routes)
    context = {
        **_kort(request, inhoud, swvnummer),
        "een": len(inhoud["swv"]) == 1,
        # What a school still names holds its number, also where there is no other any more.
        "kiest": len(inhoud["swv"]) > 1 or any("swv" in school for school in _vo(inhoud)),
        "rijen": [
            {"soort": soort, "route": inrichting.route(soort), "eigen": bool(routes.get(soort))} for soort in Routesoort
        ],
    }
    return render(request, "regio/swv.html", context)


@voor("regio")
@require_http_methods(["GET", "POST"])
def nieuw(request: Verzoek) -> HttpResponse:
    """Add a samenwerkingsverband."""
    return _gegevens(request, "", _("Voeg een samenwerkingsverband toe"), reverse("regio:swv"))


@voor("regio")
@require_http_methods(["GET", "POST"])
def gegevens(request: Verzoek, swvnummer: str) -> HttpResponse:
    """Change the name, the number or the address of a samenwerkingsverband."""
    return _gegevens(request, swvnummer, _("Gegevens van het samenwerkingsverband"), _hier(swvnummer))


def _gegevens(request: Verzoek, code: str, titel: str, terug: str) -> HttpResponse:
    inhoud = _inhoud(request)
    form = Swvformulier(code if not code else _bekend(inhoud, code), inhoud, getypt(request))
    if form.is_valid() and (zin := te_bevestigen(request, inhoud, {**inhoud, **form.waarden()})):
        form.vraag_na(zin)
    gelukt = _("De gegevens van het samenwerkingsverband zijn bewaard.")
    return bewaar(request, form, gelukt, titel=titel, terug=terug, naar=reverse("regio:swv"))


@voor("regio")
@require_http_methods(["GET", "POST"])
def scholen(request: Verzoek, swvnummer: str) -> HttpResponse:
    """Say which vo schools are of a samenwerkingsverband."""
    inhoud = _inhoud(request)
    naam = _tabel(inhoud, swvnummer)["naam"]
    form = Swvscholen(swvnummer, inhoud, getypt(request))
    gelukt = _("Bewaard: de vo-scholen van %(naam)s.") % {"naam": naam}
    return bewaar(request, form, gelukt, titel=_("Vo-scholen"), sub=naam, terug=_hier(swvnummer))


@voor("regio")
@require_http_methods(["GET", "POST"])
def weg(request: Verzoek, swvnummer: str) -> HttpResponse:
    """Ask whether a samenwerkingsverband leaves the region; then let it."""
    inhoud = _inhoud(request)
    naam = _tabel(inhoud, swvnummer)["naam"]
    sub = _("Nieuwe zorgaanmeldingen kunnen er dan niet meer heen. Wat er al ligt, blijft. U kunt dit terugzetten.")
    form = Swvweg(swvnummer, inhoud, getypt(request))
    return bewaar(
        request, form, _("%(naam)s hoort niet meer bij uw regio.") % {"naam": naam},
        titel=_("Haal %(naam)s uit uw regio") % {"naam": naam}, sub=sub, terug=_hier(swvnummer),
        naar=reverse("regio:swv"), knop=_("Haal weg"),
    )  # fmt: skip


@voor("regio")
@require_http_methods(["GET", "POST"])
def route(request: Verzoek, swvnummer: str, routesoort: str) -> HttpResponse:
    """Change how one route goes: who decides, with whose advice, in how many weeks; or whether it is there."""
    inhoud = _inhoud(request)
    naam = _tabel(inhoud, swvnummer)["naam"]
    if routesoort not in set(Routesoort):
        raise Http404
    soort = Routesoort(routesoort)
    form = Routeformulier(swvnummer, soort, inhoud, getypt(request))
    gelukt = _("Bewaard: %(wat)s.") % {"wat": soort.label}
    titel = _("%(route)s bij %(swv)s") % {"route": soort.label, "swv": naam}
    sub = f"{WET[soort].wie} {WET[soort].bron}."
    return bewaar(request, form, gelukt, titel=titel, sub=sub, terug=_hier(swvnummer))


def _inhoud(request: Verzoek) -> type_inhoud:
    request.actor.require(Recht.REGIO_BEHEREN)
    return inhoud_van(bestand_for(request.actor))


def _bekend(inhoud: type_inhoud, code: str) -> str:
    """The number of a samenwerkingsverband of this region; raises `Http404` for another."""
    if code not in inhoud["swv"]:
        raise Http404
    return code


def _tabel(inhoud: type_inhoud, code: str) -> Mapping[str, Any]:
    tabel: Mapping[str, Any] = inhoud["swv"][_bekend(inhoud, code)]
    return tabel


def _vo(inhoud: type_inhoud) -> list[type_inhoud]:
    return [school for school in inhoud["scholen"] if school["soort"] == Organisatiesoort.VO]


def _hier(code: str) -> str:
    return reverse("regio:verband", kwargs={"swvnummer": code})


paden = [
    path("beheer/swv/", verbanden, name="swv"),
    path("beheer/swv/nieuw/", nieuw, name="swv_nieuw"),
    path("beheer/swv/<slug:swvnummer>/", verband, name="verband"),
    path("beheer/swv/<slug:swvnummer>/gegevens/", gegevens, name="swv_gegevens"),
    path("beheer/swv/<slug:swvnummer>/scholen/", scholen, name="swv_scholen"),
    path("beheer/swv/<slug:swvnummer>/weg/", weg, name="swv_weg"),
    path("beheer/swv/<slug:swvnummer>/<slug:routesoort>/", route, name="swv_route"),
]
