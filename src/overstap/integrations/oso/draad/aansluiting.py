"""With which environment of OSO is this installation connected, and which schools through which aanleverpunt?

One TOML file says it; paths in it are relative to the file.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from overstap.domain.scholen.rules.buiten import OEFENBRINS
from overstap.domain.zorgroutes.rules.lijn import Lijnadres
from overstap.integrations.oso.draad.certificaat import Papieren
from overstap.integrations.oso.draad.doorgever import Doorgever, doorgever_uit, eis_binnen
from overstap.integrations.oso.draad.register import Register
from overstap.integrations.oso.draad.uitgave import NIEUWSTE, Uitgave, uitgaven
from overstap.integrations.oso.draad.zoeksleutel import Strategie, strategie

_OMGEVINGEN = ("simulator", "kwalificatie", "productie")


@dataclass(frozen=True)
class Punt:
    """Our aanleverpunt for one school: as doel (`ophalen`) of its own administration, or as bron for it.

    `las` is the routeringskenmerk of the administration when only that one is asked; empty: all that the Traffic
    Center names.
    """

    brin: str
    kenmerk: str
    las: str = ""


@dataclass(frozen=True)
class Swvpunt:
    """Where a samenwerkingsverband hears of a zorgaanmelding: at a system of its own, or at Overstap.

    `code` is how Overstap names it (VO9901), `brin` how OSO does, `kenmerk` its aanleverpunt, of the purpose SWV.
    """

    code: str
    brin: str
    kenmerk: str


@dataclass(frozen=True)
class Aansluiting:
    """One environment: the address of the Traffic Center, our papers, the release, and the schools by BRIN.

    `machtigingen` are the systems (OIN) that each school mandated to ask and to tell in its name, by its BRIN; with a
    `register` that says it instead. `swvs` are the samenwerkingsverbanden with a system of their own, by code;
    `bij_ons` are those for which schools elsewhere offer a zorgaanmelding at our door, by our routeringskenmerk.
    `doorgever` is the proxy in front of our door; without one our door asks the certificate itself.
    `vraagt_versie` is the year of OSO (2019.1) for which we ask, empty for any.
    """

    omgeving: str
    centrale: str
    uitgave: Uitgave
    papieren: Papieren
    strategie: Strategie = field(repr=False)
    punten: Mapping[str, Punt]
    luister: tuple[str, int] = ("127.0.0.1", 0)
    machtigingen: Mapping[str, frozenset[str]] = field(default_factory=dict)
    register: Register | None = None
    swvs: Mapping[str, Swvpunt] = field(default_factory=dict)
    bij_ons: Mapping[str, Swvpunt] = field(default_factory=dict)
    doorgever: Doorgever | None = None
    vraagt_versie: str = ""

    @property
    def eigen_punten(self) -> tuple[tuple[str, str], ...]:
        """(BRIN, routeringskenmerk) of every aanleverpunt at which Overstap answers."""
        punten = ((punt.brin, punt.kenmerk) for punt in self.punten.values())
        return (*punten, *((swv.brin, swv.kenmerk) for swv in self.bij_ons.values()))

    def naar_swv(self, brin: str, code: str) -> Lijnadres | None:
        """Between which aanleverpunten a zorgaanmelding of this school goes to this samenwerkingsverband; None: not
        over the line."""
        punt, swv = self.punt(brin), self.swvs.get(code)
        return Lijnadres(punt.kenmerk, swv.brin, swv.kenmerk) if punt and swv else None

    def punt(self, brin: str) -> Punt | None:
        """The aanleverpunt of a school (BRIN of four or six characters), or None when it is not connected."""
        return self.punten.get(brin) or self.punten.get(brin[:4])

    def gemachtigd(self, brin: str, oin: str, op: date | None = None) -> bool:
        """May the system with this OIN speak for this school (on this day)? Who has no OIN, or stands nowhere, may not.

        Raises `Draadfout` when the register does not say.
        """
        if not oin:
            return False
        if self.register is not None:
            return self.register.gemachtigd(brin, oin, op)
        return oin in self.machtigingen.get(brin, frozenset())

    def van_kenmerk(self, kenmerk: str) -> Punt | None:
        """The school behind one of our own routeringskenmerken."""
        return next((punt for punt in self.punten.values() if punt.kenmerk == kenmerk), None)


def aansluiting_uit(bestand: Path | None) -> Aansluiting | None:
    """The connection of this installation, or None when there is none. Kept until the file changes."""
    return _bewaard(bestand, bestand.stat().st_mtime_ns) if bestand else None


@lru_cache(maxsize=2)
def _bewaard(bestand: Path, _stempel: int) -> Aansluiting:
    return lees_aansluiting(bestand)


def lees_aansluiting(bestand: Path) -> Aansluiting:
    """A connection from its file. Raises KeyError, ValueError or OSError when it is not whole."""
    ruw = tomllib.loads(bestand.read_text(encoding="utf-8"))
    if ruw["omgeving"] not in _OMGEVINGEN:
        raise ValueError(f"omgeving: kies uit {', '.join(_OMGEVINGEN)}")
    genoemd = {een["brin"] for een in ruw["aanleverpunten"]}
    if genoemd & OEFENBRINS:
        raise ValueError("aanleverpunten: een oefenschool gaat nooit over de lijn")
    uitgave, papieren = uitgaven()[ruw.get("uitgave", NIEUWSTE)], _papieren(ruw, bestand.parent)
    if (doorgever := doorgever_uit(ruw, bestand.parent)) is not None:
        eis_binnen(str(ruw.get("luister", "127.0.0.1:0")).rsplit(":", 1)[0])
    zoek, gastheer = ruw["zoeksleutel"], str(ruw.get("luister", "127.0.0.1:0")).rsplit(":", 1)
    return Aansluiting(
        omgeving=ruw["omgeving"],
        centrale=ruw["centrale"],
        uitgave=uitgave,
        papieren=papieren,
        strategie=strategie(zoek["strategie"], bestand.parent / zoek["sleutel"] if "sleutel" in zoek else None),
        punten={een["brin"]: Punt(een["brin"], een["kenmerk"], een.get("las", "")) for een in ruw["aanleverpunten"]},
        luister=(gastheer[0], int(gastheer[1])),
        machtigingen=_machtigingen(ruw.get("machtigingen", ())),
        register=_register(ruw, uitgave, papieren),
        doorgever=doorgever,
        vraagt_versie=str(ruw.get("vraagt_versie", "")),
        swvs={een["code"]: Swvpunt(**een) for een in ruw.get("samenwerkingsverbanden", ())},
        bij_ons={een["kenmerk"]: Swvpunt(**een) for een in ruw.get("aanleverpunten_swv", ())},
    )


def _register(ruw: dict[str, Any], uitgave: Uitgave, papieren: Papieren) -> Register | None:
    """The register, when mandates come from there; two places that say it would be one too many."""
    manier = ruw.get("machtiging", "bestand")
    if manier not in {"bestand", "osr"}:
        raise ValueError("machtiging: kies uit bestand, osr")
    if manier == "bestand":
        return None
    if uitgave.osr is None or "machtigingen" in ruw:
        raise ValueError("machtiging: osr gaat niet met deze uitgave, of er staan ook [[machtigingen]] in het bestand")
    return Register(ruw["osr"]["adres"], papieren, uitgave.osr, uitgave.naamruimte)


def _machtigingen(rijen: Iterable[dict[str, str]]) -> dict[str, frozenset[str]]:
    gevonden: dict[str, frozenset[str]] = {}
    for rij in rijen:
        gevonden[rij["brin"]] = gevonden.get(rij["brin"], frozenset()) | {rij["oin"]}
    return gevonden


def _papieren(ruw: dict[str, Any], map_: Path) -> Papieren:
    return Papieren(
        certificaat=map_ / ruw["certificaat"],
        sleutel=map_ / ruw["sleutel"],
        uitgevers=map_ / ruw["uitgevers"],
        ingetrokken=map_ / ruw["ingetrokken"] if "ingetrokken" in ruw else None,
    )
