"""Who asks for each care route, who decides, and what can come of it? As the law says; a region narrows it."""

from __future__ import annotations

from dataclasses import dataclass

from overstap.domain.zorgroutes.enums import Partij, Routesoort, Uitkomst


@dataclass(frozen=True)
class Wettelijk:
    """What the law says of one route.

    `vraagt` is who asks for a decision; where that is the vo school, the basisschool's own route ends in an advice
    until a vo school is known where the pupil was applied. `uitkomsten` are what a decision may then be.
    `deskundigen` is how many experts must advise first; `zienswijze`: must the parents' written view be there?
    """

    vraagt: Partij
    beslist: Partij
    uitkomsten: frozenset[Uitkomst]
    bron: str
    wie: str
    deskundigen: int = 0
    zienswijze: bool = False
    drempelonderzoek: bool = False


WET: dict[Routesoort, Wettelijk] = {
    Routesoort.PRO: Wettelijk(
        Partij.VO,
        Partij.SWV,
        frozenset({Uitkomst.TLV, Uitkomst.ADVIES, Uitkomst.AFGEWEZEN}),
        "WVO 2020 art. 2.29 en 2.30",
        "De vo-school waar de leerling is aangemeld vraagt de verklaring. Het samenwerkingsverband beslist.",
        zienswijze=True,
        drempelonderzoek=True,
    ),
    Routesoort.LWOO: Wettelijk(
        Partij.VO,
        Partij.SWV,
        frozenset({Uitkomst.LWOO, Uitkomst.ADVIES, Uitkomst.AFGEWEZEN}),
        "WVO 2020 art. 2.43 en 2.48",
        "De vo-school waar de leerling is aangemeld vraagt lwoo. Het samenwerkingsverband beslist, "
        "of de vo-school zelf als de regio dat zo heeft afgesproken.",
        drempelonderzoek=True,
    ),
    Routesoort.VSO: Wettelijk(
        Partij.PO,
        Partij.SWV,
        frozenset({Uitkomst.TLV, Uitkomst.ADVIES, Uitkomst.AFGEWEZEN}),
        "WEC art. 40 lid 12 tot en met 15; WVO 2020 art. 2.47",
        "De school waar de leerling staat ingeschreven vraagt de verklaring. Het samenwerkingsverband beslist.",
        deskundigen=2,
    ),
    Routesoort.ARRANGEMENT: Wettelijk(
        Partij.PO,
        Partij.SWV,
        frozenset({Uitkomst.ARRANGEMENT, Uitkomst.ADVIES, Uitkomst.AFGEWEZEN}),
        "WVO 2020 art. 2.47",
        "De basisschool vraagt. Het samenwerkingsverband beslist.",
    ),
    Routesoort.ADVIES: Wettelijk(
        Partij.PO,
        Partij.SWV,
        frozenset({Uitkomst.ADVIES}),
        "WVO 2020 art. 2.47",
        "De basisschool vraagt. Het samenwerkingsverband geeft een advies en neemt geen besluit.",
    ),
}

_ZONDER_AANVRAGER = frozenset({Uitkomst.ADVIES, Uitkomst.AFGEWEZEN})


def mogelijke_uitkomsten(soort: Routesoort, *, vo_bekend: bool) -> tuple[Uitkomst, ...]:
    """What a decision may give now, in the order of the list."""
    wet = WET[soort]
    mag = wet.uitkomsten if wet.vraagt is Partij.PO or vo_bekend else wet.uitkomsten & _ZONDER_AANVRAGER
    return tuple(uitkomst for uitkomst in Uitkomst if uitkomst in mag)


def eindigt_in_advies(soort: Routesoort, *, vo_bekend: bool) -> bool:
    """Can this route give no more than an advice, because no vo school asks yet?"""
    return WET[soort].vraagt is Partij.VO and not vo_bekend
