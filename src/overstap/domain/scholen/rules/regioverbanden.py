"""Which samenwerkingsverbanden does the file of a region name, and is what it says of them right?"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from re import fullmatch
from typing import Any

from overstap.domain.scholen.rules.regiobestand import SWVNUMMER, Samenwerkingsverband
from overstap.domain.scholen.rules.regioscholen import email, telefoon, type_lezer
from overstap.domain.scholen.rules.tomlbron import Tabellezer

_GEEN = "Er is geen samenwerkingsverband. Begin het met zijn nummer bij DUO: [swv.VO9901]."
_NUMMER = "Het nummer van een samenwerkingsverband is VO met vier cijfers, zoals in [swv.VO9901]. Zoek het op bij DUO."

type_routekeuring = Callable[[str, Mapping[str, Any]], Iterable[tuple[str, str]]]
"""(a zorgroute, what the samenwerkingsverband says of it) → (key, why that may not be). The zorgroutes know."""


def elke_route(_naam: str, _tabel: Mapping[str, Any]) -> Iterable[tuple[str, str]]:
    """A `type_routekeuring` for who reads a file without knowing of zorgroutes: nothing is wrong."""
    return ()


def lees_verbanden(
    inhoud: Mapping[str, Any], lezer: type_lezer, keur_route: type_routekeuring
) -> tuple[Samenwerkingsverband, ...]:
    """Every samenwerkingsverband of the file, by its number: one `[swv.VO9901]` each, at least one."""
    tabellen = inhoud.get("swv", {})
    if not isinstance(tabellen, dict) or not tabellen:
        lezer({}, "swv").meld("", _GEEN)
        return ()
    return tuple(_verband(code, tabellen[code], lezer, keur_route) for code in sorted(tabellen))


def _verband(code: str, tabel: object, lezer: type_lezer, keur_route: type_routekeuring) -> Samenwerkingsverband:
    if not fullmatch(SWVNUMMER, code):
        # A line without a block of its own, or a number that is none: about the rest nothing can be said.
        lezer({}, f"swv.{code}").meld("", _NUMMER)
        return Samenwerkingsverband(code, "")
    zijn = lezer(tabel, f"swv.{code}")
    zijn.sleutels(set(Samenwerkingsverband.__dataclass_fields__) - {"code"})
    return Samenwerkingsverband(
        code=code,
        naam=zijn.tekst("naam", uitleg="de naam van het samenwerkingsverband"),
        plaats=zijn.tekst("plaats", "", uitleg="de plaats"),
        telefoon=telefoon(zijn),
        email=email(zijn),
        routes=_routes(code, tabel, lezer, keur_route),
    )


def _routes(code: str, tabel: object, lezer: type_lezer, keur_route: type_routekeuring) -> dict[str, Mapping[str, Any]]:
    blokken = tabel.get("routes", {}) if isinstance(tabel, dict) else {}
    if not isinstance(blokken, dict):
        lezer(blokken, f"swv.{code}.routes")  # reports that a block is missing
        return {}
    return {
        naam: _route(naam, blok, lezer(blok, f"swv.{code}.routes.{naam}"), keur_route) for naam, blok in blokken.items()
    }


def _route(naam: str, blok: object, lezer: Tabellezer, keur_route: type_routekeuring) -> Mapping[str, Any]:
    route = blok if isinstance(blok, dict) else {}
    for sleutel, bezwaar in keur_route(naam, route):
        lezer.meld(sleutel, bezwaar)
    return route
