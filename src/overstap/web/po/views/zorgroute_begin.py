"""Which care routes are there for a pupil, and to which samenwerkingsverband does one go?"""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from overstap.domain.zorgroutes.actions import begin_zorgroute, kies_swv
from overstap.domain.zorgroutes.enums import Routesoort, Routestaat
from overstap.domain.zorgroutes.queries import Swvkeuze, inrichting_for, route_for, swvkeuze_for, zorgroutes_for
from overstap.domain.zorgroutes.rules import EINDE, WET
from overstap.foundation.access import NietGevonden, Recht
from overstap.web.components.daad import lukt
from overstap.web.components.publiek import voor
from overstap.web.components.verzoek import Verzoek, getypt
from overstap.web.po.forms.velden import foutregels
from overstap.web.po.forms.zorgroute import Beginformulier, Verbandkeuze
from overstap.web.po.openen import Naar, open_dossier
from overstap.web.po.views.zorgroute import kruimels

if TYPE_CHECKING:
    from overstap.domain.scholen.models import Organisatie


@voor("po")
@require_http_methods(["GET", "POST"])
def begin(request: Verzoek, dossier_id: UUID) -> HttpResponse:
    """Show which routes there are, with who asks and who decides; begin one.

    Where there is more than one samenwerkingsverband, somebody first says which: each walks a route its own way.
    """
    if request.method == "POST":
        request.actor.require(Recht.ZORGROUTE_LOPEN)
    dossier, _slot = open_dossier(request, dossier_id, "zorgroute")
    keuze = swvkeuze_for(request.actor, dossier)
    if not keuze.verbanden:
        raise NietGevonden
    eerdere = list(zorgroutes_for(request.actor, dossier))
    loopt = next((route for route in eerdere if route.staat not in EINDE), None)
    form = Beginformulier(getypt(request), initial={"soort": request.GET.get("soort", "")})
    if lukt(request, form, begin_zorgroute, dossier_id=dossier_id):
        return Naar("po:zorgroute", route_id=zorgroutes_for(request.actor, dossier)[0].id)
    gevraagd = _gekozen(request, keuze)
    kies = _kies(request, keuze, gevraagd, form)
    # Whoever still chooses where, sees no routes: these would be of another than the one that is ticked.
    swv = None if kies.errors or "anders" in request.GET else gevraagd
    inrichting = inrichting_for(request.actor, swv.id) if swv else None
    context = {
        "dossier": dossier,
        "keuze": keuze,
        "kies": kies,
        "swv": swv,
        "eerdere": eerdere,
        "loopt": loopt,
        "soorten": [(soort, WET[soort], inrichting.route(soort)) for soort in Routesoort] if inrichting else [],
        "form": form,
        "mag": request.actor.mag(Recht.ZORGROUTE_LOPEN),
        "fouten": [*foutregels(form), *foutregels(kies)],
        "fout": bool(form.errors or kies.errors),
    }
    return render(request, "po/zorgroute_begin.html", context, status=422 if request.method == "POST" else 200)


def _gekozen(request: Verzoek, keuze: Swvkeuze) -> Organisatie | None:
    """The samenwerkingsverband whose routes are shown: the one somebody chose, else the one to begin with."""
    gevraagd = request.POST.get("swv_id") or request.GET.get("swv_id", "")
    return next((swv for swv in keuze.verbanden if str(swv.id) == gevraagd), keuze.voorstel)


def _kies(request: Verzoek, keuze: Swvkeuze, swv: Organisatie | None, form: Beginformulier) -> Verbandkeuze:
    """The choice of a samenwerkingsverband, with what to do where none was made, or where the route cannot go there."""
    # What begins holds it unseen: what is wrong with it stands where it can be chosen.
    bezwaren = [str(bezwaar) for bezwaar in form.errors.pop("swv_id", ())]
    gevraagd = request.GET if "kies" in request.GET and swv is None else None
    kies = Verbandkeuze(request.POST if bezwaren else gevraagd, keuze, nu=swv.id if swv else None)
    if kies.is_valid():
        for bezwaar in bezwaren:
            kies.add_error("swv_id", bezwaar)
    return kies


@voor("po")
@require_http_methods(["GET", "POST"])
def ander_swv(request: Verzoek, route_id: UUID) -> HttpResponse:
    """Choose another samenwerkingsverband for a route that is being prepared."""
    request.actor.require(Recht.ZORGROUTE_LOPEN)
    route = route_for(request.actor, route_id)
    if route.staat != Routestaat.IN_VOORBEREIDING:
        raise NietGevonden
    keuze = swvkeuze_for(request.actor, route.dossier)
    form = Verbandkeuze(getypt(request), keuze, nu=route.swv_id)
    if lukt(request, form, kies_swv, bij="swv_id", route_id=route_id):
        naam = route_for(request.actor, route_id).swv.naam
        messages.success(request, _("De zorgaanmelding gaat naar %(naam)s.") % {"naam": naam})
        return Naar("po:zorgroute", route_id=route_id)
    context = {
        "dossier": route.dossier, "route": route, "keuze": keuze, "form": form, "fouten": foutregels(form),
        "fout": bool(form.errors), "kruimels": kruimels(route, zelf=True),
        "verteld": route.voorgelegd_op is not None,
    }  # fmt: skip
    return render(request, "po/zorgroute_swv.html", context, status=422 if form.errors else 200)


paden = [
    path("dossiers/<uuid:dossier_id>/zorgroute/", begin, name="zorgroute_begin"),
    path("zorgroutes/<uuid:route_id>/swv/", ander_swv, name="zorgroute_swv"),
]
