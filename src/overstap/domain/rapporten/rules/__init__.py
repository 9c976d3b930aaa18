"""Is the report complete, and does it hold nothing that the law or good sense refuses?"""

from overstap.domain.rapporten.rules.stukken import onderwijs_van, ontbrekende_stukken, vraagt_opp
from overstap.domain.rapporten.rules.volledigheid import (
    Melding,
    Rapportstand,
    Sectiestand,
    volledigheid,
    volledigheid_rapport,
)
from overstap.domain.rapporten.rules.waarden import Opmerking, controleer_waarden, met_nummer

__all__ = [
    "Melding",
    "Opmerking",
    "Rapportstand",
    "Sectiestand",
    "controleer_waarden",
    "met_nummer",
    "onderwijs_van",
    "ontbrekende_stukken",
    "volledigheid",
    "volledigheid_rapport",
    "vraagt_opp",
]
