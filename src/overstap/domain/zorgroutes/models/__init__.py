"""Which care routes run, what was sent to the samenwerkingsverband, what does it keep itself, what did it decide?

Two halves that do not mix: `route` hangs on the dossier of the basisschool, `zaak` is the samenwerkingsverband's own.
`lijn` is of the first half: what went over the line to a system of the samenwerkingsverband. `aanbod` is of the second:
what came over the line from a school elsewhere.
"""

from overstap.domain.zorgroutes.models.aanbod import Zorgaanbod
from overstap.domain.zorgroutes.models.lijn import Zorgkoppeling
from overstap.domain.zorgroutes.models.route import (
    Zorgaanmelding,
    Zorgbesluit,
    Zorgroute,
    Zorgvraag,
    Zorgzienswijze,
)
from overstap.domain.zorgroutes.models.zaak import Zaak, Zaakbestand, Zaakstuk

__all__ = [
    "Zaak",
    "Zaakbestand",
    "Zaakstuk",
    "Zorgaanbod",
    "Zorgaanmelding",
    "Zorgbesluit",
    "Zorgkoppeling",
    "Zorgroute",
    "Zorgvraag",
    "Zorgzienswijze",
]
