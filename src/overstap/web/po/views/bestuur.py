"""How far are all schools of the board at which this person may count? Numbers; the names stand at each school."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET

from overstap.domain.plaatsingen.enums import Stilstand
from overstap.domain.plaatsingen.rules import STIL_NA
from overstap.domain.scholen.queries import regio_for
from overstap.domain.scholen.rules import Kalender, kalender_uit_instellingen, schooljaar_van
from overstap.domain.tellingen.queries import STAPPEN, Bestuursregel, Bestuursvoortgang, bestuursvoortgang_for
from overstap.domain.tellingen.rules import ACHTER, Aantal, zelfde_dag
from overstap.foundation.access import Recht
from overstap.foundation.klok import dag
from overstap.web.components.jinja.filters import getal
from overstap.web.components.kalender import band, stappen
from overstap.web.components.publiek import voor
from overstap.web.components.tellingen import VLAKKEN, Telbeeld, als_bestand, procent, staafbeeld, verloopbeeld
from overstap.web.components.verzoek import Verzoek, werkplekken


@voor("po")
@require_GET
def bestuur(request: Verzoek) -> HttpResponse:
    """The schools of the board in pictures and side by side, who is furthest behind first."""
    gevonden, kalender = _gevonden(request)
    vandaag, totaal = dag(request.nu), gevonden.samen.verloop.totaal
    stand = procent(Aantal(gevonden.samen.klaar, gevonden.samen.klaar), totaal)
    context = {
        "schooljaar": kalender.schooljaar,
        "totaal": totaal,
        "band": band(stappen(request.actor, request.soort, kalender.schooljaar, vandaag), request.soort, vandaag),
        "kernen": _kernen(gevonden, stand),
        "beelden": [
            verloopbeeld(gevonden.samen.verloop, gevonden.samen.vorig_jaar, kalender, vandaag, stand),
            _beeld(
                _("Hoe ver de rapporten zijn"),
                _("Alle rapporten van deze scholen."),
                _("Stap"),
                _delen(gevonden),
                totaal,
            ),
            _beeld(
                _("%(dagen)s dagen geen stap") % {"dagen": STIL_NA.days},
                _("Waar leerlingen van deze scholen stilstaan."),
                _("Waar het stilstaat"),
                [(plek.label, gevonden.stil.get(plek, 0)) for plek in Stilstand],
                max(gevonden.stil.values(), default=0),
            ),
        ],
        "rijen": [_rij(regel) for regel in gevonden.scholen],
        "achter_punten": round(ACHTER * 100),
        "dagen": STIL_NA.days,
    }
    return render(request, "po/bestuur.html", context)


@voor("po")
@require_GET
def bestand(request: Verzoek, uitgang: str) -> HttpResponse:
    """The same numbers as a file: a row for each school, and one for all."""
    if uitgang not in {"csv", "xlsx"}:
        raise Http404
    gevonden, _kalender = _gevonden(request)
    koppen = [
        _("Basisschool"), _("Plaats"), _("Leerlingen"), *(een.label for een in STAPPEN), _("Samen definitief"),
        _("14 dagen geen stap"), _("Zorgroutes zonder besluit"), _("Loopt achter"),
    ]  # fmt: skip
    rijen: list[list[str | int]] = [
        [
            een.school.naam, een.school.plaats, een.totaal, *een.voortgang.delen, een.voortgang.klaar,
            een.stil_samen, een.zorg, _("ja") if een.achter else _("nee"),
        ]
        for een in gevonden.scholen
    ]  # fmt: skip
    samen = gevonden.samen
    rijen.append(
        [_("Samen"), "", samen.verloop.totaal, *samen.delen, samen.klaar, gevonden.stil_samen, gevonden.zorg, ""]
    )
    return als_bestand(uitgang, "bestuur", koppen, rijen, request.actor.werkt_bij)


def _gevonden(request: Verzoek) -> tuple[Bestuursvoortgang, Kalender]:
    """The numbers, and the dates of the own region."""
    request.actor.require(Recht.VOORTGANG_TELLEN)
    vandaag = dag(request.nu)
    jaar, vorig = schooljaar_van(vandaag), schooljaar_van(zelfde_dag(vandaag, -1))
    kalender = kalender_uit_instellingen(regio_for(request.actor, request.actor.werkt_bij).instellingen, jaar)
    return bestuursvoortgang_for(request.actor, jaar, vorig, vandaag, binnen=werkplekken(request)), kalender


def _kernen(gevonden: Bestuursvoortgang, stand: str) -> list[dict[str, Any]]:
    n = len(gevonden.scholen)
    return [
        {
            "naam": _("Rapporten definitief"),
            "waarde": stand,
            "klein": _("%(klaar)s van %(n)s leerlingen")
            % {"klaar": getal(gevonden.samen.klaar), "n": getal(gevonden.samen.verloop.totaal)},
        },
        {
            "naam": _("Scholen die achterlopen"),
            "waarde": sum(regel.achter for regel in gevonden.scholen),
            "klein": ngettext("van %(n)s school", "van %(n)s scholen", n) % {"n": n},
        },
        {"naam": _("Zorgroutes zonder besluit"), "waarde": getal(gevonden.zorg), "klein": ""},
        {
            "naam": _("Leerlingen die stilstaan"),
            "waarde": getal(gevonden.stil_samen),
            "klein": _("%(dagen)s dagen geen stap") % {"dagen": STIL_NA.days},
        },
    ]


def _delen(gevonden: Bestuursvoortgang) -> list[tuple[str, int]]:
    return [(een.label, n) for een, n in zip(STAPPEN, gevonden.samen.delen, strict=True)]


def _beeld(naam: str, zin: str, wat: str, aantallen: list[tuple[str, int]], totaal: int) -> Telbeeld:
    return staafbeeld(naam, zin, wat, [(label, Aantal(n, n)) for label, n in aantallen], totaal)


def _rij(regel: Bestuursregel) -> dict[str, Any]:
    """One school: its bar, the same in words, and the way to the names."""
    delen = regel.voortgang.delen
    return {
        "regel": regel,
        "naam": f"{regel.school.naam}, {regel.school.plaats}" if regel.school.plaats else regel.school.naam,
        "vlakken": list(zip(VLAKKEN, delen, strict=True)),
        "delen": [f"{een.label}: {getal(n)}" for een, n in zip(STAPPEN, delen, strict=True) if n],
        "af": regel.totaal > 0 and regel.voortgang.klaar == regel.totaal,
    }


paden = [
    path("bestuur/", bestuur, name="bestuur"),
    path("bestuur.<str:uitgang>", bestand, name="bestuur_bestand"),
]
