"""What is the region of this request told today?"""

from __future__ import annotations

from overstap.domain.scholen.queries import regio_for
from overstap.domain.scholen.rules import Kalender, kalender_uit_instellingen, schooljaar_van
from overstap.domain.tellingen.queries import Regiovoortgang, regiovoortgang_for
from overstap.domain.tellingen.rules import zelfde_dag
from overstap.foundation.klok import dag
from overstap.web.components.verzoek import Verzoek


def voortgang(request: Verzoek) -> tuple[Regiovoortgang, Kalender]:
    """All that may be told, and the dates of this school year."""
    vandaag = dag(request.nu)
    jaar, vorig = schooljaar_van(vandaag), schooljaar_van(zelfde_dag(vandaag, -1))
    kalender = kalender_uit_instellingen(regio_for(request.actor, request.actor.werkt_bij).instellingen, jaar)
    voorbij = vandaag > kalender.definitief
    return regiovoortgang_for(request.actor, jaar, vorig, vandaag, voorbij=voorbij), kalender
