"""How far is the school as a whole, and who of its pupils waits for a next step? Numbers, and names of its own."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from overstap.domain.overdrachten.queries import Regel, werkvoorraad_for
from overstap.domain.plaatsingen.enums import Stilstand
from overstap.domain.plaatsingen.queries import Stand, standen_for
from overstap.domain.plaatsingen.rules import STIL_NA
from overstap.domain.scholen.queries import regio_for
from overstap.domain.scholen.rules import kalender_uit_instellingen, schooljaar_van
from overstap.domain.tellingen.queries import STAPPEN, ZONDER_BESLUIT, schoolvoortgang_for
from overstap.domain.tellingen.rules import Aantal, zelfde_dag
from overstap.domain.zorgroutes.queries import zorgstaten_for
from overstap.foundation.access import Recht
from overstap.foundation.klok import dag
from overstap.web.components.kalender import band, stappen
from overstap.web.components.publiek import voor
from overstap.web.components.tellingen import als_bestand, procent, staafbeeld, verloopbeeld
from overstap.web.components.verzoek import Verzoek, werkplekken
from overstap.web.po.stappen import adres

# Where the next step is taken.
_WAARHEEN: dict[Stilstand | None, str] = {Stilstand.RAPPORT_NIET_AF: "po:dossier"}


@voor("po")
@require_GET
def overzicht(request: Verzoek) -> HttpResponse:
    """The school in pictures, and by name who stands still and whose care route waits."""
    request.actor.require(Recht.VOORTGANG_TELLEN)
    vandaag = dag(request.nu)
    schooljaar = schooljaar_van(vandaag)
    kalender = kalender_uit_instellingen(regio_for(request.actor, request.actor.werkt_bij).instellingen, schooljaar)
    geteld = schoolvoortgang_for(request.actor, schooljaar, schooljaar_van(zelfde_dag(vandaag, -1)))
    totaal, klaar = geteld.verloop.totaal, Aantal(geteld.klaar, geteld.klaar)
    delen = [(een.label, Aantal(n, n)) for een, n in zip(STAPPEN, geteld.delen, strict=True)]
    leerlingen = werkvoorraad_for(request.actor, schooljaar, "", request.nu)
    context = {
        "schooljaar": schooljaar,
        "totaal": totaal,
        "klaar": geteld.klaar,
        "band": band(stappen(request.actor, request.soort, schooljaar, vandaag), request.soort, vandaag),
        "beelden": [
            verloopbeeld(geteld.verloop, geteld.vorig_jaar, kalender, vandaag, procent(klaar, totaal)),
            staafbeeld(
                _("Hoe ver de rapporten zijn"), _("Alle rapporten van dit schooljaar."), _("Stap"), delen, totaal
            ),
        ],
        "stil": _stil(request, leerlingen),
        "zorg": _zorg(request, leerlingen, schooljaar),
        "dagen": STIL_NA.days,
        "bestuur": len(werkplekken(request)) > 1,
    }
    return render(request, "po/overzicht.html", context)


@voor("po")
@require_GET
def bestand(request: Verzoek, uitgang: str) -> HttpResponse:
    """The numbers of the school as a file, without names."""
    request.actor.require(Recht.VOORTGANG_TELLEN)
    if uitgang not in {"csv", "xlsx"}:
        raise Http404
    vandaag = dag(request.nu)
    geteld = schoolvoortgang_for(request.actor, schooljaar_van(vandaag), schooljaar_van(zelfde_dag(vandaag, -1)))
    rijen: list[list[str | int]] = [[een.label, n] for een, n in zip(STAPPEN, geteld.delen, strict=True)]
    return als_bestand(uitgang, "overzicht", (_("Stap"), _("Aantal")), rijen, request.actor.werkt_bij)


def _stil(request: Verzoek, leerlingen: list[Regel]) -> list[dict[str, Any]]:
    """For whom nobody took a step for two weeks: the longest first."""
    vandaag = dag(request.nu)
    standen: dict[UUID, Stand] = standen_for(request.actor, [een.dossier_id for een in leerlingen])
    stil = [(een, standen[een.dossier_id]) for een in leerlingen if een.dossier_id in standen]
    return [
        {
            "naam": een.naam,
            "href": adres(_WAARHEEN.get(stand.stilstand, "po:overdracht"), een.dossier_id),
            "waar": stand.stilstand.label if stand.stilstand else "",
            "sinds": stand.sinds,
        }
        for een, stand in sorted(stil, key=lambda paar: paar[1].sinds)
        if stand.is_stil(vandaag)
    ]


def _zorg(request: Verzoek, leerlingen: list[Regel], schooljaar: str) -> list[dict[str, Any]]:
    """Whose care route has no decision yet."""
    staten = zorgstaten_for(request.actor, schooljaar)
    return [
        {
            "naam": een.naam,
            "href": adres("po:dossier", een.dossier_id),
            "staat": staten[een.dossier_id].label,
        }
        for een in leerlingen
        if een.dossier_id in staten and staten[een.dossier_id] in ZONDER_BESLUIT
    ]


paden = [
    path("overzicht/", overzicht, name="overzicht"),
    path("overzicht.<str:uitgang>", bestand, name="overzicht_bestand"),
]
