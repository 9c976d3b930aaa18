"""What do the terms say, and what may be destroyed?"""

from overstap.domain.bewaren.rules.termijnen import (
    BIJ_SOORT,
    TERMIJNEN,
    KeuzeGeweigerd,
    Termijn,
    controleer_keuze,
    in_woorden,
    na_het_schooljaar,
    vervalt_op,
)
from overstap.domain.bewaren.rules.vernietigen import (
    VernietigingGeweigerd,
    controleer_gekozen,
    controleer_tweede,
    eerste_beletsel,
)

__all__ = [
    "BIJ_SOORT",
    "TERMIJNEN",
    "KeuzeGeweigerd",
    "Termijn",
    "VernietigingGeweigerd",
    "controleer_gekozen",
    "controleer_keuze",
    "controleer_tweede",
    "eerste_beletsel",
    "in_woorden",
    "na_het_schooljaar",
    "vervalt_op",
]
