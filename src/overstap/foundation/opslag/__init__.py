"""Where do encrypted files lie? In a folder or a bucket (S3) that only ever sees ciphertext, as the settings say.

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

After an act: `haal_weg` removes what the act made superfluous, now or (a bucket that is away) by a job.

Whatever writes may find a full disk (`OpslagVol`); so may reading, as what comes from a bucket passes by this machine.

For a reservekopie, which needs no key: `alle`, `geheim` and `neem_op` go over the ciphertext of every file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import BinaryIO, Protocol
from uuid import UUID

from django.conf import settings

from overstap.foundation import queue
from overstap.foundation.opslag import emmer
from overstap.foundation.opslag import map as map_
from overstap.foundation.opslag.fouten import NietBewaard, OpslagStoring, OpslagVol, is_vol, of_vol
from overstap.foundation.opslag.stroom import STUK, Lezer, Schrijver
from overstap.foundation.opslag.tijdelijk import Tijdelijk
from overstap.foundation.sleutels.kast import Slot

__all__ = [
    "STUK", "Lezer", "NietBewaard", "OpslagStoring", "OpslagVol", "Schrijver", "Tijdelijk", "alle", "bewaar", "geheim",
    "haal_weg", "is_vol", "lees", "lezer", "neem_op", "ontbreekt", "schrijver", "verwijder",
]  # fmt: skip


class _Plek(Protocol):
    """What a place of ciphertext can do; `map` and `emmer` both."""

    def nieuw(self, bestand_id: UUID) -> AbstractContextManager[BinaryIO]: ...
    def open_geheim(self, bestand_id: UUID) -> BinaryIO: ...
    def verwijder(self, bestand_id: UUID) -> None: ...
    def alle(self) -> Iterator[UUID]: ...
    def ontbreekt(self) -> Iterator[str]: ...


def _plek() -> _Plek:
    return emmer if settings.OVERSTAP_EMMER else map_


@contextmanager
def _nieuw(bestand_id: UUID) -> Iterator[BinaryIO]:
    with of_vol(), _plek().nieuw(bestand_id) as uit:
        yield uit


def _open(bestand_id: UUID) -> BinaryIO:
    with of_vol():
        return _plek().open_geheim(bestand_id)


@contextmanager
def schrijver(bestand_id: UUID, slot: Slot, plek: str) -> Iterator[Schrijver]:
    """A writer for a fresh id; the file is kept, complete, at the end of a `with` without an error."""
    with _nieuw(bestand_id) as uit:
        schrijft = Schrijver(uit, slot, plek)
        yield schrijft
        schrijft.voltooi()


def lezer(bestand_id: UUID, slot: Slot, plek: str) -> Lezer:
    """The content of a file that `schrijver` wrote, opened; raises `NietBewaard` and `Onleesbaar`."""
    geheim = _open(bestand_id)
    try:
        return Lezer(geheim, slot, plek)
    except BaseException:
        geheim.close()
        raise


def bewaar(bestand_id: UUID, geheim: bytes) -> None:
    """Write ciphertext under a fresh id, complete or not at all."""
    with _nieuw(bestand_id) as uit:
        uit.write(geheim)


def lees(bestand_id: UUID) -> bytes:
    """The ciphertext; raises `NietBewaard`."""
    with _open(bestand_id) as geheim:
        return geheim.read()


def geheim(bestand_id: UUID) -> BinaryIO:
    """The ciphertext of a file of any size, open from its first byte; raises `NietBewaard`."""
    return _open(bestand_id)


def neem_op(bestand_id: UUID, stukken: Iterable[bytes]) -> None:
    """Write ciphertext of any size under its id, complete or not at all."""
    with _nieuw(bestand_id) as uit:
        for stuk in stukken:
            uit.write(stuk)


def verwijder(bestand_id: UUID) -> None:
    """Remove the ciphertext; harmless when it is already gone. Raises when the store cannot do it now."""
    _plek().verwijder(bestand_id)


def haal_weg(bestand_id: UUID) -> None:
    """Remove what an act made superfluous, after that act: what the store cannot do now, a job does later."""
    try:
        verwijder(bestand_id)
    except (OpslagStoring, OSError):
        queue.defer("bestand.verwijderen", bestand_id=bestand_id)


def alle() -> Iterator[UUID]:
    """Every file that is in the store, in the order of their ids; not what is being written."""
    return _plek().alle()


def ontbreekt() -> Iterator[str]:
    """Why the store can neither write nor read now, in words for an operator."""
    return _plek().ontbreekt()
