"""How does a dossier lie in the answer to a documentRequest? Nobody published it, so every likely way is read."""

from __future__ import annotations

import base64
import binascii
import io
import os
import re
import zlib
from collections.abc import Mapping
from typing import BinaryIO

from lxml import etree

from overstap.integrations.oso.draad.fouten import Draadfout
from overstap.integrations.spoel import STUK, Spoel
from overstap.integrations.xml import Leesfout, ontleed
from overstap.integrations.zipleden import ZIPFOUTEN, eis_uitpakbaar, open_zip

# Unpacked, a dossier may be no larger than a file that a person brings.
GROOTSTE = 60 * 1024 * 1024
_DOSSIER = "http://www.edustandaard.nl/oso_gegevensset/"
_VERKLARING = re.compile(rb"^(\xef\xbb\xbf)?\s*<\?xml[^>]*\?>\s*")


def haal_uit(antwoord: etree._Element) -> bytes | None:
    """The OSO file inside an answer, or None when there is none.

    As an element of its own, as text, or as base64 of the file, of a gzip or of a ZIP with one file. Raises
    `Draadfout` ("dossier_onleesbaar", "dossier_te_groot").
    """
    for element in antwoord.iter():
        if element.tag.startswith("{" + _DOSSIER):
            return etree.tostring(element, encoding="utf-8", xml_declaration=True, with_tail=False)
    teksten = [tekst for element in antwoord.iter() if len(tekst := (element.text or "").strip()) > _KORT]
    return _uit_tekst(max(teksten, key=len)) if teksten else None


# Shorter than this is a code or a key, never a dossier.
_KORT = 400


def _uit_tekst(tekst: str) -> bytes:
    if tekst.startswith(("<", "\ufeff")):
        return _gekeurd(tekst.lstrip("\ufeff").encode("utf-8"))
    try:
        ruw = base64.b64decode("".join(tekst.split()), validate=True)
    except binascii.Error:
        raise Draadfout("dossier_onleesbaar") from None
    return _gekeurd(_uitgepakt(ruw))


def _uitgepakt(ruw: bytes) -> bytes:
    try:
        if ruw.startswith(b"\x1f\x8b"):
            return _begrensd(zlib.decompressobj(wbits=31).decompress(ruw, GROOTSTE + 1))
        if ruw.startswith(b"PK"):
            return _begrensd(_eerste_lid(ruw))
    except ZIPFOUTEN:
        raise Draadfout("dossier_onleesbaar") from None
    return _begrensd(ruw)


def _eerste_lid(ruw: bytes) -> bytes:
    with open_zip(io.BytesIO(ruw)) as zip_:
        lid = zip_.infolist()[0]
        eis_uitpakbaar(lid)
        with zip_.open(lid) as bestand:
            return bestand.read(GROOTSTE + 1)


def _begrensd(ruw: bytes) -> bytes:
    if len(ruw) > GROOTSTE:
        raise Draadfout("dossier_te_groot")
    return ruw


def _gekeurd(ruw: bytes) -> bytes:
    """The same bytes, when a dossier of some year is in them."""
    try:
        wortel = ontleed(ruw)
    except Leesfout:
        raise Draadfout("dossier_onleesbaar") from None
    if not wortel.tag.startswith("{" + _DOSSIER):
        raise Draadfout("dossier_onleesbaar")
    return ruw


def als_element(dossier: bytes) -> bytes:
    """An OSO file as it can stand inside another element: byte for byte, without its declaration (UTF-8 only)."""
    return _VERKLARING.sub(b"", dossier, count=1)


def na_verklaring(bron: BinaryIO) -> int:
    """The same of a file that is read in pieces: puts it where the element begins, and says how many bytes follow."""
    omvang = bron.seek(0, os.SEEK_END)
    bron.seek(0)
    gevonden = _VERKLARING.match(bron.read(_BEGIN))
    begin = bron.seek(gevonden.end() if gevonden else 0)
    return omvang - begin


def vul_in(slank: bytes, bijlagen: Mapping[str, Spoel]) -> Spoel:
    """A dossier in which marks stand for its attachments, with the attachments themselves in their place."""
    uit, merken = Spoel(), {merk.encode(): spoel for merk, spoel in bijlagen.items()}
    for deel in re.split(b"(" + b"|".join(merken) + b")", slank):
        if (spoel := merken.get(deel)) is None:
            uit.write(deel)
            continue
        with spoel.open() as lezer:
            while stuk := lezer.read(STUK):
                uit.write(stuk)
    return uit


# What a declaration fits in.
_BEGIN = 4096
