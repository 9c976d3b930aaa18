"""How does a school give the parents the unieke code, and open the report to the school that applies the pupil?"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from overstap.domain.adviezen.enums import Niveau
from overstap.domain.adviezen.queries import advies_for
from overstap.domain.dossiers.actions import opgehaald
from overstap.domain.dossiers.enums import Staat
from overstap.domain.dossiers.queries import dossier_for, slot_for
from overstap.domain.dossiers.rules import BEVROREN
from overstap.domain.inzages.queries import osobezwaren_for, zienswijzen_for
from overstap.domain.overdrachten.actions import (
    OverdrachtGeweigerd,
    geef_unieke_code,
    geef_vrij,
    trek_unieke_code_in,
    trek_vrijgave_in,
)
from overstap.domain.overdrachten.queries import (
    definitieve_versie_for,
    gevraagd_for,
    unieke_code_for,
    vrijgaven_for,
)
from overstap.domain.overdrachten.queries.overdracht import gaat_nu_mee_for
from overstap.domain.rapporten.queries import bevroren_for, inhoud_for
from overstap.domain.scholen.queries import collegas_for, organisaties_for, regio_for
from overstap.foundation.access import NietGevonden, Recht
from overstap.foundation.klok import dag
from overstap.integrations.pdf import maak_pdf
from overstap.web.components.downloads import download
from overstap.web.components.publiek import voor
from overstap.web.components.verzoek import Verzoek
from overstap.web.po.adviesblad import adviesblad
from overstap.web.po.openen import Naar, open_dossier

if TYPE_CHECKING:
    from overstap.domain.dossiers.models import Dossier


@voor("po")
@require_http_methods(["GET", "POST"])
def adviesformulier(request: Verzoek, dossier_id: UUID) -> HttpResponse:
    """Show the code and whether the report is open; make, renew or withdraw the code."""
    if request.method == "POST":
        return _doe(request, dossier_id)
    dossier, slot = open_dossier(request, dossier_id, "adviesformulier")
    advies = advies_for(request.actor, dossier)
    vrijgave = vrijgaven_for(request.actor, dossier).first()
    versie = definitieve_versie_for(request.actor, dossier)
    door = vrijgave.vrijgegeven_door if vrijgave else None
    context = {
        "dossier": dossier,
        "advies": Niveau(advies.definitief) if advies and advies.definitief else None,
        "code": unieke_code_for(request.actor, dossier, slot),
        "vrijgave": vrijgave,
        "vrijgegeven_door": collegas_for(request.actor, [door]).get(door, "") if door else "",
        "geldt": bool(vrijgave and versie and vrijgave.versie_id == versie.id and _definitief(dossier)),
        "definitief": _definitief(dossier),
        "gevraagd": gevraagd_for(request.actor, dossier),
        "mag_code": request.actor.mag(Recht.ADVIESFORMULIER_GEVEN),
        "mag_vrijgeven": request.actor.mag(Recht.DOSSIER_OVERDRAGEN) and request.actor.mag(Recht.AANMELDING_VASTLEGGEN),
    }
    return render(request, "po/adviesformulier.html", context)


def _doe(request: Verzoek, dossier_id: UUID) -> HttpResponse:
    request.actor.require(Recht.ADVIESFORMULIER_GEVEN)
    doe, zin = _DADEN.get(request.POST.get("wat", ""), _DADEN["maak"])
    try:
        doe(request, dossier_id)
    except OverdrachtGeweigerd as fout:
        messages.error(request, fout.zin)
    else:
        messages.success(request, str(zin))
    return Naar("po:adviesformulier", dossier_id=dossier_id)


def _maak(request: Verzoek, dossier_id: UUID) -> None:
    geef_unieke_code(dossier_id=dossier_id, by=request.actor, at=request.nu)


def _vernieuw(request: Verzoek, dossier_id: UUID) -> None:
    geef_unieke_code(dossier_id=dossier_id, by=request.actor, at=request.nu, nieuw=True)


def _trek_in(request: Verzoek, dossier_id: UUID) -> None:
    trek_unieke_code_in(dossier_id=dossier_id, by=request.actor, at=request.nu)


_DADEN: dict[str, tuple[Callable[[Verzoek, UUID], None], Any]] = {
    "maak": (_maak, gettext_lazy("De unieke code is gemaakt. De ouders zien de code ook op hun eigen pagina.")),
    "nieuw": (_vernieuw, gettext_lazy("Er is een nieuwe code. De oude code werkt niet meer.")),
    "trek_in": (_trek_in, gettext_lazy("De code is ingetrokken. Niemand kan er nog een rapport mee openen.")),
}


@voor("po")
@require_GET
def blad(request: Verzoek, dossier_id: UUID) -> HttpResponse:
    """Give the adviesformulier as a PDF, to print for the parents."""
    request.actor.require(Recht.ADVIESFORMULIER_GEVEN)
    request.actor.require(Recht.DOSSIER_BEKIJKEN)
    dossier = dossier_for(request.actor, dossier_id)
    slot = slot_for(request.actor, dossier)
    code, advies = unieke_code_for(request.actor, dossier, slot), advies_for(request.actor, dossier)
    if code is None or advies is None or not advies.definitief:
        raise NietGevonden
    inhoud = inhoud_for(request.actor, dossier, slot)
    document = adviesblad(
        dossier,
        code=code.code,
        advies=Niveau(advies.definitief),
        geboren=inhoud.get("geboortedatum"),
        gemaakt_op=code.rij.gemaakt_op,
        woord=regio_for(request.actor, dossier.school_id).instellingen["woorden"]["rapport_lang"],
    )
    opgehaald(dossier=dossier, wat="adviesformulier", versie=code.rij.id, by=request.actor, at=request.nu)
    return download(maak_pdf(document), "application/pdf", "adviesformulier", dossier_id)


@voor("po")
@require_http_methods(["GET", "POST"])
def vrijgeven(request: Verzoek, dossier_id: UUID) -> HttpResponse:
    """Show what goes and to whom it may go; then open it to the school that applies the pupil."""
    request.actor.require(Recht.DOSSIER_OVERDRAGEN)
    request.actor.require(Recht.AANMELDING_VASTLEGGEN)
    dossier, slot = open_dossier(request, dossier_id, "overdracht")
    fout = ""
    if request.method == "POST":
        try:
            aantal = geef_vrij(dossier_id=dossier_id, by=request.actor, at=request.nu)
        except OverdrachtGeweigerd as reden:
            fout = reden.zin
        else:
            _meld_vrij(request, aantal)
            return Naar("po:adviesformulier", dossier_id=dossier_id)
    versie = definitieve_versie_for(request.actor, dossier) if _definitief(dossier) else None
    inhoud = bevroren_for(request.actor, versie, slot).inhoud if versie else None
    mee, wacht = gaat_nu_mee_for(request.actor, dossier, slot, versie, request.nu)
    context = {
        "dossier": dossier,
        "versie": versie,
        "problemen": osobezwaren_for(request.actor, dossier, slot, inhoud, dag(request.nu)) if inhoud else (),
        "bijlagen": mee,
        "wacht": wacht,
        "zienswijzen": zienswijzen_for(request.actor, dossier, slot),
        "gevraagd": gevraagd_for(request.actor, dossier),
        "scholen": organisaties_for(request.actor, "vo", open_op=dag(request.nu)),
        "fouten": [{"tekst": fout, "href": "#inhoud"}] if fout else [],
        "fout": bool(fout),
    }
    return render(request, "po/vrijgeven.html", context, status=422 if fout else 200)


@voor("po")
@require_POST
def vrijgave_intrekken(request: Verzoek, dossier_id: UUID) -> HttpResponse:
    """Close the report to schools that come from now on."""
    trek_vrijgave_in(dossier_id=dossier_id, by=request.actor, at=request.nu)
    messages.success(request, _("Het rapport is niet meer vrijgegeven. Wie het al heeft, houdt het."))
    return Naar("po:adviesformulier", dossier_id=dossier_id)


def _definitief(dossier: Dossier) -> bool:
    return Staat(dossier.staat) in BEVROREN


def _meld_vrij(request: Verzoek, aantal: int) -> None:
    messages.success(request, _("Het rapport is vrijgegeven voor de school die de leerling aanmeldt."))
    if aantal:
        zin = ngettext(
            "Het is meteen verstuurd naar %(num)s school die de code al opgaf.",
            "Het is meteen verstuurd naar %(num)s scholen die de code al opgaven.",
            aantal,
        )
        messages.success(request, zin % {"num": aantal})


_DOSSIER = "dossiers/<uuid:dossier_id>/"
paden = [
    path(f"{_DOSSIER}adviesformulier/", adviesformulier, name="adviesformulier"),
    path(f"{_DOSSIER}adviesformulier/blad/", blad, name="adviesformulier_blad"),
    path(f"{_DOSSIER}vrijgeven/", vrijgeven, name="vrijgeven"),
    path(f"{_DOSSIER}vrijgeven/intrekken/", vrijgave_intrekken, name="vrijgave_intrekken"),
]
