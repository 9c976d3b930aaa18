"""What changed between two versions, as one reader may see it: section by section, in plain words?

It compares what `weergave` shows to that reader, so nothing can appear here that the reader could not read there.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from overstap.domain.bijlagen.enums import Bijlagesoort
from overstap.domain.rapporten.catalogue import Catalogus, Publiek
from overstap.domain.rapporten.snapshot.inhoud import Inhoud
from overstap.domain.rapporten.snapshot.weergave import Regel, Tabel, type_blok, weergave
from overstap.domain.rapporten.snapshot.woorden import Lot, geheel, regelverschil, type_regel

BIJLAGEN = "bijlagen"
BIJLAGEN_TITEL = "Bijlagen"
# What is compared of an attachment: the file, its kind, and whether it travels.
BIJLAGE_DELEN = ("Bestand", "Soort", "Naar de middelbare school")


class Wijzigsoort(StrEnum):
    """What happened to a line of the report; the value is the word for a reader."""

    TOEGEVOEGD = "toegevoegd"
    GEWIJZIGD = "gewijzigd"
    WEGGEHAALD = "weggehaald"


@dataclass(frozen=True)
class Deelverschil:
    """One part of a line: its name (empty when the line has one part) and its paragraphs, word by word."""

    naam: str
    alineas: tuple[type_regel, ...]


@dataclass(frozen=True)
class Wijziging:
    """One line of the report that is different: an answer, or a row of a table."""

    veld: str
    label: str
    soort: Wijzigsoort
    delen: tuple[Deelverschil, ...]


@dataclass(frozen=True)
class Sectieverschil:
    """The lines of one sectie that are different; `naam` is "bijlagen" for the attachments."""

    naam: str
    titel: str
    wijzigingen: tuple[Wijziging, ...]


type_bijlage = Mapping[str, Any]


def vergelijk_versies(
    oud: Inhoud,
    nieuw: Inhoud,
    publiek: Publiek | None,
    *,
    bijlagen: tuple[Sequence[type_bijlage], Sequence[type_bijlage]] = ((), ()),
    lijst: Catalogus | None = None,
    geheel_nieuw: Inhoud | None = None,
) -> tuple[Sectieverschil, ...]:
    """The secties in which this reader finds something else, in the order of the report; None is the school itself.

    `bijlagen` are the lines about attachments of both versions. What became secret in the new version is not told
    about the old one either; `geheel_nieuw` is that version with what was left out of it for this one reader, because
    what says that something is secret may be left out too.
    """
    heel = nieuw if geheel_nieuw is None else Inhoud({**geheel_nieuw, **nieuw})
    mag_nog = Inhoud({naam: waarde for naam, waarde in oud.items() if naam in nieuw or naam not in heel})
    toen = {sectie.naam: sectie.blokken for sectie in weergave(mag_nog, publiek, lijst, later=heel)}
    gevonden = [
        Sectieverschil(sectie.naam, sectie.titel, tuple(_blokken(toen.get(sectie.naam, ()), sectie.blokken)))
        for sectie in weergave(nieuw, publiek, lijst)
    ]
    gevonden.append(Sectieverschil(BIJLAGEN, BIJLAGEN_TITEL, tuple(_bijlagen(*bijlagen, publiek))))
    return tuple(sectie for sectie in gevonden if sectie.wijzigingen)


def tel(verschillen: Iterable[Sectieverschil]) -> int:
    """How many lines are different."""
    return sum(len(sectie.wijzigingen) for sectie in verschillen)


@dataclass(frozen=True)
class _Lijn:
    """One line as it is compared: lines of the same `groep` are rows that may move; `delen` are its parts."""

    veld: str
    groep: str
    label: str
    delen: Mapping[str, tuple[str, ...]]


# "Diagnoses: diagnose 2": the number is a place, not a name.
_NUMMER = re.compile(r" \d+$")


def _blokken(oud: Sequence[type_blok], nieuw: Sequence[type_blok]) -> Iterator[Wijziging]:
    toen, nu = _lijnen(oud), _lijnen(nieuw)
    for groep in dict.fromkeys([*nu, *toen]):
        yield from _groep(toen.get(groep, []), nu.get(groep, []))


def _lijnen(blokken: Sequence[type_blok]) -> dict[tuple[str, str], list[_Lijn]]:
    """The lines by veld and group, in order; a row that is drawn as a list becomes one line again."""
    lijnen: dict[tuple[str, str], list[_Lijn]] = {}
    rijen: dict[tuple[str, str], dict[str, tuple[str, ...]]] = {}
    for blok in blokken:
        if isinstance(blok, Tabel):
            groep = f"{blok.kop} {blok.label}"
            lijnen.setdefault((blok.veld, groep), []).extend(_uit_tabel(blok, groep))
        elif _NUMMER.search(blok.kop):
            rijen.setdefault((blok.veld, blok.kop), {})[blok.label] = blok.alineas
        else:
            lijnen.setdefault((blok.veld, f"{blok.kop} {blok.label}"), []).append(_uit_regel(blok))
    for (veld, kop), delen in rijen.items():
        groep = _NUMMER.sub("", kop)
        lijnen.setdefault((veld, groep), []).append(_Lijn(veld, groep, groep, delen))
    return lijnen


def _uit_tabel(tabel: Tabel, groep: str) -> Iterator[_Lijn]:
    label = tabel.label if tabel.kop in {"", tabel.label} else f"{tabel.kop}: {tabel.label}"
    for rij in tabel.rijen:
        cellen = zip(tabel.kolommen, rij, strict=True)
        yield _Lijn(tabel.veld, groep, label, {kolom: tuple(cel.split("\n")) for kolom, cel in cellen if cel})


def _uit_regel(regel: Regel) -> _Lijn:
    label = f"{regel.kop}: {regel.label}" if regel.kop else regel.label
    return _Lijn(regel.veld, label, label, {"": regel.alineas})


def _groep(oud: list[_Lijn], nieuw: list[_Lijn]) -> Iterator[Wijziging]:
    over = _zonder(oud, nieuw)
    for lijn in _zonder(nieuw, oud):
        vorige = _meest_gelijk(lijn, over)
        if vorige is None:
            yield _heel(lijn, Wijzigsoort.TOEGEVOEGD, Lot.NIEUW)
        else:
            over.remove(vorige)
            yield _gewijzigd(vorige, lijn)
    for lijn in over:
        yield _heel(lijn, Wijzigsoort.WEGGEHAALD, Lot.WEG)


def _zonder(lijnen: list[_Lijn], gelijke: list[_Lijn]) -> list[_Lijn]:
    """The lines that are not among `gelijke`, each of which counts once."""
    over, uit = list(gelijke), []
    for lijn in lijnen:
        if lijn in over:
            over.remove(lijn)
        else:
            uit.append(lijn)
    return uit


def _meest_gelijk(lijn: _Lijn, kandidaten: list[_Lijn]) -> _Lijn | None:
    """The old line that this one came from: an answer has one, of rows it is the one with most parts the same."""
    if not kandidaten:
        return None
    if lijn.delen.keys() == {""}:
        return kandidaten[0]
    beste = max(kandidaten, key=lambda kandidaat: _gelijke_delen(lijn, kandidaat))
    return beste if 2 * _gelijke_delen(lijn, beste) >= len(lijn.delen) else None


def _gelijke_delen(een: _Lijn, ander: _Lijn) -> int:
    return sum(ander.delen.get(naam) == alineas for naam, alineas in een.delen.items())


def _heel(lijn: _Lijn, soort: Wijzigsoort, lot: Lot) -> Wijziging:
    delen = tuple(Deelverschil(naam, geheel(lot, alineas)) for naam, alineas in lijn.delen.items())
    return Wijziging(lijn.veld, lijn.label, soort, delen)


def _gewijzigd(oud: _Lijn, nieuw: _Lijn) -> Wijziging:
    namen = dict.fromkeys([*nieuw.delen, *oud.delen])
    delen = tuple(Deelverschil(n, regelverschil(oud.delen.get(n, ()), nieuw.delen.get(n, ()))) for n in namen)
    return Wijziging(nieuw.veld, nieuw.label, Wijzigsoort.GEWIJZIGD, delen)


def _bijlagen(
    oud: Sequence[type_bijlage], nieuw: Sequence[type_bijlage], publiek: Publiek | None
) -> Iterator[Wijziging]:
    """Attachments that came, went, or go along now; a vo school only knows those that travel."""
    toen, nu = (_per_bijlage(regels, publiek) for regels in (oud, nieuw))
    for sleutel in dict.fromkeys([*nu, *toen]):
        if sleutel in toen and sleutel in nu:
            if toen[sleutel] != nu[sleutel]:
                yield _gewijzigd(toen[sleutel], nu[sleutel])
        elif sleutel in nu:
            yield _heel(nu[sleutel], Wijzigsoort.TOEGEVOEGD, Lot.NIEUW)
        else:
            yield _heel(toen[sleutel], Wijzigsoort.WEGGEHAALD, Lot.WEG)


def _per_bijlage(regels: Sequence[type_bijlage], publiek: Publiek | None) -> dict[str, _Lijn]:
    zichtbaar = [regel for regel in regels if regel["gaat_mee"] or publiek in {None, Publiek.OUDERS}]
    return {str(regel["id"]): _bijlage(regel, publiek) for regel in zichtbaar}


def _bijlage(regel: type_bijlage, publiek: Publiek | None) -> _Lijn:
    soort = Bijlagesoort(regel["soort"]).label
    naam = str(regel["omschrijving"] or soort)
    mee = "Gaat mee" if regel["gaat_mee"] else "Blijft op de basisschool"
    waarden = ((str(regel["bestandsnaam"]),), (soort,), (mee,))
    delen = dict(zip(BIJLAGE_DELEN, waarden, strict=True))
    if publiek is Publiek.OUDERS:
        # Their page does not say how the school calls a file: a sheet that was with the wrong pupil names that pupil.
        del delen[BIJLAGE_DELEN[0]]
    return _Lijn(BIJLAGEN, BIJLAGEN, naam, delen)
