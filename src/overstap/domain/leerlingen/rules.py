"""How are pupils sorted, and which numbers can be a BSN or onderwijsnummer?"""

from __future__ import annotations

import unicodedata
from typing import NamedTuple

# As much of a name as the lists keep, in characters; the whole name stands in the report.
LANGSTE_NAAM, LANGSTE_VOORVOEGSEL = 200, 50
_GEWICHTEN = (9, 8, 7, 6, 5, 4, 3, 2)


class Namen(NamedTuple):
    """A pupil's name as the lists have it."""

    roepnaam: str
    voorvoegsel: str
    achternaam: str


def sorteernaam(roepnaam: str, voorvoegsel: str, achternaam: str) -> str:
    """Surname without voorvoegsel first, without accents and in lower case: Aksoy before Çelik before de Wit."""
    return " ".join(deel for deel in map(_kaal, (achternaam, roepnaam, voorvoegsel)) if deel)[:450]


def lijkt_op(een: tuple[str, str, object], ander: tuple[str, str, object]) -> bool:
    """Could these be one pupil: of (roepnaam, achternaam, birth date) at least two the same? For a person to answer."""
    gelijk = (_kaal(een[0]) == _kaal(ander[0]), _kaal(een[1]) == _kaal(ander[1]), een[2] == ander[2])
    return sum(gelijk) >= 2  # two of the three, as the docstring says


def _kaal(tekst: str) -> str:
    ontleed = unicodedata.normalize("NFKD", tekst)
    return "".join(teken for teken in ontleed if not unicodedata.combining(teken)).casefold().strip()


def is_bsn(nummer: str) -> bool:
    """Does the number pass the eleven test of the BSN? 000000000 passes the sum, and is refused."""
    return _negen_cijfers(nummer) and (_som(nummer) - int(nummer[8])) % 11 == 0


def is_onderwijsnummer(nummer: str) -> bool:
    """Does the number pass the test of the onderwijsnummer (sum modulo 11 is the last digit plus 5)?"""
    return _negen_cijfers(nummer) and _som(nummer) % 11 == int(nummer[8]) + 5


def gemaskeerd(nummer: str) -> str:
    """The number as a page shows it before somebody asks to see it: only the last three digits."""
    return f"••• ••• {nummer[-3:]}"


def _negen_cijfers(nummer: str) -> bool:
    return len(nummer) == 9 and nummer.isascii() and nummer.isdigit() and nummer != "000000000"


def _som(nummer: str) -> int:
    return sum(gewicht * int(cijfer) for gewicht, cijfer in zip(_GEWICHTEN, nummer, strict=False))
