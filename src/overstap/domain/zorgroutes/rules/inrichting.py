"""How does one samenwerkingsverband walk each route: is it open, with a commissie, how many experts, in how many weeks?

What the law says (`routes.WET`) is the frame; the file of the region narrows it, in the block `[swv.routes.…]`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from overstap.domain.scholen.rules.tomlbron import Bestandsfout, Tabellezer
from overstap.domain.zorgroutes.enums import Partij, Routesoort
from overstap.domain.zorgroutes.rules.routes import WET

MEESTE_WEKEN = 8  # Awb art. 4:13: a reasonable term, at most eight weeks
MEESTE_DESKUNDIGEN = 5
LANGSTE_UITLEG = 500


@dataclass(frozen=True)
class Routeinrichting:
    """How one route goes here. Where the vo school `beslist`, the samenwerkingsverband takes no request of it.

    `uitleg` is what a basisschool reads beside the route.
    """

    open: bool = True
    beslist: Partij = Partij.SWV
    commissie: bool = True
    deskundigen: int = 0
    weken: int = MEESTE_WEKEN
    uitleg: str = ""

    @property
    def neemt_aan(self) -> bool:
        """Can a basisschool send this route to the samenwerkingsverband?"""
        return self.open and self.beslist is Partij.SWV

    @property
    def afspraken(self) -> dict[str, Any]:
        """What a case takes along when it comes in: whatever the region says later, it keeps this to its end.

        Its last day is reckoned at once (`weken`).
        """
        return {"commissie": self.commissie, "deskundigen": self.deskundigen}


@dataclass(frozen=True)
class Inrichting:
    """What one samenwerkingsverband says of its routes, in the form of the file; the rest goes as in the law."""

    routes: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)

    def route(self, soort: Routesoort, afspraken: Mapping[str, Any] | None = None) -> Routeinrichting:
        """How this route goes here; with the `afspraken` of a case, as it went when that came in."""
        gewoon = {**asdict(volgens_de_wet(soort)), **self.routes.get(soort.value, {}), **(afspraken or {})}
        return Routeinrichting(**{**gewoon, "beslist": Partij(gewoon["beslist"])})


def volgens_de_wet(soort: Routesoort) -> Routeinrichting:
    """How a route goes where nobody says otherwise."""
    return Routeinrichting(deskundigen=WET[soort].deskundigen)


def anders_dan_de_wet(soort: Routesoort, inrichting: Routeinrichting) -> dict[str, Any]:
    """What of a route differs from the law, in the form of the file."""
    gewoon = asdict(volgens_de_wet(soort))
    return {
        naam: waarde.value if isinstance(waarde, Partij) else waarde
        for naam, waarde in asdict(inrichting).items()
        if waarde != gewoon[naam]
    }


def bezwaren_tegen_route(naam: str, tabel: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    """(key, sentence) of everything that is wrong about a route in the file of a region; empty when it is right."""
    if naam not in set(Routesoort):
        return (("", f"Deze route is er niet. Kies uit: {', '.join(Routesoort)}."),)
    fouten: list[Bestandsfout] = []
    _keur(Routesoort(naam), Tabellezer(tabel, "", {}, fouten))
    return tuple((fout.sleutel, fout.zin) for fout in fouten)


def _keur(soort: Routesoort, lezer: Tabellezer) -> None:
    lezer.sleutels(Routeinrichting.__dataclass_fields__)
    lezer.ja_nee("open", standaard=True)
    if lezer.tekst("beslist", "swv", vorm="swv|vo", uitleg="swv of vo") == Partij.VO and soort is not Routesoort.LWOO:
        lezer.meld("beslist", "Alleen over lwoo mogen de vo-scholen zelf beslissen. Vul swv in.")
    lezer.ja_nee("commissie", standaard=True)
    minstens = WET[soort].deskundigen
    if lezer.getal("deskundigen", minstens, 0, MEESTE_DESKUNDIGEN) < minstens:
        lezer.meld("deskundigen", f"De wet vraagt er hier minstens {minstens}. Vul dat in, of meer.")
    lezer.getal("weken", MEESTE_WEKEN, 1, MEESTE_WEKEN)
    uitleg = lezer.regels("uitleg")
    if len(uitleg) > LANGSTE_UITLEG or "<" in uitleg:
        lezer.meld("uitleg", f"Schrijf een korte uitleg zonder opmaak, van hoogstens {LANGSTE_UITLEG} tekens.")
