"""How do the parents see this report: the frozen version they can open, or the report as it is now?"""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path
from django.views.decorators.http import require_GET

from overstap.domain.bijlagen.queries import leesbaar_for
from overstap.domain.inzages.queries import gewijzigd_na_inzage_for
from overstap.domain.inzages.rules import Gezaghebbende, gezaghebbenden, voor_ouder
from overstap.domain.rapporten.catalogue import Publiek
from overstap.domain.rapporten.queries import bevroren_for, inhoud_for, versies_for
from overstap.domain.rapporten.snapshot import Inhoud, weergave
from overstap.web.components.publiek import voor
from overstap.web.components.verzoek import Verzoek
from overstap.web.po.openen import open_dossier

if TYPE_CHECKING:
    from overstap.domain.dossiers.models import Dossier
    from overstap.domain.rapporten.models import Versie
    from overstap.foundation.sleutels.kast import Slot


@voor("po")
@require_GET
def ouderversie(request: Verzoek, dossier_id: UUID) -> HttpResponse:
    """Show the report as one parent reads it; `?van=nu` shows it as it would be with today's changes."""
    dossier, slot = open_dossier(request, dossier_id, "ouderversie")
    versie = None if request.GET.get("van") == "nu" else versies_for(request.actor, dossier).first()
    inhoud = _inhoud(request, dossier, slot, versie)
    ouders = gezaghebbenden(inhoud)
    gekozen = _gekozen(ouders, request.GET.get("ouder", ""))
    leest = Inhoud(voor_ouder(inhoud, gekozen.sleutel)) if gekozen else inhoud
    context = {
        "dossier": dossier,
        "versie": versie,
        "gewijzigd": gewijzigd_na_inzage_for(request.actor, dossier, slot),
        "ouders": ouders,
        "gekozen": gekozen,
        "secties": [sectie for sectie in weergave(leest, Publiek.OUDERS) if sectie.blokken],
        "bijlagen": leesbaar_for(request.actor, dossier, slot),
    }
    return render(request, "po/ouderversie.html", context)


def _inhoud(request: Verzoek, dossier: Dossier, slot: Slot, versie: Versie | None) -> Inhoud:
    if versie is None:
        return inhoud_for(request.actor, dossier, slot)
    return bevroren_for(request.actor, versie, slot).inhoud


def _gekozen(ouders: tuple[Gezaghebbende, ...], sleutel: str) -> Gezaghebbende | None:
    return next((ouder for ouder in ouders if str(ouder.sleutel) == sleutel), ouders[0] if ouders else None)


paden = [path("dossiers/<uuid:dossier_id>/ouderversie/", ouderversie, name="ouderversie")]
