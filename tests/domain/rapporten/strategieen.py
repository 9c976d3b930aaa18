"""Values that fit the catalogue, invented by hypothesis."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from overstap.domain.rapporten.catalogue import Veld, catalogus
from overstap.domain.rapporten.catalogue.typen import (
    Afkorting,
    Alinea,
    Code,
    Datum,
    Decimaal,
    Documenten,
    Getal,
    Groep,
    JaNee,
    Keuze,
    Meerkeuze,
    Rijen,
    Tekst,
    Teksten,
    Veldtype,
    schoon,
)
from overstap.domain.rapporten.catalogue.typen.lijsten import Decimalen
from overstap.domain.rapporten.snapshot import Inhoud

_WOORDEN = st.text(st.characters(codec="utf-8"), min_size=1, max_size=30).map(schoon).filter(bool)
_SLEUTELS = st.uuids(version=4).map(str)
_PATRONEN = {
    r"[0-9]{2}[A-Z]{2}": "99XX",
    r"[0-9]{2}": "00",
    r"\d{4}-\d{4}": "2026-2027",
    r"[0-9]{4}": "0001",
    r"[0-9]{10}": "0100000000",
    r"[^@\s]{1,64}@[^@\s]+\.[^@\s]+": "wie@school.example",
}


def _lijst(van: st.SearchStrategy[Any], maximum: int = 3) -> st.SearchStrategy[Any]:
    return st.lists(van, min_size=1, max_size=min(3, maximum)).map(tuple)


def _tekst(soort: Tekst) -> st.SearchStrategy[str]:
    if soort.patroon:
        return st.just(_PATRONEN[soort.patroon])
    return _WOORDEN.map(lambda tekst: tekst[: soort.max_lengte])


def _codes(soort: Meerkeuze) -> st.SearchStrategy[Any]:
    volgorde = [code for code in soort.lijst.codes if code != soort.lijst.exclusief]
    codes = st.lists(st.sampled_from(volgorde), min_size=1, max_size=3, unique=True)
    return codes.map(lambda gekozen: tuple(sorted(gekozen, key=volgorde.index)))


_SOORTEN: dict[type, Callable[[Any], st.SearchStrategy[Any]]] = {
    Groep: lambda soort: _groep(soort.delen),
    Rijen: lambda soort: _lijst(_groep(soort.delen), soort.maximum),
    Tekst: _tekst,
    Alinea: _tekst,
    Afkorting: _tekst,
    Code: _tekst,
    Datum: lambda _: st.dates(date(1900, 1, 1), date(2100, 1, 1)),
    JaNee: lambda _: st.booleans(),
    Getal: lambda soort: st.integers(soort.minimum, soort.maximum),
    Decimaal: lambda _: st.decimals(Decimal(-1000), Decimal(1000), places=2),
    Keuze: lambda soort: st.sampled_from(sorted(soort.lijst.codes)),
    Meerkeuze: _codes,
    Teksten: lambda _: _lijst(_WOORDEN),
    Decimalen: lambda _: _lijst(st.decimals(Decimal(-1000), Decimal(1000), places=2)),
    Documenten: lambda soort: _lijst(_SLEUTELS, soort.maximum),
}


def waarden(soort: Veldtype) -> st.SearchStrategy[Any]:
    """Values of one type that `controleer` accepts; a new type must get a line above."""
    return _SOORTEN[type(soort)](soort)


def _groep(delen: tuple[Any, ...]) -> st.SearchStrategy[dict[str, Any]]:
    eerste, *rest = delen
    return st.fixed_dictionaries(
        {eerste.naam: waarden(eerste.type)}, optional={deel.naam: waarden(deel.type) for deel in rest}
    )


def van_veld(veld: Veld) -> st.SearchStrategy[Any]:
    """Values of one veld."""
    return waarden(veld.type)


@st.composite
def inhouden(trek: st.DrawFn) -> Inhoud:
    """A report in which some velden are filled in."""
    velden = catalogus().velden
    namen = trek(st.lists(st.sampled_from(sorted(velden)), max_size=6, unique=True))
    return Inhoud({naam: trek(van_veld(velden[naam])) for naam in namen})
