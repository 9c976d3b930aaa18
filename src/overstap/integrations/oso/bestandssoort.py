"""Of which admitted type is a file, judged by its content, and what may it be called?"""

import io
import re
import struct
import unicodedata
import zipfile
import zlib
from dataclasses import dataclass

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

# What zipfile lets out for damaged bytes; found by trying.
ZIPFOUTEN = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    LookupError,
    NotImplementedError,
    OSError,
    OverflowError,
    RuntimeError,
    ValueError,
)

_BEGIN: tuple[tuple[bytes, Bestandssoort], ...] = (
    (b"%PDF-", PDF),
    (b"\xff\xd8\xff", JPG),
    (b"\x89PNG\r\n\x1a\n", PNG),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLE_SOORTEN = {"doc": DOC, "xls": XLS, "ppt": PPT}
_OOXML_MAPPEN = (("word/", DOCX), ("xl/", XLSX), ("ppt/", PPTX))
_STUURTEKENS = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")


def herken(inhoud: bytes, extensie: str) -> Bestandssoort | None:
    """The type of these bytes, `None` when it is not admitted. `extensie` only tells old Office files apart."""
    for begin, soort in _BEGIN:
        if inhoud.startswith(begin):
            return soort
    if inhoud.startswith(_OLE):
        return _OLE_SOORTEN.get(extensie)
    if inhoud.startswith(b"PK\x03\x04"):
        return _gezipt(inhoud)
    return TXT if _is_tekst(inhoud) else None


def _gezipt(inhoud: bytes) -> Bestandssoort | None:
    """Which office file is this ZIP? A file with macros is none of them."""
    try:
        with zipfile.ZipFile(io.BytesIO(inhoud)) as zip_:
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
    if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise NotImplementedError(info.compress_type)  # zipfile unpacks the rarer methods without a limit
    with zip_.open(info) as lid:
        return lid.read(100).decode("ascii", "replace")


def _is_tekst(inhoud: bytes) -> bool:
    if not inhoud or b"\x00" in inhoud:
        return False
    try:
        tekst = inhoud.decode("utf-8")
    except UnicodeDecodeError:
        tekst = inhoud.decode("cp1252", "replace")
    return _STUURTEKENS.search(tekst) is None


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
