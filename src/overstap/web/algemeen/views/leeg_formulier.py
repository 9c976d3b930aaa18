"""Where does a school without an account find the report as a blank form, on paper?"""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, time
from functools import lru_cache
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from overstap.domain.scholen.queries import regios_for
from overstap.foundation.klok import dag
from overstap.integrations.pdf import maak_pdf
from overstap.web.algemeen.blanco import blanco
from overstap.web.components.downloads import download
from overstap.web.components.publiek import openbaar


@openbaar
@require_GET
def keuze(request: HttpRequest) -> HttpResponse:
    """Choose the region of the vo school: it may ask for more, within the law."""
    return render(request, "algemeen/leeg_formulier.html", {"regios": list(regios_for(None))})


@openbaar
@require_GET
def pdf(request: HttpRequest, regio_id: UUID) -> HttpResponse:
    """Give the blank form of a region. It holds nothing about anybody, so anybody may have it."""
    regio = regios_for(None).filter(id=regio_id).first()
    if regio is None:
        raise Http404
    gevraagd = {deel: regio.instellingen.get(deel) or {} for deel in ("velden", "woorden")}
    inhoud = _pdf(regio.naam, json.dumps(gevraagd, sort_keys=True), dag(timezone.now()))
    return download(inhoud, "application/pdf", "formulier", regio_id)


# Made once a day for each region, however often strangers ask: there are fewer regions than this.
@lru_cache(maxsize=128)
def _pdf(regio: str, ruw: str, op: date) -> bytes:
    instellingen: dict[str, Any] = json.loads(ruw)
    return maak_pdf(blanco(regio, instellingen, datetime.combine(op, time(), UTC)))
