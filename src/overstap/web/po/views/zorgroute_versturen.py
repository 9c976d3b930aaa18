"""What goes to the samenwerkingsverband, who will see it there, and what did it ask back?"""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from overstap.domain.dossiers.actions import bekeken
from overstap.domain.dossiers.queries import slot_for
from overstap.domain.rapporten.catalogue import Publiek
from overstap.domain.rapporten.snapshot.weergave import weergave
from overstap.domain.zorgroutes.actions import beantwoord_vraag, stuur_naar_swv
from overstap.domain.zorgroutes.enums import Routestaat
from overstap.domain.zorgroutes.queries import route_for, vragen_for, zorgblad_for
from overstap.domain.zorgroutes.rules import ZorgrouteGeweigerd, ZorgstapNietMogelijk, mag_versturen
from overstap.foundation.access import NietGevonden, Recht
from overstap.web.components.daad import lukt
from overstap.web.components.publiek import voor
from overstap.web.components.verzoek import Verzoek, getypt
from overstap.web.po.forms.velden import foutregels
from overstap.web.po.forms.zorgroute import Antwoord
from overstap.web.po.openen import Naar
from overstap.web.po.views.zorgroute import kruimels
from overstap.web.po.zorglijn import lijnadres


@voor("po")
@require_GET
def formulier(request: Verzoek, route_id: UUID) -> HttpResponse:
    """Show the zorgaanmeldformulier: as it would go now, or as it went."""
    request.actor.require(Recht.DOSSIER_BEKIJKEN)
    blad = zorgblad_for(request.actor, route_id, request.nu)
    bekeken(dossier=blad.route.dossier, wat="zorgroute", by=request.actor, at=request.nu)
    context = {
        "dossier": blad.route.dossier,
        "blad": blad,
        "route": blad.route,
        "secties": weergave(blad.formulier.rapport, Publiek.SWV),
        "open": blad.staat is Routestaat.IN_VOORBEREIDING,
        "kruimels": kruimels(blad.route, zelf=True),
    }
    return render(request, "po/zorgroute_formulier.html", context)


@voor("po")
@require_http_methods(["GET", "POST"])
def versturen(request: Verzoek, route_id: UUID) -> HttpResponse:
    """Show exactly who will see what; then send it."""
    request.actor.require(Recht.ZORGROUTE_LOPEN)
    blad = zorgblad_for(request.actor, route_id, request.nu)
    zinnen: list[str] = []
    if request.method == "POST":
        try:
            stuur_naar_swv(route_id=route_id, by=request.actor, at=request.nu)
        except ZorgrouteGeweigerd as fout:
            zinnen = [zin for _veld, zin in fout.fouten]
        except ZorgstapNietMogelijk as fout:
            zinnen = [fout.zin]
        else:
            naam = blad.route.swv.naam
            messages.success(request, _("De zorgaanmelding is verstuurd naar %(naam)s.") % {"naam": naam})
            return Naar("po:zorgroute", route_id=route_id)
    else:
        bekeken(dossier=blad.route.dossier, wat="zorgroute", by=request.actor, at=request.nu)
    context = {
        "dossier": blad.route.dossier,
        "blad": blad,
        "route": blad.route,
        "kan": mag_versturen(blad.punten) and blad.staat is Routestaat.IN_VOORBEREIDING,
        "mist": [punt.zin for punt in blad.punten if punt.blokkeert and not punt.in_orde],
        "fouten": [{"tekst": zin, "href": "#inhoud"} for zin in zinnen],
        "fout": bool(zinnen),
        "kruimels": kruimels(blad.route, zelf=True),
        "over_de_lijn": lijnadres(blad.route) is not None,
    }
    return render(request, "po/zorgroute_versturen.html", context, status=422 if zinnen else 200)


@voor("po")
@require_http_methods(["GET", "POST"])
def vraag(request: Verzoek, route_id: UUID, zorgvraag_id: UUID) -> HttpResponse:
    """Show a question of the samenwerkingsverband, and answer it."""
    request.actor.require(Recht.ZORGROUTE_LOPEN)
    route = route_for(request.actor, route_id)
    alle = vragen_for(request.actor, route, slot_for(request.actor, route.dossier))
    gezocht = next((een for een in alle if een.id == zorgvraag_id), None)
    if gezocht is None:
        raise NietGevonden
    form = Antwoord(getypt(request))
    if lukt(request, form, beantwoord_vraag, bij="antwoord", route_id=route_id, vraag_id=zorgvraag_id):
        messages.success(request, _("Uw antwoord is verstuurd."))
        return Naar("po:zorgroute", route_id=route_id)
    if request.method == "GET":
        bekeken(dossier=route.dossier, wat="zorgroute", by=request.actor, at=request.nu)
    context = {
        "dossier": route.dossier, "route": route, "vraag": gezocht, "form": form, "fouten": foutregels(form),
        "fout": bool(form.errors), "kruimels": kruimels(route, zelf=True),
    }  # fmt: skip
    return render(request, "po/zorgroute_vraag.html", context, status=422 if form.errors else 200)


_ROUTE = "zorgroutes/<uuid:route_id>/"
paden = [
    path(f"{_ROUTE}formulier/", formulier, name="zorgroute_formulier"),
    path(f"{_ROUTE}versturen/", versturen, name="zorgroute_versturen"),
    path(f"{_ROUTE}vragen/<uuid:zorgvraag_id>/", vraag, name="zorgroute_vraag"),
]
