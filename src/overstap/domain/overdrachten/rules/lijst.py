"""How does a list become a file that runs nothing?"""

from __future__ import annotations

import csv as _csv
import io
from collections.abc import Iterable, Sequence

# What a spreadsheet takes for the beginning of a formula, also the full-width signs of other keyboards.
_FORMULE = tuple("=+-@\t\r\n|%\uff1d\uff0b\uff0d\uff20")
# Excel reads letters with accents only with this in front, and knows the columns of a Dutch machine by semicolons.
_MERK = "\ufeff"


def csv(koppen: Sequence[str], rijen: Iterable[Sequence[str]]) -> bytes:
    """The file: one row of headings and one for each pupil, every cell a text."""
    uit = io.StringIO()
    schrijver = _csv.writer(uit, delimiter=";", quoting=_csv.QUOTE_ALL, lineterminator="\r\n")
    schrijver.writerow(koppen)
    schrijver.writerows([_tekst(cel) for cel in rij] for rij in rijen)
    return (_MERK + uit.getvalue()).encode()


def _tekst(cel: str) -> str:
    """The cell; what looks like a formula gets an apostrophe in front, so that it stays a text."""
    kaal = cel.lstrip()
    return f"'{cel}" if cel.startswith(_FORMULE) or kaal.startswith(_FORMULE) else cel
