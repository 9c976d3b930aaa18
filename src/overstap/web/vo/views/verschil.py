"""What changed since this vo school read the report, and what was added to it?"""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from overstap.domain.dossiers.actions import bekeken, opgehaald
from overstap.domain.dossiers.queries import slot_for
from overstap.domain.overdrachten.queries import meegegane_aanvullingen_for, overdracht_for
from overstap.domain.rapporten.queries import aanvullingpdf_for
from overstap.foundation.access import NietGevonden
from overstap.web.components.downloads import download
from overstap.web.components.publiek import voor
from overstap.web.components.verzoek import Verzoek
from overstap.web.vo.na import Na


@voor("vo")
@require_GET
def verschil(request: Verzoek, overdracht_id: UUID) -> HttpResponse:
    """Show the difference with the version that this school read before."""
    overdracht = overdracht_for(request.actor, overdracht_id)
    na = Na(request.actor, overdracht)
    if na.sinds is None:
        raise NietGevonden
    bekeken(dossier=overdracht.dossier, wat="verschil", by=request.actor, at=request.nu, object_id=overdracht.versie_id)
    naam = overdracht.dossier.leerling.naam
    kruimels = [
        {"naam": _("Inbox"), "url": reverse("vo:inbox")},
        {"naam": naam, "url": reverse("vo:dossier", args=[overdracht_id])},
    ]
    return render(request, "vo/verschil.html", {"naam": naam, "sinds": na.sinds, "kruimels": kruimels})


@voor("vo")
@require_GET
def aanvulling(request: Verzoek, overdracht_id: UUID, aanvulling_id: UUID) -> HttpResponse:
    """Give the PDF of one aanvulling that went along."""
    overdracht = overdracht_for(request.actor, overdracht_id)
    slot = slot_for(request.actor, overdracht.dossier)
    mee = {rij.rij.id: rij.rij for rij in meegegane_aanvullingen_for(request.actor, overdracht, slot)}
    rij = mee.get(aanvulling_id)
    pdf = aanvullingpdf_for(request.actor, rij, slot) if rij else None
    if pdf is None:
        raise NietGevonden
    opgehaald(
        dossier=overdracht.dossier, wat="aanvulling", versie=overdracht.versie_id, by=request.actor, at=request.nu,
        object_id=aanvulling_id,
    )  # fmt: skip
    return download(pdf, "application/pdf", "aanvulling", aanvulling_id)


_EEN = "overdrachten/<uuid:overdracht_id>/"
paden = [
    path(f"{_EEN}verschil/", verschil, name="verschil"),
    path(f"{_EEN}aanvullingen/<uuid:aanvulling_id>/", aanvulling, name="aanvulling"),
]
