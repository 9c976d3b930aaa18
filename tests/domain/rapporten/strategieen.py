"""Values that fit the catalogue, invented by hypothesis."""

from datetime import date
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from overstap.domain.rapporten.catalogue import Veld, catalogus
from overstap.domain.rapporten.catalogue.typen import (
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


def waarden(soort: Veldtype) -> st.SearchStrategy[Any]:
    """Values of one type that `controleer` accepts; a new type must get a line here."""
    match soort:
        case Groep(delen=delen):
            return _groep(delen)
        case Rijen(groep=groep, maximum=maximum):
            return st.lists(_groep(groep.delen), min_size=1, max_size=min(3, maximum)).map(tuple)
        case Tekst(patroon=patroon) if patroon:
            return st.just(_PATRONEN[patroon])
        case Tekst(max_lengte=langste):
            return _WOORDEN.map(lambda tekst: tekst[:langste])
        case Datum():
            return st.dates(date(1900, 1, 1), date(2100, 1, 1))
        case JaNee():
            return st.booleans()
        case Getal(minimum=laagste, maximum=hoogste):
            return st.integers(laagste, hoogste)
        case Decimaal():
            return st.decimals(Decimal(-1000), Decimal(1000), places=2)
        case Keuze(lijst=lijst):
            return st.sampled_from(sorted(lijst.codes))
        case Meerkeuze(lijst=lijst):
            codes = st.sampled_from(sorted(lijst.codes.keys() - {lijst.exclusief}))
            return st.lists(codes, min_size=1, max_size=3, unique=True).map(tuple)
        case Teksten():
            return st.lists(_WOORDEN, min_size=1, max_size=3).map(tuple)
        case Documenten(maximum=maximum):
            return st.lists(_SLEUTELS, min_size=1, max_size=min(3, maximum)).map(tuple)
    raise AssertionError(f"geen waarden voor {soort}")


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
