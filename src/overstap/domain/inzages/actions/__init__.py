"""Which acts offer inzage, answer it and end in a definitive report?"""

from overstap.domain.inzages.actions.afronden import NogNietDefinitief, heropen, maak_definitief
from overstap.domain.inzages.actions.correcties import (
    beantwoord_correctie,
    leg_correctie_op_papier_vast,
    verleng_correctie,
)
from overstap.domain.inzages.actions.melden import (
    bied_nieuwe_versie_aan,
    herinner_eenmaal,
    herinner_ouders,
    mail_mislukt,
    mail_teruggekomen,
    mail_verzonden,
    meld_mail_aangekomen,
    meld_mail_mislukt,
    meld_nieuwe_versie,
    meld_versie_eenmaal,
    plan_herinneringen,
    stuur_opnieuw,
)
from overstap.domain.inzages.actions.papier import (
    geef_versie_op_papier,
    leg_antwoord_op_papier_vast,
    voeg_zienswijze_toe,
)
from overstap.domain.inzages.actions.reageren import geef_zienswijze, open_rapport, teken_gezien, vraag_correctie
from overstap.domain.inzages.actions.sluiten import open_toegang, sluit_toegang
from overstap.domain.inzages.actions.stukken import Aangeleverd, leg_stukkeuring_vast
from overstap.domain.inzages.actions.uitnodigen import (
    InzageGeweigerd,
    bied_op_papier_aan,
    geef_nieuwe_code,
    leg_meelezen_vast,
    nodig_uit,
    ruim_codeverzoeken_op,
    trek_uitnodiging_in,
    vraag_code,
)
from overstap.domain.inzages.actions.warm import kondig_warme_overdracht_aan, leg_warme_overdracht_vast

__all__ = [
    "Aangeleverd", "InzageGeweigerd", "NogNietDefinitief", "beantwoord_correctie", "bied_nieuwe_versie_aan",
    "bied_op_papier_aan", "geef_nieuwe_code", "geef_versie_op_papier", "geef_zienswijze",
    "herinner_eenmaal", "herinner_ouders", "heropen", "kondig_warme_overdracht_aan", "leg_antwoord_op_papier_vast",
    "leg_correctie_op_papier_vast", "leg_meelezen_vast",
    "leg_stukkeuring_vast", "leg_warme_overdracht_vast", "maak_definitief", "mail_mislukt", "mail_teruggekomen",
    "mail_verzonden", "meld_mail_aangekomen", "meld_mail_mislukt", "meld_nieuwe_versie", "meld_versie_eenmaal",
    "nodig_uit", "open_rapport", "open_toegang", "plan_herinneringen", "ruim_codeverzoeken_op", "sluit_toegang",
    "stuur_opnieuw", "teken_gezien", "trek_uitnodiging_in", "verleng_correctie",
    "voeg_zienswijze_toe", "vraag_code", "vraag_correctie",
]  # fmt: skip
