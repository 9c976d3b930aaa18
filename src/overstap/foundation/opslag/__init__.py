"""Where do encrypted files lie? In a folder that only ever sees ciphertext.

Big or unknown: a stream, encrypted piece by piece under the key of its dossier (or upload) and never held whole.

    with opslag.schrijver(bestand_id, slot, f"bestand:{bestand_id}") as uit:
        for stuk in stukken:                       # bytes, any portions
            uit.write(stuk)
    uit.omvang, uit.sha256                         # of the content; the file is there now, or after an error not at all

    with opslag.lezer(bestand_id, slot, f"bestand:{bestand_id}") as bron:
        bron.omvang, bron.read(100), bron.seek(0)  # a binary file: zipfile.ZipFile(bron) reads a ZIP in place
    for stuk in opslag.lezer(...).stukken(): ...   # at most 64 KiB at a time, closes itself

The last argument (`plek`) names what the file is, and binds it: with another one it does not open (`Onleesbaar`).
An open `lezer` needs no database and outlives its transaction and the removal of the file, so a view may open it
under row-level security and let the answer flow out afterwards (`web.components.downloads.stroom`).

Within one request: `Tijdelijk()` takes bytes and gives them back, without a name and under a key of this process only.
Every upload is one: `request.FILES["bestand"]` is a seekable file of any size that lies encrypted; a view hands its
`chunks()` to an action, which writes them into a `schrijver`.

Small and at hand: `bewaar` and `lees` take and give ciphertext that `Slot` made, as a whole.

For a reservekopie, which needs no key: `alle`, `geheim` and `neem_op` go over the ciphertext of every file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import BinaryIO
from uuid import UUID

from overstap.foundation.opslag.map import NietBewaard, alle, nieuw, open_geheim, verwijder
from overstap.foundation.opslag.stroom import STUK, Lezer, Schrijver
from overstap.foundation.opslag.tijdelijk import Tijdelijk
from overstap.foundation.sleutels.kast import Slot

__all__ = [
    "STUK", "Lezer", "NietBewaard", "Schrijver", "Tijdelijk", "alle", "bewaar", "geheim", "lees", "lezer", "neem_op",
    "schrijver", "verwijder",
]  # fmt: skip


@contextmanager
def schrijver(bestand_id: UUID, slot: Slot, plek: str) -> Iterator[Schrijver]:
    """A writer for a fresh id; the file is kept, complete, at the end of a `with` without an error."""
    with nieuw(bestand_id) as uit:
        schrijft = Schrijver(uit, slot, plek)
        yield schrijft
        schrijft.voltooi()


def lezer(bestand_id: UUID, slot: Slot, plek: str) -> Lezer:
    """The content of a file that `schrijver` wrote, opened; raises `NietBewaard` and `Onleesbaar`."""
    geheim = open_geheim(bestand_id)
    try:
        return Lezer(geheim, slot, plek)
    except BaseException:
        geheim.close()
        raise


def bewaar(bestand_id: UUID, geheim: bytes) -> None:
    """Write ciphertext under a fresh id, complete or not at all."""
    with nieuw(bestand_id) as uit:
        uit.write(geheim)


def lees(bestand_id: UUID) -> bytes:
    """The ciphertext; raises `NietBewaard`."""
    with open_geheim(bestand_id) as geheim:
        return geheim.read()


def geheim(bestand_id: UUID) -> BinaryIO:
    """The ciphertext of a file of any size, open from its first byte; raises `NietBewaard`."""
    return open_geheim(bestand_id)


def neem_op(bestand_id: UUID, stukken: Iterable[bytes]) -> None:
    """Write ciphertext of any size under its id, complete or not at all."""
    with nieuw(bestand_id) as uit:
        for stuk in stukken:
            uit.write(stuk)
