"""How do big attachments get into an OSO file without being held whole? They take the place of small stand-ins.

The writer makes and judges the file with a stand-in of a few bytes for each attachment: of the same type, with a mark
that occurs nowhere else. What it wrote for a stand-in is known beforehand, because packing is deterministic; so the
file is cut there, and the real attachment flows in between, packed as OSO asks: base64 of a ZIP with one file.
"""

from __future__ import annotations

import base64
import io
import re
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from uuid import uuid4

from overstap.domain.bijlagen.snapshot import Bestand, Bron
from overstap.integrations.oso.bestandssoort import SOORTEN, Bestandssoort, veilige_naam
from overstap.integrations.oso.inpakken import pak_in

# Divisible by three, so that every piece but the last becomes base64 without padding.
_STUK = 48 * 1024
_BEGIN = {"application/pdf": b"%PDF-", "image/jpeg": b"\xff\xd8\xff", "image/png": b"\x89PNG\r\n\x1a\n"}
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OOXML = {"docx": "word/", "xlsx": "xl/", "pptx": "ppt/"}


def in_stukken(schrijf: Callable[[Sequence[Bestand]], bytes], bronnen: Iterable[Bron]) -> Iterator[bytes]:
    """The file that `schrijf` makes of attachments, with those of `bronnen` in it; memory holds a piece at a time.

    `schrijf` gets the stand-ins, in the order of `bronnen`, and gives the whole file. Raises what `schrijf` raises,
    before the first piece.
    """
    paren = [(bron, _plaatsvervanger(bron)) for bron in bronnen]
    xml = schrijf([klein for _, klein in paren])
    gaten = [(plaats, bron, klein) for bron, klein in paren for plaats in _plaatsen(xml, _geschreven(klein))]
    return _vul(xml, sorted(gaten, key=lambda gat: gat[0]))


def _plaatsen(xml: bytes, wat: bytes) -> list[int]:
    """Where the writer put a stand-in: once, or at every place that names it."""
    return [gevonden.start() for gevonden in re.finditer(re.escape(wat), xml)]


def _vul(xml: bytes, gaten: Iterable[tuple[int, Bron, Bestand]]) -> Iterator[bytes]:
    tot = 0
    for begin, bron, klein in gaten:
        yield xml[tot:begin]
        yield from _base64(_zip(bron, _naam(klein)))
        tot = begin + len(_geschreven(klein))
    yield xml[tot:]


def _plaatsvervanger(bron: Bron) -> Bestand:
    return Bestand(
        bron.sleutel, bron.plek, bron.bestandsnaam, bron.omschrijving, bron.mime, _klein(_soort(bron.mime), uuid4().hex)
    )


def _soort(mime: str) -> Bestandssoort:
    return next(soort for soort in SOORTEN if soort.mime == mime)


def _naam(klein: Bestand) -> str:
    return veilige_naam(klein.bestandsnaam, _soort(klein.mime))


def _geschreven(klein: Bestand) -> bytes:
    return pak_in(_naam(klein), klein.inhoud, gepakt=_soort(klein.mime).gepakt).encode("ascii")


def _klein(soort: Bestandssoort, merk: str) -> bytes:
    """A few bytes that are judged to be of this type."""
    if soort.extensies[0] in _OOXML:
        return _gezipt({"[Content_Types].xml": merk, f"{_OOXML[soort.extensies[0]]}a": ""})
    if "opendocument" in soort.mime:
        return _gezipt({"mimetype": soort.mime, "a": merk})
    begin = _OLE if soort.extensies[0] in {"doc", "xls", "ppt"} else _BEGIN.get(soort.mime, b"")
    return begin + merk.encode("ascii")


def _gezipt(leden: dict[str, str]) -> bytes:
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w") as zip_:
        for naam, tekst in leden.items():
            zip_.writestr(zipfile.ZipInfo(naam), tekst)
    return uit.getvalue()


def _zip(bron: Bron, naam: str) -> Iterator[bytes]:
    """A ZIP with one stored file and no dates. Its checksum stands before it, so it is read twice."""
    controlegetal = omvang = 0
    for stuk in _lees(bron):
        controlegetal, omvang = zlib.crc32(stuk, controlegetal), omvang + len(stuk)
    kaal = naam.encode("utf-8")
    # Version 2.0, names in UTF-8, stored, 1 January 1980.
    deel = struct.pack("<HHHHHIIIHH", 20, 0x800, 0, 0, 0x21, controlegetal, omvang, omvang, len(kaal), 0)
    kop = b"PK\x03\x04" + deel + kaal
    yield kop
    yield from _lees(bron)
    inhoud = b"PK\x01\x02" + struct.pack("<H", 0x314) + deel + struct.pack("<HHHII", 0, 0, 0, 0o600 << 16, 0) + kaal
    yield inhoud
    yield b"PK\x05\x06" + struct.pack("<HHHHIIH", 0, 0, 1, 1, len(inhoud), len(kop) + omvang, 0)


def _lees(bron: Bron) -> Iterator[bytes]:
    with bron.open() as lezer:
        while stuk := lezer.read(_STUK):
            yield stuk


def _base64(stukken: Iterable[bytes]) -> Iterator[bytes]:
    rest = b""
    for stuk in stukken:
        rest += stuk
        heel = len(rest) // 3 * 3
        yield base64.b64encode(rest[:heel])
        rest = rest[heel:]
    yield base64.b64encode(rest)
