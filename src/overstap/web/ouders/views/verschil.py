"""What changed since this parent read the report, and what did the school add? Both are read on pages of their own."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path
from django.views.decorators.http import require_GET

from overstap.domain.dossiers.actions import bekeken, opgehaald
from overstap.domain.dossiers.queries import slot_for
from overstap.domain.rapporten.queries import aanvulling_for, aanvullingpdf_for
from overstap.foundation.access import NietGevonden
from overstap.web.components.downloads import download
from overstap.web.components.publiek import voor
from overstap.web.ouders.na import Na
from overstap.web.ouders.toelating import Leesverzoek


@voor("ouder")
@require_GET
def verschil(request: Leesverzoek) -> HttpResponse:
    """Show the difference with the version that this parent read before; it says so when there is none."""
    dossier, na = request.lezing.dossier, Na(request.actor, request.lezing)
    bekeken(dossier=dossier, wat="verschil", by=request.actor, at=request.nu, object_id=na.versie.id)
    return render(request, "ouders/verschil.html", {"na": na, "school": dossier.school.naam})


@voor("ouder")
@require_GET
def aanvullingen(request: Leesverzoek) -> HttpResponse:
    """Show what the school added; reading each is written down, for it may go to the vo school afterwards."""
    dossier, na = request.lezing.dossier, Na(request.actor, request.lezing)
    for toegevoegd in na.aanvullingen:
        bekeken(dossier=dossier, wat="aanvulling", by=request.actor, at=request.nu, object_id=toegevoegd.rij.id)
    return render(request, "ouders/aanvullingen.html", {"na": na, "school": dossier.school.naam})


@voor("ouder")
@require_GET
def aanvulling(request: Leesverzoek, aanvulling_id: UUID) -> HttpResponse:
    """Give the PDF of one aanvulling."""
    dossier = request.lezing.dossier
    rij = aanvulling_for(request.actor, dossier, aanvulling_id)
    pdf = aanvullingpdf_for(request.actor, rij, slot_for(request.actor, dossier))
    if pdf is None:
        raise NietGevonden
    opgehaald(
        dossier=dossier, wat="aanvulling", versie=rij.versie_id, by=request.actor, at=request.nu, object_id=rij.id
    )
    return download(pdf, "application/pdf", "aanvulling", rij.id)


paden = [
    path("rapport/verschil/", verschil, name="verschil"),
    path("rapport/aanvullingen/", aanvullingen, name="aanvullingen"),
    path("rapport/aanvullingen/<uuid:aanvulling_id>/", aanvulling, name="aanvulling"),
]
