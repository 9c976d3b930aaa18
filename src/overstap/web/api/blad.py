"""What can whoever makes a program read of the API, without a login? A page for people, a document for programs."""

from __future__ import annotations

import json
from typing import Any

from django.conf import settings
from django.http import HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from overstap.domain.koppelingen.enums import Webhookgebeurtenis
from overstap.web.api.deur import PER_MINUUT, niet_gevonden
from overstap.web.api.document import daden, document, goed_antwoord
from overstap.web.api.probleem import SOORTEN
from overstap.web.api.proefsleutels import proefsleutels
from overstap.web.api.samenstel import api
from overstap.web.components.publiek import openbaar
from overstap.web.components.verzoek import OpenVerzoek


@openbaar
@require_safe
def openapi(request: OpenVerzoek) -> HttpResponse:
    """Give the OpenAPI document."""
    return JsonResponse(document(api), json_dumps_params={"ensure_ascii": False, "indent": 2})


@openbaar
@require_safe
def blad(request: OpenVerzoek) -> HttpResponse:
    """Show the same document as a page."""
    gevonden = document(api)
    groepen: dict[str, list[dict[str, Any]]] = {}
    for pad, wijze, daad in daden(gevonden):
        groepen.setdefault(daad["tags"][0], []).append(_daad(pad, wijze, daad))
    context = {
        "groepen": groepen,
        "gebeurtenissen": list(Webhookgebeurtenis),
        "fouten": [(code, status, titel) for code, (status, titel) in SOORTEN.items()],
        "adres": settings.OVERSTAP_ADRES,
        "per_minuut": PER_MINUUT,
        "proefsleutels": proefsleutels(),
    }
    return render(request, "api/blad.html", context)


@openbaar
@csrf_exempt
def onbekend(request: OpenVerzoek, rest: str) -> HttpResponseBase:
    """Say of every other address of the API that it is not there, as a program reads it."""
    return niet_gevonden()


def _als_tekst(daad: dict[str, Any]) -> str:
    goed = goed_antwoord(daad)
    return json.dumps(goed["example"], ensure_ascii=False, indent=2) if goed else ""


def _daad(pad: str, wijze: str, daad: dict[str, Any]) -> dict[str, Any]:
    return {
        "id": daad["operationId"],
        "kop": daad["summary"],
        "wijze": wijze.upper(),
        "pad": pad,
        "tekst": daad["description"].replace("`", "").split("\n\n"),
        "voorbeeld": _als_tekst(daad),
    }
