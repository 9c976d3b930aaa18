"""How far are the schools of the region together, which fall behind, and where does care wait? Counts, never a name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET

from overstap.domain.tellingen.queries import STAPPEN, Regiovoortgang, Schoolregel
from overstap.domain.tellingen.rules import ACHTER, KLEINSTE_AANTAL, Aantal, minstens
from overstap.foundation.klok import dag
from overstap.web.components.jinja.filters import getal
from overstap.web.components.kalender import band, stappen
from overstap.web.components.publiek import voor
from overstap.web.components.tellingen import (
    VLAKKEN,
    Telbeeld,
    als_bestand,
    in_woorden,
    procent,
    staafbeeld,
    verloopbeeld,
)
from overstap.web.components.verzoek import Verzoek
from overstap.web.components.voortgang import schooltabel, staat_stil, voortgang

_ACHTER, _ALLES = "achter", ""


@voor("regio")
@require_GET
def overzicht(request: Verzoek) -> HttpResponse:
    """The whole of the region in pictures, and its schools: who is furthest behind comes first."""
    gevonden, kalender = voortgang(request.actor, request.nu)
    vandaag = dag(request.nu)
    keuze = _ACHTER if request.GET.get("scholen") == _ACHTER else _ALLES
    achter = [school for school in gevonden.scholen if school.achter]
    stand = procent(gevonden.klaar, gevonden.totaal)
    context = {
        "voortgang": gevonden,
        "schooljaar": kalender.schooljaar,
        "band": band(stappen(request.actor, request.soort, kalender.schooljaar, vandaag), request.soort, vandaag),
        "kernen": _kernen(gevonden, len(achter), stand),
        "beelden": [
            verloopbeeld(gevonden.verloop, gevonden.vorig_jaar, kalender, vandaag, stand),
            _stapbeeld(gevonden),
            _zorgbeeld(gevonden),
        ],
        "filters": [
            {"naam": _("Alle scholen"), "n": len(gevonden.scholen), "href": "?", "actief": keuze == _ALLES},
            {"naam": _("Lopen achter"), "n": len(achter), "href": f"?scholen={_ACHTER}", "actief": keuze == _ACHTER},
        ],
        "rijen": [_rij(school) for school in (achter if keuze else gevonden.scholen)],
        "achter_punten": round(ACHTER * 100),
        "kleinste": KLEINSTE_AANTAL,
    }
    return render(request, "regio/overzicht.html", context)


@voor("regio")
@require_GET
def bestand(request: Verzoek, uitgang: str) -> HttpResponse:
    """The table of the schools as a file: what the page tells, and no more."""
    if uitgang not in {"csv", "xlsx"}:
        raise Http404
    gevonden, _kalender = voortgang(request.actor, request.nu)
    return als_bestand(uitgang, "overzicht", *schooltabel(gevonden), request.actor.werkt_bij)


def _kernen(gevonden: Regiovoortgang, achter: int, stand: str) -> list[dict[str, Any]]:
    van = _("van %(n)s leerlingen") % {"n": getal(gevonden.totaal)}
    n = len(gevonden.scholen)
    geteld = "" if gevonden.klaar.onbekend(gevonden.totaal) else f"{in_woorden(gevonden.klaar)} "
    return [
        {"naam": _("Rapporten definitief"), "waarde": stand, "klein": f"{geteld}{van}"},
        {
            "naam": _("Scholen die achterlopen"),
            "waarde": achter,
            "klein": ngettext("van %(n)s school", "van %(n)s scholen", n) % {"n": n},
        },
        {"naam": _("Zorgaanmeldingen zonder besluit"), "waarde": in_woorden(gevonden.zonder_besluit), "klein": ""},
        {
            "naam": _("Scholen waar leerlingen stilstaan"),
            "waarde": sum(minstens(school.stil).laag > 0 for school in gevonden.scholen),
            "klein": _("14 dagen geen stap"),
        },
    ]


def _stapbeeld(gevonden: Regiovoortgang) -> Telbeeld:
    """The stages of all schools together: no sharper than what stands at each of them."""
    onbekend = [Aantal(0, school.totaal) for school in gevonden.scholen if school.delen is None]
    delen = [
        (een.label, minstens([*onbekend, *(school.delen[nummer] for school in gevonden.scholen if school.delen)]))
        for nummer, een in enumerate(STAPPEN)
    ]
    zin = _("Hoe ver de rapporten nu zijn. Waar een klein aantal bij hoort, staat een bereik.")
    return staafbeeld(_("Hoe ver de rapporten zijn"), zin, _("Stap"), delen, gevonden.totaal)


def _zorgbeeld(gevonden: Regiovoortgang) -> Telbeeld:
    hoogste = max((aantal.hoog for aantal in gevonden.zorg.values()), default=0)
    zin = _("Zorgaanmeldingen bij het samenwerkingsverband. Wat een school nog voorbereidt, telt niet mee.")
    return staafbeeld(_("Zorgroutes"), zin, _("Stand"), list(gevonden.zorg.items()), hoogste)


def _rij(school: Schoolregel) -> dict[str, Any]:
    """One school: its bar, the same in words, and what waits."""
    return {
        "school": school,
        "naam": f"{school.naam}, {school.plaats}" if school.plaats else school.naam,
        "vlakken": list(zip(VLAKKEN, _midden(school), strict=True)) if school.delen else [],
        "delen": list(_delen(school)),
        "klaar": in_woorden(school.klaar, school.totaal),
        "af": school.klaar.laag == school.totaal,
        "onbekend": school.klaar.onbekend(school.totaal),
        "stil": staat_stil(school),
    }


def _midden(school: Schoolregel) -> Iterator[float]:
    """How long each part of the bar is: the middle of what is told, so that they fill it together."""
    delen = school.delen or ()
    midden = [(deel.laag + deel.hoog) / 2 for deel in delen]
    return (een * school.totaal / sum(midden) for een in midden)


def _delen(school: Schoolregel) -> Iterator[str]:
    for een, deel in zip(STAPPEN, school.delen or (), strict=False):
        if deel.hoog:
            yield f"{een.label}: {in_woorden(deel, school.totaal)}"


paden = [
    path("", overzicht, name="overzicht"),
    path("overzicht.<str:uitgang>", bestand, name="overzicht_bestand"),
]
