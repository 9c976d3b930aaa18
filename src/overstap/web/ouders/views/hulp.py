"""What can a parent do here, and how? Open to everybody: who cannot come in needs it most."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from overstap.web.components.publiek import openbaar
from overstap.web.components.verzoek import OpenVerzoek
from overstap.web.ouders.hulp import STUKKEN


@openbaar
@require_GET
def hulp(request: OpenVerzoek) -> HttpResponse:
    """Show every answer, in the language of the parent."""
    return render(request, "ouders/hulp.html", {"stukken": STUKKEN})
