"""What may be told of numbers of pupils, which school falls behind, and how did a year go? Pure functions."""

from overstap.domain.plaatsingen.rules import KLEINSTE_AANTAL
from overstap.domain.tellingen.rules.afschermen import (
    KLEINSTE_SCHOOL,
    NIEMAND,
    Aantal,
    aantal,
    minstens,
    opgeteld,
    schermrij,
    som_van,
    stil_afgeschermd,
    terugblik_afgeschermd,
)
from overstap.domain.tellingen.rules.verloop import (
    ACHTER,
    Verloop,
    in_vijftallen,
    loopt_achter,
    oploop,
    verlopen_samen,
    zelfde_dag,
)

__all__ = [
    "ACHTER",
    "KLEINSTE_AANTAL",
    "KLEINSTE_SCHOOL",
    "NIEMAND",
    "Aantal",
    "Verloop",
    "aantal",
    "in_vijftallen",
    "loopt_achter",
    "minstens",
    "opgeteld",
    "oploop",
    "schermrij",
    "som_van",
    "stil_afgeschermd",
    "terugblik_afgeschermd",
    "verlopen_samen",
    "zelfde_dag",
]
