"""How does a big file become a small tree? The long texts of some elements flow out of it, a mark takes their place.

`expat` walks through the bytes and tells where each text begins and ends. Everything else stays byte for byte as it
was, so what the one parser of this program (`ontleed`) makes of it is what it would make of the whole file.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import BinaryIO
from uuid import uuid4
from xml.parsers import expat

from lxml import etree

from overstap.integrations.xml.parser import (
    LANGSTE_TEKST,
    STANDAARD,
    Grenzen,
    doctype,
    ontleed,
    verklaar,
    weeg,
)

_STUK = 64 * 1024
# A text of at most so many bytes stays where it is.
KORT = 4096
# Expat begins anew at every piece of a name, an attribute or a comment that goes on; longer is nothing for it.
_LANGSTE_DEEL = 2 * 1024 * 1024
# A way to take a text, portion by portion; asked for with the mark that takes its place.
type_afvoer = Callable[[str], Callable[[str], None]]


def ontleed_groot(
    bron: BinaryIO, namen: frozenset[str], afvoer: type_afvoer, grenzen: Grenzen = STANDAARD
) -> etree._Element:
    """As `ontleed` of all that `bron` holds, but the texts of elements `namen` ("{uri}name") are not in the tree.

    Each of more than 4 KB was given to what `afvoer(mark)` returned, without white space before it, and has that mark
    for its text. Raises the same `Leesfout` as `ontleed`.
    """
    omvang, kop, staart = weeg(bron, grenzen)
    lang = omvang > LANGSTE_TEKST
    try:
        slank = _Uitlichter(namen, afvoer, kop).loop_door(bron)
    except (expat.ExpatError, LookupError, ValueError, _NietHier):
        _leg_uit(bron, kop + staart, lang=lang)
        # Not for expat (a rare encoding), but good all the same: then whole, as it is.
        bron.seek(0)
        slank = bron.read(grenzen.bytes)
    return ontleed(slank, grenzen, lang=lang)


class _NietHier(Exception):
    """Something for which expat is not the right reader."""


class _Uitlichter:
    """One walk. `_wacht` are the bytes from `_vanaf` on of which is not known yet whether they stay."""

    def __init__(self, namen: frozenset[str], afvoer: type_afvoer, kop: bytes) -> None:
        self._namen, self._afvoer, self._codering = namen, afvoer, _codering(kop)
        self._slank, self._wacht, self._vanaf = bytearray(), bytearray(), 0
        # Whether this is straight in an element of `namen`, where its text began, and what it said so far.
        self._erin, self._begin, self._kort = False, -1, list[str]()
        self._neem: Callable[[str], None] | None = None
        self._expat = expat.ParserCreate(namespace_separator="}")
        # Saying how big also switches the buffer on.
        self._expat.buffer_size, self._expat.buffer_text = _STUK, False
        self._expat.StartElementHandler = self._open
        self._expat.EndElementHandler = self._dicht
        self._expat.CommentHandler = self._expat.StartCdataSectionHandler = self._anders
        self._expat.ProcessingInstructionHandler = self._anders
        self._expat.StartDoctypeDeclHandler = _weiger

    def loop_door(self, bron: BinaryIO) -> bytes:
        """The bytes of `bron` with a mark for each long text; raises what expat raises (`LookupError` and `ValueError`
        for an encoding that it does not know), and `_NietHier`."""
        bron.seek(0)
        tot = 0
        while stuk := bron.read(_STUK):
            self._wacht += stuk
            tot += len(stuk)
            self._expat.Parse(stuk, False)
            waar = self._expat.CurrentByteIndex
            if tot - waar > _LANGSTE_DEEL:
                raise _NietHier
            if self._begin < 0:
                self._houd(waar)
        self._expat.Parse(b"", True)
        return bytes(self._slank + self._wacht)

    def _open(self, naam: str, _attributen: object) -> None:
        self._rond_af()
        if "{" + naam in self._namen:
            # Only here, and in long portions but for the first: a file may hold millions of lines.
            self._erin, self._expat.CharacterDataHandler = True, self._tekst

    def _dicht(self, _naam: str) -> None:
        self._rond_af()

    def _anders(self, *_wat: object) -> None:
        if self._erin and self._begin < 0:
            self._begin = self._expat.CurrentByteIndex

    def _tekst(self, tekst: str) -> None:
        # Of what waited in the buffer of expat this is not where it began, but it is not after what follows.
        waar = self._expat.CurrentByteIndex
        self._anders()
        self._expat.buffer_text = True
        if self._kort or self._neem or (tekst := tekst.lstrip()):
            (self._neem or self._kort.append)(tekst)
        if self._neem:
            self._laat_vallen(waar)
        elif waar - self._begin > KORT:
            self._licht_uit()

    def _licht_uit(self) -> None:
        """From here on the text flows out; white space alone is no text."""
        if not self._kort:
            return
        merk = uuid4().hex
        self._houd(self._begin)
        self._slank += merk.encode(self._codering)
        self._neem = self._afvoer(merk)
        self._neem("".join(self._kort))
        self._kort.clear()

    def _rond_af(self) -> None:
        """The text that began, if any, ends before what is read now."""
        if not self._erin:
            return
        eind = self._expat.CurrentByteIndex
        if self._begin >= 0 and self._neem is None and eind - self._begin > KORT:
            self._licht_uit()
        if self._neem:
            self._laat_vallen(eind)
        self._expat.buffer_text = False
        self._erin, self._expat.CharacterDataHandler = False, None
        self._begin, self._neem = -1, None
        self._kort.clear()

    def _houd(self, tot: int) -> None:
        self._slank += self._wacht[: tot - self._vanaf]
        self._laat_vallen(tot)

    def _laat_vallen(self, tot: int) -> None:
        del self._wacht[: tot - self._vanaf]
        self._vanaf = tot


def _weiger(*_wat: object) -> None:
    raise doctype()


def _codering(kop: bytes) -> str:
    """In what the mark is written: every encoding that expat knows is like ASCII, or UTF-16."""
    if kop.startswith((b"\xff\xfe", b"<\x00")):
        return "utf-16-le"
    return "utf-16-be" if kop.startswith((b"\xfe\xff", b"\x00<")) else "ascii"


class _Niets:
    """Takes what the parser tells, and builds no tree."""

    def close(self) -> None:
        """Nothing was made."""


def _leg_uit(bron: BinaryIO, uiteinden: bytes, *, lang: bool) -> None:
    """Raise the `Leesfout` that `ontleed` would raise; nothing when it would not."""
    bron.seek(0)
    lezer = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=lang, target=_Niets())  # type: ignore[arg-type]  # lxml asks for no more than this
    try:
        while stuk := bron.read(_STUK):
            lezer.feed(stuk)
        lezer.close()
    except (etree.XMLSyntaxError, ValueError) as fout:
        raise verklaar(uiteinden, fout) from None
