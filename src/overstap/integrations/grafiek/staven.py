"""How are a few numbers drawn beside each other, as bars with their words?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from overstap.integrations.grafiek.svg import BAND, MERK, beeld, element, tekst

BREEDTE = 400
_RIJ, _DIK = 42, 14
_BEREIK = "#9db8c0"


@dataclass(frozen=True)
class Staaf:
    """One bar: its name, the number in words, and how long it is, 0 to 1; from there to `hoogstens` it is light."""

    naam: str
    woorden: str
    deel: float
    hoogstens: float = 0.0


def staafgrafiek(staven: Sequence[Staaf]) -> str:
    """The SVG of bars under each other; each has its name and its number above it."""
    delen = []
    for nummer, staaf in enumerate(staven):
        boven = nummer * _RIJ
        delen += [
            tekst(0, boven + 15, staaf.naam, anker="start"),
            tekst(BREEDTE, boven + 15, staaf.woorden, anker="end"),
            element("rect", x=0, y=boven + 21, width=BREEDTE, height=_DIK, rx=4, fill=BAND),
        ]
        for deel, kleur in ((staaf.hoogstens, _BEREIK), (staaf.deel, MERK)):
            if deel > 0:
                breed = max(deel * BREEDTE, 4)
                delen.append(element("rect", x=0, y=boven + 21, width=breed, height=_DIK, rx=4, fill=kleur))
    return beeld(BREEDTE, len(staven) * _RIJ, delen)
