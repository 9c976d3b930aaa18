"""How does a big attachment get into an OSO file without being held whole? Packed as OSO asks, piece by piece.

Byte for byte what `pak_in` makes of the same content: base64 of a ZIP with one file and no dates.
"""

from __future__ import annotations

import base64
import struct
import zipfile
import zlib
from collections.abc import Iterable, Iterator

from overstap.domain.bijlagen.snapshot import Bron
from overstap.integrations.oso.inpakken import INPAKKEN, Budget, keur
from overstap.integrations.spoel import Spoel

# Divisible by three, so that every piece but the last becomes base64 without padding.
_STUK = 48 * 1024
# The bytes of a ZIP with one file, besides its content and twice its name.
_ZIP_ZELF = 30 + 46 + 22
# Version 2.0 of a system with rights, which let only the owner read it.
_GEMAAKT, _RECHTEN = struct.pack("<H", 0x314), 0o600 << 16


class Pakket:
    """One attachment, packed: deflated it lies in a spoel; what is packed of itself is read anew when it flows out."""

    def __init__(self, bron: Bron, naam: str, *, gepakt: bool) -> None:
        self._bron, self._naam, self._gepakt = bron, naam.encode("utf-8"), gepakt
        self._spoel: Spoel | None = None if gepakt else Spoel()
        self._crc = self._omvang = 0
        pers = zlib.compressobj(INPAKKEN, zlib.DEFLATED, -zlib.MAX_WBITS)
        for stuk in _lees(bron):
            self._crc, self._omvang = zlib.crc32(stuk, self._crc), self._omvang + len(stuk)
            if self._spoel:
                self._spoel.write(pers.compress(stuk))
        if self._spoel:
            self._spoel.write(pers.flush())

    def keur(self, bestandsnaam: str, budget: Budget) -> None:
        """Raise the `KapotteBijlage` that a reader of the file would, with these limits."""
        gepakt = self._gepakte_omvang() + _ZIP_ZELF + 2 * len(self._naam)
        with self._bron.open() as bron:
            lengte = -(-gepakt // 3) * 4
            keur(bestandsnaam, bron, omvang=self._omvang, ingepakt=gepakt, lengte=lengte, budget=budget)

    def tekst(self) -> Iterator[bytes]:
        """What stands in the file, in pieces."""
        return _base64(self._zip())

    def _gepakte_omvang(self) -> int:
        return self._spoel.omvang if self._spoel else self._omvang

    def _zip(self) -> Iterator[bytes]:
        deel, gepakt = self._kenmerken(), self._gepakte_omvang()
        kop = b"PK\x03\x04" + deel + self._naam
        yield kop
        yield from self._gepakte_stukken()
        inhoud = b"PK\x01\x02" + _GEMAAKT + deel + struct.pack("<HHHII", 0, 0, 0, _RECHTEN, 0) + self._naam
        yield inhoud
        yield b"PK\x05\x06" + struct.pack("<HHHHIIH", 0, 0, 1, 1, len(inhoud), len(kop) + gepakt, 0)

    def _kenmerken(self) -> bytes:
        """What a ZIP says twice of a file; made on 1 January 1980."""
        wijze = zipfile.ZIP_STORED if self._gepakt else zipfile.ZIP_DEFLATED
        # Only names that need it are said to be in UTF-8.
        vlaggen = 0 if self._naam.isascii() else 0x800
        maten = (self._crc, self._gepakte_omvang(), self._omvang, len(self._naam), 0)
        return struct.pack("<HHHHHIIIHH", 20, vlaggen, wijze, 0, 0x21, *maten)

    def _gepakte_stukken(self) -> Iterator[bytes]:
        return _lees(self._spoel or self._bron)


def _lees(bron: Bron | Spoel) -> Iterator[bytes]:
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
