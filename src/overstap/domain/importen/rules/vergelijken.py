"""What changes field by field between what we have of a pupil and what a file says, before and after in words?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from overstap.domain.rapporten.catalogue import Catalogus, Deel, Veld, catalogus
from overstap.domain.rapporten.catalogue.typen import Groep, Rijen, Veldtype, is_leeg
from overstap.domain.rapporten.snapshot import Inhoud


@dataclass(frozen=True)
class Wijziging:
    """One part that differs. `waar` names the row and the part inside a veld ("adres 1, straat"), or is empty.

    `oud` and `nieuw` are words for a reader; empty means: not there.
    """

    veld: str
    label: str
    waar: str
    oud: str
    nieuw: str


def vergelijk(oud: Inhoud, nieuw: Inhoud, lijst: Catalogus | None = None) -> tuple[Wijziging, ...]:
    """Every part with another value, in the order of the report."""
    return tuple(
        wijziging
        for sectie in (lijst or catalogus()).secties
        for veld in sectie.velden
        if oud.get(veld.naam) != nieuw.get(veld.naam)
        for wijziging in _veld(veld, oud.get(veld.naam), nieuw.get(veld.naam))
    )


def _veld(veld: Veld, oud: Any, nieuw: Any) -> Iterator[Wijziging]:
    gevonden = list(_verschillen(veld.type, oud, nieuw, ()))
    for waar, was, wordt in gevonden:
        yield Wijziging(veld.naam, veld.lezerslabel(), ", ".join(waar), was, wordt)


type_verschil = tuple[tuple[str, ...], str, str]


def _verschillen(soort: Veldtype, oud: Any, nieuw: Any, waar: tuple[str, ...]) -> Iterator[type_verschil]:
    """(place, before, after) of each part that differs, as deep as it goes."""
    if isinstance(soort, Groep) and not is_leeg(oud) and not is_leeg(nieuw):
        for deel in soort.delen:
            was, wordt = oud.get(deel.naam), nieuw.get(deel.naam)
            if was != wordt and not deel.verborgen:
                yield from _verschillen(deel.type, was, wordt, (*waar, deel.lezerslabel().lower()))
    elif isinstance(soort, Rijen) and not (is_leeg(oud) and is_leeg(nieuw)):
        yield from _rijen(soort, oud or (), nieuw or (), waar)
    else:
        was, wordt = (tekst(soort, waarde) for waarde in (oud, nieuw))
        if was != wordt:
            yield waar, was, wordt


def tekst(soort: Veldtype, waarde: Any) -> str:
    """The value for a reader, empty when there is none."""
    return "" if is_leeg(waarde) else soort.tekst(waarde)


def _rijen(
    soort: Rijen, oud: tuple[Mapping[str, Any], ...], nieuw: tuple[Mapping[str, Any], ...], waar: tuple[str, ...]
) -> Iterator[type_verschil]:
    """Rows that stayed the same fall away; the others are laid beside the row that looks most like them."""
    over = list(oud)
    anders = []
    for nummer, rij in enumerate(nieuw, start=1):
        if rij in over:
            over.remove(rij)
        else:
            anders.append((nummer, rij))
    for nummer, rij in anders:
        plek = (*waar, f"{soort.enkelvoud} {nummer}")
        vorige = _meest_gelijk(soort.delen, rij, over)
        if vorige is None:
            yield plek, "", soort.groep.tekst(rij)
            continue
        over.remove(vorige)
        yield from _verschillen(soort.groep, vorige, rij, plek)
    for rij in over:
        yield (*waar, soort.enkelvoud), soort.groep.tekst(rij), ""


def _meest_gelijk(
    delen: tuple[Deel, ...], rij: Mapping[str, Any], kandidaten: list[Mapping[str, Any]]
) -> Mapping[str, Any] | None:
    """The row of which at least as many parts are the same as differ; None when there is none."""

    def gelijkenis(ander: Mapping[str, Any]) -> int:
        gelijk = [deel for deel in delen if deel.naam in rij and rij[deel.naam] == ander.get(deel.naam)]
        anders = [deel for deel in delen if rij.get(deel.naam) != ander.get(deel.naam)]
        return len(gelijk) - len(anders)

    beste = max(kandidaten, key=gelijkenis, default=None)
    return beste if beste is not None and gelijkenis(beste) >= 0 else None
