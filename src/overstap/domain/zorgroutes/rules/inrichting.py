"""How does one samenwerkingsverband walk each route: which steps, how many experts, in how many weeks?

What the law says (`routes.WET`) is the frame; a samenwerkingsverband narrows it in one readable TOML file.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from overstap.domain.scholen.rules.tomlbron import (
    Bestandsfout,
    OnleesbareToml,
    Tabellezer,
    ontleed,
    regelnummers,
)
from overstap.domain.zorgroutes.enums import Partij, Routesoort
from overstap.domain.zorgroutes.rules.routes import WET

# In this order. Only the commissie may be left out: the others are the law's, or the person's who waits.
STAPPEN = ("aanmelding", "compleet", "commissie", "besluit", "terugkoppeling")
_WEGLAATBAAR = frozenset({"commissie"})
_WEKEN = 8  # Awb art. 4:13: a reasonable term, at most eight weeks


@dataclass(frozen=True)
class Routeinrichting:
    """How one route goes here. Where the vo school `beslist`, the samenwerkingsverband takes no request of it."""

    open: bool = True
    beslist: Partij = Partij.SWV
    stappen: tuple[str, ...] = STAPPEN
    deskundigen: int = 0
    weken: int = _WEKEN
    uitleg: str = ""

    @property
    def commissie(self) -> bool:
        """Does a case go to the commissie before the decision?"""
        return "commissie" in self.stappen

    @property
    def neemt_aan(self) -> bool:
        """Can a basisschool send this route to the samenwerkingsverband?"""
        return self.open and self.beslist is Partij.SWV


@dataclass(frozen=True)
class Inrichting:
    """The settings of one samenwerkingsverband; a route that is not named goes as the law says."""

    code: str
    routes: Mapping[Routesoort, Routeinrichting] = field(default_factory=dict)

    def route(self, soort: Routesoort) -> Routeinrichting:
        """How this route goes here."""
        return self.routes.get(soort) or Routeinrichting(deskundigen=WET[soort].deskundigen)

    def instellingen(self) -> dict[str, Any]:
        """As plain JSON values, to be stored."""
        return {soort.value: {**asdict(route), "stappen": list(route.stappen)} for soort, route in self.routes.items()}

    @classmethod
    def uit_instellingen(cls, code: str, ruw: Mapping[str, Any]) -> Inrichting:
        """The inverse of `instellingen`."""
        return cls(
            code,
            {
                Routesoort(soort): Routeinrichting(
                    **{**een, "beslist": Partij(een["beslist"]), "stappen": tuple(een["stappen"])}
                )
                for soort, een in ruw.items()
            },
        )


class InrichtingFout(ValueError):
    """The file cannot be used; ``fouten`` holds everything to mend, in order of line."""

    def __init__(self, fouten: list[Bestandsfout]) -> None:
        self.fouten = tuple(sorted(fouten, key=lambda fout: (fout.regel or 0, fout.sleutel)))
        super().__init__("\n".join(str(fout) for fout in self.fouten))


def lees_inrichting(toml_text: str) -> Inrichting:
    """Read and check the file of a samenwerkingsverband. Raises ``InrichtingFout`` with all errors at once."""
    try:
        inhoud = ontleed(toml_text)
    except OnleesbareToml as onleesbaar:
        raise InrichtingFout([onleesbaar.fout]) from onleesbaar
    fouten: list[Bestandsfout] = []
    regels = regelnummers(toml_text)
    boven = Tabellezer(inhoud, "", regels, fouten)
    boven.sleutels(("code", "routes"))
    code = boven.tekst("code", vorm="VO[0-9]{4}", uitleg="VO en vier cijfers, zoals VO9901")
    blokken = inhoud.get("routes", {})
    routes = Tabellezer(blokken, "routes", regels, fouten)
    routes.sleutels(soort.value for soort in Routesoort)
    bekend = {soort: blokken[soort.value] for soort in Routesoort if isinstance(blokken, dict) and soort in blokken}
    gelezen = {
        soort: _route(soort, Tabellezer(blok, f"routes.{soort.value}", regels, fouten))
        for soort, blok in bekend.items()
    }
    if fouten:
        raise InrichtingFout(fouten)
    return Inrichting(code, gelezen)


def _route(soort: Routesoort, lezer: Tabellezer) -> Routeinrichting:
    lezer.sleutels(("open", "beslist", "stappen", "deskundigen", "weken", "uitleg"))
    beslist = lezer.tekst("beslist", "swv", vorm="swv|vo", uitleg="swv of vo") or "swv"
    if beslist == Partij.VO and soort is not Routesoort.LWOO:
        lezer.meld("beslist", "Alleen over lwoo mogen de vo-scholen zelf beslissen. Vul swv in.")
    deskundigen = lezer.getal("deskundigen", WET[soort].deskundigen, 0, 5)
    if deskundigen < WET[soort].deskundigen:
        lezer.meld("deskundigen", f"De wet vraagt er hier minstens {WET[soort].deskundigen}. Vul dat in, of meer.")
    return Routeinrichting(
        open=lezer.ja_nee("open", standaard=True),
        beslist=Partij(beslist),
        stappen=_stappen(lezer),
        deskundigen=deskundigen,
        weken=lezer.getal("weken", _WEKEN, 1, _WEKEN),
        uitleg=lezer.tekst("uitleg", "").strip(),
    )


def _stappen(lezer: Tabellezer) -> tuple[str, ...]:
    stappen = lezer.woorden("stappen") or STAPPEN
    if vreemd := [stap for stap in stappen if stap not in STAPPEN]:
        lezer.meld("stappen", f"Deze stap bestaat niet: {vreemd[0]}. Kies uit: {', '.join(STAPPEN)}.")
    elif mist := [stap for stap in STAPPEN if stap not in stappen and stap not in _WEGLAATBAAR]:
        lezer.meld("stappen", f"Deze stap mag niet weg: {mist[0]}. Zet die erbij.")
    elif stappen != tuple(stap for stap in STAPPEN if stap in stappen):
        lezer.meld("stappen", f"Zet elke stap er een keer in, in deze volgorde: {', '.join(STAPPEN)}.")
    return stappen
