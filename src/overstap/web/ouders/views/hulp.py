"""What can a parent do here, and how? Open to everybody: who cannot come in needs it most."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from overstap.web.components.publiek import openbaar
from overstap.web.components.taalkeuze import taal
from overstap.web.components.verzoek import OpenVerzoek
from overstap.web.ouders.filmpjes import BREED, HOOG, films_in
from overstap.web.ouders.hulp import STUKKEN


@openbaar
@require_GET
def hulp(request: OpenVerzoek) -> HttpResponse:
    """Show every answer, in the language of the parent."""
    maat = {"breed": BREED, "hoog": HOOG}
    return render(request, "ouders/hulp.html", {"stukken": STUKKEN, "films": films_in(taal()), "maat": maat})
