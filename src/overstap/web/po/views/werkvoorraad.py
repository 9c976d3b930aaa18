"""What waits for the school, pupil by pupil, and until when?"""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.views.decorators.http import require_GET

from overstap.web.components.publiek import voor


@voor("po")
@require_GET
def werkvoorraad(request: HttpRequest) -> HttpResponse:
    """Show the pupils of a group with their next step."""
    return render(request, "po/werkvoorraad.html", {})


paden = [path("", werkvoorraad, name="werkvoorraad")]
