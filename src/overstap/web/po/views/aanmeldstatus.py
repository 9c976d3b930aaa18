"""How far are the vo schools with the pupils of this basisschool, what do they ask, and who stands still?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from overstap.domain.dossiers.rules import INVULBAAR
from overstap.domain.inzages.queries import gesprekken_for
from overstap.domain.overdrachten.queries import werkvoorraad_for
from overstap.domain.plaatsingen.actions import beantwoord_vraag
from overstap.domain.plaatsingen.enums import Aanmeldstatus, Stilstand
from overstap.domain.plaatsingen.queries import (
    LeesbaarBesluit,
    LeesbareVraag,
    besluiten_for,
    dossiers_met_vraag_for,
    plaatsingen_for,
    plaatsingen_van_for,
    standen_for,
    vragen_for,
)
from overstap.domain.plaatsingen.queries import Stand as Spoorstand
from overstap.domain.plaatsingen.rules import OPEN, TekstGeweigerd
from overstap.domain.scholen.rules import schooljaar_van
from overstap.foundation.access import NietGevonden, Recht, Rol
from overstap.foundation.klok import dag
from overstap.web.components.publiek import voor
from overstap.web.components.velden import foutregels
from overstap.web.components.verzoek import Verzoek, getypt
from overstap.web.po.forms.vragen import Antwoordformulier
from overstap.web.po.openen import Naar, open_dossier
from overstap.web.po.standlijst import Stand, toon

if TYPE_CHECKING:
    from datetime import date

    from overstap.domain.plaatsingen.models import Plaatsing


class Volgstand(Stand):
    """Where a pupil stands after the report was sent."""

    VRAAG = "vraag", "Vraag open", "amber", "praat", "Beantwoord de vraag"
    STIL = "stil", "14 dagen geen stap", "rood", "letop", "Bekijk"
    NERGENS = "nergens", "Nergens toegelaten", "rood", "sluit", "Leg nieuwe aanmelding vast"
    WACHT = "wacht", "Wacht op de vo-school", "paars", "wacht", "Bekijk"
    BIJ_U = "bij_u", "Bij u", "blauw", "pijl", "Ga verder"
    TOEGELATEN = "toegelaten", "Toegelaten", "groen", "klaar", "Bekijk"
    GEPLAATST = "geplaatst", "Geplaatst", "groen", "school", "Bekijk"
    NOG_NIET = "nog_niet", "Nog niet definitief", "", "slot", "Bekijk"


_BIJ = {
    None: Volgstand.GEPLAATST,
    Stilstand.NIET_AANGEMELD: Volgstand.BIJ_U,
    Stilstand.NIET_VERSTUURD: Volgstand.BIJ_U,
    Stilstand.WACHT_OP_VO: Volgstand.WACHT,
    Stilstand.NERGENS_TOEGELATEN: Volgstand.NERGENS,
    Stilstand.NIET_GEPLAATST: Volgstand.TOEGELATEN,
}


@voor("po")
@require_GET
def lijst(request: Verzoek) -> HttpResponse:
    """Show all pupils of this school year with what the vo schools decided; `?stand=` keeps those of one kind."""
    vandaag = dag(request.nu)
    regels = werkvoorraad_for(request.actor, schooljaar_van(vandaag), "", request.nu)
    ids = [regel.dossier_id for regel in regels]
    plaatsingen = plaatsingen_van_for(request.actor, ids)
    klaar = [regel.dossier_id for regel in regels if regel.feiten.staat not in INVULBAAR]
    standen, vragen = standen_for(request.actor, klaar), dossiers_met_vraag_for(request.actor)
    rijen: list[dict[str, Any]] = [
        {
            "regel": regel,
            "plaatsingen": plaatsingen.get(regel.dossier_id, []),
            "stilstand": standen[regel.dossier_id].stilstand if regel.dossier_id in standen else None,
            "sinds": standen[regel.dossier_id].sinds if regel.dossier_id in standen else None,
            "stand": Volgstand.NOG_NIET
            if regel.feiten.staat in INVULBAAR
            else _stand(standen.get(regel.dossier_id), vandaag, vraag=regel.dossier_id in vragen),
        }
        for regel in regels
    ]
    return toon(request, "po/aanmeldstatus_lijst.html", rijen, Volgstand)


def _stand(spoor: Spoorstand | None, vandaag: date, *, vraag: bool) -> Volgstand:
    if vraag:
        return Volgstand.VRAAG
    if spoor is None:
        return Volgstand.NOG_NIET
    return Volgstand.STIL if spoor.is_stil(vandaag) else _BIJ[spoor.stilstand]


@voor("po")
@require_GET
def aanmeldstatus(request: Verzoek, dossier_id: UUID) -> HttpResponse:
    """Show per vo school how far it is, what it decided and why, and what it asks."""
    dossier, slot = open_dossier(request, dossier_id, "aanmeldstatus")
    besluiten, vragen = besluiten_for(request.actor, dossier, slot), vragen_for(request.actor, dossier, slot)
    context = {
        "dossier": dossier,
        "kaarten": [_kaart(rij, besluiten, vragen) for rij in plaatsingen_for(request.actor, dossier)],
        "gesprekken": gesprekken_for(request.actor, dossier, slot),
        "rollen": {rol.value: rol.label for rol in Rol},
        "mag_antwoorden": request.actor.mag(Recht.VRAAG_BEANTWOORDEN),
    }
    return render(request, "po/aanmeldstatus.html", context)


def _kaart(rij: Plaatsing, besluiten: tuple[LeesbaarBesluit, ...], vragen: tuple[LeesbareVraag, ...]) -> dict[str, Any]:
    status = Aanmeldstatus(rij.status)
    return {
        "p": rij, "status": status, "open": status in OPEN, "loopt": rij.overdracht.ingetrokken_op is None,
        "besluiten": [besluit for besluit in besluiten if besluit.rij.plaatsing_id == rij.id],
        "vragen": [vraag for vraag in vragen if vraag.rij.plaatsing_id == rij.id],
    }  # fmt: skip


@voor("po")
@require_http_methods(["GET", "POST"])
def vraag(request: Verzoek, dossier_id: UUID, vraag_id: UUID) -> HttpResponse:
    """Answer one question of a vo school."""
    request.actor.require(Recht.DOSSIER_BEKIJKEN)
    dossier, slot = open_dossier(request, dossier_id, "aanmeldstatus")
    gevonden = next((v for v in vragen_for(request.actor, dossier, slot) if v.rij.id == vraag_id), None)
    if gevonden is None:
        raise NietGevonden
    request.actor.require(Recht.VRAAG_BEANTWOORDEN)
    form, let_op = Antwoordformulier(getypt(request)), False
    if request.method == "POST" and form.is_valid():
        try:
            beantwoord_vraag(
                dossier_id=dossier_id, vraag_id=vraag_id, by=request.actor, at=request.nu, **form.cleaned_data
            )
        except TekstGeweigerd as fout:
            let_op = fout.let_op
            form.add_error("tekst", fout.zin)
        else:
            messages.success(request, _("Uw antwoord staat bij het rapport. De vo-school krijgt bericht."))
            return Naar("po:aanmeldstatus", dossier_id=dossier_id)
    context = {
        "dossier": dossier,
        "vraag": gevonden,
        "form": form,
        "let_op": let_op,
        "rollen": {rol.value: rol.label for rol in Rol},
        "fouten": foutregels(form),
        "fout": bool(form.errors),
    }
    return render(request, "po/vraag.html", context, status=422 if form.errors else 200)


_EEN = "dossiers/<uuid:dossier_id>/aanmeldstatus/"
paden = [
    path("aanmeldstatus/", lijst, name="aanmeldstatus_lijst"),
    path(_EEN, aanmeldstatus, name="aanmeldstatus"),
    path(f"{_EEN}vragen/<uuid:vraag_id>/", vraag, name="vraag"),
]
