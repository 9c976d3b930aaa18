"""What does the vo school read about one pupil? Opening it is written down, and the basisschool sees that."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from overstap.domain.dossiers.queries import beperking_for
from overstap.domain.overdrachten.actions import lees
from overstap.domain.plaatsingen.actions import antwoorden_gezien
from overstap.domain.plaatsingen.queries import plaatsing_for
from overstap.domain.zorgroutes.queries import besluiten_for
from overstap.web.components.publiek import voor
from overstap.web.components.verzoek import Verzoek
from overstap.web.vo.aanmelding import Aanmelding
from overstap.web.vo.blad import Voblad
from overstap.web.vo.lijn import ophaalweg
from overstap.web.vo.na import Na
from overstap.web.vo.views import besluit, brugklassen, vragen


@voor("vo")
@require_GET
def dossier(request: Verzoek, overdracht_id: UUID) -> HttpResponse:
    """Show the whole report as it was sent, and what this school decided and asked."""
    overdracht = lees(overdracht_id=overdracht_id, by=request.actor, at=request.nu)
    antwoorden_gezien(overdracht_id=overdracht_id, by=request.actor, at=request.nu)
    context = {
        "beperking": beperking_for(request.actor, overdracht.dossier),
        "blad": Voblad(request.actor, overdracht),
        "na": Na(request.actor, overdracht),
        "lijn": ophaalweg(overdracht),
        "zorgbesluiten": besluiten_for(request.actor, overdracht.dossier),
        "zaak": Aanmelding(request.actor, plaatsing_for(request.actor, overdracht_id)),
    }
    return render(request, "vo/dossier.html", context)


# What this school decides, asks and arranges about the pupils whose report it has.
paden = [*besluit.paden, *vragen.paden, *brugklassen.paden]
