"""What decides the next step of a report, how a pupil is found at an aanmelding, and what a list may hold?"""

from overstap.domain.overdrachten.rules.aanmelden import (
    LANGSTE_CODE,
    Leerlinggegevens,
    code_uit,
    heeft_vorm,
    in_groepen,
    zoeknaam,
)
from overstap.domain.overdrachten.rules.gast import (
    BEWAARD_NA_EINDE,
    GEWOON,
    UitnodigingGeweigerd,
    controleer_aanmelddag,
    controleer_verloop,
    gaststand,
    is_verlopen,
    laatste_dag,
)
from overstap.domain.overdrachten.rules.lijst import csv
from overstap.domain.overdrachten.rules.te_laat import nog_te_geven, te_laat
from overstap.domain.overdrachten.rules.werkvoorraad import (
    EERST,
    HERINNER_NA,
    NA_DEFINITIEF,
    STAPPEN,
    Feiten,
    Inzagestand,
    bepaal,
    eerst_doen,
    zin_ouders,
)

__all__ = [
    "BEWAARD_NA_EINDE",
    "EERST",
    "GEWOON",
    "HERINNER_NA",
    "LANGSTE_CODE",
    "NA_DEFINITIEF",
    "STAPPEN",
    "Feiten",
    "Inzagestand",
    "Leerlinggegevens",
    "UitnodigingGeweigerd",
    "bepaal",
    "code_uit",
    "controleer_aanmelddag",
    "controleer_verloop",
    "csv",
    "eerst_doen",
    "gaststand",
    "heeft_vorm",
    "in_groepen",
    "is_verlopen",
    "laatste_dag",
    "nog_te_geven",
    "te_laat",
    "zin_ouders",
    "zoeknaam",
]
