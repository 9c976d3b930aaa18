"""How does a school take the report that she finished back into her own leerlingadministratie?"""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from overstap.domain.dossiers.actions import geef_lasbestand
from overstap.domain.dossiers.enums import Staat
from overstap.domain.dossiers.queries import nummer_for
from overstap.domain.dossiers.rules import BEVROREN
from overstap.domain.inzages.queries import bewijs_van_inzage_for
from overstap.domain.rapporten.queries import bevroren_for, laatste_versie_for, pdf_for
from overstap.foundation.access import Recht
from overstap.foundation.klok import dag
from overstap.integrations.oso import Schrijffout
from overstap.integrations.oso.eigen_las import schrijf_eigen_las
from overstap.web.components.downloads import download
from overstap.web.components.publiek import voor
from overstap.web.components.verzoek import Verzoek
from overstap.web.po.openen import Naar, open_dossier

if TYPE_CHECKING:
    from overstap.domain.dossiers.models import Dossier
    from overstap.foundation.sleutels.kast import Slot


@voor("po")
@require_POST
def eigen_las(request: Verzoek, dossier_id: UUID) -> HttpResponse:
    """Give the newest finished version as an OSO file within the school (binnen-BRIN), and write that down.

    The attachments stay out of it: the school has those already.
    """
    request.actor.require(Recht.DOSSIER_OVERDRAGEN)
    dossier, slot = open_dossier(request, dossier_id, "overdracht")
    if Staat(dossier.staat) not in BEVROREN:
        messages.error(request, _("Maak het rapport eerst definitief. Daarna kunt u dit bestand maken."))
        return Naar("po:overdracht", dossier_id=dossier_id)
    try:
        xml = _bestand(request, dossier, slot)
    except Schrijffout as fout:
        eerste = fout.meldingen[0]
        messages.error(request, _("Het bestand is niet gemaakt.") + f" {eerste.tekst} {eerste.herstel}")
        return Naar("po:overdracht", dossier_id=dossier_id)
    versie = laatste_versie_for(request.actor, dossier)
    geef_lasbestand(dossier_id=dossier_id, versie_id=versie.id, by=request.actor, at=request.nu)
    return download(xml, "application/xml", "eigen-las", dossier_id)


def _bestand(request: Verzoek, dossier: Dossier, slot: Slot) -> bytes:
    versie = laatste_versie_for(request.actor, dossier)
    bewijs = bewijs_van_inzage_for(request.actor, dossier)
    return schrijf_eigen_las(
        bevroren_for(request.actor, versie, slot).inhoud,
        nummer=nummer_for(request.actor, dossier, slot),
        inzage=(bewijs[0], [inzage.akkoord for inzage in bewijs[1]]) if bewijs else None,
        pdf=pdf_for(request.actor, versie, "vo", slot),
        datum=dag(request.nu),
    )


paden = [path("dossiers/<uuid:dossier_id>/overdracht/eigen-las/", eigen_las, name="eigen_las")]
