"""What does the vo school read about one pupil? Opening it is written down, and the basisschool sees that."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from overstap.domain.overdrachten.actions import lees
from overstap.web.components.publiek import voor
from overstap.web.components.verzoek import Verzoek
from overstap.web.vo.blad import Voblad
from overstap.web.vo.na import Na


@voor("vo")
@require_GET
def dossier(request: Verzoek, overdracht_id: UUID) -> HttpResponse:
    """Show the whole report as it was sent."""
    overdracht = lees(overdracht_id=overdracht_id, by=request.actor, at=request.nu)
    return render(
        request, "vo/dossier.html", {"blad": Voblad(request.actor, overdracht), "na": Na(request.actor, overdracht)}
    )
