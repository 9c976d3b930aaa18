"""How far are the parents of this pupil, what did they write, and what is the proof that they could read?"""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path
from django.views.decorators.http import require_GET

from overstap.domain.dossiers.actions import bekeken
from overstap.domain.dossiers.enums import Staat
from overstap.domain.dossiers.rules import INVULBAAR
from overstap.domain.inzages.enums import Correctiebesluit, Inzagerecht
from overstap.domain.inzages.queries import gesprekken_for, gewijzigd_na_inzage_for, nog_op_papier_for
from overstap.domain.rapporten.catalogue import Publiek
from overstap.domain.rapporten.queries import inhoud_for, pdf_klaar_for, rapport_nu_for, versies_for
from overstap.foundation.access import Recht
from overstap.foundation.klok import dag
from overstap.web.components.publiek import voor
from overstap.web.components.verzoek import Verzoek
from overstap.web.po.openen import open_dossier
from overstap.web.po.ouderkaarten import kaarten_for
from overstap.web.po.views import bewijs, op_papier, ouderlijst, ouderversie, reacties, toegang, uitnodigen

if TYPE_CHECKING:
    from overstap.domain.dossiers.models import Dossier
    from overstap.domain.inzages.models import Inzage
    from overstap.domain.rapporten.snapshot import Inhoud
    from overstap.foundation.sleutels.kast import Slot


@voor("po")
@require_GET
def ouders(request: Verzoek, dossier_id: UUID) -> HttpResponse:
    """Show every parent with gezag; whoever may answer them also reads what they wrote, and that is written down."""
    dossier, slot = open_dossier(request, dossier_id, "ouders")
    versies = list(versies_for(request.actor, dossier))
    # Only while the report is open it may differ from what the parents read.
    nu = rapport_nu_for(request.actor, dossier, slot) if versies and Staat(dossier.staat) in INVULBAAR else None
    kaarten = kaarten_for(request.actor, dossier, slot, dag(request.nu), nu.inhoud if nu else None)
    leest = request.actor.mag(Recht.CORRECTIE_BESLUITEN)
    for kaart in kaarten:
        # Whose words were read is written down for that parent, and not shown to another.
        if leest and kaart.inzage and kaart.zienswijzen:
            van = kaart.inzage.ouder_id
            bekeken(dossier=dossier, wat="zienswijze", by=request.actor, at=request.nu, object_id=van)
    context = {
        "dossier": dossier,
        "kaarten": kaarten,
        "nog_op_papier": _nog_op_papier(request, dossier, slot, nu.inhoud if nu else None),
        "aangeboden": [kaart for kaart in kaarten if kaart.inzage],
        "versie": versies[0] if versies else None,
        "pdf_klaar": bool(versies) and pdf_klaar_for(request.actor, versies[0], Publiek.OUDERS),
        "gewijzigd": nu is not None and gewijzigd_na_inzage_for(request.actor, dossier, slot, nu),
        "invulbaar": Staat(dossier.staat) in INVULBAAR,
        "mag": request.actor.mag(Recht.OUDERS_UITNODIGEN),
        "leest": leest,
        "besluit": Correctiebesluit,
        "gesprekken": gesprekken_for(request.actor, dossier, slot),
        "rechten": Inzagerecht,
        "vandaag": dag(request.nu),
        "bewijs": request.actor.mag(Recht.LOGBOEK_BEKIJKEN),
    }
    return render(request, "po/ouders.html", context)


def _nog_op_papier(request: Verzoek, dossier: Dossier, slot: Slot, inhoud: Inhoud | None) -> tuple[Inzage, ...]:
    inhoud = inhoud_for(request.actor, dossier, slot) if inhoud is None else inhoud
    return nog_op_papier_for(request.actor, dossier, inhoud, dag(request.nu))


paden = [
    path("dossiers/<uuid:dossier_id>/ouders/", ouders, name="ouders"),
    *ouderlijst.paden,
    *uitnodigen.paden,
    *toegang.paden,
    *op_papier.paden,
    *reacties.paden,
    *ouderversie.paden,
    *bewijs.paden,
]
