"""What happened with a report on paper: when was it given, and when did the parent sign?"""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from overstap.domain.dossiers.rules import NietInvulbaar
from overstap.domain.inzages.actions import InzageGeweigerd, bied_op_papier_aan, leg_antwoord_op_papier_vast
from overstap.web.components.publiek import voor
from overstap.web.components.verzoek import Verzoek
from overstap.web.po.forms.ouders import Getekendformulier, Papierformulier
from overstap.web.po.forms.velden import foutregels
from overstap.web.po.openen import Naar, getypt
from overstap.web.po.views.uitnodigen import open_kaart


@voor("po")
@require_http_methods(["GET", "POST"])
def aangeboden(request: Verzoek, dossier_id: UUID, verzorger_id: UUID) -> HttpResponse:
    """Record that a parent got the report on paper."""
    dossier, kaart = open_kaart(request, dossier_id, verzorger_id=verzorger_id)
    form = Papierformulier(getypt(request))
    if request.method == "POST" and form.is_valid():
        try:
            bied_op_papier_aan(
                dossier_id=dossier_id, verzorger_id=verzorger_id, by=request.actor, at=request.nu, **form.cleaned_data
            )
        except (InzageGeweigerd, NietInvulbaar) as fout:
            form.add_error("op", fout.zin)
        else:
            messages.success(request, _("Vastgelegd: deze ouder kreeg het rapport op papier."))
            return Naar("po:ouders", dossier_id=dossier_id)
    context = {"dossier": dossier, "kaart": kaart, "form": form, "fouten": foutregels(form), "fout": bool(form.errors)}
    return render(request, "po/ouder_papier.html", context, status=422 if form.errors else 200)


@voor("po")
@require_http_methods(["GET", "POST"])
def getekend(request: Verzoek, dossier_id: UUID, inzage_id: UUID) -> HttpResponse:
    """Record what a parent signed on paper."""
    dossier, kaart = open_kaart(request, dossier_id, inzage_id=inzage_id)
    form = Getekendformulier(getypt(request))
    if request.method == "POST" and form.is_valid():
        try:
            leg_antwoord_op_papier_vast(
                dossier_id=dossier_id, inzage_id=inzage_id, by=request.actor, at=request.nu, **form.cleaned_data
            )
        except InzageGeweigerd as fout:
            form.add_error("gezien_op", fout.zin)
        else:
            messages.success(request, _("Vastgelegd: deze ouder tekende op papier voor gezien."))
            return Naar("po:ouders", dossier_id=dossier_id)
    context = {"dossier": dossier, "kaart": kaart, "form": form, "fouten": foutregels(form), "fout": bool(form.errors)}
    return render(request, "po/ouder_getekend.html", context, status=422 if form.errors else 200)


paden = [
    path("dossiers/<uuid:dossier_id>/ouders/<uuid:verzorger_id>/papier/", aangeboden, name="ouder_papier"),
    path("dossiers/<uuid:dossier_id>/inzages/<uuid:inzage_id>/getekend/", getekend, name="ouder_getekend"),
]
