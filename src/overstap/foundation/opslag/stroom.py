"""How is a big file encrypted and read back without ever being held whole?

The STREAM construction (Hoang, Reyhanitabar, Rogaway and Vizár, 2015) over AES-256-GCM, as `age` uses it. Each file has
its own key, derived from the key of its dossier, 32 random bytes in the head of the file, and the place it belongs to.
The content is cut in pieces of 64 KiB; the nonce of a piece is its number and whether it is the last one. So pieces
cannot be changed, swapped, repeated, left out or added, and a file that was cut short does not open.
"""

from __future__ import annotations

import hashlib
import io
import os
import weakref
from collections.abc import Iterator
from typing import BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from overstap.foundation.sleutels.kast import Onleesbaar, Slot

STUK = 64 * 1024
_MERK = b"OVS1"
_ZOUT = 32
_KOP = len(_MERK) + _ZOUT
_ZEGEL = 16
_GEHEIM_STUK = STUK + _ZEGEL


class Schrijver:
    """Takes bytes in any portions and writes them encrypted. `omvang` and `sha256` are of the content so far."""

    def __init__(self, uit: BinaryIO, slot: Slot, plek: str) -> None:
        zout = os.urandom(_ZOUT)
        self._uit, self._sleutel = uit, _bestandssleutel(slot, zout, plek)
        self._rest, self._nummer, self._hash = bytearray(), 0, hashlib.sha256()
        self.omvang = 0
        uit.write(_MERK + zout)

    def write(self, stuk: bytes) -> int:
        """Take the next bytes; returns how many."""
        self.omvang += len(stuk)
        self._hash.update(stuk)
        self._rest += stuk
        # The last piece is marked, so a full one waits until there is more.
        while len(self._rest) > STUK:
            self._schrijf(bytes(self._rest[:STUK]), laatste=False)
            del self._rest[:STUK]
        return len(stuk)

    def voltooi(self) -> None:
        """Write what is left, as the last piece. Without it the file does not open."""
        self._schrijf(bytes(self._rest), laatste=True)
        self._rest.clear()

    @property
    def sha256(self) -> str:
        """The fingerprint of the content, in hexadecimal."""
        return self._hash.hexdigest()

    def _schrijf(self, stuk: bytes, *, laatste: bool) -> None:
        self._uit.write(self._sleutel.encrypt(_nonce(self._nummer, laatste=laatste), stuk, None))
        self._nummer += 1


class Lezer(io.BufferedIOBase, BinaryIO):
    """The content of one file, to `read`, to `seek` in (a ZIP begins at its end), or to go through by `stukken`.

    Holds one piece at a time. Opening checks the last piece, so what was cut short raises `Onleesbaar` before the first
    byte is out; a changed piece raises it when it is reached. `omvang` is the length of the content in bytes.
    """

    def __init__(self, geheim: BinaryIO, slot: Slot, plek: str) -> None:
        self._geheim, self._plaats, self._nummer, self._stuk = geheim, 0, -1, b""
        # Who forgets to close it, or never begins to read, leaves no file open.
        self._sluit = weakref.finalize(self, geheim.close)
        self._stukken, self.omvang = _meet(geheim)
        geheim.seek(0)
        kop = geheim.read(_KOP)
        if not kop.startswith(_MERK):
            raise Onleesbaar
        self._sleutel = _bestandssleutel(slot, kop[len(_MERK) :], plek)
        self._haal(self._stukken - 1)

    def read(self, size: int | None = -1, /) -> bytes:
        """`size` bytes, fewer only at the end; everything when it is negative or None."""
        tot = self.omvang if size is None or size < 0 else min(self.omvang, self._plaats + size)
        delen = []
        while self._plaats < tot:
            nummer, begin = divmod(self._plaats, STUK)
            self._haal(nummer)
            deel = self._stuk[begin : begin + tot - self._plaats]
            delen.append(deel)
            self._plaats += len(deel)
        return b"".join(delen)

    read1 = read

    def stukken(self) -> Iterator[bytes]:
        """What is left, piece by piece; closes the file at the end."""
        with self:
            while stuk := self.read(STUK):
                yield stuk

    def seek(self, offset: int, whence: int = os.SEEK_SET, /) -> int:
        """Go to a place; returns it."""
        begin = {os.SEEK_SET: 0, os.SEEK_CUR: self._plaats, os.SEEK_END: self.omvang}[whence]
        if begin + offset < 0:
            raise ValueError(offset)
        self._plaats = begin + offset
        return self._plaats

    def tell(self) -> int:
        """The place, in bytes from the beginning."""
        return self._plaats

    def readable(self) -> bool:
        """Yes."""
        return True

    def seekable(self) -> bool:
        """Yes."""
        return True

    def close(self) -> None:
        """Let go of the file and of what was decrypted."""
        self._stuk = b""
        self._sluit()
        super().close()

    def _haal(self, nummer: int) -> None:
        """Decrypt piece `nummer` (from 0) unless it is the one at hand; raises `Onleesbaar`."""
        if nummer == self._nummer:
            return
        self._geheim.seek(_KOP + nummer * _GEHEIM_STUK)
        ruw = self._geheim.read(_GEHEIM_STUK)
        try:
            self._stuk = self._sleutel.decrypt(_nonce(nummer, laatste=nummer == self._stukken - 1), ruw, None)
        except InvalidTag as fout:
            raise Onleesbaar from fout
        self._nummer = nummer


def _meet(geheim: BinaryIO) -> tuple[int, int]:
    """(number of pieces, bytes of content), as the length of the ciphertext says; checked by the last piece."""
    lengte = geheim.seek(0, os.SEEK_END) - _KOP
    stukken = -(-lengte // _GEHEIM_STUK)
    if lengte < stukken * _ZEGEL or stukken < 1:
        raise Onleesbaar
    return stukken, lengte - stukken * _ZEGEL


def _nonce(nummer: int, *, laatste: bool) -> bytes:
    """12 bytes: no prefix is needed, because every file has a key of its own."""
    return nummer.to_bytes(11, "big") + bytes([laatste])


def _bestandssleutel(slot: Slot, zout: bytes, plek: str) -> AESGCM:
    return AESGCM(slot.afgeleide_sleutel(zout, f"stroom:{plek}"))
