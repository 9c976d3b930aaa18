"""Where do encrypted files lie? In a folder (or, later, an S3 bucket) that only ever sees ciphertext."""

from __future__ import annotations

import os
from pathlib import Path
from uuid import UUID

from django.conf import settings


class NietBewaard(Exception):
    """The file is not in the store."""


def bewaar(bestand_id: UUID, geheim: bytes) -> None:
    """Write ciphertext under a fresh id, complete or not at all.

    Written before the row that names it: after a rolled-back act the orphan does no harm.
    """
    doel = _pad(bestand_id)
    doel.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    half = doel.with_suffix(".half")
    with half.open("wb") as uit:
        uit.write(geheim)
        uit.flush()
        os.fsync(uit.fileno())
    half.rename(doel)


def lees(bestand_id: UUID) -> bytes:
    """The ciphertext; raises `NietBewaard`."""
    try:
        return _pad(bestand_id).read_bytes()
    except FileNotFoundError as fout:
        raise NietBewaard(str(bestand_id)) from fout


def verwijder(bestand_id: UUID) -> None:
    """Remove the ciphertext; harmless when it is already gone."""
    _pad(bestand_id).unlink(missing_ok=True)


def _pad(bestand_id: UUID) -> Path:
    naam = bestand_id.hex
    return Path(settings.OVERSTAP_BIJLAGEN_MAP) / naam[:2] / naam
