"""Of which admitted type is a file, judged by its content, and what may it be called?"""

import io
import re
import unicodedata
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from typing import BinaryIO

from overstap.integrations.zipleden import ZIPFOUTEN, eis_uitpakbaar, open_zip

_OOXML = "application/vnd.openxmlformats-officedocument."
_ODF = "application/vnd.oasis.opendocument."


@dataclass(frozen=True)
class Bestandssoort:
    """An admitted type: what goes in an HTTP header, and which extensions fit, the usual one first."""

    mime: str
    extensies: tuple[str, ...]
    gepakt: bool = False


PDF = Bestandssoort("application/pdf", ("pdf",))
JPG = Bestandssoort("image/jpeg", ("jpg", "jpeg"), gepakt=True)
PNG = Bestandssoort("image/png", ("png",), gepakt=True)
TXT = Bestandssoort("text/plain", ("txt",))
DOC = Bestandssoort("application/msword", ("doc",))
XLS = Bestandssoort("application/vnd.ms-excel", ("xls",))
PPT = Bestandssoort("application/vnd.ms-powerpoint", ("ppt",))
DOCX = Bestandssoort(f"{_OOXML}wordprocessingml.document", ("docx",), gepakt=True)
XLSX = Bestandssoort(f"{_OOXML}spreadsheetml.sheet", ("xlsx",), gepakt=True)
PPTX = Bestandssoort(f"{_OOXML}presentationml.presentation", ("pptx",), gepakt=True)
ODT = Bestandssoort(f"{_ODF}text", ("odt", "odf"), gepakt=True)
ODS = Bestandssoort(f"{_ODF}spreadsheet", ("ods", "odf"), gepakt=True)
ODP = Bestandssoort(f"{_ODF}presentation", ("odp", "odf"), gepakt=True)

SOORTEN = (PDF, JPG, PNG, TXT, DOC, XLS, PPT, DOCX, XLSX, PPTX, ODT, ODS, ODP)
TOEGESTAAN = frozenset(extensie for soort in SOORTEN for extensie in soort.extensies)

_BEGIN: tuple[tuple[bytes, Bestandssoort], ...] = (
    (b"%PDF-", PDF),
    (b"\xff\xd8\xff", JPG),
    (b"\x89PNG\r\n\x1a\n", PNG),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLE_SOORTEN = {"doc": DOC, "xls": XLS, "ppt": PPT}
_OOXML_MAPPEN = (("word/", DOCX), ("xl/", XLSX), ("ppt/", PPTX))
_STUURTEKENS = re.compile(rb"[\x00-\x08\x0b\x0e-\x1f\x7f]")
_STUK = 64 * 1024


def herken(inhoud: bytes, extensie: str) -> Bestandssoort | None:
    """The type of these bytes, `None` when it is not admitted. `extensie` only tells old Office files apart."""
    return herken_bestand(io.BytesIO(inhoud), extensie)


def herken_bestand(bestand: BinaryIO, extensie: str) -> Bestandssoort | None:
    """The same of an open file that can be sought in, without holding it whole; a text is read to its end."""
    bestand.seek(0)
    kop = bestand.read(8)
    for begin, soort in _BEGIN:
        if kop.startswith(begin):
            return soort
    if kop.startswith(_OLE):
        return _OLE_SOORTEN.get(extensie)
    if kop.startswith(b"PK\x03\x04"):
        return _gezipt(bestand)
    bestand.seek(0)
    return TXT if kop and _is_tekst(iter(lambda: bestand.read(_STUK), b"")) else None


_SOORT_ONBEKEND = "De inhoud is geen PDF, afbeelding, tekst of Office-bestand. Maak er een PDF van."
_MACRO = "In dit document zitten macro's of andere programma's. Sla het op zonder macro's, of maak er een PDF van."


def waarom_niet(inhoud: bytes) -> str:
    """The sentence for content that `herken` does not admit."""
    return waarom_niet_bestand(io.BytesIO(inhoud))


def waarom_niet_bestand(bestand: BinaryIO) -> str:
    """The same for an open file."""
    try:
        with open_zip(bestand) as zip_:
            return _MACRO if any(naam.endswith("vbaProject.bin") for naam in zip_.namelist()) else _SOORT_ONBEKEND
    except ZIPFOUTEN:
        return _SOORT_ONBEKEND


def _gezipt(bestand: BinaryIO) -> Bestandssoort | None:
    """Which office file is this ZIP? A file with macros is none of them."""
    try:
        with open_zip(bestand) as zip_:
            namen = zip_.namelist()[:5000]
            mime = _mime(zip_) if namen[:1] == ["mimetype"] else ""
    except ZIPFOUTEN:
        return None
    if mime:
        return next((soort for soort in (ODT, ODS, ODP) if soort.mime == mime.strip()), None)
    if "[Content_Types].xml" not in namen or any(naam.endswith("vbaProject.bin") for naam in namen):
        return None
    return next(
        (soort for map_, soort in _OOXML_MAPPEN if any(naam.startswith(map_) for naam in namen)),
        None,
    )


def _mime(zip_: zipfile.ZipFile) -> str:
    """What the first file in this ZIP says. Never `ZipFile.read`: a kilobyte may unpack to gigabytes."""
    info = zip_.infolist()[0]
    eis_uitpakbaar(info)
    with zip_.open(info) as lid:
        return lid.read(100).decode("ascii", "replace")


def _is_tekst(stukken: Iterable[bytes]) -> bool:
    """Text in any alphabet of one byte or in UTF-8 has no control signs; the bytes of UTF-8 beyond ASCII are none."""
    return not any(_STUURTEKENS.search(stuk) for stuk in stukken)


def extensie_van(naam: str) -> str:
    """The extension in lower case, without the dot."""
    stam, _, extensie = naam.rpartition(".")
    return extensie.lower() if stam else ""


# Nearly every name; what follows in `veilige_naam` would not change it.
_GEWOON = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9_()+-]|[ .](?![ .])){0,100}\.[a-z]{3,4}")
_ONVEILIG = re.compile(r"[<>:\"|?*\x00-\x1f\x7f]")


def veilige_naam(naam: str, soort: Bestandssoort) -> str:
    """A file name without folders, control or direction signs, at most 120 long, with a fitting extension."""
    if _GEWOON.fullmatch(naam) and extensie_van(naam) in soort.extensies:
        return naam
    kaal = unicodedata.normalize("NFC", naam).replace("\\", "/").rsplit("/", 1)[-1]
    kaal = "".join(teken for teken in kaal if unicodedata.category(teken) not in ("Cc", "Cf", "Co", "Cs"))
    kaal = re.sub(r"\s+", " ", _ONVEILIG.sub("_", kaal)).strip(" .")
    extensie = extensie_van(kaal)
    stam = kaal[: -len(extensie) - 1] if extensie in TOEGESTAAN else kaal
    if extensie not in soort.extensies:
        extensie = soort.extensies[0]
    return f"{stam[:115].strip(' .') or 'bijlage'}.{extensie}"
