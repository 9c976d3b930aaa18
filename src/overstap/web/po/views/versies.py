"""Which versions of this report were there, who had which, what changed between them, and what exactly was sent?"""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import path
from django.views.decorators.http import require_GET

from overstap.domain.dossiers.actions import opgehaald
from overstap.domain.dossiers.enums import Staat
from overstap.domain.dossiers.queries import dossier_for
from overstap.domain.dossiers.rules import BEVROREN, BIJ_HET_VO, INVULBAAR
from overstap.domain.inzages.queries import wie_for
from overstap.domain.overdrachten.queries import (
    Versieregel,
    bestemmingen_for,
    iets_nieuws_for,
    oso_bestand_for,
    overdrachten_for,
    versieregels_for,
)
from overstap.domain.rapporten.queries import Bevroren, bevries_for, bevroren_for, versies_for
from overstap.domain.rapporten.snapshot import tel, vergelijk_versies
from overstap.foundation.access import NietGevonden, Recht
from overstap.foundation.klok import dag
from overstap.web.components.downloads import stroom
from overstap.web.components.publiek import voor
from overstap.web.components.verzoek import Verzoek
from overstap.web.po.openen import open_dossier

if TYPE_CHECKING:
    from overstap.domain.dossiers.models import Dossier
    from overstap.domain.overdrachten.queries import Bestemming
    from overstap.foundation.sleutels.kast import Slot

# What stands in `?naar=` for the report as it is being written.
NU = "nu"


@voor("po")
@require_GET
def versies(request: Verzoek, dossier_id: UUID) -> HttpResponse:
    """List every version with its readers, its files and what was added to it."""
    dossier, slot = open_dossier(request, dossier_id, "versies")
    regels = versieregels_for(request.actor, dossier, slot, request.nu)
    context = {
        "dossier": dossier,
        "regels": [(regel, vorige) for regel, vorige in zip(regels, _vorige(regels), strict=True)],
        "heropend": dossier.staat == Staat.HEROPEND,
        "bij_vo": dossier.staat in BIJ_HET_VO,
        "invulbaar": dossier.staat in INVULBAAR,
        "mag_aanvullen": dossier.staat in BEVROREN and request.actor.mag(Recht.RAPPORT_INVULLEN),
        "mag_uitnodigen": request.actor.mag(Recht.OUDERS_UITNODIGEN),
        "namen": _op_papier(request, regels, slot),
        "mag_sturen": request.actor.mag(Recht.DOSSIER_OVERDRAGEN),
        "aan_te_vullen": _aan_te_vullen(request, dossier, slot),
    }
    return render(request, "po/versies.html", context)


def _op_papier(request: Verzoek, regels: tuple[Versieregel, ...], slot: Slot) -> dict[UUID, str]:
    """By offer: to whom an aanvulling must still be given on paper."""
    open_ = {inzage for regel in regels for een in regel.aanvullingen for inzage in een.op_papier}
    return {inzage.id: wie_for(request.actor, inzage, slot).naam for inzage in open_}


def _vorige(regels: tuple[Versieregel, ...]) -> list[Versieregel | None]:
    return [*regels[1:], None] if regels else []


def _aan_te_vullen(request: Verzoek, dossier: Dossier, slot: Slot) -> list[Bestemming]:
    """The vo schools that do not have everything yet that belongs to the version they received."""
    if dossier.staat not in BEVROREN:
        return []
    lopend = [b for b in bestemmingen_for(request.actor, [dossier.id]).get(dossier.id, []) if b.loopt]
    newest = versies_for(request.actor, dossier).first()
    return [
        b
        for b in lopend
        if b.overdracht
        and newest
        and b.overdracht.versie_id == newest.id
        and iets_nieuws_for(request.actor, b.overdracht, slot, request.nu)
    ]


@voor("po")
@require_GET
def verschil(request: Verzoek, dossier_id: UUID) -> HttpResponse:
    """Show what differs between `?van=` and `?naar=`: numbers of versions, or "nu" for the report as it is written."""
    dossier, slot = open_dossier(request, dossier_id, "verschil")
    van, naar = _gevraagd(request, dossier)
    oud, nieuw = (_inhoud(request, dossier, slot, welke) for welke in (van, naar))
    secties = vergelijk_versies(oud.inhoud, nieuw.inhoud, None, bijlagen=(oud.bijlagen, nieuw.bijlagen))
    context = {
        "dossier": dossier,
        "van": van,
        "naar": naar,
        "tegen_nu": naar == NU,
        "secties": secties,
        "aantal": tel(secties),
    }
    return render(request, "po/verschil.html", context)


def _gevraagd(request: Verzoek, dossier: Dossier) -> tuple[str, str]:
    """The numbers that were asked for, else the two newest versions."""
    if "van" in request.GET:
        return request.GET["van"], request.GET.get("naar", "")
    nummers = [str(nummer) for nummer in versies_for(request.actor, dossier).values_list("nummer", flat=True)[:2]]
    if len(nummers) < 2:
        raise NietGevonden
    return nummers[1], nummers[0]


def _inhoud(request: Verzoek, dossier: Dossier, slot: Slot, welke: str) -> Bevroren:
    if welke == NU:
        return bevries_for(request.actor, dossier, slot, dag(request.nu))
    versie = versies_for(request.actor, dossier).filter(nummer=welke).first() if _is_nummer(welke) else None
    if versie is None:
        raise NietGevonden
    return bevroren_for(request.actor, versie, slot)


def _is_nummer(welke: str) -> bool:
    return welke.isascii() and welke.isdigit() and len(welke) < 5


@voor("po")
@require_GET
def verstuurd(request: Verzoek, dossier_id: UUID, overdracht_id: UUID) -> HttpResponseBase:
    """Give the OSO file exactly as it was sent, also of a transfer that was replaced or withdrawn."""
    request.actor.require(Recht.DOSSIER_OVERDRAGEN)
    dossier = dossier_for(request.actor, dossier_id)
    overdracht = overdrachten_for(request.actor, dossier).filter(id=overdracht_id).first()
    lezer = oso_bestand_for(request.actor, overdracht) if overdracht else None
    if overdracht is None or lezer is None:
        raise NietGevonden
    opgehaald(
        dossier=dossier, wat="osobestand", versie=overdracht.versie_id, by=request.actor, at=request.nu,
        object_id=overdracht_id,
    )  # fmt: skip
    return stroom(lezer, "application/xml", "oso", overdracht_id)


paden = [
    path("dossiers/<uuid:dossier_id>/versies/", versies, name="versies"),
    path("dossiers/<uuid:dossier_id>/verschil/", verschil, name="verschil"),
    path("dossiers/<uuid:dossier_id>/verstuurd/<uuid:overdracht_id>/", verstuurd, name="verstuurd"),
]
