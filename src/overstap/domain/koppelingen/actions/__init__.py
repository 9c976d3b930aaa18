"""Which acts let a program act for an organisation, tell it what happened, and end that?"""

from overstap.domain.koppelingen.actions.koppelen import (
    beeindig_koppeling,
    geef_sleutel,
    maak_koppeling,
    noteer_gebruik,
    noteer_opgevraagd,
    trek_sleutel_in,
)
from overstap.domain.koppelingen.actions.webhooks import (
    TAAK_BEZORGEN,
    TAAK_GESTOPT,
    hervat_webhook,
    leg_poging_vast,
    meld_programmas,
    ruim_bezorgingen_op,
    sluit_webhook,
    stuur_proef,
    vernieuw_geheim,
    verwijder_webhook,
    zet_webhook,
)

__all__ = [
    "TAAK_BEZORGEN",
    "TAAK_GESTOPT",
    "beeindig_koppeling",
    "geef_sleutel",
    "hervat_webhook",
    "leg_poging_vast",
    "maak_koppeling",
    "meld_programmas",
    "noteer_gebruik",
    "noteer_opgevraagd",
    "ruim_bezorgingen_op",
    "sluit_webhook",
    "stuur_proef",
    "trek_sleutel_in",
    "vernieuw_geheim",
    "verwijder_webhook",
    "zet_webhook",
]
