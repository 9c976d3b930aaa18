"""Which words does the schooladvies know?

The stored values are our own keys. Codes of DUO and OSO stand beside them, because no
code of theirs may serve as a rank and some of their names hold a slash.
"""

from overstap.domain.adviezen.enums.besluiten import Adviessoort, Bijstellingsuitkomst, Toetsstand
from overstap.domain.adviezen.enums.niveaus import Niveau
from overstap.domain.adviezen.enums.toetsen import (
    Aanbieder,
    Ontheffingsgrond,
    Referentieniveau,
    Toetsadvies,
    Toetsdomein,
)

__all__ = [
    "Aanbieder",
    "Adviessoort",
    "Bijstellingsuitkomst",
    "Niveau",
    "Ontheffingsgrond",
    "Referentieniveau",
    "Toetsadvies",
    "Toetsdomein",
    "Toetsstand",
]
