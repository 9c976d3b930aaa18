"""Which two colours may a region have on its pages, and which tints follow from them?"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

# As the style sheet has them (frontend/scss/_tokens.scss; a test holds them together).
MERK, ACCENT, VLAK = "#0f4c5c", "#f2a900", "#f3f6f7"
# WCAG 2.2, criteria 1.4.3 (text) and 1.4.11 (shapes).
MINSTE_TEKST, MINSTE_VORM = 4.5, 3.0
_KLEUR = re.compile("#[0-9a-f]{6}")
_WIT, _ZWART = "#ffffff", "#000000"
# How much white is in the light tint, on which text in the colour itself stands: the least that can be read.
_LICHT = (0.9, 0.92, 0.94, 0.96, 0.98, 1.0)


@dataclass(frozen=True)
class Regiokleuren:
    """`merk` bears white text and is itself the colour of some text; `accent` is a stripe or a dot, never text."""

    merk: str = MERK
    accent: str = ACCENT

    @classmethod
    def uit(cls, kleuren: Mapping[str, str]) -> Regiokleuren | None:
        """The colours of a region as its file gives them; None when it has none of its own."""
        eigen = {naam: kleuren[naam].lower() for naam in ("merk", "accent") if kleuren.get(naam)}
        return cls(**eigen) if eigen else None

    @classmethod
    def uit_naam(cls, naam: str) -> Regiokleuren | None:
        """The colours that `naam` tells; None when that is no name of colours that a region may have."""
        kleuren = [f"#{deel}" for deel in naam.split("-")]
        if len(kleuren) != 2 or not all(map(_KLEUR.fullmatch, kleuren)):
            return None
        gevonden = cls(*kleuren)
        return None if gevonden.bezwaren() else gevonden

    @property
    def naam(self) -> str:
        """Both colours in a word for an address: "1b4f72-f2a900"."""
        return f"{self.merk[1:]}-{self.accent[1:]}"

    def tinten(self) -> dict[str, str]:
        """The value of every token of the style sheet that these colours make otherwise."""
        if self.merk == MERK:
            return {"accent": self.accent}
        lichten = (gemengd(self.merk, _WIT, deel) for deel in _LICHT)
        return {
            "merk": self.merk,
            "merk-diep": gemengd(self.merk, _ZWART, 0.25),
            "merk-licht": next(licht for licht in lichten if contrast(self.merk, licht) >= MINSTE_TEKST),
            "merk-rand": gemengd(self.merk, _WIT, 0.65),
            "accent": self.accent,
        }

    def bezwaren(self) -> dict[str, str]:
        """By colour, why it cannot be read or seen, with the ratio and what to do."""
        # White on the colour is read better than the colour on the grey of a page: the least of both counts.
        tekst, vorm = contrast(self.merk, VLAK), contrast(self.accent, self.merk)
        if tekst < MINSTE_TEKST:
            zin = "Witte tekst hierop, of tekst in deze kleur op een bladzijde, haalt een contrast van"
            return {"merk": f"{zin} {_getal(tekst)}. Nodig is 4,5. Kies een donkerder kleur."}
        if vorm < MINSTE_VORM:
            zin = f"Op de kleur van het merk haalt een streep in de tweede kleur ({self.accent}) een contrast van"
            return {"accent": f"{zin} {_getal(vorm)}. Nodig is 3. Kies een lichtere tweede kleur."}
        return {}


def contrast(een: str, ander: str) -> float:
    """The contrast ratio of two colours ("#rrggbb"), as WCAG 2.2 defines it: 1 to 21."""
    donker, licht = sorted((_helderheid(een), _helderheid(ander)))
    return (licht + 0.05) / (donker + 0.05)


def gemengd(kleur: str, met: str, deel: float) -> str:
    """A colour with a part (0 to 1) of another one in it."""
    paren = zip(_delen(kleur), _delen(met), strict=True)
    return "#" + "".join(f"{round(hier + (daar - hier) * deel):02x}" for hier, daar in paren)


def _helderheid(kleur: str) -> float:
    lineair = (deel / 12.92 if deel <= 0.04045 else ((deel + 0.055) / 1.055) ** 2.4 for deel in _gedeeld(kleur))
    rood, groen, blauw = lineair
    return 0.2126 * rood + 0.7152 * groen + 0.0722 * blauw


def _gedeeld(kleur: str) -> list[float]:
    return [deel / 255 for deel in _delen(kleur)]


def _delen(kleur: str) -> list[int]:
    return [int(kleur[plaats : plaats + 2], 16) for plaats in (1, 3, 5)]


def _getal(verhouding: float) -> str:
    # Rounded down: a ratio that is not enough never reads as one that is.
    return f"{int(verhouding * 10) / 10}".replace(".", ",")
