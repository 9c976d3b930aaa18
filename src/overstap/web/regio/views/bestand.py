"""How does a whole region go out and in as its one file, also when a program handed it in?"""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from overstap.domain.koppelingen.queries import koppelingnamen_for
from overstap.domain.scholen.actions import gooi_regiovoorstel_weg, laad_eigen_bestand, neem_regiovoorstel_over
from overstap.domain.scholen.queries import bestand_for, eigen_bestand_for, regiovoorstel_for
from overstap.domain.scholen.rules.regioschrijven import inhoud_van
from overstap.domain.scholen.rules.regiowijziging import RegioGeweigerd, verschil
from overstap.foundation.access import NietGevonden, Recht
from overstap.web.components.naar import Naar
from overstap.web.components.publiek import voor
from overstap.web.components.regiobestand import Onleesbaar, als_antwoord, als_tekst
from overstap.web.components.verzoek import Verzoek
from overstap.web.regio.swvwissel import wisselzin
from overstap.web.regio.woorden import verschillen


@voor("regio")
@require_GET
def bestand(request: Verzoek) -> HttpResponse:
    """The whole region as its one readable file."""
    request.actor.require(Recht.REGIO_LEZEN)
    return als_antwoord(request.actor)


@voor("regio")
@require_http_methods(["GET", "POST"])
def laden(request: Verzoek) -> HttpResponse:
    """Read a file of the own region, show what becomes otherwise, and take it over when somebody says so."""
    request.actor.require(Recht.REGIO_BEHEREN)
    context: dict[str, Any] = {"fouten": [], "tekst": "", "onderwerpen": None}
    if request.method == "POST":
        try:
            context["tekst"] = _tekst(request)
            if "neem_over" in request.POST:
                laad_eigen_bestand(tekst=context["tekst"], by=request.actor, at=request.nu)
                messages.success(request, _("Het bestand is overgenomen."))
                return Naar("regio:beheer")
            context |= _anders(request, context["tekst"])
        except RegioGeweigerd as weigering:
            context["fouten"] = [str(fout) for fout in weigering.fouten]
        except Onleesbaar as onleesbaar:
            context["fouten"] = [onleesbaar.zin]
    return _pagina(request, context)


def _tekst(request: Verzoek) -> str:
    if "tekst" in request.POST:
        return str(request.POST["tekst"]).replace("\r\n", "\n")
    gekozen = request.FILES.get("bestand")
    if gekozen is None:
        raise Onleesbaar(_("Kies het bestand van uw regio (.toml)."))
    return als_tekst(gekozen)


@voor("regio")
@require_http_methods(["GET", "POST"])
def aangeleverd(request: Verzoek) -> HttpResponse:
    """Show what becomes otherwise by the file that a program handed in; take it over, or throw it away."""
    request.actor.require(Recht.REGIO_BEHEREN)
    voorstel = regiovoorstel_for(request.actor)
    fouten: list[str] = []
    if request.method == "POST":
        try:
            return _beslis(request)
        except RegioGeweigerd as weigering:
            fouten = [str(fout) for fout in weigering.fouten]
        except NietGevonden:
            messages.error(request, _("Dit bestand wacht niet meer, of er kwam een nieuwer. Er is niets veranderd."))
            return Naar("regio:aangeleverd")
    context: dict[str, Any] = {"fouten": fouten, "voorstel": voorstel, "onderwerpen": []}
    if voorstel is not None:
        context["door"] = koppelingnamen_for(request.actor).get(voorstel.door, "")
        try:
            context |= _anders(request, voorstel.tekst)
        except RegioGeweigerd as weigering:
            # It was right when it came in; the region, or our rules, changed since.
            context["fouten"] = [str(fout) for fout in weigering.fouten]
    return _pagina(request, context, "regio/aangeleverd.html")


def _beslis(request: Verzoek) -> HttpResponse:
    try:
        voorstel_id = UUID(request.POST.get("voorstel", ""))
    except ValueError as fout:
        raise NietGevonden from fout
    if "neem_over" in request.POST:
        neem_regiovoorstel_over(voorstel_id=voorstel_id, by=request.actor, at=request.nu)
        messages.success(request, _("Het bestand is overgenomen."))
    else:
        gooi_regiovoorstel_weg(voorstel_id=voorstel_id, by=request.actor, at=request.nu)
        messages.success(request, _("Het bestand is weggegooid. Er is niets veranderd."))
    return Naar("regio:beheer")


def _anders(request: Verzoek, tekst: str) -> dict[str, Any]:
    """What becomes otherwise by this file, by subject, and what to know of it first."""
    nu = bestand_for(request.actor)
    oud, nieuw = inhoud_van(nu), inhoud_van(nu.aangevuld_met(eigen_bestand_for(request.actor, tekst)))
    regels = [(wat.label, verschillen(van, naar)) for wat, (van, naar) in verschil(oud, nieuw).items()]
    return {"onderwerpen": regels, "letop": wisselzin(request, oud, nieuw)}


def _pagina(request: Verzoek, context: dict[str, Any], sjabloon: str = "regio/bestand.html") -> HttpResponse:
    kruimels = [{"naam": _("Beheer"), "url": reverse("regio:beheer")}]
    return render(request, sjabloon, {**context, "kruimels": kruimels}, status=422 if context["fouten"] else 200)


paden = [
    path("beheer/bestand/", laden, name="bestand_laden"),
    path("beheer/aangeleverd/", aangeleverd, name="aangeleverd"),
    path("beheer/regio.toml", bestand, name="bestand"),
]
