"""How is a reached level drawn among the levels there are, such as 1F and 2F for reading?"""

from __future__ import annotations

from overstap.integrations.grafiek.svg import INKT_ZACHT, MERK, MERK_LICHT, WIT, beeld, element, opschrift

BREEDTE = 268
_HOOG = 26


def tredegrafiek(treden: tuple[str, ...], bereikt: int) -> str:
    """The SVG of steps from left (lowest) to right; the one that was reached (an index) is dark."""
    breed = BREEDTE / len(treden)
    delen = []
    for nummer, naam in enumerate(treden):
        vol = nummer == bereikt
        delen.append(
            element(
                "rect", x=nummer * breed + 1, y=1, width=breed - 2, height=_HOOG, rx=4,
                fill=MERK if vol else MERK_LICHT, klasse="ov-trede--vol" if vol else "ov-trede",
            )
        )  # fmt: skip
        kleur = WIT if vol else INKT_ZACHT
        delen.append(opschrift((nummer + 0.5) * breed, 18, naam, kleur=kleur, vet=vol))
    return beeld(BREEDTE, _HOOG + 2, delen)
