"""Which decisions, terms, warnings and texts of a vo school are right?"""

from overstap.domain.plaatsingen.rules.brugklas import BrugklasGeweigerd, controleer_brugklas, waarschuwingen
from overstap.domain.plaatsingen.rules.stappen import (
    HERZIENINGEN,
    OPEN,
    STAPPEN,
    TOEGELATEN,
    BesluitGeweigerd,
    controleer_besluit,
    controleer_grond,
    controleer_herziening,
)
from overstap.domain.plaatsingen.rules.stilte import KLEINSTE_AANTAL, STIL_NA, Spoor, is_stil, stilstand
from overstap.domain.plaatsingen.rules.termijn import (
    TERMIJNREGELS,
    besluit_voor,
    controleer_verlenging,
    telt_vanaf,
    termijnregel_op,
    tijdelijk_vanaf,
)
from overstap.domain.plaatsingen.rules.terugblik import TerugblikGeweigerd, Terugbliktijd, terugblikjaren
from overstap.domain.plaatsingen.rules.vragen import LANGSTE_TEKST, TekstGeweigerd, controleer_tekst
from overstap.domain.plaatsingen.rules.zorg import Zorg, zorg_van

__all__ = [
    "HERZIENINGEN",
    "KLEINSTE_AANTAL",
    "LANGSTE_TEKST",
    "OPEN",
    "STAPPEN",
    "STIL_NA",
    "TERMIJNREGELS",
    "TOEGELATEN",
    "BesluitGeweigerd",
    "BrugklasGeweigerd",
    "Spoor",
    "TekstGeweigerd",
    "TerugblikGeweigerd",
    "Terugbliktijd",
    "Zorg",
    "besluit_voor",
    "controleer_besluit",
    "controleer_brugklas",
    "controleer_grond",
    "controleer_herziening",
    "controleer_tekst",
    "controleer_verlenging",
    "is_stil",
    "stilstand",
    "telt_vanaf",
    "termijnregel_op",
    "terugblikjaren",
    "tijdelijk_vanaf",
    "waarschuwingen",
    "zorg_van",
]
