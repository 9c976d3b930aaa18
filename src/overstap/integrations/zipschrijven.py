"""How do many files become one ZIP without being held whole? It flows out piece by piece while it is made."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from typing import BinaryIO

_STUK = 64 * 1024
# No day of a file says when somebody worked; this is the first one that a ZIP knows.
_GEEN_DAG = (1980, 1, 1, 0, 0, 0)
# These are packed of themselves: packing them again takes long and saves nothing.
_GEPAKT = (".pdf", ".jpg", ".jpeg", ".png", ".zip", ".docx", ".xlsx", ".pptx", ".odt", ".ods", ".odp")


@dataclass(frozen=True)
class Lid:
    """One file: its name in the ZIP (with folders), and how it is opened when its turn comes."""

    naam: str
    open: Callable[[], BinaryIO]


def zip_in_stukken(leden: Iterable[Lid]) -> Iterator[bytes]:
    """The bytes of the ZIP, in portions; each file is opened, read and closed in its turn."""
    uit = _Doorgeefluik()
    with zipfile.ZipFile(uit, "w") as pakket:
        for lid in leden:
            wijze = zipfile.ZIP_STORED if lid.naam.lower().endswith(_GEPAKT) else zipfile.ZIP_DEFLATED
            kop = zipfile.ZipInfo(lid.naam, _GEEN_DAG)
            kop.compress_type, kop.external_attr = wijze, 0o600 << 16
            # A file of more than 2 GB is never here, so the sizes may stand behind it as every program reads them.
            with closing(lid.open()) as bron, pakket.open(kop, "w") as doel:
                while stuk := bron.read(_STUK):
                    doel.write(stuk)
                    yield uit.leeg()
            yield uit.leeg()
    yield uit.leeg()


class _Doorgeefluik:
    """Takes what `zipfile` writes, and gives it on; it cannot be gone back in, so `zipfile` does not try to."""

    def __init__(self) -> None:
        self._wacht = bytearray()

    def write(self, stuk: bytes, /) -> int:
        self._wacht += stuk
        return len(stuk)

    def flush(self) -> None:
        """Nothing waits elsewhere."""

    def close(self) -> None:
        """Nothing is open."""

    def leeg(self) -> bytes:
        stuk = bytes(self._wacht)
        self._wacht.clear()
        return stuk
