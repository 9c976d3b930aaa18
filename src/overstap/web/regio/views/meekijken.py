"""At which schools may this helper look along now?"""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path
from django.views.decorators.http import require_GET, require_POST

from overstap.domain.meekijken.queries import gekregen_een_for, gekregen_for
from overstap.foundation.access import Recht
from overstap.web.components.meekijken import MEEKIJKEN_SLEUTEL
from overstap.web.components.naar import Naar
from overstap.web.components.publiek import voor
from overstap.web.components.verzoek import Verzoek


@voor("regio")
@require_GET
def meekijken(request: Verzoek) -> HttpResponse:
    """List the schools that gave this person leave, which still runs."""
    request.actor.require(Recht.MEEKIJKEN_HELPEN)
    context = {"scholen": gekregen_for(request.actor, request.nu), "voorbij": bool(request.GET.get("voorbij"))}
    return render(request, "regio/meekijken.html", context)


@voor("regio")
@require_POST
def kijk(request: Verzoek, toestemming_id: UUID) -> HttpResponse:
    """Look along at that school from now on; the next page is one of the school, and is written down."""
    toestemming = gekregen_een_for(request.actor, toestemming_id, request.nu)
    request.session[MEEKIJKEN_SLEUTEL] = str(toestemming.id)
    return Naar("algemeen:start")


paden = [
    path("meekijken/", meekijken, name="meekijken"),
    path("meekijken/<uuid:toestemming_id>/", kijk, name="meekijken_begin"),
]
