"""At which basisscholen of the region did nobody take a step for two weeks, and whose step is it?"""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path
from django.views.decorators.http import require_GET

from overstap.domain.plaatsingen.enums import Stilstand
from overstap.domain.plaatsingen.queries import stil_in_regio_for
from overstap.domain.plaatsingen.rules import KLEINSTE_AANTAL, STIL_NA
from overstap.domain.scholen.rules import schooljaar_van
from overstap.foundation.klok import dag
from overstap.web.components.publiek import voor
from overstap.web.components.verzoek import Verzoek


@voor("regio")
@require_GET
def stilstand(request: Verzoek) -> HttpResponse:
    """Count by school, and name nobody."""
    vandaag = dag(request.nu)
    schooljaar = schooljaar_van(vandaag)
    stilte = stil_in_regio_for(request.actor, schooljaar, vandaag)
    context = {
        "stilte": stilte,
        "schooljaar": schooljaar,
        "plekken": tuple(Stilstand),
        "dagen": STIL_NA.days,
        "kleinste": KLEINSTE_AANTAL,
    }
    return render(request, "regio/stilstand.html", context)


paden = [path("", stilstand, name="stilstand")]
