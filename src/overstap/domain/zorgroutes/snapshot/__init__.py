"""What does the basisschool prepare, what is sent, and what is decided, as frozen values?"""

from overstap.domain.zorgroutes.snapshot.besluit import Besluit
from overstap.domain.zorgroutes.snapshot.drempelonderzoek import Domeinscore, Drempelonderzoek, Iq, Seonderzoek
from overstap.domain.zorgroutes.snapshot.formulier import Stuk, Zorgformulier
from overstap.domain.zorgroutes.snapshot.voorbereiding import Voorbereiding

__all__ = [
    "Besluit",
    "Domeinscore",
    "Drempelonderzoek",
    "Iq",
    "Seonderzoek",
    "Stuk",
    "Voorbereiding",
    "Zorgformulier",
]
