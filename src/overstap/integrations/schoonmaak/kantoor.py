"""Does an office file hold a program? Then it is refused: taking it out would change what the document does."""

from __future__ import annotations

import io
import re
import zipfile

from overstap.domain.bijlagen.enums import Weigerreden
from overstap.integrations.schoonmaak.uitkomst import Uitkomst
from overstap.integrations.zipleden import op_slot, open_zip, uitpakbaar

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MEESTE, _LANGSTE = 5000, 2_000_000
_PROGRAMMA = re.compile(
    r"vbaProject\.bin$|vbaData\.xml$|/activeX/|/macrosheets/|/dialogsheets/|/embeddings/[^/]*\.bin$|^Basic/|^Scripts/",
    re.IGNORECASE,
)
# A template or object that is fetched from elsewhere when the document opens.
_VAN_BUITEN = re.compile(
    rb"<Relationship\b(?=[^>]*TargetMode\s*=\s*[\"']External)(?=[^>]*/(?:attachedTemplate|oleObject|frame|subDocument)[\"'])",
    re.IGNORECASE,
)
# A sheet of the kind "macro" in an old workbook: BOUNDSHEET, its place, hidden or not, kind 1, then its name.
_MACROBLAD = re.compile(rb"\x85\x00[\x08-\xff]\x00....[\x00-\x02]\x01[\x01-\x1f][\x00\x01]", re.DOTALL)


def schoon(inhoud: bytes) -> Uitkomst:
    """Refuse what runs by itself and what is locked; leave the rest as it is."""
    return Uitkomst(reden=_oud(inhoud) if inhoud.startswith(_OLE) else _gezipt(inhoud))


def _oud(inhoud: bytes) -> Weigerreden | None:
    """Names in an OLE file are UTF-16; the folder `_VBA_PROJECT` exists only where there are macros."""
    if _utf16("EncryptedPackage") in inhoud:
        return Weigerreden.WACHTWOORD
    werkboek = _utf16("Workbook") in inhoud
    return Weigerreden.MACRO if _utf16("_VBA_PROJECT") in inhoud or (werkboek and _MACROBLAD.search(inhoud)) else None


def _utf16(naam: str) -> bytes:
    return naam.encode("utf-16-le")


def _gezipt(inhoud: bytes) -> Weigerreden | None:
    with open_zip(io.BytesIO(inhoud)) as zip_:
        leden = zip_.infolist()
        if len(leden) > _MEESTE:
            return Weigerreden.ONLEESBAAR
        if any(map(op_slot, leden)):
            return Weigerreden.WACHTWOORD
        if not all(map(uitpakbaar, leden)):
            return Weigerreden.ONLEESBAAR
        if _versleuteld(zip_):
            return Weigerreden.WACHTWOORD
        if any(_PROGRAMMA.search(lid.filename) for lid in leden) or _roept_van_buiten(zip_):
            return Weigerreden.MACRO
    return None


def _versleuteld(zip_: zipfile.ZipFile) -> bool:
    return b"encryption-data" in _lees(zip_, "META-INF/manifest.xml")


def _roept_van_buiten(zip_: zipfile.ZipFile) -> bool:
    if b"macroenabled" in _lees(zip_, "[Content_Types].xml").lower():
        return True
    verwijzingen = (naam for naam in zip_.namelist() if naam.endswith(".rels"))
    return any(_VAN_BUITEN.search(_lees(zip_, naam)) for naam in verwijzingen)


def _lees(zip_: zipfile.ZipFile, naam: str) -> bytes:
    """The first part of a member, empty when it is not there: a kilobyte may unpack to gigabytes."""
    if naam not in zip_.NameToInfo:
        return b""
    with zip_.open(naam) as lid:
        return lid.read(_LANGSTE)
