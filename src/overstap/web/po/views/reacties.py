"""What does the school answer to parents: on a request to correct a fact, and with a newer version?"""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from overstap.domain.dossiers.actions import bekeken
from overstap.domain.inzages.actions import (
    beantwoord_correctie,
    bied_nieuwe_versie_aan,
    verleng_correctie,
)
from overstap.domain.inzages.queries import Tekst, correcties_for, stukken_for
from overstap.domain.inzages.rules import antwoord_voor
from overstap.foundation.access import NietGevonden, Recht
from overstap.foundation.klok import dag
from overstap.web.components.daad import lukt, probeer
from overstap.web.components.publiek import voor
from overstap.web.components.verzoek import Verzoek, getypt
from overstap.web.po.forms.ouders import Correctieformulier, Verlengformulier
from overstap.web.po.forms.velden import foutregels
from overstap.web.po.openen import Naar, open_dossier

if TYPE_CHECKING:
    from overstap.domain.dossiers.models import Dossier
    from overstap.foundation.sleutels.kast import Slot


@voor("po")
@require_http_methods(["GET", "POST"])
def correctie(request: Verzoek, dossier_id: UUID, verzoek_id: UUID) -> HttpResponse:
    """Show one request to correct a fact, and answer it (art. 12-3 and 16 AVG)."""
    request.actor.require(Recht.CORRECTIE_BESLUITEN)
    dossier, slot = open_dossier(request, dossier_id, "ouders")
    verzoek = _verzoek(request, dossier, slot, verzoek_id)
    form = Correctieformulier(getypt(request))
    if lukt(request, form, beantwoord_correctie, bij="uitleg", dossier_id=dossier_id, verzoek_id=verzoek_id):
        messages.success(request, _("Uw antwoord is bewaard. De ouder leest het op de eigen bladzijde."))
        return Naar("po:ouders", dossier_id=dossier_id)
    context = {
        "dossier": dossier,
        "verzoek": verzoek,
        "stukken": [stuk for stuk in stukken_for(request.actor, dossier, slot) if stuk.hoort_bij(verzoek)],
        "te_laat": verzoek.te_laat(dag(request.nu)),
        "form": form,
        "fouten": foutregels(form),
        "fout": bool(form.errors),
    }
    return render(request, "po/correctie.html", context, status=422 if form.errors else 200)


@voor("po")
@require_http_methods(["GET", "POST"])
def verleng(request: Verzoek, dossier_id: UUID, verzoek_id: UUID) -> HttpResponse:
    """Take two months more for one request, and tell the parent why (art. 12-3 AVG)."""
    request.actor.require(Recht.CORRECTIE_BESLUITEN)
    dossier, slot = open_dossier(request, dossier_id, "ouders")
    verzoek = _verzoek(request, dossier, slot, verzoek_id)
    form = Verlengformulier(getypt(request))
    if lukt(request, form, verleng_correctie, bij="reden", dossier_id=dossier_id, verzoek_id=verzoek_id):
        messages.success(request, _("U heeft twee maanden extra. De ouder leest waarom."))
        return Naar("po:ouders", dossier_id=dossier_id)
    context = {
        "dossier": dossier, "verzoek": verzoek, "form": form, "fouten": foutregels(form), "fout": bool(form.errors),
        "nieuw": antwoord_voor(dag(verzoek.op), verlengd=True),
    }  # fmt: skip
    return render(request, "po/correctie_verlengen.html", context, status=422 if form.errors else 200)


@voor("po")
@require_POST
def nieuwe_versie(request: Verzoek, dossier_id: UUID) -> HttpResponse:
    """Let the parents read the report as it is now, and tell them."""
    gelukt = _("De ouders lezen nu de nieuwe versie. Wie digitaal leest, krijgt een e-mail.")
    probeer(request, bied_nieuwe_versie_aan, gelukt, dossier_id=dossier_id)
    return Naar("po:ouders", dossier_id=dossier_id)


def _verzoek(request: Verzoek, dossier: Dossier, slot: Slot, verzoek_id: UUID) -> Tekst:
    """The request of this page; looking at it is written down for the parent whose words they are."""
    verzoek = next((een for een in correcties_for(request.actor, dossier, slot) if een.id == verzoek_id), None)
    if verzoek is None:
        raise NietGevonden
    if request.method == "GET":
        bekeken(dossier=dossier, wat="correctie", by=request.actor, at=request.nu, object_id=verzoek.ouder_id)
    return verzoek


paden = [
    path("dossiers/<uuid:dossier_id>/correcties/<uuid:verzoek_id>/", correctie, name="correctie"),
    path("dossiers/<uuid:dossier_id>/correcties/<uuid:verzoek_id>/verlengen/", verleng, name="correctie_verlengen"),
    path("dossiers/<uuid:dossier_id>/nieuwe-versie/", nieuwe_versie, name="nieuwe_versie"),
]
