"""How does the school end that a parent reads, undo that, and say that a mail did arrive?"""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from overstap.domain.inzages.actions import meld_mail_aangekomen, open_toegang, sluit_toegang
from overstap.web.components.daad import lukt, probeer
from overstap.web.components.publiek import voor
from overstap.web.components.verzoek import Verzoek, getypt
from overstap.web.po.forms.ouders import Sluitformulier
from overstap.web.po.forms.velden import foutregels
from overstap.web.po.openen import Naar
from overstap.web.po.views.uitnodigen import open_kaart


@voor("po")
@require_http_methods(["GET", "POST"])
def sluiten(request: Verzoek, dossier_id: UUID, inzage_id: UUID) -> HttpResponse:
    """Ask why, and say what stays; then this parent reads no more."""
    dossier, kaart = open_kaart(request, dossier_id, inzage_id=inzage_id)
    form = Sluitformulier(getypt(request))
    if lukt(request, form, sluit_toegang, bij="reden", dossier_id=dossier_id, inzage_id=inzage_id):
        messages.success(request, _("De toegang is gesloten. Wat deze persoon tekende of schreef, blijft staan."))
        return Naar("po:ouders", dossier_id=dossier_id)
    context = {"dossier": dossier, "kaart": kaart, "form": form, "fouten": foutregels(form), "fout": bool(form.errors)}
    return render(request, "po/ouder_sluiten.html", context, status=422 if form.errors else 200)


@voor("po")
@require_POST
def openen(request: Verzoek, dossier_id: UUID, inzage_id: UUID) -> HttpResponse:
    """Let a parent in again, with the link and the code of before."""
    gelukt = _("De toegang is weer open. De link en de code van eerder werken.")
    probeer(request, open_toegang, gelukt, dossier_id=dossier_id, inzage_id=inzage_id)
    return Naar("po:ouders", dossier_id=dossier_id)


@voor("po")
@require_POST
def aangekomen(request: Verzoek, dossier_id: UUID, inzage_id: UUID) -> HttpResponse:
    """Record that the parent has the mail, whatever came back."""
    meld_mail_aangekomen(dossier_id=dossier_id, inzage_id=inzage_id, by=request.actor, at=request.nu)
    messages.success(request, _("Vastgelegd: de e-mail kwam aan. De reactietermijn loopt vanaf de dag van versturen."))
    return Naar("po:ouders", dossier_id=dossier_id)


_INZAGE = "dossiers/<uuid:dossier_id>/inzages/<uuid:inzage_id>/"
paden = [
    path(f"{_INZAGE}sluiten/", sluiten, name="ouder_sluiten"),
    path(f"{_INZAGE}openen/", openen, name="ouder_openen"),
    path(f"{_INZAGE}aangekomen/", aangekomen, name="ouder_aangekomen"),
]
