"""Which acts offer inzage, answer it and end in a definitive report?"""

from overstap.domain.inzages.actions.afronden import (
    NogNietDefinitief,
    beantwoord_correctie,
    heropen,
    leg_antwoord_op_papier_vast,
    maak_definitief,
)
from overstap.domain.inzages.actions.reageren import geef_zienswijze, open_rapport, teken_gezien, vraag_correctie
from overstap.domain.inzages.actions.uitnodigen import (
    InzageGeweigerd,
    bied_nieuwe_versie_aan,
    bied_op_papier_aan,
    geef_nieuwe_code,
    mail_verzonden,
    meld_nieuwe_versie,
    meld_versie_eenmaal,
    nodig_uit,
    trek_uitnodiging_in,
)

__all__ = [
    "InzageGeweigerd",
    "NogNietDefinitief",
    "beantwoord_correctie",
    "bied_nieuwe_versie_aan",
    "bied_op_papier_aan",
    "geef_nieuwe_code",
    "geef_zienswijze",
    "heropen",
    "leg_antwoord_op_papier_vast",
    "maak_definitief",
    "mail_verzonden",
    "meld_nieuwe_versie",
    "meld_versie_eenmaal",
    "nodig_uit",
    "open_rapport",
    "teken_gezien",
    "trek_uitnodiging_in",
    "vraag_correctie",
]
