"""What does somebody see who asks for help? Nothing about a pupil, so everybody may read it."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from overstap.domain.scholen.queries import regios_for
from overstap.foundation.access import Rol
from overstap.web.components.publiek import openbaar
from overstap.web.components.verzoek import OpenVerzoek
from overstap.web.hulp.boek import Handleiding, boek
from overstap.web.hulp.opmaak import opgemaakt
from overstap.web.hulp.zoeken import LANGSTE_VRAAG, zoek


@openbaar
@require_GET
def begin(request: OpenVerzoek) -> HttpResponse:
    """Show every manual, the own one first."""
    eigen = _eigen(request)
    anders = [handleiding for handleiding in boek().handleidingen if handleiding not in eigen]
    return _toon(request, "begin", eigen=eigen, anders=anders)


@openbaar
@require_GET
def zoeken(request: OpenVerzoek) -> HttpResponse:
    """Show which parts of the help are about what was asked."""
    vraag = request.GET.get("q", "").strip()[:LANGSTE_VRAAG]
    return _toon(request, "zoeken", vraag=vraag, gevonden=zoek(vraag))


@openbaar
@require_GET
def taak(request: OpenVerzoek, taak: str) -> HttpResponse:
    """Show how one thing is done."""
    gevonden = boek().taak(taak)
    if gevonden is None:
        raise Http404
    handleiding, deze = gevonden
    plaats = handleiding.taken.index(deze)
    volgende = handleiding.taken[plaats + 1] if plaats + 1 < len(handleiding.taken) else None
    return _toon(request, "taak", handleiding=handleiding, taak=deze, volgende=volgende)


@openbaar
@require_GET
def vragen(request: OpenVerzoek) -> HttpResponse:
    """Show what is often asked."""
    return _toon(request, "vragen", vragen=boek().vragen)


@openbaar
@require_GET
def nieuw(request: OpenVerzoek) -> HttpResponse:
    """Show what is different this school year."""
    return _toon(request, "nieuw", nieuws=boek().nieuws)


@openbaar
@require_GET
def contact(request: OpenVerzoek) -> HttpResponse:
    """Show whom to ask: of the own region, and of every region to who has none."""
    eigen = request.organisatie.regio if request.organisatie else None
    regios = [eigen] if eigen else list(regios_for(None))
    return _toon(request, "contact", regios=[(regio.naam, regio.instellingen.get("contact", {})) for regio in regios])


def _eigen(request: OpenVerzoek) -> list[Handleiding]:
    """The manual of the organisation for which somebody works here."""
    soort = "gast" if request.actor and request.actor.rol is Rol.GAST else request.soort
    return [handleiding for handleiding in boek().handleidingen if soort in handleiding.soorten]


def _toon(request: OpenVerzoek, pagina: str, **wat: Any) -> HttpResponse:
    return render(request, f"hulp/{pagina}.html", {"opgemaakt": opgemaakt, **wat})
