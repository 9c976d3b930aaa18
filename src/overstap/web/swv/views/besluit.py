"""What does the samenwerkingsverband decide, and to whom does it go back?"""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from overstap.domain.dossiers.queries import beperking_for
from overstap.domain.zorgroutes.actions import koppel_terug, neem_besluit
from overstap.domain.zorgroutes.enums import Routesoort, Routestaat
from overstap.domain.zorgroutes.queries import zaakblad_for
from overstap.domain.zorgroutes.rules import (
    BesluitGeweigerd,
    ZorgrouteGeweigerd,
    ZorgstapNietMogelijk,
    mogelijke_uitkomsten,
)
from overstap.foundation.access import Recht
from overstap.foundation.klok import dag
from overstap.web.components.naar import Naar
from overstap.web.components.publiek import voor
from overstap.web.components.velden import foutregels
from overstap.web.components.verzoek import Verzoek, getypt
from overstap.web.swv.forms.zaak import Besluitformulier
from overstap.web.swv.openen import kruimels, open_zaak

if TYPE_CHECKING:
    from overstap.domain.zorgroutes.models import Zorgroute


@voor("swv")
@require_http_methods(["GET", "POST"])
def besluit(request: Verzoek, route_id: UUID) -> HttpResponse:
    """Ask for the decision and take it; a decision that cannot be comes back with everything that was typed."""
    route = open_zaak(request, route_id, Recht.ZORGBESLUIT_NEMEN)
    blad = zaakblad_for(request.actor, route_id, request.nu)
    # Asked of the route and not of the case: who typed while a colleague decided keeps the answers.
    uitkomsten = mogelijke_uitkomsten(Routesoort(route.soort), vo_bekend=route.vo_school_id is not None)
    form = Besluitformulier(uitkomsten, getypt(request))
    if request.method == "POST" and form.is_valid() and _besloten(request, route_id, form):
        messages.success(request, _("Het besluit is vastgelegd. Koppel het nu terug aan de school en de ouders."))
        return Naar("swv:zaak", route_id=route_id)
    context = {
        "route": route,
        "beperking": beperking_for(request.actor, route.dossier),
        "naam": route.dossier.leerling.naam,
        "blad": blad,
        "form": form,
        "kan": Routestaat.BESLUIT in blad.naar or request.method == "POST",
        "swv": route.swv.brin,
        "jaar": dag(request.nu).year + 1,
        "fouten": foutregels(form),
        "fout": bool(form.errors),
        "kruimels": kruimels(route),
    }
    return render(request, "swv/besluit.html", context, status=422 if form.errors else 200)


def _besloten(request: Verzoek, route_id: UUID, form: Besluitformulier) -> bool:
    try:
        neem_besluit(route_id=route_id, besluit=form.besluit, by=request.actor, at=request.nu)
    except (BesluitGeweigerd, ZorgrouteGeweigerd, ZorgstapNietMogelijk) as fout:
        veld = getattr(fout, "veld", "")
        form.add_error(veld if veld in form.fields else None, fout.zin)
        return False
    return True


@voor("swv")
@require_http_methods(["GET", "POST"])
def terugkoppelen(request: Verzoek, route_id: UUID) -> HttpResponse:
    """Show once more what was decided and who will read it, and send it back."""
    route = open_zaak(request, route_id, Recht.ZORGBESLUIT_NEMEN)
    blad, fout = zaakblad_for(request.actor, route_id, request.nu), ""
    if request.method == "POST":
        try:
            koppel_terug(route_id=route_id, by=request.actor, at=request.nu)
        except (ZorgrouteGeweigerd, ZorgstapNietMogelijk) as geweigerd:
            fout = geweigerd.zin
        else:
            zin = _("Het besluit is teruggekoppeld. De school krijgt bericht, en ook de ouders die digitaal lezen.")
            messages.success(request, zin)
            return Naar("swv:zaak", route_id=route_id)
    context = {
        "route": route,
        "beperking": beperking_for(request.actor, route.dossier),
        "naam": route.dossier.leerling.naam,
        "blad": blad,
        "kan": Routestaat.TERUGGEKOPPELD in blad.naar,
        "lezers": _lezers(route),
        "fout": fout,
        "kruimels": kruimels(route),
    }
    return render(request, "swv/terugkoppelen.html", context, status=422 if fout else 200)


def _lezers(route: Zorgroute) -> list[dict[str, object]]:
    """Who reads the decision from then on, for `m.wie_ziet`."""
    lezers: list[dict[str, object]] = [
        {"wie": route.school.naam, "wat": _("wie daar bij dit dossier kan"), "nu": True},
        {
            "wie": _("De ouders met gezag"),
            "wat": _("op hun eigen pagina of via de school, met uw toelichting"),
            "nu": True,
        },
    ]
    if route.vo_school:
        lezers.append(
            {
                "wie": route.vo_school.naam,
                "wat": _("zonder uw toelichting, want de leerling is daar aangemeld"),
                "nu": True,
            }
        )
    return lezers


_EEN = "zaken/<uuid:route_id>/"
paden = [
    path(f"{_EEN}besluit/", besluit, name="besluit"),
    path(f"{_EEN}terugkoppelen/", terugkoppelen, name="terugkoppelen"),
]
