"""Which acts bring a definitive report to the vo school, and what does the vo school do with it?"""

from overstap.domain.overdrachten.actions.aanmelding import leg_aanmelding_vast, trek_aanmelding_in
from overstap.domain.overdrachten.actions.bestanden import (
    bewaar_oso_bestand,
    geef_mee,
    houd_tegen,
    maak_bestanden_opnieuw,
)
from overstap.domain.overdrachten.actions.ontvangen import haal_op, lees
from overstap.domain.overdrachten.actions.versturen import trek_in, verstuur
from overstap.domain.overdrachten.actions.weigering import OverdrachtGeweigerd

__all__ = [
    "OverdrachtGeweigerd",
    "bewaar_oso_bestand",
    "geef_mee",
    "haal_op",
    "houd_tegen",
    "lees",
    "leg_aanmelding_vast",
    "maak_bestanden_opnieuw",
    "trek_aanmelding_in",
    "trek_in",
    "verstuur",
]
