"""Which words changed between two texts?

Plain reading order: what stayed, what went and what came, so that a page can say it without any colour.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum


class Lot(StrEnum):
    """What became of a piece of text."""

    BLEEF = "bleef"
    WEG = "weg"
    NIEUW = "nieuw"


@dataclass(frozen=True)
class Stukje:
    """Words that share one lot."""

    lot: Lot
    tekst: str


type_regel = tuple[Stukje, ...]

_WOORD = re.compile(r"\S+\s*|\s+")
# Comparing costs the product of both lengths; beyond this the two texts stand whole, one after the other.
MEESTE_WERK = 400_000
# A lone short word between two changes reads worse than one change.
KORT = 4
# An answer of so few words (an advice, a day) is read whole: "havo of vwo" became "vwo".
WEINIG_WOORDEN = 3


def regelverschil(oud: tuple[str, ...], nieuw: tuple[str, ...]) -> tuple[type_regel, ...]:
    """Two texts in paragraphs, compared paragraph by paragraph and inside those word by word."""
    return tuple(regel for regel in _regels(oud, nieuw) if regel)


def woordverschil(oud: str, nieuw: str) -> type_regel:
    """One paragraph: `BLEEF` with `NIEUW` is the new text, `BLEEF` with `WEG` the old one."""
    a, b = _WOORD.findall(oud), _WOORD.findall(nieuw)
    if a != b and max(len(a), len(b)) <= WEINIG_WOORDEN:
        return _samen([(Lot.WEG, a), (Lot.NIEUW, b)])
    voor = _gelijk_begin(a, b)
    na = _gelijk_begin(a[voor:][::-1], b[voor:][::-1])
    midden_a, midden_b = a[voor : len(a) - na], b[voor : len(b) - na]
    return _samen([
        (Lot.BLEEF, a[:voor]),
        *_rustig(_midden(midden_a, midden_b)),
        (Lot.BLEEF, a[len(a) - na :] if na else []),
    ])  # fmt: skip


def geheel(lot: Lot, alineas: Iterable[str]) -> tuple[type_regel, ...]:
    """Every paragraph with the same lot."""
    return tuple((Stukje(lot, alinea),) for alinea in alineas if alinea)


def _regels(oud: tuple[str, ...], nieuw: tuple[str, ...]) -> Iterator[type_regel]:
    for code, a1, a2, b1, b2 in SequenceMatcher(None, oud, nieuw, autojunk=False).get_opcodes():
        if code == "equal":
            yield from geheel(Lot.BLEEF, oud[a1:a2])
            continue
        samen = min(a2 - a1, b2 - b1)
        yield from map(woordverschil, oud[a1 : a1 + samen], nieuw[b1 : b1 + samen])
        yield from geheel(Lot.WEG, oud[a1 + samen : a2])
        yield from geheel(Lot.NIEUW, nieuw[b1 + samen : b2])


type_deel = tuple[Lot, list[str]]


def _midden(a: list[str], b: list[str]) -> list[type_deel]:
    if len(a) * len(b) > MEESTE_WERK:
        return [(Lot.WEG, a), (Lot.NIEUW, b)]
    delen: list[type_deel] = []
    for code, a1, a2, b1, b2 in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if code == "equal":
            delen.append((Lot.BLEEF, a[a1:a2]))
        else:
            delen += [(Lot.WEG, a[a1:a2]), (Lot.NIEUW, b[b1:b2])]
    return delen


def _rustig(delen: list[type_deel]) -> list[type_deel]:
    """Take lone short words between two changes along in the change, and put what went before what came."""
    uit: list[type_deel] = []
    weg: list[str] = []
    nieuw: list[str] = []
    for nummer, (lot, woorden) in enumerate(delen):
        tussen = 0 < nummer < len(delen) - 1 and len("".join(woorden).strip()) < KORT
        if lot is Lot.BLEEF and not tussen:
            uit += [(Lot.WEG, weg), (Lot.NIEUW, nieuw), (lot, woorden)]
            weg, nieuw = [], []
            continue
        weg = weg + woorden if lot is not Lot.NIEUW else weg
        nieuw = nieuw + woorden if lot is not Lot.WEG else nieuw
    return [*uit, (Lot.WEG, weg), (Lot.NIEUW, nieuw)]


def _samen(delen: list[type_deel]) -> type_regel:
    return tuple(Stukje(lot, "".join(woorden)) for lot, woorden in delen if woorden)


def _gelijk_begin(a: list[str], b: list[str]) -> int:
    gelijk = 0
    for een, ander in zip(a, b, strict=False):
        if een != ander:
            break
        gelijk += 1
    return gelijk
