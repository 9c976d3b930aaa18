"""Where does a big attachment lie between the file it came in and the store? On disk, in pieces, without a name."""

from __future__ import annotations

import io
import os
import tempfile
import weakref
from collections.abc import Iterator
from typing import BinaryIO, Protocol

from django.apps import apps

STUK = 64 * 1024


def stukken_van(bron: bytes | BinaryIO) -> Iterator[bytes]:
    """All its bytes from the first one on, in pieces, wherever it lies."""
    lezer = io.BytesIO(bron) if isinstance(bron, bytes) else bron
    lezer.seek(0)
    while stuk := lezer.read(STUK):
        yield stuk


class _Bewaarplek(Protocol):
    """What `opslag.Tijdelijk` is as well: bytes go in, then one reader gives them back."""

    @property
    def omvang(self) -> int: ...

    def write(self, stuk: bytes) -> int: ...

    def lezer(self) -> BinaryIO: ...

    def close(self) -> None: ...


class Spoel:
    """Takes bytes by `write`, and is then opened as often as needed; gone when nobody holds it any more.

    On a server it lies encrypted (`opslag.Tijdelijk`). A command without settings reads a file that lies open on the
    same disk, and keeps no keys.
    """

    def __init__(self) -> None:
        self._plek = _bewaarplek()
        self._lezer: BinaryIO | None = None
        weakref.finalize(self, self._plek.close)

    @property
    def omvang(self) -> int:
        """How many bytes it took."""
        return self._plek.omvang

    def write(self, stuk: bytes) -> int:
        """Take the next bytes."""
        return self._plek.write(stuk)

    def open(self) -> BinaryIO:
        """The content from its first byte; nothing can be added any more."""
        if self._lezer is None:
            self._lezer = self._plek.lezer()
        return io.BufferedReader(_Blik(self, self._lezer), STUK)


class Geheugen:
    """The same for what is small: held whole."""

    def __init__(self) -> None:
        self._in = io.BytesIO()

    @property
    def omvang(self) -> int:
        """How many bytes it took."""
        return self._in.tell()

    @property
    def inhoud(self) -> bytes:
        """All of it."""
        return self._in.getvalue()

    def write(self, stuk: bytes) -> int:
        """Take the next bytes."""
        return self._in.write(stuk)

    def open(self) -> BinaryIO:
        """The content from its first byte."""
        return io.BytesIO(self.inhoud)


class _Blik(io.RawIOBase):
    """One look at a spoel, with a place of its own; holding it keeps the spoel."""

    def __init__(self, spoel: Spoel, lezer: BinaryIO) -> None:
        self._spoel, self._lezer, self._plaats = spoel, lezer, 0

    def readinto(self, naar: memoryview, /) -> int:  # type: ignore[override]  # the stubs ask for any buffer
        self._lezer.seek(self._plaats)
        stuk = self._lezer.read(min(len(naar), STUK))
        naar[: len(stuk)] = stuk
        self._plaats += len(stuk)
        return len(stuk)

    def seek(self, offset: int, whence: int = os.SEEK_SET, /) -> int:
        begin = {os.SEEK_SET: 0, os.SEEK_CUR: self._plaats, os.SEEK_END: self._spoel.omvang}[whence]
        if begin + offset < 0:
            raise OSError(offset)
        self._plaats = begin + offset
        return self._plaats

    def tell(self) -> int:
        return self._plaats

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True


class _OpSchijf:
    """What a command without settings uses."""

    def __init__(self) -> None:
        self._bestand = tempfile.TemporaryFile()  # noqa: SIM115  # outlives this
        self.omvang = 0

    def write(self, stuk: bytes) -> int:
        self.omvang += len(stuk)
        return self._bestand.write(stuk)

    def lezer(self) -> BinaryIO:
        self._bestand.seek(0)
        return self._bestand

    def close(self) -> None:
        self._bestand.close()


def _bewaarplek() -> _Bewaarplek:
    if not apps.ready:
        return _OpSchijf()
    from overstap.foundation.opslag import Tijdelijk  # needs Django, which not every command starts

    return Tijdelijk()
