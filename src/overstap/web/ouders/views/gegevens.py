"""What happens with the data of a child, in the language of the parent? Open to everybody, as its language is."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from overstap.web.components.publiek import openbaar
from overstap.web.components.verzoek import OpenVerzoek


@openbaar
@require_GET
def gegevens(request: OpenVerzoek) -> HttpResponse:
    """Say who is responsible, who reads and what a parent may ask (art. 13 AVG)."""
    return render(request, "ouders/gegevens.html")
