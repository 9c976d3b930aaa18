"""How does a list of numbers become a sheet for Excel, in which nothing runs?"""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence

import xlsxwriter  # type: ignore[import-untyped]  # it comes without types

# Only what we write is in it: no text becomes a formula, a link or a number.
_NIETS_RAADT = {
    "in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False,
}  # fmt: skip


def rekenblad(naam: str, koppen: Sequence[str], rijen: Iterable[Sequence[str | int]]) -> bytes:
    """The file: one sheet, with the headings in view; a number is a number, everything else a text."""
    uit = io.BytesIO()
    with xlsxwriter.Workbook(uit, _NIETS_RAADT) as boek:
        blad = boek.add_worksheet(naam[:31])
        blad.write_row(0, 0, koppen, boek.add_format({"bold": True}))
        for nummer, rij in enumerate(rijen, start=1):
            for kolom, cel in enumerate(rij):
                if isinstance(cel, int):
                    blad.write_number(nummer, kolom, cel)
                else:
                    blad.write_string(nummer, kolom, cel)
        blad.freeze_panes(1, 1)
        blad.autofit()
    return uit.getvalue()
