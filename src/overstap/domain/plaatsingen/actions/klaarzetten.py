"""What does an arriving report leave at the vo school, so that its inbox can sort and count without opening it?"""

from __future__ import annotations

from datetime import date, datetime

from overstap.domain.dossiers.models import Dossier
from overstap.domain.dossiers.queries import slot_for
from overstap.domain.overdrachten.models import Overdracht
from overstap.domain.plaatsingen.models import Plaatsing
from overstap.domain.plaatsingen.rules import besluit_voor, telt_vanaf, zorg_van
from overstap.domain.rapporten.queries import bevroren_for
from overstap.domain.scholen.queries import regio_for
from overstap.domain.scholen.rules import kalender_uit_instellingen
from overstap.foundation.access import Actor


def zet_klaar(*, overdracht: Overdracht, by: Actor, at: datetime) -> None:
    """Open the plaatsing of the aanmelding of this transfer, or lead the one that is there to the newer version.

    A decision that was taken stays. The answer to the port "overdracht.verstuurd": whoever sends also does this.
    """
    dossier = overdracht.dossier
    zorg = zorg_van(bevroren_for(by, overdracht.versie, slot_for(by, dossier)).inhoud.geldend())
    nieuw = {
        "overdracht": overdracht,
        "met_vraag": zorg.met_vraag,
        "met_tlv": zorg.met_tlv,
        "gesprek_gevraagd": zorg.gesprek_gevraagd,
    }
    bestaand = Plaatsing.objects.filter(aanmelding_id=overdracht.aanmelding_id).first()
    if bestaand is not None:
        for naam, waarde in nieuw.items():
            setattr(bestaand, naam, waarde)
        bestaand.save(update_fields=list(nieuw))
        return
    aangemeld_op = overdracht.aanmelding.aangemeld_op
    Plaatsing.objects.create(
        dossier=dossier,
        school_id=overdracht.school_id,
        aanmelding_id=overdracht.aanmelding_id,
        ontvanger_id=overdracht.ontvanger_id,
        aangemeld_op=aangemeld_op,
        besluit_voor=_besluit_voor(dossier, aangemeld_op, by),
        status_op=at,
        **nieuw,
    )


def _besluit_voor(dossier: Dossier, aangemeld_op: date, by: Actor) -> date:
    kalender = kalender_uit_instellingen(regio_for(by, dossier.school_id).instellingen, dossier.schooljaar)
    return besluit_voor(telt_vanaf(aangemeld_op, dossier.schooljaar), kalender)
