"""Which care route does a pupil walk, how far is it, and what is to be done?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from overstap.domain.dossiers.actions import bekeken
from overstap.domain.zorgroutes.actions import (
    bied_opnieuw_aan,
    leg_vo_aanvrager_vast,
    leg_voor,
    maak_zorgbestanden_opnieuw,
    stuur_documenten_na,
    trek_zorgroute_in,
)
from overstap.domain.zorgroutes.enums import Routestaat
from overstap.domain.zorgroutes.queries import Zorgblad, route_for, swvkeuze_for, zorgblad_for
from overstap.domain.zorgroutes.rules import (
    WET,
    ZorgstapNietMogelijk,
    controleer_zorgstap,
    mag_versturen,
)
from overstap.foundation.access import NietGevonden, Recht
from overstap.web.components.daad import probeer
from overstap.web.components.publiek import voor
from overstap.web.components.verzoek import Verzoek, getypt
from overstap.web.po.forms.velden import foutregels
from overstap.web.po.forms.zorgroute import Intrekken
from overstap.web.po.openen import Naar
from overstap.web.po.zorgkaart import besluitregels, routestappen, taken
from overstap.web.po.zorglijn import lijnadres, lijnbeeld

if TYPE_CHECKING:
    from overstap.domain.zorgroutes.models import Zorgroute


@voor("po")
@require_GET
def zorgroute(request: Verzoek, route_id: UUID) -> HttpResponse:
    """Show one care route: how far it is, what is to be done, what was asked and decided."""
    request.actor.require(Recht.DOSSIER_BEKIJKEN)
    blad = zorgblad_for(request.actor, route_id, request.nu)
    bekeken(dossier=blad.route.dossier, wat="zorgroute", by=request.actor, at=request.nu)
    return render(request, "po/zorgroute.html", _context(request, blad))


def _context(request: Verzoek, blad: Zorgblad) -> dict[str, Any]:
    route, open_ = blad.route, blad.staat is Routestaat.IN_VOORBEREIDING
    return {
        "dossier": route.dossier,
        "blad": blad,
        "route": route,
        "wet": WET[blad.soort],
        "open": open_,
        "stappen": routestappen(blad),
        "taken": taken(blad) if open_ else [],
        "blokkeert": [_punt(punt) for punt in blad.punten if punt.blokkeert and not punt.in_orde],
        "letop": [_punt(punt) for punt in blad.punten if not punt.blokkeert and not punt.in_orde],
        "goed": [_punt(punt) for punt in blad.punten if punt.in_orde],
        "kan": mag_versturen(blad.punten) if open_ else False,
        "alleen_advies": open_ and blad.wacht_op_aanmelding,
        "besluit": besluitregels(blad.besluit.besluit) if blad.besluit else [],
        "kan_intrekken": _kan_intrekken(blad.staat),
        "mag": request.actor.mag(Recht.ZORGROUTE_LOPEN),
        "kruimels": kruimels(route),
        "lijn": lijnbeeld(blad, request.nu),
        "meer_verbanden": open_
        and any(swv.id != route.swv_id for swv in swvkeuze_for(request.actor, route.dossier).verbanden),
    }


def kruimels(route: Zorgroute, *, zelf: bool = False) -> list[dict[str, str]]:
    """The way back from a page of a route; with `zelf` also to the page of the route itself."""
    naam = route.dossier.leerling.naam
    dossier = {
        "naam": _("Rapport van %(naam)s") % {"naam": naam},
        "url": reverse("po:dossier", kwargs={"dossier_id": route.dossier_id}),
    }
    eigen = {"naam": _("Zorgroute"), "url": reverse("po:zorgroute", kwargs={"route_id": route.id})}
    return [dossier, eigen] if zelf else [dossier]


def _kan_intrekken(staat: Routestaat) -> bool:
    try:
        controleer_zorgstap(staat, Routestaat.INGETROKKEN)
    except ZorgstapNietMogelijk:
        return False
    return True


def _punt(punt: Any) -> dict[str, Any]:
    return {"tekst": punt.zin, "goed": punt.in_orde}


@voor("po")
@require_POST
def voorleggen(request: Verzoek, route_id: UUID) -> HttpResponse:
    """Let the parents read what will go."""
    gelukt = _("De ouders die digitaal lezen, krijgen bericht.")
    probeer(request, leg_voor, gelukt, route_id=route_id)
    return Naar("po:zorgroute", route_id=route_id)


@voor("po")
@require_POST
def bestanden_opnieuw(request: Verzoek, route_id: UUID) -> HttpResponse:
    """Ask again for the files that could not be made."""
    maak_zorgbestanden_opnieuw(route_id=route_id, by=request.actor, at=request.nu)
    messages.success(request, _("De bestanden worden opnieuw gemaakt. Ververs deze pagina over een minuut."))
    return Naar("po:zorgroute", route_id=route_id)


@voor("po")
@require_POST
def aanbieden(request: Verzoek, route_id: UUID) -> HttpResponse:
    """Let the own system of the samenwerkingsverband know, once more, that a file stands ready (OSO)."""
    request.actor.require(Recht.ZORGROUTE_LOPEN)
    adres = lijnadres(route_for(request.actor, route_id))
    if adres is None:
        raise NietGevonden
    gelukt = _("Overstap laat het nu weten. Ververs deze pagina over een minuut.")
    probeer(request, bied_opnieuw_aan, gelukt, route_id=route_id, adres=adres)
    return Naar("po:zorgroute", route_id=route_id)


@voor("po")
@require_POST
def nasturen(request: Verzoek, route_id: UUID) -> HttpResponse:
    """Send the documents that were released to the samenwerkingsverband since, and that stood on the page."""
    request.actor.require(Recht.ZORGROUTE_LOPEN)
    gelukt = _("De documenten gaan naar het samenwerkingsverband. De ouders die digitaal lezen, krijgen bericht.")
    gezien = {een.rij.id for een in zorgblad_for(request.actor, route_id, request.nu).na_te_sturen}
    gekozen = {een for een in gezien if str(een) in request.POST.getlist("document")}
    probeer(request, stuur_documenten_na, gelukt, route_id=route_id, bijlagen=gekozen)
    return Naar("po:zorgroute", route_id=route_id)


@voor("po")
@require_POST
def vo_school(request: Verzoek, route_id: UUID) -> HttpResponse:
    """Tell the samenwerkingsverband at which vo school the pupil was applied since."""
    gelukt = _("Het samenwerkingsverband ziet nu welke vo-school vraagt.")
    probeer(request, leg_vo_aanvrager_vast, gelukt, route_id=route_id)
    return Naar("po:zorgroute", route_id=route_id)


@voor("po")
@require_http_methods(["GET", "POST"])
def intrekken(request: Verzoek, route_id: UUID) -> HttpResponse:
    """Ask why the route ends; then end it."""
    request.actor.require(Recht.ZORGROUTE_LOPEN)
    route = route_for(request.actor, route_id)
    form, fout = Intrekken(getypt(request)), ""
    if request.method == "POST" and form.is_valid():
        try:
            trek_zorgroute_in(route_id=route_id, reden=form.cleaned_data["reden"], by=request.actor, at=request.nu)
        except ZorgstapNietMogelijk as geweigerd:
            fout = geweigerd.zin
        else:
            messages.success(request, _("De zorgroute is ingetrokken. Het samenwerkingsverband ziet niets meer."))
            return Naar("po:zorgroute", route_id=route_id)
    fouten = [{"tekst": fout, "href": "#inhoud"}] if fout else foutregels(form)
    context = {
        "dossier": route.dossier, "route": route, "form": form, "fouten": fouten, "fout": bool(fouten),
        "kruimels": kruimels(route, zelf=True),
    }  # fmt: skip
    return render(request, "po/zorgroute_intrekken.html", context, status=422 if fouten else 200)


paden = [
    path("zorgroutes/<uuid:route_id>/", zorgroute, name="zorgroute"),
    path("zorgroutes/<uuid:route_id>/voorleggen/", voorleggen, name="zorgroute_voorleggen"),
    path("zorgroutes/<uuid:route_id>/nasturen/", nasturen, name="zorgroute_nasturen"),
    path("zorgroutes/<uuid:route_id>/aanbieden/", aanbieden, name="zorgroute_aanbieden"),
    path("zorgroutes/<uuid:route_id>/vo-school/", vo_school, name="zorgroute_vo_school"),
    path("zorgroutes/<uuid:route_id>/opnieuw/", bestanden_opnieuw, name="zorgroute_opnieuw"),
    path("zorgroutes/<uuid:route_id>/intrekken/", intrekken, name="zorgroute_intrekken"),
]
