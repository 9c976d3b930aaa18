"""What does the school fill in for one section of the report?"""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import path

from overstap.web.components.publiek import voor


@voor("po")
def sectie(request: HttpRequest, dossier_id: UUID, sectie: str) -> HttpResponse:
    """Nothing yet."""
    return HttpResponse("")


paden = [path("dossiers/<uuid:dossier_id>/onderdelen/<slug:sectie>/", sectie, name="sectie")]
