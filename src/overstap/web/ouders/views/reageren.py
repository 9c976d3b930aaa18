"""What can a parent do when something is not right: report a mistake, or give an own view?"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from overstap.domain.inzages.actions import InzageGeweigerd, geef_zienswijze, vraag_correctie
from overstap.domain.inzages.queries import eigen_dossier_for
from overstap.domain.inzages.rules import MAXIMALE_TEKST, MAXIMUM_BESTANDEN
from overstap.web.components.publiek import voor
from overstap.web.components.verzoek import Verzoek
from overstap.web.ouders.forms.reageren import GeenBestand, Reactieformulier, gekozen_bestanden


@dataclass(frozen=True)
class Route:
    """One of the two: its name in addresses and templates, and the act that sends the text."""

    naam: str
    verstuur: Callable[..., UUID]
    met_bestanden: bool = False


FOUT, MENING = Route("fout", vraag_correctie), Route("mening", geef_zienswijze, met_bestanden=True)


@voor("ouder")
@require_http_methods(["GET", "POST"])
def fout_melden(request: Verzoek) -> HttpResponse:
    """Ask the school to correct a fact (art. 16 AVG)."""
    return _reageer(request, FOUT)


@voor("ouder")
@require_http_methods(["GET", "POST"])
def mening_geven(request: Verzoek) -> HttpResponse:
    """Give the zienswijze, which goes along unchanged."""
    return _reageer(request, MENING)


@voor("ouder")
@require_GET
def verstuurd(request: Verzoek, soort: str) -> HttpResponse:
    """Say that it was sent and what happens now."""
    if soort not in {FOUT.naam, MENING.naam}:
        raise Http404
    return _pagina(request, f"ouders/{soort}_verstuurd.html")


def _reageer(request: Verzoek, route: Route) -> HttpResponse:
    """Write, look at it as the school reads it, and only then send it. The text is in the page only, in no session."""
    if request.method == "GET":
        return _schrijf(request, route)
    if request.POST.get("stap") == "taal":  # Another language was chosen: the text stays.
        return _schrijf(request, route, request.POST.get("tekst", ""))
    formulier = Reactieformulier(request.POST)
    if not formulier.is_valid():
        return _schrijf(request, route, request.POST.get("tekst", ""), " ".join(map(str, formulier.errors["tekst"])))
    tekst, stap = formulier.cleaned_data["tekst"], request.POST.get("stap")
    if stap == "verstuur":
        return _verstuur(request, route, tekst)
    if stap == "wijzig":
        return _schrijf(request, route, tekst)
    return _lees_na(request, route, tekst)


def _lees_na(request: Verzoek, route: Route, tekst: str, fout: str = "") -> HttpResponse:
    maximum = {"maximum_bestanden": MAXIMUM_BESTANDEN}
    return _pagina(request, "ouders/nalezen.html", route=route.naam, tekst=tekst, fout=fout, **maximum)


def _verstuur(request: Verzoek, route: Route, tekst: str) -> HttpResponse:
    mee: dict[str, Any] = {}
    if route.met_bestanden:
        try:
            mee["bestanden"] = gekozen_bestanden(request.FILES.getlist("bestanden"))
        except GeenBestand as weigering:
            return _lees_na(request, route, tekst, str(weigering))
    try:
        route.verstuur(tekst=tekst, by=request.actor, at=request.nu, **mee)
    except InzageGeweigerd as weigering:
        return _schrijf(request, route, tekst, weigering.zin)
    return redirect("ouders:verstuurd", soort=route.naam)


def _schrijf(request: Verzoek, route: Route, tekst: str = "", fout: str = "") -> HttpResponse:
    gegevens = {"tekst": tekst, "fout": fout, "maximum": MAXIMALE_TEKST, "route": route.naam}
    return _pagina(request, f"ouders/{route.naam}.html", **gegevens)


def _pagina(request: Verzoek, sjabloon: str, **context: Any) -> HttpResponse:
    dossier = eigen_dossier_for(request.actor)
    alles = {"fout": "", **context, "school": dossier.school.naam, "leerling": dossier.leerling.roepnaam}
    return render(request, sjabloon, alles, status=422 if alles["fout"] else 200)
