"""How is one series of results drawn as a line?"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from itertools import pairwise

from overstap.domain.rapporten.snapshot.reeksen import Punt, Reeks
from overstap.integrations.grafiek.svg import BAND, INKT_ZACHT, MERK, RASTER, WIT, beeld, element, tekst

BREEDTE, HOOGTE = 268, 156
_LINKS, _RECHTS, _BOVEN, _ONDER = 42, 258, 10, 130
# Two moments closer than this share no room for two labels.
_LABELRUIMTE = 25
_STAPPEN = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5), Decimal(10))


def lijngrafiek(reeks: Reeks) -> str:
    """The SVG of one series, time from left to right. An ordered scale gets its levels as bands, a scale of numbers
    round figures beside the axis; a dashed line is the DL beside a DLE, a bar the interval around a score.
    """
    as_ = _Banden(reeks) if reeks.schaal.banden else _Getallen(reeks)
    plekken = [(_x(reeks, punt), as_.y(punt.hoogte)) for punt in reeks.punten]
    return beeld(
        BREEDTE,
        HOOGTE,
        [
            *as_.achtergrond(),
            *_marges(reeks, plekken, as_),
            *_verwacht(reeks, as_),
            _lijn(plekken),
            *(_stip(plek, laatste=plek is plekken[-1]) for plek in plekken),
            *_momenten(reeks, plekken),
        ],
    )


class _Banden:
    """An axis of levels of equal height; the middle of the country is grey where a scale has one."""

    def __init__(self, reeks: Reeks) -> None:
        self.namen, self.midden = reeks.schaal.banden, reeks.schaal.midden
        self.hoog = Decimal(_ONDER - _BOVEN) / len(self.namen)

    def y(self, hoogte: Decimal) -> Decimal:
        return _ONDER - (hoogte + Decimal("0.5")) * self.hoog

    def achtergrond(self) -> Iterator[str]:
        if self.midden:
            boven = _ONDER - (self.namen.index(self.midden) + 1) * self.hoog
            breed = _RECHTS - _LINKS
            yield element("rect", x=_LINKS, y=boven, width=breed, height=self.hoog, klasse="ov-groei__band", fill=BAND)
        for nummer, naam in enumerate(self.namen):
            yield _rasterlijn(_ONDER - nummer * self.hoog)
            yield tekst(_LINKS - 8, self.y(Decimal(nummer)) + 4, naam, anker="end")
        yield _rasterlijn(Decimal(_BOVEN))


class _Getallen:
    """An axis of numbers between two round figures."""

    def __init__(self, reeks: Reeks) -> None:
        alle = [getal for punt in reeks.punten for getal in _getallen(punt)]
        self.stap = _ronde_stap(max(alle) - min(alle))
        self.laagst = _rond(min(alle) / self.stap, ROUND_FLOOR) * self.stap
        self.aantal = max(1, int(_rond((max(alle) - self.laagst) / self.stap, ROUND_CEILING)))

    def y(self, hoogte: Decimal) -> Decimal:
        return _ONDER - (hoogte - self.laagst) / (self.stap * self.aantal) * (_ONDER - _BOVEN)

    def achtergrond(self) -> Iterator[str]:
        for nummer in range(self.aantal + 1):
            waarde = self.laagst + nummer * self.stap
            yield _rasterlijn(self.y(waarde))
            yield tekst(_LINKS - 8, self.y(waarde) + 4, f"{waarde.normalize():f}".replace(".", ","), anker="end")


def _getallen(punt: Punt) -> Iterator[Decimal]:
    yield punt.hoogte
    yield from punt.marge or ()
    if punt.verwacht is not None:
        yield punt.verwacht


def _rond(getal: Decimal, kant: str) -> Decimal:
    return getal.to_integral_value(kant)


def _ronde_stap(bereik: Decimal) -> Decimal:
    """The smallest round step that cuts a range into at most four pieces; 1 where nothing differs."""
    if not bereik:
        return Decimal(1)
    tien = Decimal(10) ** ((bereik / 4).adjusted())
    return next(tien * stap for stap in _STAPPEN if tien * stap * 4 >= bereik)


def _x(reeks: Reeks, punt: Punt) -> Decimal:
    begin, eind = reeks.punten[0].op, reeks.punten[-1].op
    dagen = max((eind - begin).days, 1)
    return _LINKS + 14 + Decimal((punt.op - begin).days) / dagen * (_RECHTS - _LINKS - 28)


def _rasterlijn(y: Decimal) -> str:
    return element("line", x1=_LINKS, x2=_RECHTS, y1=y, y2=y, klasse="ov-groei__raster", stroke=RASTER)


def _lijn(plekken: list[tuple[Decimal, Decimal]], *, streep: str = "", kleur: str = MERK, dik: float = 2.5) -> str:
    punten = " ".join(f"{float(x):.1f},{float(y):.1f}" for x, y in plekken)
    extra = {"stroke_dasharray": streep} if streep else {"klasse": "ov-groei__lijn"}
    return element("polyline", points=punten, fill="none", stroke=kleur, stroke_width=dik, **extra)


def _stip(plek: tuple[Decimal, Decimal], *, laatste: bool) -> str:
    x, y = plek
    maat = 5.5 if laatste else 3.5
    return element("circle", cx=x, cy=y, r=maat, klasse="ov-groei__punt", fill=MERK, stroke=WIT, stroke_width=1.5)


def _verwacht(reeks: Reeks, as_: _Banden | _Getallen) -> Iterator[str]:
    plekken = [(_x(reeks, punt), as_.y(punt.verwacht)) for punt in reeks.punten if punt.verwacht is not None]
    if len(plekken) > 1:
        yield _lijn(plekken, streep="5 4", kleur=INKT_ZACHT, dik=1.5)


def _marges(reeks: Reeks, plekken: list[tuple[Decimal, Decimal]], as_: _Banden | _Getallen) -> Iterator[str]:
    for punt, (x, _) in zip(reeks.punten, plekken, strict=True):
        if punt.marge:
            laag, hoog = punt.marge
            yield element(
                "line", x1=x, x2=x, y1=as_.y(laag), y2=as_.y(hoog),
                stroke=RASTER, stroke_width=7, stroke_linecap="round",
            )  # fmt: skip


def _momenten(reeks: Reeks, plekken: list[tuple[Decimal, Decimal]]) -> Iterator[str]:
    """A label under every moment that has the room; the newest always has one."""
    for (hier, straks), punt in zip(pairwise([*(x for x, _ in plekken), None]), reeks.punten, strict=True):
        if hier is not None and (straks is None or straks - hier >= _LABELRUIMTE):
            yield tekst(hier, HOOGTE - 6, punt.moment, anker="middle")
