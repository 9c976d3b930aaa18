"""What is one attachment, as a value that travels between a file from outside and the database?"""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import BinaryIO

from overstap.domain.bijlagen.enums import Ingreep, Weigerreden


@dataclass(frozen=True)
class Bestand:
    """One healthy attachment.

    `sleutel` is what the veld of type `Documenten` holds; `plek` is the key of that veld in the
    catalogue ("diagnoses.documenten"), empty for a loose attachment. `mime` follows from the content,
    not from the name. `inhoud` is unzipped and not yet scanned for viruses.
    """

    sleutel: str
    plek: str
    bestandsnaam: str
    omschrijving: str
    mime: str
    inhoud: bytes = field(repr=False)

    @property
    def omvang(self) -> int:
        """The length in bytes."""
        return len(self.inhoud)

    def open(self) -> BinaryIO:
        """A binary file, to be closed: as of a `Bron`."""
        return io.BytesIO(self.inhoud)


@dataclass(frozen=True)
class KapotBestand:
    """One attachment that could not be read; `reden` is a Dutch sentence that says what to do."""

    plek: str
    bestandsnaam: str
    reden: str


@dataclass(frozen=True)
class Bron:
    """One attachment whose bytes are read when they are needed: `open()` gives a binary file, to be closed.

    The other parts are those of `Bestand`; `omvang` is the length in bytes.
    """

    sleutel: str
    plek: str
    bestandsnaam: str
    omschrijving: str
    mime: str
    omvang: int
    open: Callable[[], BinaryIO] = field(repr=False)


@dataclass(frozen=True)
class Keuring:
    """What the check of one attachment found.

    `gescand` says that a scanner looked, `met` with which signatures, as it names them; `reden` why it is refused, or
    None; `ingrepen` what was taken out; `schoon` is the content without it, or None when it is as it came.
    """

    gescand: bool
    reden: Weigerreden | None = None
    ingrepen: tuple[Ingreep, ...] = ()
    schoon: bytes | None = field(default=None, repr=False)
    met: str = ""
    mime: str = ""
