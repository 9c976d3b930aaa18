"""How does a dossier become another one that a reader still gets through? A mutator that knows the table of OSO."""

import base64
import io
import warnings
import zipfile
from copy import deepcopy
from functools import cache
from random import Random

from lxml import etree

from overstap.integrations.oso.v2019.codelijsten import codelijsten
from overstap.integrations.oso.v2019.naam import NAAMRUIMTE, q
from overstap.integrations.oso.v2019.profielen import Profiel
from overstap.integrations.oso.v2019.structuur import Pad, paden
from tests.integrations.oso.kleinste import bouw_element, kleinste

GROOTST = 60_000
_MEEST_ELEMENTEN = 250
_PADEN = paden()
_NAMEN = sorted({pad.naam for pad in _PADEN.values()})
_WAARDEN = (
    "", " ", "x", "true", "false", "1", "0", "-1", "2.5", "1e5", "NaN", "9" * 30, "9" * 300, "2026-11-01", "2026-02-30",
    "0000-00-00", "2019-01-01", "2026-W12-3", "2026-11-01Z", "99999-01-01", "99XX", "٣", "\u202e", "a\u0301", "é",
    "x" * 2000, "999990019", "9999999999", "geheim@geheim.geheim", "a@b.nl", "@", "overstapdossier", "swv-dossier",
    "overdrachtbinnenbrin",
)  # fmt: skip
_NAMEN_VAN_BIJLAGEN = (
    "a.pdf",
    "b.txt",
    "c.docx",
    "d.exe",
    "e",
    "../f.pdf",
    "999990019.txt",
    "g.PDF",
    "h.odt",
    "",
    "i.xls",
)
_PDF = b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"
_INHOUD = (
    _PDF,
    b"tekst",
    b"",
    b"\x00\x01",
    b"\xff\xd8\xff\xe0",
    b"\x89PNG\r\n\x1a\n",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    b"0" * 50_000,
)
_METHODEN = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2)


@cache
def zaden() -> tuple[bytes, ...]:
    """Where it begins: the smallest dossier of every profile."""
    return tuple(schrijf(kleinste(profiel)) for profiel in Profiel)


def schrijf(wortel: etree._Element) -> bytes:
    """The bytes of a tree."""
    return etree.tostring(wortel, encoding="UTF-8")


