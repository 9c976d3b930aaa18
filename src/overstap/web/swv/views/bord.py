"""Which zorgaanmeldingen wait at the samenwerkingsverband, how long, and for what?"""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path
from django.views.decorators.http import require_GET

from overstap.foundation.access import Recht
from overstap.web.components.publiek import voor
from overstap.web.components.verzoek import Verzoek


@voor("swv")
@require_GET
def bord(request: Verzoek) -> HttpResponse:
    """Show every case, oldest first."""
    request.actor.require(Recht.ZORGAANMELDING_BEHANDELEN)
    return render(request, "swv/bord.html")


paden = [path("", bord, name="bord")]
