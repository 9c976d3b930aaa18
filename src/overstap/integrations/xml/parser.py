"""Which bytes become an XML tree? Only well-formed XML without DOCTYPE, within limits, without network."""

import os
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import BinaryIO

from lxml import etree

from overstap.integrations.xml.leesfout import Leesfout

_MB = 1024 * 1024
_BEGIN = re.compile(rb"<([A-Za-z_][\w.\-]*:)?([A-Za-z_][\w.\-]*)[\s/>]")
_DOCTYPE = re.compile(rb"<!DOCTYPE|<\x00!\x00D\x00O\x00C\x00T\x00Y\x00P\x00E|<!ENTITY", re.IGNORECASE)
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
PROLOOG = 64 * 1024
_STAART = 2000
# Above so many bytes one text may be longer than libxml2 takes by itself: an attachment of more than 7 MB.
LANGSTE_TEKST = 10_000_000
_DIEPST = 256


@dataclass(frozen=True)
class Grenzen:
    """What a file may cost: bytes, markup signs (elements, counted before parsing) and attributes.

    Of 256 levels deep at most, as libxml2 itself has it.
    """

    bytes: int = 60 * _MB
    tekens: int = 400_000
    attributen: int = 200_000


STANDAARD = Grenzen()


def ontleed(ruw: bytes, grenzen: Grenzen = STANDAARD, *, lang: bool | None = None) -> etree._Element:
    """The root element of `ruw`, without comments, processing instructions and the
    white space between elements.

    `lang` says whether long texts are taken, when not the length of `ruw` but that of its origin decides. Raises
    `Leesfout` with code `leeg`, `te_groot`, `te_veel`, `geen_xml`, `afgekapt`, `codering`, `doctype`, `te_diep`,
    `verboden_teken` or `fout_xml`.
    """
    _weeg(ruw, grenzen)
    lang = len(ruw) > LANGSTE_TEKST if lang is None else lang
    try:
        wortel = etree.fromstring(ruw, _parser(lang=lang))
    except (etree.XMLSyntaxError, ValueError) as fout:
        raise verklaar(ruw, fout) from None
    if wortel.getroottree().docinfo.doctype:  # type: ignore[union-attr]  # missing in the stubs
        raise doctype()
    if lang and _te_diep(wortel):
        raise _leesfout("te_diep")
    return wortel


def _te_diep(wortel: etree._Element) -> bool:
    """Without its own limit on texts libxml2 lets more levels through as well; who walks a tree here counts on few."""
    diep = 0
    for gebeurtenis, _element in etree.iterwalk(wortel, events=("start", "end")):
        diep += 1 if gebeurtenis == "start" else -1
        if diep > _DIEPST:
            return True
    return False


def _parser(*, lang: bool) -> etree.XMLParser:
    # A new one each time: one parser may not be used by two threads at once.
    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        # Bytes are limited before, and without a DOCTYPE nothing grows.
        huge_tree=lang,
        # Spaces between elements; text among them stays, and so do the spaces of a text.
        remove_blank_text=True,
        remove_comments=True,
        remove_pis=True,
    )


def weeg(bron: BinaryIO, grenzen: Grenzen) -> tuple[int, bytes, bytes]:
    """Refuse an open file as `_weeg` does; else (length, first bytes, last bytes), as much as `verklaar` asks."""
    omvang = bron.seek(0, os.SEEK_END)
    bron.seek(0)
    kop, geteld, vol = bron.read(PROLOOG), Counter[bytes](), False
    bron.seek(0)
    # One portion more than allowed is enough to know that it is too much.
    while bron.tell() <= grenzen.bytes and (stuk := bron.read(PROLOOG)):
        vol = vol or bool(stuk.strip())
        geteld.update({teken: stuk.count(teken) for teken in (b"<", b"=")})
    _weiger(geteld.get, grenzen, omvang if vol else 0)
    bron.seek(max(0, omvang - _STAART))
    return omvang, kop, bron.read()


def _weeg(ruw: bytes, grenzen: Grenzen) -> None:
    """Refuse by counting bytes only, before the parser has built anything."""
    _weiger(ruw.count, grenzen, len(ruw) if ruw.strip() else 0)


