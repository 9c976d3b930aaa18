"""What does the first page of a PDF say, as far as a program can read it? Enough to find numbers, dates and names.

No layout and no pictures: the bytes that the page shows, by the table of its font, or as Western text where a font has
none. A scanned sheet gives nothing.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, String

_LANGSTE = 20_000
# A jump in a line, in thousandths of the size of the letter, from which a reader sees a space.
_SPATIE = -180
_REGELS = frozenset({"Td", "TD", "T*", "Tm", "'", '"', "BT"})
_PAAR = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>")
_REEKS = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*(<[0-9A-Fa-f]+>|\[[^\]]*\])")
_BLOK = re.compile(rb"begin(bfchar|bfrange)(.*?)end\1", re.DOTALL)


def eerste_bladzijde(inhoud: bytes) -> str:
    """The text of the first page, at most 20,000 signs; empty when there is none. Raises whatever pikepdf raises."""
    with Pdf.open(io.BytesIO(inhoud)) as pdf:
        return "".join(_stukken(pdf.pages[0]))[:_LANGSTE] if len(pdf.pages) else ""


def _stukken(bladzijde: pikepdf.Page) -> Iterator[str]:
    fonts = bladzijde.obj.get("/Resources", Dictionary()).get("/Font", Dictionary())
    tabel: Mapping[bytes, str] | None = None
    for opdracht in pikepdf.parse_content_stream(bladzijde):
        teken, delen = str(opdracht.operator), list(opdracht.operands)
        if teken in _REGELS:
            yield "\n"
        if teken == "Tf" and delen:
            tabel = _tabel(fonts.get(str(delen[0])))
        elif teken in {"Tj", "'", '"'} and delen and isinstance(delen[-1], String):
            yield _lees(bytes(delen[-1]), tabel)
        elif teken == "TJ" and delen and isinstance(delen[0], Array):
            yield from _reeks(delen[0], tabel)


def _reeks(reeks: Array, tabel: Mapping[bytes, str] | None) -> Iterator[str]:
    # The stubs do not know that numbers in it are plain Python.
    delen: list[Any] = list(reeks.as_list())
    for deel in delen:
        if isinstance(deel, String):
            yield _lees(bytes(deel), tabel)
        elif isinstance(deel, int | float | Decimal) and deel < _SPATIE:
            yield " "


def _lees(ruw: bytes, tabel: Mapping[bytes, str] | None) -> str:
    if tabel is None:
        return ruw.decode("cp1252", "ignore")
    breed = max(map(len, tabel), default=1)
    return "".join(tabel.get(ruw[plek : plek + breed], "") for plek in range(0, len(ruw), breed))


def _tabel(font: Object | None) -> Mapping[bytes, str] | None:
    """From the codes of a font to letters (`ToUnicode`, PDF 9.10.3); None for a font that writes Western text."""
    if not isinstance(font, Dictionary) or "/ToUnicode" not in font:
        return {} if isinstance(font, Dictionary) and font.get("/Subtype") == Name.Type0 else None
    tabel: dict[bytes, str] = {}
    for soort, blok in _BLOK.findall(font.ToUnicode.read_bytes()):
        tabel.update(_paren(blok) if soort == b"bfchar" else _reeksen(blok))
    return tabel


def _paren(blok: bytes) -> Iterator[tuple[bytes, str]]:
    for van, naar in _PAAR.findall(blok):
        yield bytes.fromhex(van.decode()), _letters(naar)


def _reeksen(blok: bytes) -> Iterator[tuple[bytes, str]]:
    for van, tot, naar in _REEKS.findall(blok):
        begin, eind, breed = int(van, 16), int(tot, 16), len(van) // 2
        if naar.startswith(b"["):
            letters = [_letters(deel) for deel in re.findall(rb"<([0-9A-Fa-f]+)>", naar)]
        else:
            eerste = int(naar.strip(b"<>"), 16)
            letters = [chr(eerste + stap) for stap in range(min(eind - begin + 1, 65_536)) if eerste + stap < 0x110000]
        for stap, letter in enumerate(letters):
            yield (begin + stap).to_bytes(breed, "big"), letter


def _letters(hexadecimaal: bytes) -> str:
    return bytes.fromhex(hexadecimaal.decode()).decode("utf-16-be", "ignore")
