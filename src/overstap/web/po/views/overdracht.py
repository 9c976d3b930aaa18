"""Where was the pupil applied, what was sent there, and who sees it?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from overstap.domain.dossiers.enums import Staat
from overstap.domain.dossiers.rules import BEVROREN
from overstap.domain.inzages.queries import osobezwaren_for, zienswijzen_for
from overstap.domain.koppelingen.enums import Bereik
from overstap.domain.koppelingen.queries import ophalers_for
from overstap.domain.overdrachten.actions import (
    OverdrachtGeweigerd,
    leg_aanmelding_vast,
    maak_bestanden_opnieuw,
    meld_klaar,
    trek_aanmelding_in,
    trek_in,
    verstuur,
)
from overstap.domain.overdrachten.queries import (
    Bestemming,
    bestemmingen_for,
    gevraagd_for,
    ingetrokken_aanmeldingen_for,
    kijkers_for,
    oso_mislukt_for,
)
from overstap.domain.overdrachten.queries.lijn import lijnvragen_for
from overstap.domain.overdrachten.queries.overdracht import gaat_nu_mee_for
from overstap.domain.plaatsingen.queries import plaatsingen_for
from overstap.domain.rapporten.queries import bevroren_for, laatste_versie_for
from overstap.domain.scholen.queries import collegas_for, organisaties_for
from overstap.foundation.access import NietGevonden, Recht
from overstap.foundation.klok import dag
from overstap.web.components.daad import lukt, probeer
from overstap.web.components.publiek import voor
from overstap.web.components.verzoek import Verzoek, getypt
from overstap.web.po.forms.overdracht import Aanmeldformulier, Intrekformulier
from overstap.web.po.forms.velden import foutregels
from overstap.web.po.lijn import Lijnregel, lijnregel
from overstap.web.po.openen import Naar, open_dossier
from overstap.web.po.reis import Functies, tijdlijn
from overstap.web.po.views import eigen_las, overdrachtlijst

if TYPE_CHECKING:
    from overstap.domain.dossiers.models import Dossier


@voor("po")
@require_http_methods(["GET", "POST"])
def overdracht(request: Verzoek, dossier_id: UUID) -> HttpResponse:
    """Show where the report went and how far it is; record an aanmelding."""
    if request.method == "POST":
        request.actor.require(Recht.AANMELDING_VASTLEGGEN)
    dossier, _slot = open_dossier(request, dossier_id, "overdracht")
    form = Aanmeldformulier(organisaties_for(request.actor, "vo", open_op=dag(request.nu)), getypt(request))
    if lukt(request, form, leg_aanmelding_vast, dossier_id=dossier_id):
        messages.success(request, _("De aanmelding is vastgelegd."))
        return Naar("po:overdracht", dossier_id=dossier_id)
    lijn = _lijn(request, dossier)
    kaarten = [_kaart(request, dossier, gevonden, lijn) for gevonden in _bestemmingen(request, dossier_id)]
    context = {
        "dossier": dossier,
        "bestemmingen": kaarten,
        "los_gevraagd": [
            regel for regel in lijn if regel.school_id not in {k["aanmelding"].ontvanger_id for k in kaarten}
        ],
        "vervallen": _vervallen(request, dossier),
        "gevraagd": gevraagd_for(request.actor, dossier),
        "plaatsingen": {rij.aanmelding_id: rij for rij in plaatsingen_for(request.actor, dossier)},
        "definitief": Staat(dossier.staat) in BEVROREN,
        "form": form,
        "mag_vastleggen": request.actor.mag(Recht.AANMELDING_VASTLEGGEN),
        "mag_sturen": request.actor.mag(Recht.DOSSIER_OVERDRAGEN),
        "fouten": foutregels(form),
        "fout": bool(form.errors),
    }
    return render(request, "po/overdracht.html", context, status=422 if form.errors else 200)


@voor("po")
@require_http_methods(["GET", "POST"])
def versturen(request: Verzoek, dossier_id: UUID, aanmelding_id: UUID) -> HttpResponse:
    """Show exactly who will see what; then send it."""
    request.actor.require(Recht.DOSSIER_OVERDRAGEN)
    dossier, slot = open_dossier(request, dossier_id, "overdracht")
    bestemming = _bestemming(request, dossier_id, aanmelding_id)
    school = bestemming.aanmelding.ontvanger
    definitief = Staat(dossier.staat) in BEVROREN
    versie = laatste_versie_for(request.actor, dossier) if definitief else None
    inhoud = bevroren_for(request.actor, versie, slot).inhoud if versie else None
    problemen = osobezwaren_for(request.actor, dossier, slot, inhoud, dag(request.nu)) if inhoud else ()
    mee, wacht = gaat_nu_mee_for(request.actor, dossier, slot, versie, request.nu)
    fout = ""
    if request.method == "POST":
        try:
            verstuur(dossier_id=dossier_id, aanmelding_id=aanmelding_id, by=request.actor, at=request.nu)
        except OverdrachtGeweigerd as reden:
            fout = reden.zin
        else:
            messages.success(request, _("Het rapport is verstuurd naar %(school)s.") % {"school": school.naam})
            return Naar("po:overdracht", dossier_id=dossier_id)
    context = {
        "dossier": dossier,
        "problemen": problemen,
        "school": school,
        "aanmelding": bestemming.aanmelding,
        "kijkers": kijkers_for(request.actor, school.id),
        "programmas": ophalers_for(request.actor, school.id, Bereik.OVERDRACHTEN_OPHALEN, dag(request.nu)),
        "versie": versie,
        "bijlagen": mee,
        "wacht": wacht,
        "zienswijzen": zienswijzen_for(request.actor, dossier, slot),
        "verstuurd": bestemming.heeft(versie),
        "fouten": [{"tekst": fout, "href": "#inhoud"}] if fout else [],
        "fout": bool(fout),
    }
    return render(request, "po/overdracht_versturen.html", context, status=422 if fout else 200)


@voor("po")
@require_http_methods(["GET", "POST"])
def terugtrekken(request: Verzoek, dossier_id: UUID, aanmelding_id: UUID) -> HttpResponse:
    """Ask whether the vo school must lose sight of the report; then withdraw it."""
    request.actor.require(Recht.DOSSIER_OVERDRAGEN)
    dossier, _slot = open_dossier(request, dossier_id, "overdracht")
    bestemming = _bestemming(request, dossier_id, aanmelding_id)
    if bestemming.overdracht is None or not bestemming.loopt:
        raise NietGevonden
    if request.method == "POST":
        trek_in(dossier_id=dossier_id, overdracht_id=bestemming.overdracht.id, by=request.actor, at=request.nu)
        messages.success(request, _("De overdracht is teruggetrokken. De vo-school kan het rapport niet meer openen."))
        return Naar("po:overdracht", dossier_id=dossier_id)
    context = {"dossier": dossier, "school": bestemming.aanmelding.ontvanger, "overdracht": bestemming.overdracht}
    return render(request, "po/overdracht_terugtrekken.html", context)


@voor("po")
@require_http_methods(["GET", "POST"])
def aanmelding_intrekken(request: Verzoek, dossier_id: UUID, aanmelding_id: UUID) -> HttpResponse:
    """Ask why an aanmelding no longer holds; then withdraw it, with what runs to that school."""
    request.actor.require(Recht.AANMELDING_VASTLEGGEN)
    dossier, _slot = open_dossier(request, dossier_id, "overdracht")
    bestemming = _bestemming(request, dossier_id, aanmelding_id)
    form = Intrekformulier(getypt(request))
    if request.method == "POST" and form.is_valid():
        reden = form.cleaned_data["reden"]
        trek_aanmelding_in(
            dossier_id=dossier_id, aanmelding_id=aanmelding_id, reden=reden, by=request.actor, at=request.nu
        )
        messages.success(request, _("De aanmelding is ingetrokken."))
        return Naar("po:overdracht", dossier_id=dossier_id)
    context = {
        "dossier": dossier,
        "school": bestemming.aanmelding.ontvanger,
        "aanmelding": bestemming.aanmelding,
        "overdracht": bestemming.overdracht if bestemming.loopt else None,
        "form": form,
        "fouten": foutregels(form),
        "fout": bool(form.errors),
    }
    return render(request, "po/aanmelding_intrekken.html", context, status=422 if form.errors else 200)


@voor("po")
@require_POST
def lasvraag_melden(request: Verzoek, dossier_id: UUID, lasvraag_id: UUID) -> HttpResponse:
    """Let the administration that asked before know that the report is ready now."""
    gelukt = _("Overstap laat de leerlingadministratie van de school weten dat het rapport klaarstaat.")
    probeer(request, meld_klaar, gelukt, dossier_id=dossier_id, lasvraag_id=lasvraag_id)
    return Naar("po:overdracht", dossier_id=dossier_id)


@voor("po")
@require_POST
def bestanden_opnieuw(request: Verzoek, dossier_id: UUID) -> HttpResponse:
    """Ask again for the files that could not be made."""
    maak_bestanden_opnieuw(dossier_id=dossier_id, by=request.actor, at=request.nu)
    messages.success(request, _("Het bestand wordt opnieuw gemaakt. Ververs deze pagina over een minuut."))
    return Naar("po:overdracht", dossier_id=dossier_id)


def _vervallen(request: Verzoek, dossier: Dossier) -> list[dict[str, Any]]:
    """The applications that no longer hold, each with who withdrew it."""
    rijen = list(ingetrokken_aanmeldingen_for(request.actor, dossier))
    namen = collegas_for(request.actor, [rij.ingetrokken_door for rij in rijen if rij.ingetrokken_door])
    return [
        {"aanmelding": rij, "door": namen.get(rij.ingetrokken_door, "") if rij.ingetrokken_door else ""}
        for rij in rijen
    ]


def _bestemmingen(request: Verzoek, dossier_id: UUID) -> list[Bestemming]:
    return bestemmingen_for(request.actor, [dossier_id]).get(dossier_id, [])


def _bestemming(request: Verzoek, dossier_id: UUID, aanmelding_id: UUID) -> Bestemming:
    for bestemming in _bestemmingen(request, dossier_id):
        if bestemming.aanmelding.id == aanmelding_id:
            return bestemming
    raise NietGevonden


def _lijn(request: Verzoek, dossier: Dossier) -> list[Lijnregel]:
    """Who asked for it over the line and did not get it."""
    vragen = lijnvragen_for(request.actor, [dossier.id]).get(dossier.id, [])
    return [regel for vraag in vragen if (regel := lijnregel(vraag))]


def _kaart(request: Verzoek, dossier: Dossier, bestemming: Bestemming, lijn: list[Lijnregel]) -> dict[str, Any]:
    gestuurd = bestemming.overdracht
    kaart: dict[str, Any] = {"aanmelding": bestemming.aanmelding, "overdracht": gestuurd, "loopt": bestemming.loopt}
    kaart["lijn"] = [regel for regel in lijn if regel.school_id == bestemming.aanmelding.ontvanger_id]
    if gestuurd is None or not bestemming.loopt:
        return kaart
    functies = Functies.van(kijkers_for(request.actor, gestuurd.ontvanger_id))
    door = collegas_for(request.actor, [gestuurd.verstuurd_door]).get(gestuurd.verstuurd_door, "")
    nieuwste = laatste_versie_for(request.actor, dossier)
    verouderd = Staat(dossier.staat) in BEVROREN and nieuwste.nummer > gestuurd.versie.nummer
    mislukt = bool(oso_mislukt_for(request.actor, [gestuurd]))
    stappen = tijdlijn(gestuurd, functies, door, request.nu, mislukt=mislukt)
    return {**kaart, "stappen": stappen, "nieuwste": nieuwste if verouderd else None, "mislukt": mislukt}


_OVERDRACHT = "dossiers/<uuid:dossier_id>/overdracht/"
paden = [
    path(_OVERDRACHT, overdracht, name="overdracht"),
    path(f"{_OVERDRACHT}opnieuw/", bestanden_opnieuw, name="bestanden_opnieuw"),
    path(f"{_OVERDRACHT}gevraagd/<uuid:lasvraag_id>/", lasvraag_melden, name="lasvraag_melden"),
    path(f"{_OVERDRACHT}<uuid:aanmelding_id>/versturen/", versturen, name="overdracht_versturen"),
    path(f"{_OVERDRACHT}<uuid:aanmelding_id>/terugtrekken/", terugtrekken, name="overdracht_terugtrekken"),
    path(f"{_OVERDRACHT}<uuid:aanmelding_id>/intrekken/", aanmelding_intrekken, name="aanmelding_intrekken"),
    *eigen_las.paden,
    *overdrachtlijst.paden,
]
