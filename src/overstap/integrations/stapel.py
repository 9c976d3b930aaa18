"""Which documents lie in a ZIP that somebody made of a pile of sheets? Unpacked one by one, within limits."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from typing import BinaryIO

from overstap.domain.bijlagen.rules import GRENZEN, Grenzen
from overstap.foundation.opslag import STUK, Tijdelijk
from overstap.integrations.zipleden import ZIPFOUTEN, inzendingen, op_slot, open_zip, uitpakbaar

_MB = 1024 * 1024


class GeenStapel(Exception):
    """This ZIP cannot be used as a whole; the message says what to do."""


def is_zip(bestand: BinaryIO) -> bool:
    """Does it begin as a ZIP does?"""
    bestand.seek(0)
    return bestand.read(4) == b"PK\x03\x04"


def pak_uit(bestand: BinaryIO, hoogstens: int, grenzen: Grenzen = GRENZEN) -> Iterator[tuple[str, Tijdelijk | str]]:
    """(name without folders, content) of every document, or a sentence instead of what cannot be read.

    Who takes a content closes it. A ZIP inside is left as it is, and is no document. Raises `GeenStapel`.
    """
    try:
        with open_zip(bestand) as zip_:
            leden = inzendingen(zip_)
            if len(leden) > hoogstens:
                raise GeenStapel(
                    f"In dit ZIP-bestand zitten {len(leden)} bestanden. Er kunnen er hoogstens {hoogstens} tegelijk."
                    " Verdeel ze over meer ZIP-bestanden."
                )
            for lid in leden:
                yield lid.filename.replace("\\", "/").rsplit("/", 1)[-1], _een(zip_, lid, grenzen)
    except ZIPFOUTEN as fout:
        raise GeenStapel("Dit ZIP-bestand is beschadigd. Maak het opnieuw.") from fout


def _een(zip_: zipfile.ZipFile, lid: zipfile.ZipInfo, grenzen: Grenzen) -> Tijdelijk | str:
    if op_slot(lid):
        return "Dit bestand heeft een wachtwoord. Haal het wachtwoord eraf."
    if not uitpakbaar(lid):
        return "Dit bestand is op een ongewone manier ingepakt. Maak het ZIP-bestand opnieuw."
    grens = min(grenzen.per_stuk, max(_MB, lid.compress_size * grenzen.verhouding))
    uit = Tijdelijk()
    try:
        with zip_.open(lid) as bron:
            while stuk := bron.read(STUK):
                uit.write(stuk)
                if uit.omvang > grens:
                    uit.close()
                    return f"Dit bestand is uitgepakt groter dan {grens // _MB} MB."
    except ZIPFOUTEN:
        uit.close()
        return "Dit bestand is beschadigd. Maak het ZIP-bestand opnieuw."
    return uit
