"""In which folder does the ciphertext lie, and how does a file appear there complete or not at all?"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO
from uuid import UUID, uuid4

from django.conf import settings

from overstap.foundation.opslag.fouten import NietBewaard


@contextmanager
def nieuw(bestand_id: UUID) -> Iterator[BinaryIO]:
    """A file to write ciphertext into; it gets its name at the end of a `with` without an error, else it is gone.

    Written before the row that names it: after a rolled-back act the orphan does no harm.
    """
    doel = _pad(bestand_id)
    doel.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    half = doel.with_suffix(f".{uuid4().hex}.half")
    try:
        with half.open("xb") as uit:
            yield uit
            uit.flush()
            os.fsync(uit.fileno())
        half.rename(doel)
        _houd_de_naam(doel.parent)
    except BaseException:
        half.unlink(missing_ok=True)
        raise


def open_geheim(bestand_id: UUID) -> BinaryIO:
    """The ciphertext, open from its first byte; stays readable when the file is removed meanwhile.

    Raises `NietBewaard`.
    """
    try:
        return _pad(bestand_id).open("rb")
    except FileNotFoundError as fout:
        raise NietBewaard(str(bestand_id)) from fout


def verwijder(bestand_id: UUID) -> None:
    """Remove the ciphertext; harmless when it is already gone."""
    _pad(bestand_id).unlink(missing_ok=True)


def alle() -> Iterator[UUID]:
    """Every file that is here, in the order of their ids; not what is being written."""
    for pad in sorted(Path(settings.OVERSTAP_BIJLAGEN_MAP).glob("??/*")):
        with suppress(ValueError):
            yield UUID(pad.name)


def ontbreekt() -> Iterator[str]:
    """Nothing besides the folder itself, which every way of keeping needs."""
    yield from ()


def _houd_de_naam(map_: Path) -> None:
    """A name survives a power cut only once its folder is written; the row that follows would name nothing."""
    for een in (map_, map_.parent):
        greep = os.open(een, os.O_RDONLY)
        try:
            os.fsync(greep)
        finally:
            os.close(greep)


def _pad(bestand_id: UUID) -> Path:
    naam = bestand_id.hex
    return Path(settings.OVERSTAP_BIJLAGEN_MAP) / naam[:2] / naam