def _weiger(tel: Callable[[bytes], int | None], grenzen: Grenzen, omvang: int) -> None:
    if not omvang:
        raise Leesfout("leeg", "Dit bestand is leeg. Maak het opnieuw in uw leerlingadministratie.")
    if omvang > grenzen.bytes:
        raise Leesfout(
            "te_groot",
            f"Dit bestand is {omvang / _MB:.0f} MB. Er passen {grenzen.bytes // _MB} MB."
            " Haal de grootste bijlagen eruit en voeg die later los toe.",
        )
    # Base64 holds at most two of the sign "=" per attachment and never a "<". A short file cannot have that many;
    # counting is then not worth the time.
    maten = ((b"<", grenzen.tekens), (b"=", grenzen.attributen))
    if any(omvang > grens and (tel(teken) or 0) > grens for teken, grens in maten):
        raise Leesfout(
            "te_veel",
            "Dit bestand heeft veel meer onderdelen dan een dossier van één leerling."
            " Lever per leerling een eigen bestand aan.",
        )


def doctype() -> Leesfout:
    """The refusal of a file with a DOCTYPE, whatever stands in it."""
    return Leesfout(
        "doctype",
        "Dit bestand bevat een DOCTYPE. Dat kan onveilig zijn en hoort niet in een dossier."
        " Maak het bestand opnieuw in uw leerlingadministratie.",
    )


_OPNIEUW = "Maak het opnieuw in uw leerlingadministratie."
_ZINNEN = {
    "te_diep": f"De onderdelen van dit bestand zitten te diep in elkaar. {_OPNIEUW}",
    "codering": (
        "De tekens in dit bestand kloppen niet met de codering die het bestand noemt."
        f" Sla het bestand op als UTF-8. Lukt dat niet? {_OPNIEUW}"
    ),
    "verboden_teken": (
        "Er staat een teken in dit bestand dat niet in XML mag. Zoek in uw leerlingadministratie naar een"
        f" geplakte tekst met een vreemd teken en verwijder het. {_OPNIEUW}"
    ),
}
_CODES = {
    etree.ErrorTypes.ERR_RESOURCE_LIMIT: "te_diep",
    etree.ErrorTypes.ERR_INVALID_ENCODING: "codering",
    etree.ErrorTypes.ERR_UNSUPPORTED_ENCODING: "codering",
    etree.ErrorTypes.ERR_UNKNOWN_ENCODING: "codering",
    etree.ErrorTypes.ERR_INVALID_CHAR: "verboden_teken",
}


def verklaar(ruw: bytes, fout: Exception) -> Leesfout:
    """The refusal that fits the message of the parser; `ruw` are the bytes, or the first and the last of them."""
    if _DOCTYPE.search(ruw[:PROLOOG]):
        return doctype()
    code = _CODES.get(getattr(fout, "code", 0))
    return _leesfout(code) if code else _geen_of_half(ruw)


def _leesfout(code: str) -> Leesfout:
    return Leesfout(code, _ZINNEN[code])


def _geen_of_half(ruw: bytes) -> Leesfout:
    """Not XML at all, cut off, in another encoding, or simply wrong."""
    kop = ruw[:PROLOOG].lstrip(b"\xef\xbb\xbf \t\r\n")
    if not kop.startswith((b"<", *_UTF16)):
        return Leesfout("geen_xml", f"Dit is geen XML-bestand{_soort(kop)}. Kies het OSO-bestand (.xml).")
    if re.match(rb"<\?xml[^>]*encoding=[\"']utf-16", kop, re.IGNORECASE):
        return _leesfout("codering")
    begin = _BEGIN.search(kop)
    if begin is None or not _sluit(ruw, begin):
        return Leesfout(
            "afgekapt",
            "Dit bestand is niet compleet: het einde ontbreekt. Download of maak het bestand opnieuw.",
        )
    return Leesfout("fout_xml", f"Dit bestand is geen goede XML. {_OPNIEUW}")


def _sluit(ruw: bytes, begin: re.Match[bytes]) -> bool:
    """Do the last bytes close the element with which the file begins?"""
    naam = (begin.group(1) or b"") + begin.group(2)
    return re.search(rb"</" + re.escape(naam) + rb"\s*>\s*\Z", ruw[-_STAART:]) is not None


_SOORTEN: tuple[tuple[Callable[[bytes], bool], str], ...] = (
    (lambda kop: kop.startswith(b"PK"), " maar een ZIP-bestand: pak het eerst uit"),
    (lambda kop: kop.startswith(b"%PDF"), " maar een PDF"),
    (lambda kop: kop.startswith((b"{", b"[")), " maar JSON"),
)


def _soort(kop: bytes) -> str:
    return next((zin for past, zin in _SOORTEN if past(kop)), "")
