"""May the report become definitief, what happens then, and how is it opened again?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from overstap.domain.dossiers.actions import opgehaald
from overstap.domain.dossiers.enums import Staat
from overstap.domain.dossiers.queries import dossier_for, slot_for
from overstap.domain.dossiers.rules import BEVROREN, BIJ_HET_VO, StapNietMogelijk
from overstap.domain.importen.queries import oude_gegevens_for
from overstap.domain.inzages.actions import NogNietDefinitief, heropen, maak_definitief
from overstap.domain.inzages.queries import checklist_for, osobezwaren_for
from overstap.domain.inzages.rules import Punt, Puntcode, mag_definitief
from overstap.domain.rapporten.catalogue import Publiek
from overstap.domain.rapporten.queries import (
    bevries_for,
    laatste_versie_for,
    pdf_for,
    pdf_klaar_for,
    pdf_mislukt_for,
    rapport_nu_for,
    versie_for,
)
from overstap.domain.scholen.queries import collegas_for, medewerkers_for
from overstap.foundation.access import RECHTEN, NietGevonden, Recht, Rol
from overstap.foundation.klok import dag
from overstap.web.components.bevestigen import na_bevestiging
from overstap.web.components.daad import lukt
from overstap.web.components.downloads import download
from overstap.web.components.publiek import voor
from overstap.web.components.verzoek import Verzoek, getypt
from overstap.web.po.forms.overdracht import Heropenformulier
from overstap.web.po.forms.velden import foutregels
from overstap.web.po.openen import Naar, open_dossier

if TYPE_CHECKING:
    from overstap.domain.dossiers.models import Dossier

# Where a point of the checklist is mended.
_HERSTEL = {
    Puntcode.VERPLICHTE_VELDEN: "po:dossier",
    Puntcode.WAARDEN: "po:dossier",
    Puntcode.ADVIES: "po:advies",
    Puntcode.INZAGE: "po:ouders",
    Puntcode.CORRECTIES: "po:ouders",
    Puntcode.GEWIJZIGD_NA_INZAGE: "po:ouders",
    Puntcode.NIEMAND_MET_GEZAG: "po:ouders",
    Puntcode.BIJLAGEN: "po:bijlagen",
}
PDF_VOOR = (Publiek.VO, Publiek.OUDERS)


@voor("po")
@require_http_methods(["GET", "POST"])
@na_bevestiging()
def definitief(request: Verzoek, dossier_id: UUID) -> HttpResponse:
    """Show the checklist and freeze the report; a frozen report shows its fingerprint and PDF."""
    dossier, slot = open_dossier(request, dossier_id, "definitief")
    fout = _maak(request, dossier_id) if request.method == "POST" else ""
    if request.method == "POST" and not fout:
        messages.success(request, _("Het rapport is definitief."))
        return Naar("po:definitief", dossier_id=dossier_id)
    if Staat(dossier.staat) in BEVROREN:
        return _bevroren(request, dossier, fout)
    rapport = rapport_nu_for(request.actor, dossier, slot)
    punten = checklist_for(request.actor, dossier, slot, request.nu, rapport)
    blokkeert = [_regel(punt, dossier_id) for punt in punten if punt.blokkeert and not punt.in_orde]
    inhoud = bevries_for(request.actor, dossier, slot, dag(request.nu), rapport).inhoud
    context = {
        "dossier": dossier,
        # Without the advice every file is refused, with words for whoever made it elsewhere.
        "problemen": osobezwaren_for(request.actor, dossier, slot, inhoud, dag(request.nu))
        if "advies_definitief" in inhoud
        else (),
        "blokkeert": blokkeert,
        "letop": [_regel(punt, dossier_id) for punt in punten if not punt.blokkeert and not punt.in_orde]
        + _verouderd(request, dossier),
        "goed": [_regel(punt, dossier_id) for punt in punten if punt.in_orde],
        "kan": mag_definitief(punten),
        "mag": request.actor.mag(Recht.RAPPORT_DEFINITIEF_MAKEN),
        "wie": _wie_mag(request, Recht.RAPPORT_DEFINITIEF_MAKEN),
        "fouten": (blokkeert or [{"tekst": fout, "href": "#inhoud"}]) if fout else [],
        "fout": bool(fout),
    }
    return render(request, "po/definitief.html", context, status=422 if fout else 200)


def _verouderd(request: Verzoek, dossier: Dossier) -> list[dict[str, Any]]:
    """A point of attention when the data from the LAS are older than the region accepts."""
    zin = oude_gegevens_for(request.actor, dossier, dag(request.nu))
    mag = request.actor.mag(Recht.IMPORT_UITVOEREN)
    verder = {"href": reverse("po:import"), "actie": _("Ververs de gegevens")} if mag else {}
    return [{"tekst": zin, "goed": False, **verder}] if zin else []


@voor("po")
@require_http_methods(["GET", "POST"])
def heropenen(request: Verzoek, dossier_id: UUID) -> HttpResponse:
    """Ask whether the report must really be opened again; then open it."""
    request.actor.require(Recht.RAPPORT_HEROPENEN)
    dossier, _slot = open_dossier(request, dossier_id, "definitief")
    form = Heropenformulier(getypt(request))
    if lukt(request, form, heropen, dossier_id=dossier_id):
        messages.success(request, _("Het rapport is heropend. U kunt het weer wijzigen."))
        return Naar("po:dossier", dossier_id=dossier_id)
    context = {
        "dossier": dossier,
        "bij_vo": dossier.staat in BIJ_HET_VO,
        "form": form,
        "fouten": foutregels(form),
        "fout": bool(form.errors),
    }
    return render(request, "po/heropenen.html", context, status=422 if form.errors else 200)


@voor("po")
@require_GET
def rapportpdf(request: Verzoek, dossier_id: UUID, versie_id: UUID, publiek: str) -> HttpResponse:
    """Give the PDF of a version, as the vo school or as the parents get it."""
    request.actor.require(Recht.DOSSIER_BEKIJKEN)
    dossier = dossier_for(request.actor, dossier_id)
    versie = versie_for(request.actor, dossier, versie_id)
    if publiek not in PDF_VOOR:
        raise NietGevonden
    pdf = pdf_for(request.actor, versie, publiek, slot_for(request.actor, dossier))
    if pdf is None:
        raise NietGevonden
    opgehaald(dossier=dossier, wat="kopie", versie=versie_id, by=request.actor, at=request.nu, object_id=versie_id)
    return download(pdf, "application/pdf", "rapport", versie_id)


def _maak(request: Verzoek, dossier_id: UUID) -> str:
    """Freeze the report; returns why not, or nothing."""
    try:
        maak_definitief(dossier_id=dossier_id, by=request.actor, at=request.nu)
    except NogNietDefinitief:
        return _("Het rapport kan nog niet definitief")
    except StapNietMogelijk as reden:
        return reden.zin
    return ""


def _bevroren(request: Verzoek, dossier: Dossier, fout: str) -> HttpResponse:
    versie = laatste_versie_for(request.actor, dossier)
    maker = versie.gemaakt_door
    context = {
        "dossier": dossier,
        "versie": versie,
        "door": collegas_for(request.actor, [maker]).get(maker, "") if maker else "",
        "mislukt": bool(pdf_mislukt_for(request.actor, [versie])),
        "mag_sturen": request.actor.mag(Recht.DOSSIER_OVERDRAGEN),
        "pdfs": [(publiek, pdf_klaar_for(request.actor, versie, publiek)) for publiek in PDF_VOOR],
        "mag_heropenen": request.actor.mag(Recht.RAPPORT_HEROPENEN),
        "wie": _wie_mag(request, Recht.RAPPORT_HEROPENEN),
        "fouten": [{"tekst": fout, "href": "#inhoud"}] if fout else [],
        "fout": bool(fout),
    }
    return render(request, "po/definitief_klaar.html", context, status=422 if fout else 200)


def _regel(punt: Punt, dossier_id: UUID) -> dict[str, Any]:
    view = _HERSTEL.get(punt.code)
    href = reverse(view, kwargs={"dossier_id": dossier_id}) if view and not punt.in_orde else ""
    return {"tekst": punt.zin, "goed": punt.in_orde, "href": href}


def _wie_mag(request: Verzoek, recht: Recht) -> Sequence[str]:
    """The colleagues with this right, for who may not do it."""
    if request.actor.mag(recht):
        return ()
    mensen = medewerkers_for(request.actor, request.actor.werkt_bij)
    return [mens.account.naam for mens in mensen if recht in RECHTEN[Rol(mens.rol)]]


paden = [
    path("dossiers/<uuid:dossier_id>/definitief/", definitief, name="definitief"),
    path("dossiers/<uuid:dossier_id>/heropenen/", heropenen, name="heropenen"),
    path("dossiers/<uuid:dossier_id>/versies/<uuid:versie_id>/<slug:publiek>/", rapportpdf, name="rapportpdf"),
]
