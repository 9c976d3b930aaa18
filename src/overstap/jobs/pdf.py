"""How do a frozen version and what was added to it become a PDF for each of its readers?"""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from overstap.domain.dossiers.queries import dossier_for, slot_for
from overstap.domain.rapporten.actions import bewaar_aanvullingpdf, bewaar_pdf
from overstap.domain.rapporten.catalogue import Publiek
from overstap.domain.rapporten.enums import Versiesoort
from overstap.domain.rapporten.queries import aanvullingen_for, bevroren_for, pdf_klaar_for, versie_for
from overstap.domain.scholen.queries import regio_for
from overstap.foundation.access import Actor
from overstap.integrations.pdf import Stijl, maak_pdf
from overstap.jobs.document import aanvulling, rapport
from overstap.jobs.taak import taak

_STIJL = {Publiek.VO: Stijl.RAPPORT, Publiek.OUDERS: Stijl.OUDERS}
# The vo school reads definitive versions only.
_LEZERS = {Versiesoort.INZAGE: (Publiek.OUDERS,), Versiesoort.DEFINITIEF: (Publiek.VO, Publiek.OUDERS)}


@taak("pdf.maken")
def maak_pdfs(*, versie_id: UUID, dossier_id: UUID, by: Actor, at: datetime) -> None:
    """Make the PDFs of a version, one for each of its readers, and keep them."""
    dossier = dossier_for(by, dossier_id)
    versie = versie_for(by, dossier, versie_id)
    slot = slot_for(by, dossier)
    bevroren = bevroren_for(by, versie, slot)
    woord = regio_for(by, dossier.school_id).instellingen["woorden"]["rapport_lang"]
    for publiek in _LEZERS[Versiesoort(versie.soort)]:
        if not pdf_klaar_for(by, versie, publiek.value):
            document = rapport(bevroren, versie, dossier, publiek, woord)
            pdf = maak_pdf(document, _STIJL[publiek])
            bewaar_pdf(versie=versie, publiek=publiek.value, pdf=pdf, by=by, at=at)


@taak("aanvulling.maken")
def maak_aanvulling(*, aanvulling_id: UUID, dossier_id: UUID, by: Actor, at: datetime) -> None:
    """Make the PDF of an aanvulling and keep it; parents and vo school get the same page."""
    dossier = dossier_for(by, dossier_id)
    for toegevoegd in aanvullingen_for(by, dossier, slot_for(by, dossier)):
        if toegevoegd.rij.id == aanvulling_id and toegevoegd.rij.bestand_id is None:
            woord = regio_for(by, dossier.school_id).instellingen["woorden"]["rapport_lang"]
            pdf = maak_pdf(aanvulling(toegevoegd, dossier, woord), Stijl.OUDERS)
            bewaar_aanvullingpdf(aanvulling=toegevoegd.rij, pdf=pdf, by=by, at=at)
