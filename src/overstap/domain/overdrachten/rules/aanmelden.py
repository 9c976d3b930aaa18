"""What does a unieke code look like, and by which particulars is a pupil known without one?

The look of both says nothing about any pupil, so a slip of the pen may be told at once; whether they belong to somebody
is asked of the database, in one question.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from overstap.domain.gebruikers.rules import ALFABET, normaliseer_code

# Eleven letters and digits (55 bits) that nobody guesses, and one that tells a slip of the pen.
WILLEKEURIG = 11
LENGTE = WILLEKEURIG + 1
GROEP = 4
# As much as somebody may type: with spaces or hyphens between all characters.
LANGSTE_CODE = 40

_VOOR_EEN_NAAM = (
    "a aan af al bij d da dal de degli dei del della den der des di do dos du e el en het i im in la las le les lo los "
    "of onder op over s t te ten ter tho thoe tot uijt uit van ver vom von voor vor zu zum zur"
)
_VOORVOEGSELS = frozenset(_VOOR_EEN_NAAM.split())
# Letters that stay whole when accents are taken away.
_GEEN_ACCENT = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th"})


def code_uit(willekeurig: Sequence[int]) -> str:
    """The code that belongs to eleven numbers below 32, with its check character."""
    begin = "".join(ALFABET[getal] for getal in willekeurig)
    return begin + _controleteken(begin)


def heeft_vorm(getypt: str) -> bool:
    """Can this be a code: twelve characters of ours, of which the last fits the others?

    One wrong character is always seen, and so are two that changed places.
    """
    code = normaliseer_code(getypt)
    return len(code) == LENGTE and set(code) <= set(ALFABET) and _controleteken(code[:-1]) == code[-1]


def in_groepen(code: str) -> str:
    """The code in three groups of four, as it stands on paper and is read over the phone."""
    return "-".join(code[begin : begin + GROEP] for begin in range(0, len(code), GROEP))


def zoeknaam(achternaam: str) -> str:
    """A surname as far as people type it alike: no accents, capitals, spaces, hyphens, or voorvoegsel in front."""
    ontleed = unicodedata.normalize("NFKD", achternaam.casefold().translate(_GEEN_ACCENT))
    letters = "".join(teken if teken.isalnum() else " " for teken in ontleed if not unicodedata.combining(teken))
    woorden = letters.split()
    while len(woorden) > 1 and woorden[0] in _VOORVOEGSELS:
        woorden = woorden[1:]
    return "".join(woorden)


@dataclass(frozen=True)
class Leerlinggegevens:
    """By what a vo school knows a pupil that was applied there: what OSO asks too."""

    brin: str
    nummer: str
    geboortedatum: date
    achternaam: str

    @property
    def kenmerk(self) -> str:
        """The same text for the same pupil, however the name was typed; only its keyed hash is ever kept."""
        return "|".join((self.brin.upper(), self.nummer, self.geboortedatum.isoformat(), zoeknaam(self.achternaam)))


def _controleteken(begin: str) -> str:
    """Each character counts twice as much as the one after it, in the field of 32 elements (x^5 + x^2 + 1)."""
    som = 0
    for teken in begin:
        som = _keer_twee(som ^ ALFABET.index(teken))
    return ALFABET[som]


def _keer_twee(getal: int) -> int:
    return (getal << 1) ^ (0b100101 if getal & 0b10000 else 0)
