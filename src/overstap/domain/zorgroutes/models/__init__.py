"""Which care routes run, what was sent to the samenwerkingsverband, what does it keep itself, what did it decide?

Two halves that do not mix: `route` hangs on the dossier of the basisschool, `zaak` is the samenwerkingsverband's own.
`lijn` is of the first half: what went over the line to a system of the samenwerkingsverband.
"""

from overstap.domain.zorgroutes.models.lijn import Zorgkoppeling
from overstap.domain.zorgroutes.models.route import (
    Zorgaanmelding,
    Zorgbesluit,
    Zorginrichting,
    Zorgroute,
    Zorgvraag,
    Zorgzienswijze,
)
from overstap.domain.zorgroutes.models.zaak import Zaak, Zaakbestand, Zaakstuk

__all__ = [
    "Zaak",
    "Zaakbestand",
    "Zaakstuk",
    "Zorgaanmelding",
    "Zorgbesluit",
    "Zorginrichting",
    "Zorgkoppeling",
    "Zorgroute",
    "Zorgvraag",
    "Zorgzienswijze",
]