def verander(ruw: bytes, toeval: Random) -> bytes:
    """Another dossier near this one; of bytes that are no XML a new beginning. Nearly always well-formed."""
    try:
        wortel = etree.fromstring(ruw, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError:
        wortel = etree.fromstring(toeval.choice(zaden()))
    for _ in range(toeval.choice((1, 1, 2, 3, 6))):
        _DADEN[toeval.randrange(len(_DADEN))](wortel, toeval)
    anders = schrijf(wortel)
    return anders if len(anders) <= GROOTST else toeval.choice(zaden())


def _pad(element: etree._Element) -> Pad | None:
    """The path of this element in the table."""
    namen: list[str] = []
    hier: etree._Element | None = element
    while hier is not None:
        if not isinstance(hier.tag, str):
            return None
        namen.append(etree.QName(hier).localname)
        hier = hier.getparent()
    return _PADEN.get("/" + "/".join(reversed(namen)))


def _een(wortel: etree._Element, toeval: Random) -> etree._Element:
    """Any element but the root; the root when there is no other."""
    alle = list(wortel.iter(etree.Element))
    return toeval.choice(alle[1:] or alle)


def _groei(wortel: etree._Element, toeval: Random) -> None:
    """Put in something that the table knows at this place, complete and in order."""
    blokken = [(element, pad) for element in wortel.iter(etree.Element) if (pad := _pad(element)) and pad.kinderen]
    if not blokken or sum(1 for _ in wortel.iter()) > _MEEST_ELEMENTEN:
        return
    element, pad = toeval.choice(blokken)
    kind = toeval.choice(pad.kinderen)
    volgorde = {onder.tag: nummer for nummer, onder in enumerate(pad.kinderen)}
    plaats = sum(volgorde.get(buur.tag, 0) <= volgorde[kind.tag] for buur in element)
    element.insert(plaats, bouw_element(kind, {}))


def _waarde(wortel: etree._Element, toeval: Random) -> None:
    bladen = [element for element in wortel.iter(etree.Element) if not len(element)]
    if not bladen:
        return
    blad = toeval.choice(bladen)
    pad = _pad(blad)
    lijst = tuple(codelijsten()[pad.codelijst].codes) if pad and pad.codelijst else ()
    blad.text = toeval.choice(lijst if lijst and toeval.random() < 0.8 else _WAARDEN)


def _weg(wortel: etree._Element, toeval: Random) -> None:
    element = _een(wortel, toeval)
    ouder = element.getparent()
    if ouder is not None:
        ouder.remove(element)


def _dubbel(wortel: etree._Element, toeval: Random) -> None:
    element = _een(wortel, toeval)
    ouder = element.getparent()
    if ouder is not None and sum(1 for _ in wortel.iter()) < _MEEST_ELEMENTEN:
        ouder.insert(toeval.randrange(len(ouder) + 1), deepcopy(element))


def _anders(wortel: etree._Element, toeval: Random) -> None:
    element = _een(wortel, toeval)
    if element.getparent() is not None:
        element.tag = toeval.choice((q(toeval.choice(_NAMEN)), "los", "{urn:x}los"))


def _versier(wortel: etree._Element, toeval: Random) -> None:
    """An attribute, a text between elements, a comment, CDATA."""
    element = _een(wortel, toeval)
    match toeval.randrange(5):
        case 0:
            element.set(toeval.choice(("omschrijving", "x")), toeval.choice(_WAARDEN))
        case 1:
            element.tail = toeval.choice((" ", "los"))
        case 2:
            element.append(etree.Comment("x"))
        case 3:
            element.text = etree.CDATA(toeval.choice(_WAARDEN))
        case _:
            element.clear()


def _bijlage(wortel: etree._Element, toeval: Random) -> None:
    """An attachment, good or broken in one of many ways, where one may stand."""
    inhouden = list(wortel.iter(q("bestandsinhoud")))
    if not inhouden:
        leerling = wortel.find(f".//{{{NAAMRUIMTE}}}leerling")
        if leerling is not None:
            leerling.append(bouw_element(_PADEN["/dossier/huidigeschool/leerling/overigdocumentlijst"], {}))
        return
    inhoud = toeval.choice(inhouden)
    inhoud.text = ingepakt(toeval)
    naam = inhoud.getparent().find(q("bestandsnaam"))
    if naam is not None:
        naam.text = toeval.choice(_NAMEN_VAN_BIJLAGEN)


def ingepakt(toeval: Random) -> str:
    """Base64 of a ZIP of one or more files, sometimes damaged."""
    ruw = maak_zip(
        toeval, [(toeval.choice(_NAMEN_VAN_BIJLAGEN) or "x", toeval.choice(_INHOUD)) for _ in range(_aantal(toeval))]
    )
    tekst = base64.b64encode(ruw).decode()
    return toeval.choice(
        (tekst, tekst, tekst, tekst[:-3], f"{tekst[:9]}\n{tekst[9:]}", tekst.replace("A", "!", 1), "", "=")
    )


def _aantal(toeval: Random) -> int:
    return toeval.choice((1, 1, 1, 1, 0, 2))


def maak_zip(toeval: Random, leden: list[tuple[str, bytes]]) -> bytes:
    """A ZIP of these files, and sometimes something wrong with it."""
    bak = io.BytesIO()
    with zipfile.ZipFile(bak, "w") as zip_, warnings.catch_warnings():
        # Two files with one name are just what we are after.
        warnings.simplefilter("ignore")
        for naam, inhoud in leden:
            info = zipfile.ZipInfo(naam, (1980, 1, 1, 0, 0, 0))
            info.compress_type = toeval.choice(_METHODEN)
            zip_.writestr(info, inhoud)
    ruw = bytearray(bak.getvalue())
    if ruw and toeval.random() < 0.5:
        for _ in range(toeval.randint(1, 4)):
            ruw[toeval.randrange(len(ruw))] = toeval.randrange(256)
    return bytes(ruw[: toeval.randrange(len(ruw) + 1)]) if toeval.random() < 0.1 else bytes(ruw)


_DADEN = (
    _groei,
    _groei,
    _groei,
    _groei,
    _waarde,
    _waarde,
    _waarde,
    _waarde,
    _weg,
    _dubbel,
    _anders,
    _versier,
    _bijlage,
    _bijlage,
)


def zip_van_dossiers(toeval: Random) -> bytes:
    """A ZIP as a school uploads it: dossiers, things that do not belong, and sometimes damage."""
    namen = (
        "a.xml",
        "b.XML",
        "map/c.xml",
        "../d.xml",
        "e.zip",
        "f.txt",
        "__MACOSX/._a.xml",
        ".DS_Store",
        "999990019.xml",
        "/g.xml",
    )
    leden = [
        (
            toeval.choice(namen),
            verander(toeval.choice(zaden()), toeval) if toeval.random() < 0.7 else toeval.choice(_INHOUD),
        )
        for _ in range(toeval.choice((0, 1, 1, 2, 3, 8)))
    ]
    return maak_zip(toeval, leden)
