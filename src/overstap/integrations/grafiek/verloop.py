"""How does a part grow to the whole in the course of a year, beside the year before?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from overstap.integrations.grafiek.svg import INKT_ZACHT, MERK, RASTER, WIT, beeld, element, tekst

BREEDTE, HOOGTE = 400, 216
_LINKS, _RECHTS, _BOVEN, _ONDER = 52, 388, 26, 186
_DEELLIJNEN = (0.0, 0.25, 0.5, 0.75, 1.0)

type_punt = tuple[float, float]
"""Where in time (0 is the beginning, 1 the end) and which part (0 to 1)."""


@dataclass(frozen=True)
class Merk:
    """A day that stands below the axis; with `doel` a line goes up from it."""

    waar: float
    naam: str
    doel: bool = False


def verloopgrafiek(nu: Sequence[type_punt], vorig: Sequence[type_punt], merken: Sequence[Merk]) -> str:
    """The SVG: a full line to today, a dashed one for the year before, and the days that matter."""
    return beeld(
        BREEDTE,
        HOOGTE,
        [
            *_achtergrond(),
            *(deel for merk in merken for deel in _merk(merk)),
            *_lijn(vorig, gestippeld=True),
            *_lijn(nu),
            *_stip(nu),
        ],
    )


def _achtergrond() -> Iterator[str]:
    for deel in _DEELLIJNEN:
        yield element("line", x1=_LINKS, x2=_RECHTS, y1=_y(deel), y2=_y(deel), klasse="ov-groei__raster", stroke=RASTER)
        yield tekst(_LINKS - 8, _y(deel) + 4, f"{deel:.0%}", anker="end")


def _merk(merk: Merk) -> Iterator[str]:
    x = _x(merk.waar)
    if merk.doel:
        yield element("line", x1=x, x2=x, y1=_BOVEN - 4, y2=_ONDER, stroke=INKT_ZACHT, stroke_width=1.5)
    anker = "start" if merk.waar < 0.12 else "end" if merk.waar > 0.88 else "middle"
    yield tekst(x, _BOVEN - 10 if merk.doel else HOOGTE - 8, merk.naam, anker=anker)


def _lijn(punten: Sequence[type_punt], *, gestippeld: bool = False) -> Iterator[str]:
    """Flat until the day on which it changes: nothing is known of what lies between."""
    if not punten:
        return
    plekken, hoog = [], _y(punten[0][1])
    for waar, deel in punten:
        plekken += [f"{_x(waar):.1f},{hoog:.1f}", f"{_x(waar):.1f},{_y(deel):.1f}"]
        hoog = _y(deel)
    stijl = {"stroke_dasharray": "5 4"} if gestippeld else {"klasse": "ov-groei__lijn"}
    kleur, dik = (INKT_ZACHT, 1.5) if gestippeld else (MERK, 2.5)
    yield element("polyline", points=" ".join(plekken), fill="none", stroke=kleur, stroke_width=dik, **stijl)


def _stip(punten: Sequence[type_punt]) -> Iterator[str]:
    if punten:
        waar, deel = punten[-1]
        yield element(
            "circle", cx=_x(waar), cy=_y(deel), r=5.5, klasse="ov-groei__punt", fill=MERK, stroke=WIT, stroke_width=1.5
        )


def _x(waar: float) -> float:
    return _LINKS + min(max(waar, 0.0), 1.0) * (_RECHTS - _LINKS)


def _y(deel: float) -> float:
    return _ONDER - min(max(deel, 0.0), 1.0) * (_ONDER - _BOVEN)
