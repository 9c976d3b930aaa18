"""Which acts set up a region, give somebody a role at a school, and end it?"""

from overstap.domain.scholen.actions.aanstellen import (
    AanstellingGeweigerd,
    controleer_geen_oefening,
    eindig_aanstelling,
    stel_aan,
    zet_groepen,
)
from overstap.domain.scholen.actions.buiten import (
    beeindig_gast,
    leg_school_buiten_vast,
    maak_gastschool,
    zet_gastgegevens,
)
from overstap.domain.scholen.actions.regio import (
    laad_eigen_bestand,
    laad_regio,
    neem_duolijst_over,
    wijzig_regio,
    zet_terug,
)
from overstap.domain.scholen.actions.regiovoorstel import (
    gooi_regiovoorstel_weg,
    lever_regio_aan,
    neem_regiovoorstel_over,
)

__all__ = [
    "AanstellingGeweigerd",
    "beeindig_gast",
    "controleer_geen_oefening",
    "eindig_aanstelling",
    "gooi_regiovoorstel_weg",
    "laad_eigen_bestand",
    "laad_regio",
    "leg_school_buiten_vast",
    "lever_regio_aan",
    "maak_gastschool",
    "neem_duolijst_over",
    "neem_regiovoorstel_over",
    "stel_aan",
    "wijzig_regio",
    "zet_gastgegevens",
    "zet_groepen",
    "zet_terug",
]
