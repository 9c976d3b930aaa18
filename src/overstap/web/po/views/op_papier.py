"""What happened on paper: when was the report given and signed, and what was handed in?"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from overstap.domain.bijlagen.rules import VertrekGeweigerd
from overstap.domain.dossiers.actions import opgehaald
from overstap.domain.dossiers.queries import dossier_for, slot_for
from overstap.domain.inzages.actions import (
    bied_op_papier_aan,
    geef_versie_op_papier,
    leg_antwoord_op_papier_vast,
    leg_correctie_op_papier_vast,
    voeg_zienswijze_toe,
)
from overstap.domain.inzages.queries import open_stuk_for, stuk_for
from overstap.foundation.access import Recht
from overstap.web.components.daad import lukt, probeer
from overstap.web.components.downloads import stroom
from overstap.web.components.publiek import voor
from overstap.web.components.verzoek import Verzoek, getypt
from overstap.web.po.forms.ouders import Correctieopschrift, Getekendformulier, Papierformulier, Zienswijzeformulier
from overstap.web.po.forms.velden import foutregels
from overstap.web.po.openen import Naar
from overstap.web.po.views.uitnodigen import open_kaart

if TYPE_CHECKING:
    from overstap.domain.dossiers.models import Dossier


@voor("po")
@require_http_methods(["GET", "POST"])
def aangeboden(request: Verzoek, dossier_id: UUID, verzorger_id: UUID) -> HttpResponse:
    """Record that a parent got the report on paper."""
    leg_vast = partial(bied_op_papier_aan, dossier_id=dossier_id, verzorger_id=verzorger_id)
    bericht = _("Vastgelegd: deze ouder kreeg het rapport op papier.")
    kaart = open_kaart(request, dossier_id, verzorger_id=verzorger_id)
    form = Papierformulier(getypt(request), recht=kaart[1].recht)
    return _pagina(request, kaart, form, leg_vast, sjabloon="po/ouder_papier.html", bericht=bericht)


@voor("po")
@require_POST
def versie(request: Verzoek, dossier_id: UUID, inzage_id: UUID) -> HttpResponse:
    """Record that a parent got the newest version on paper."""
    gelukt = _("Vastgelegd: deze ouder heeft nu de nieuwste versie op papier.")
    probeer(request, geef_versie_op_papier, gelukt, dossier_id=dossier_id, inzage_id=inzage_id)
    return Naar("po:ouders", dossier_id=dossier_id)


@voor("po")
@require_http_methods(["GET", "POST"])
def getekend(request: Verzoek, dossier_id: UUID, inzage_id: UUID) -> HttpResponse:
    """Record what a parent signed on paper."""
    leg_vast = partial(leg_antwoord_op_papier_vast, dossier_id=dossier_id, inzage_id=inzage_id)
    bericht = _("Vastgelegd: deze ouder tekende op papier voor gezien.")
    kaart = open_kaart(request, dossier_id, inzage_id=inzage_id)
    form = Getekendformulier(*getypt_met_bestanden(request))
    return _pagina(request, kaart, form, leg_vast, sjabloon="po/ouder_getekend.html", bericht=bericht)


@voor("po")
@require_http_methods(["GET", "POST"])
def zienswijze(request: Verzoek, dossier_id: UUID, inzage_id: UUID) -> HttpResponse:
    """Add a zienswijze that was handed in on paper, as it is."""
    leg_vast = partial(voeg_zienswijze_toe, dossier_id=dossier_id, inzage_id=inzage_id)
    bericht = _("De zienswijze is toegevoegd. Zij gaat ongewijzigd mee naar de vo-school.")
    kaart = open_kaart(request, dossier_id, inzage_id=inzage_id)
    form = Zienswijzeformulier(*getypt_met_bestanden(request))
    return _pagina(request, kaart, form, leg_vast, sjabloon="po/ouder_zienswijze.html", bericht=bericht)


@voor("po")
@require_http_methods(["GET", "POST"])
def correctieverzoek(request: Verzoek, dossier_id: UUID, inzage_id: UUID) -> HttpResponse:
    """Record a request to correct a fact that came on paper or in a talk."""
    request.actor.require(Recht.CORRECTIE_BESLUITEN)
    leg_vast = partial(leg_correctie_op_papier_vast, dossier_id=dossier_id, inzage_id=inzage_id)
    bericht = _("Het verzoek is vastgelegd. U antwoordt binnen een maand.")
    kaart = open_kaart(request, dossier_id, inzage_id=inzage_id)
    form = Correctieopschrift(*getypt_met_bestanden(request))
    return _pagina(request, kaart, form, leg_vast, sjabloon="po/ouder_correctie.html", bericht=bericht)


@voor("po")
@require_GET
def stuk(request: Verzoek, dossier_id: UUID, ouderstuk_id: UUID) -> HttpResponseBase:
    """Give a file of a parent: the scan of a signature, or what belongs to a zienswijze."""
    request.actor.require(Recht.CORRECTIE_BESLUITEN)
    dossier = dossier_for(request.actor, dossier_id)
    rij = stuk_for(request.actor, dossier, ouderstuk_id)
    try:
        lezer = open_stuk_for(request.actor, rij, slot_for(request.actor, dossier))
    except VertrekGeweigerd as fout:
        messages.info(request, fout.zin)
        return Naar("po:ouders", dossier_id=dossier_id)
    opgehaald(
        dossier=dossier, wat="stuk", versie=rij.bestand_id, by=request.actor, at=request.nu, object_id=rij.ouder_id
    )
    return stroom(lezer, rij.mime, "stuk", rij.id)


def getypt_met_bestanden(request: Verzoek) -> tuple[Any, ...]:
    """What was sent with a form that may hold a file; nothing when the form is only shown."""
    return (request.POST, request.FILES) if request.method == "POST" else ()


def _pagina(
    request: Verzoek,
    van_wie: tuple[Dossier, Any],
    form: Form,
    leg_vast: Callable[..., Any],
    *,
    sjabloon: str,
    bericht: str,
) -> HttpResponse:
    """Show the form, or do the act with what it holds; a refusal stands beside the first question."""
    dossier, kaart = van_wie
    if lukt(request, form, leg_vast, bij=next(iter(form.fields))):
        messages.success(request, bericht)
        return Naar("po:ouders", dossier_id=dossier.id)
    context = {"dossier": dossier, "kaart": kaart, "form": form, "fouten": foutregels(form), "fout": bool(form.errors)}
    return render(request, sjabloon, context, status=422 if form.errors else 200)


paden = [
    path("dossiers/<uuid:dossier_id>/ouders/<uuid:verzorger_id>/papier/", aangeboden, name="ouder_papier"),
    path("dossiers/<uuid:dossier_id>/inzages/<uuid:inzage_id>/getekend/", getekend, name="ouder_getekend"),
    path("dossiers/<uuid:dossier_id>/inzages/<uuid:inzage_id>/versie/", versie, name="ouder_versie"),
    path("dossiers/<uuid:dossier_id>/inzages/<uuid:inzage_id>/zienswijze/", zienswijze, name="ouder_zienswijze"),
    path(
        "dossiers/<uuid:dossier_id>/inzages/<uuid:inzage_id>/correctieverzoek/",
        correctieverzoek,
        name="ouder_correctie",
    ),
    path("dossiers/<uuid:dossier_id>/stukken/<uuid:ouderstuk_id>/", stuk, name="ouderstuk"),
]
