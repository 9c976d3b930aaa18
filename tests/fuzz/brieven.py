"""How does a message over the line become another one, by its text, its tree or its bytes?"""

from copy import deepcopy
from functools import cache
from random import Random

from lxml import etree

from overstap.integrations.oso.draad.bericht import Bericht
from overstap.integrations.oso.draad.envelop import SOAP, schrijf_bericht
from overstap.integrations.oso.draad.uitgave import uitgaven

_BLOK = {"bron_brin": "00YY", "doel_brin": "00AH", "bron_kenmerk": "0000000700000YY00931", "doel_kenmerk": "1"}
_VRAAG = {"overdrachtsoort": "overstapdossier", "sessie": "9cebd89c-8953-416b-a2cb-ecee939f1775"}
_SLEUTEL = {"zoeksleutel": "QUJD" * 43, "pgnfrag": "0019"}
_KOPPEL = {"koppelsleutel": "42A12E8A-F721-4B26-B2D9-586E2B2123EC"}
_WAARDEN = (
    "", " ", "x", "SWV", "OV", "00YY", "999990019", "2026-11-20T12:00:00", "2026-02-30", "-1", "9" * 5000,
    "\u202e", "٣", "<", "&", "]]>", "overdrachtbinnenbrin", "swv-dossier", "2019.1", "A" * 25_000,
)  # fmt: skip
_RUIMTEN = ("", "urn:x", SOAP, "http://www.edustandaard.nl/oso_gegevensset/2019/dossier")


@cache
def zaden() -> tuple[bytes, ...]:
    """Where it begins: what our door answers, in every release."""
    return tuple(
        schrijf_bericht(bericht, uitgave) for uitgave in uitgaven().values() for bericht in _berichten(uitgave)
    )


def _berichten(uitgave) -> list[Bericht]:
    sleutel = {veld: waarde for veld, waarde in _SLEUTEL.items() if veld in uitgave.velden}
    return [
        Bericht("documentRequest", _BLOK | sleutel | _VRAAG | {"verzameldatum": "2026-11-20T12:00:00+01:00"}),
        Bericht("documentRequest", _BLOK | _KOPPEL | _VRAAG | {"versie": "2019.1"}),
        Bericht("notificatieRequest", _BLOK | _KOPPEL | {"doel": "SWV"}),
        Bericht("terugkoppelingRequest", _BLOK | _KOPPEL | {"inhoud": "Toegekend"}),
        Bericht("pingRequest"),
    ]


def verander(ruw: bytes, toeval: Random) -> bytes:
    """Another message near this one; mostly well-formed, sometimes bytes that were only shaken."""
    if toeval.random() < 0.2:
        return schud(ruw, toeval)
    try:
        wortel = etree.fromstring(ruw, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError:
        wortel = etree.fromstring(toeval.choice(zaden()))
    for _ in range(toeval.choice((1, 1, 2, 4))):
        _doe(wortel, toeval)
    anders = etree.tostring(wortel)
    return anders if len(anders) < 100_000 else toeval.choice(zaden())


def _doe(wortel: etree._Element, toeval: Random) -> None:
    element = toeval.choice(list(wortel.iter(etree.Element)))
    ouder = element.getparent()
    match toeval.randrange(6):
        case 0:
            element.text = toeval.choice(_WAARDEN)
        case 1 if ouder is not None:
            ouder.remove(element)
        case 2 if ouder is not None:
            ouder.insert(toeval.randrange(len(ouder) + 1), deepcopy(element))
        case 3:
            ruimte = toeval.choice(_RUIMTEN)
            naam = etree.QName(toeval.choice(list(wortel.iter(etree.Element)))).localname
            element.tag = f"{{{ruimte}}}{naam}" if ruimte else naam
        case 4:
            element.append(etree.fromstring(toeval.choice(zaden()))[1])
        case _:
            element.set("href", toeval.choice(("#1", "cid:x")))


def schud(ruw: bytes, toeval: Random) -> bytes:
    """These bytes with some of them changed, and sometimes cut short."""
    los = bytearray(ruw)
    for _ in range(toeval.randint(1, 8)):
        if los:
            los[toeval.randrange(len(los))] = toeval.randrange(256)
    return bytes(los[: toeval.randrange(len(los) + 1)]) if toeval.random() < 0.3 else bytes(los)
