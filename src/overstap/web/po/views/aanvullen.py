"""How does a colleague add something to a definitive version, take it back, and send it after the report?"""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from overstap.domain.dossiers.actions import opgehaald
from overstap.domain.dossiers.queries import dossier_for, slot_for
from overstap.domain.dossiers.rules import BEVROREN
from overstap.domain.inzages.actions.aanvullen import leg_aanvulling_op_papier_vast, trek_aanvulling_in, vul_aan
from overstap.domain.inzages.enums import Inzagerecht
from overstap.domain.overdrachten.actions import verstuur
from overstap.domain.rapporten.queries import aanvulling_for, aanvullingpdf_for
from overstap.domain.rapporten.rules.aanvullen import (
    AanvullingGeweigerd,
    aanvulbaar,
    bekijk_aanvulling,
    controleer_aanvulling,
)
from overstap.foundation.access import NietGevonden, Recht
from overstap.foundation.klok import dag
from overstap.web.components.daad import lukt, probeer
from overstap.web.components.downloads import download
from overstap.web.components.publiek import voor
from overstap.web.components.verzoek import Verzoek, getypt
from overstap.web.po.forms.aanvullen import Aanvulformulier
from overstap.web.po.forms.ouders import Papierformulier
from overstap.web.po.forms.velden import foutregels
from overstap.web.po.openen import Naar, open_dossier
from overstap.web.po.views.uitnodigen import open_kaart

if TYPE_CHECKING:
    from overstap.domain.dossiers.models import Dossier

BEWAAR, WIJZIG = "bewaar", "wijzig"


@voor("po")
@require_http_methods(["GET", "POST"])
def aanvullen(request: Verzoek, dossier_id: UUID) -> HttpResponse:
    """Ask for the words, show them as parents and vo school will read them, and only then keep them."""
    request.actor.require(Recht.RAPPORT_INVULLEN)
    dossier, _slot = open_dossier(request, dossier_id, "versies")
    form, stap = Aanvulformulier(getypt(request)), request.POST.get("stap", "")
    if dossier.staat not in BEVROREN:
        raise NietGevonden
    if request.method == "GET" or stap == WIJZIG:
        return _toon(request, dossier, Aanvulformulier(request.POST if stap == WIJZIG else None), fout=False)
    if not form.is_valid() or not _mag(form, request):
        return _toon(request, dossier, form, fout=True)
    if stap != BEWAAR:
        return _lees_na(request, dossier, form)
    vul_aan(dossier_id=dossier_id, by=request.actor, at=request.nu, **form.cleaned_data)
    messages.success(request, _("De aanvulling is bewaard. De ouders krijgen bericht en kunnen haar lezen."))
    return Naar("po:versies", dossier_id=dossier_id)


def _mag(form: Aanvulformulier, request: Verzoek) -> bool:
    try:
        controleer_aanvulling(form.cleaned_data["veld"], form.cleaned_data["tekst"], dag(request.nu))
    except AanvullingGeweigerd as reden:
        form.add_error(reden.veld or None, reden.zin)
        return False
    return True


def _toon(request: Verzoek, dossier: Dossier, form: Aanvulformulier, *, fout: bool) -> HttpResponse:
    context = {"dossier": dossier, "form": form, "fouten": foutregels(form) if fout else [], "fout": fout}
    return render(request, "po/aanvullen.html", context, status=422 if fout else 200)


def _lees_na(request: Verzoek, dossier: Dossier, form: Aanvulformulier) -> HttpResponse:
    gegevens = form.cleaned_data
    veld = aanvulbaar(gegevens["veld"])
    assert veld is not None  # `_mag` refused every other
    opmerkingen = bekijk_aanvulling(veld, gegevens["tekst"], dag(request.nu))
    context = {"dossier": dossier, "gegevens": gegevens, "veld": veld, "opmerkingen": opmerkingen}
    return render(request, "po/aanvullen_nalezen.html", context)


@voor("po")
@require_http_methods(["GET", "POST"])
def op_papier(request: Verzoek, dossier_id: UUID, aanvulling_id: UUID, inzage_id: UUID) -> HttpResponse:
    """Record that a parent read one aanvulling on paper."""
    dossier, kaart = open_kaart(request, dossier_id, inzage_id=inzage_id)
    aanvulling_for(request.actor, dossier, aanvulling_id)
    form = Papierformulier(getypt(request), recht=Inzagerecht.GEZAG)
    form.fields["op"].label = _("Op welke dag las deze ouder de aanvulling?")
    form.fields["weg"].label = _("Hoe kreeg de ouder de aanvulling?")
    welke = {"dossier_id": dossier_id, "aanvulling_id": aanvulling_id, "inzage_id": inzage_id}
    if lukt(request, form, leg_aanvulling_op_papier_vast, bij="op", **welke):
        messages.success(request, _("Vastgelegd: deze ouder las de aanvulling op papier."))
        return Naar("po:versies", dossier_id=dossier_id)
    context = {"dossier": dossier, "kaart": kaart, "form": form, "fouten": foutregels(form), "fout": bool(form.errors)}
    return render(request, "po/aanvulling_papier.html", context, status=422 if form.errors else 200)


@voor("po")
@require_POST
def intrekken(request: Verzoek, dossier_id: UUID, aanvulling_id: UUID) -> HttpResponse:
    """Take back what did not go to the vo school yet."""
    gelukt = _("De aanvulling is ingetrokken. Ouders en vo-school zien haar niet.")
    probeer(request, trek_aanvulling_in, gelukt, dossier_id=dossier_id, aanvulling_id=aanvulling_id)
    return Naar("po:versies", dossier_id=dossier_id)


@voor("po")
@require_POST
def nasturen(request: Verzoek, dossier_id: UUID, aanmelding_id: UUID) -> HttpResponse:
    """Send the same version again with everything that was added since."""
    gelukt = _("De aanvulling is verstuurd. De vo-school krijgt bericht.")
    probeer(request, verstuur, gelukt, dossier_id=dossier_id, aanmelding_id=aanmelding_id)
    return Naar("po:versies", dossier_id=dossier_id)


@voor("po")
@require_GET
def aanvullingpdf(request: Verzoek, dossier_id: UUID, aanvulling_id: UUID) -> HttpResponse:
    """Give the PDF of one aanvulling, as parents and vo school get it."""
    request.actor.require(Recht.DOSSIER_BEKIJKEN)
    dossier = dossier_for(request.actor, dossier_id)
    rij = aanvulling_for(request.actor, dossier, aanvulling_id)
    pdf = aanvullingpdf_for(request.actor, rij, slot_for(request.actor, dossier))
    if pdf is None:
        raise NietGevonden
    opgehaald(
        dossier=dossier, wat="aanvulling", versie=rij.versie_id, by=request.actor, at=request.nu, object_id=rij.id
    )
    return download(pdf, "application/pdf", "aanvulling", rij.id)


_EEN = "dossiers/<uuid:dossier_id>/aanvullingen/<uuid:aanvulling_id>/"
paden = [
    path("dossiers/<uuid:dossier_id>/aanvullen/", aanvullen, name="aanvullen"),
    path(f"{_EEN}intrekken/", intrekken, name="aanvulling_intrekken"),
    path(f"{_EEN}papier/<uuid:inzage_id>/", op_papier, name="aanvulling_papier"),
    path(f"{_EEN}pdf/", aanvullingpdf, name="aanvullingpdf"),
    path("dossiers/<uuid:dossier_id>/nasturen/<uuid:aanmelding_id>/", nasturen, name="nasturen"),
]
