"""Which document did somebody choose, judged by its content and under a name that is safe?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _

from overstap.domain.leerlingen.rules import is_bsn
from overstap.foundation.opslag import STUK
from overstap.integrations.oso.bestandssoort import (
    TOEGESTAAN,
    extensie_van,
    herken_bestand,
    veilige_naam,
    waarom_niet_bestand,
)

_NUMMER = re.compile(r"(?<![0-9])[0-9]{9}(?![0-9])")


class GeenDocument(Exception):
    """This cannot be an attachment; the message says what to do."""


@dataclass(frozen=True)
class Document:
    """A file of an admitted type: a safe name, its type, its length in bytes, and the file itself."""

    naam: str
    mime: str
    omvang: int
    bestand: BinaryIO

    def stukken(self) -> Iterator[bytes]:
        """Its content, piece by piece."""
        self.bestand.seek(0)
        yield from iter(lambda: self.bestand.read(STUK), b"")


def document(upload: UploadedFile) -> Document:
    """What somebody uploaded; raises `GeenDocument`."""
    return uit_bestand(upload.name or "", upload.size or 0, upload.file)  # type: ignore[arg-type]  # Django's File


def uit_bestand(naam: str, omvang: int, bestand: BinaryIO, *, nummer_mag: bool = False) -> Document:
    """The same for an open file; raises `GeenDocument`. With `nummer_mag` a BSN in the name is no reason."""
    extensie = extensie_van(naam)
    if extensie not in TOEGESTAAN:
        raise GeenDocument(
            _("Bestanden van het type “%(type)s” mogen niet mee. Maak er een PDF van.")
            % {"type": extensie[:10] or _("onbekend")}
        )
    if not nummer_mag and any(is_bsn(cijfers) for cijfers in _NUMMER.findall(naam)):
        raise GeenDocument(_("In de naam van dit bestand staat een BSN. Haal het eruit en kies het bestand opnieuw."))
    soort = herken_bestand(bestand, extensie)
    if soort is None:
        raise GeenDocument(waarom_niet_bestand(bestand))
    return Document(veilige_naam(naam, soort), soort.mime, omvang, bestand)
