"""At which basisscholen of the region did nobody take a step for two weeks, and whose step is it?"""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path
from django.views.decorators.http import require_GET

from overstap.domain.plaatsingen.enums import Stilstand
from overstap.domain.plaatsingen.rules import STIL_NA
from overstap.domain.tellingen.rules import KLEINSTE_AANTAL, NIEMAND, minstens
from overstap.web.components.publiek import voor
from overstap.web.components.tellingen import in_woorden
from overstap.web.components.verzoek import Verzoek
from overstap.web.components.voortgang import voortgang


@voor("regio")
@require_GET
def stilstand(request: Verzoek) -> HttpResponse:
    """Count by school, and name nobody."""
    gevonden, kalender = voortgang(request.actor, request.nu)
    context = {
        "scholen": [
            (
                school,
                [
                    (plek, in_woorden(aantal, school.totaal))
                    for plek, aantal in zip(Stilstand, school.stil, strict=True)
                ],
            )
            for school in gevonden.scholen
            if minstens(school.stil).laag
        ],
        "klein_stil": gevonden.klein_stil,
        "van": len(gevonden.scholen),
        "schooljaar": kalender.schooljaar,
        "plekken": tuple(Stilstand),
        "niemand": in_woorden(NIEMAND),
        "dagen": STIL_NA.days,
        "kleinste": KLEINSTE_AANTAL,
    }
    return render(request, "regio/stilstand.html", context)


paden = [path("stilstand/", stilstand, name="stilstand")]
