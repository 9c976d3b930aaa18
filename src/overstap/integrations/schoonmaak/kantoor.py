"""Does an office file hold a program, or fetch something? Then it is refused: taking it out changes what it does."""

from __future__ import annotations

import io
import re
import zipfile

from lxml import etree

from overstap.domain.bijlagen.enums import Weigerreden
from overstap.integrations.schoonmaak.uitkomst import Uitkomst
from overstap.integrations.xml import Grenzen, Leesfout, ontleed
from overstap.integrations.zipleden import op_slot, open_zip, uitpakbaar

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MEESTE, _LANGSTE = 5000, 2_000_000
_PROGRAMMA = re.compile(
    r"vbaProject\.bin$|vbaData\.xml$|/activeX/|/macrosheets/|/dialogsheets/|/embeddings/[^/]*\.bin$|^Basic/|^Scripts/",
    re.IGNORECASE,
)
# What such a file may fetch from elsewhere: nothing; only a link on which somebody clicks may stand in it.
_MAG_NAAR_BUITEN = "/hyperlink"
# What a part inside the file may not be, whatever its name: a program, or another program that is asked for a value.
_PROGRAMMASOORT = ("/vbaproject", "/control", "/xlmacrosheet", "/xlintlmacrosheet", "/externallink")
_GRENZEN = Grenzen(bytes=_LANGSTE)
# A sheet of the kind "macro" in an old workbook: BOUNDSHEET, its place, hidden or not, kind 1, then its name.
_MACROBLAD = re.compile(rb"\x85\x00[\x08-\xff]\x00....[\x00-\x02]\x01[\x01-\x1f][\x00\x01]", re.DOTALL)


def schoon(inhoud: bytes) -> Uitkomst:
    """Refuse what runs or fetches something by itself and what is locked; leave the rest as it is."""
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
        if any(_PROGRAMMA.search(lid.filename) for lid in leden):
            return Weigerreden.MACRO
        return _keur_verwijzingen(zip_, leden)


def _versleuteld(zip_: zipfile.ZipFile) -> bool:
    return b"encryption-data" in _lees(zip_, "META-INF/manifest.xml")


def _keur_verwijzingen(zip_: zipfile.ZipFile, leden: list[zipfile.ZipInfo]) -> Weigerreden | None:
    """Judge what the parts are and where they point; what cannot be judged as a whole is refused."""
    # A name may be there twice, and programs do not agree on which of the two counts.
    for lid in leden:
        naam = lid.filename.lower()
        if naam != "[content_types].xml" and not naam.endswith(".rels"):
            continue
        try:
            with zip_.open(lid) as bron:
                deel = ontleed(bron.read(_LANGSTE + 1), _GRENZEN)
        except Leesfout:
            return Weigerreden.ONLEESBAAR
        if any(_doet_iets(element) for element in deel.iter()):
            return Weigerreden.MACRO
    return None


def _doet_iets(velden: etree._Element) -> bool:
    """Is this part a program, or does it come from outside?"""
    soort = velden.get("Type", "").strip().lower()
    buiten = velden.get("TargetMode", "Internal") != "Internal" and not soort.endswith(_MAG_NAAR_BUITEN)
    return buiten or soort.endswith(_PROGRAMMASOORT) or "macroenabled" in velden.get("ContentType", "").lower()


def _lees(zip_: zipfile.ZipFile, naam: str) -> bytes:
    """The first part of a member, empty when it is not there: a kilobyte may unpack to gigabytes."""
    if naam not in zip_.NameToInfo:
        return b""
    with zip_.open(naam) as lid:
        return lid.read(_LANGSTE)
