"""How does a message become SOAP 1.1, and the reverse? Written strictly, read by name and leniently."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from xml.sax.saxutils import escape

from lxml import etree

from overstap.integrations.oso.draad.bericht import Aanleverpunt, Bericht
from overstap.integrations.oso.draad.dossierdrager import als_element, haal_uit, vul_in
from overstap.integrations.oso.draad.fouten import Draadfout, Soapfout
from overstap.integrations.oso.draad.uitgave import Uitgave, Vorm, uitgaven
from overstap.integrations.oso.jaren import jaren
from overstap.integrations.spoel import Spoel
from overstap.integrations.xml import Leesfout, ontleed, ontleed_groot

SOAP = "http://schemas.xmlsoap.org/soap/envelope/"
_MERK = b"<!--dossier-->"
# Longer than any field of a message; only a zoeksleutel and a terugkoppeling come near.
_LANGST = 20_000
_CODE = re.compile(r"[A-Za-z][A-Za-z0-9_.\-]{0,79}")


def schrijf_bericht(bericht: Bericht, uitgave: Uitgave) -> bytes:
    """The envelope of a message, in the order of its form.

    Raises `Draadfout` ("bericht_onvolledig") when a field is missing, there twice over (a choice) or does not belong.
    """
    vorm = uitgave.vorm(bericht.soort)
    _keur(bericht, vorm)
    wortel, body = _leeg(uitgave)
    element = etree.SubElement(body, f"{{{uitgave.naamruimte}}}{bericht.soort}")
    for veld in vorm.volgorde:
        if veld in bericht.waarden:
            _zet(element, uitgave.velden[veld], bericht.waarden[veld], uitgave)
    if vorm.punten and bericht.punten:
        _zet_punten(element, bericht, uitgave)
    if bericht.dossier is None:
        return _tekst(wortel)
    # The file itself goes in as it was kept, so that its fingerprint stays true.
    element.append(etree.Comment("dossier"))
    dossier = bericht.dossier if isinstance(bericht.dossier, bytes) else bericht.dossier.read()
    return _tekst(wortel).replace(_MERK, als_element(dossier), 1)


def schrijf_om(bericht: Bericht, uitgave: Uitgave) -> tuple[bytes, bytes]:
    """What goes before and after the dossier in the envelope of this message; the dossier itself is not read."""
    heel = schrijf_bericht(replace(bericht, dossier=_MERK), uitgave)
    kop, _, staart = heel.partition(_MERK)
    return kop, staart


def schrijf_fault(code: str, uitgave: Uitgave, *, van: str = "Client") -> bytes:
    """A SOAP fault: `van` says whose fault it is, `code` why."""
    wortel, body = _leeg(uitgave)
    fault = etree.SubElement(body, f"{{{SOAP}}}Fault")
    for naam, tekst in (("faultcode", f"soapenv:{van}"), ("faultstring", code)):
        etree.SubElement(fault, naam).text = tekst
    return _tekst(wortel)


def _keur(bericht: Bericht, vorm: Vorm) -> None:
    gegeven = {veld for veld, waarde in bericht.waarden.items() if waarde}
    mist = set(vorm.verplicht) - gegeven
    vreemd = set(bericht.waarden) - set(vorm.volgorde)
    # Of a choice exactly one row is there, and it is there whole.
    raak = all(
        [gegeven & {veld for rij in keuze for veld in rij}] == [set(rij) for rij in keuze if set(rij) <= gegeven]
        for keuze in vorm.keuzes
    )
    mag_niet = (bericht.dossier is not None and not vorm.dossier) or (bool(bericht.punten) and not vorm.punten)
    if mist or vreemd or not raak or mag_niet:
        raise Draadfout("bericht_onvolledig")


def _leeg(uitgave: Uitgave) -> tuple[etree._Element, etree._Element]:
    wortel = etree.Element(f"{{{SOAP}}}Envelope", nsmap={"soapenv": SOAP, uitgave.voorvoegsel: uitgave.naamruimte})
    etree.SubElement(wortel, f"{{{SOAP}}}Header")
    return wortel, etree.SubElement(wortel, f"{{{SOAP}}}Body")


def _zet(element: etree._Element, pad: str, waarde: str, uitgave: Uitgave) -> None:
    *schillen, naam = (f"{{{uitgave.naamruimte}}}{deel}" for deel in pad.split("/"))
    for schil in schillen:
        gevonden = element.find(schil)
        element = etree.SubElement(element, schil) if gevonden is None else gevonden
    try:
        etree.SubElement(element, naam).text = waarde
    except ValueError:
        raise Draadfout("bericht_onvolledig") from None


def _zet_punten(element: etree._Element, bericht: Bericht, uitgave: Uitgave) -> None:
    ruimte, punt = uitgave.naamruimte, uitgave.punt
    lijst = etree.SubElement(element, f"{{{ruimte}}}{punt['lijst']}")
    for een in bericht.punten:
        kind = etree.SubElement(lijst, f"{{{ruimte}}}{punt['element']}")
        etree.SubElement(kind, f"{{{ruimte}}}{punt['kenmerk']}").text = een.kenmerk
        etree.SubElement(kind, f"{{{ruimte}}}{punt['url']}").text = een.url


def _tekst(wortel: etree._Element) -> bytes:
    return etree.tostring(wortel, encoding="utf-8", xml_declaration=True)


def lees_bericht(ruw: bytes) -> tuple[Bericht, Uitgave]:
    """The message in an envelope and the release that it is written in: of its namespace.

    Unknown elements are passed by, order and wrappers do not matter. Raises `Soapfout` for a fault, and `Draadfout`
    ("geen_soap", "onbekende_uitgave", "onbekend_bericht", "dubbel_veld", or what the parser says: "doctype", …).
    """
    try:
        return _bericht_in(ontleed(ruw))
    except Leesfout as fout:
        raise Draadfout(fout.code) from None


def lees_groot(bron: Spoel) -> tuple[Bericht, Uitgave]:
    """As `lees_bericht`, but the attachments of the dossier in it are never in memory: it is there to be read from."""
    bijlagen: dict[str, Spoel] = {}

    def afvoer(merk: str) -> Callable[[str], None]:
        spoel = bijlagen[merk] = Spoel()

        def neem(tekst: str) -> None:
            spoel.write(escape(tekst).encode())

        return neem

    try:
        with bron.open() as lezer:
            wortel = ontleed_groot(lezer, _inhouden(), afvoer)
        bericht, uitgave = _bericht_in(wortel)
    except Leesfout as fout:
        raise Draadfout(fout.code) from None
    if isinstance(bericht.dossier, bytes) and bijlagen:
        bericht = replace(bericht, dossier=vul_in(bericht.dossier, bijlagen).open())
    return bericht, uitgave


@cache
def _inhouden() -> frozenset[str]:
    return frozenset(jaar.inhoud for jaar in jaren())


def _bericht_in(wortel: etree._Element) -> tuple[Bericht, Uitgave]:
    element = _inhoud(wortel)
    naam = etree.QName(element)
    if naam.localname == "Fault":
        raise Soapfout(_foutcode(element))
    uitgave = next((een for een in uitgaven().values() if naam.namespace in een.naamruimten), None)
    if uitgave is None:
        raise Draadfout("onbekende_uitgave")
    vorm = uitgave.vorm(naam.localname)
    bericht = Bericht(vorm.soort, dict(_waarden(element, vorm, uitgave)))
    if vorm.punten:
        bericht = replace(bericht, punten=tuple(_punten(element, uitgave)))
    return (replace(bericht, dossier=haal_uit(element)) if vorm.dossier else bericht), uitgave


def _inhoud(wortel: etree._Element) -> etree._Element:
    """The first element of the body."""
    body = wortel.find(f"{{{SOAP}}}Body")
    if wortel.tag != f"{{{SOAP}}}Envelope" or body is None or len(body) == 0:
        raise Draadfout("geen_soap")
    return body[0]


def _waarden(element: etree._Element, vorm: Vorm, uitgave: Uitgave) -> Iterator[tuple[str, str]]:
    for veld in vorm.volgorde:
        if veld == vorm.rest:
            continue
        naam = uitgave.velden[veld].rsplit("/", 1)[-1]
        # What stands twice with two meanings would be one thing to us and another to who checks it.
        teksten = {_kaal(een.text) for een in _eigen(element, naam)}
        if len(teksten) > 1 or any(len(tekst) > _LANGST for tekst in teksten):
            raise Draadfout("dubbel_veld")
        if teksten and (tekst := teksten.pop()):
            yield veld, tekst
    if vorm.rest and (tekst := _rest(element, vorm, uitgave)):
        yield vorm.rest, tekst


def _rest(element: etree._Element, vorm: Vorm, uitgave: Uitgave) -> str:
    """Every value that has no field of its own, in the order of the message; each with its name, if that is another."""
    namen = {uitgave.velden[veld].rsplit("/", 1)[-1]: veld for veld in vorm.volgorde}
    regels = []
    for blad in element.iter(etree.Element):
        naam, tekst = etree.QName(blad).localname, _kaal(blad.text)
        if len(blad) or not tekst or namen.get(naam, vorm.rest) != vorm.rest:
            continue
        regels.append(tekst if naam in namen else f"{naam}: {tekst}")
    heel = "\n".join(regels)
    if len(heel) > _LANGST:
        raise Draadfout("dubbel_veld")
    return heel


def _eigen(element: etree._Element, naam: str) -> Iterator[etree._Element]:
    """The elements of this name, in whatever namespace, but not those inside a dossier."""
    for kind in element:
        if "oso_gegevensset" in kind.tag:
            continue
        if etree.QName(kind).localname == naam and len(kind) == 0:
            yield kind
        yield from _eigen(kind, naam)


def _kaal(tekst: str | None) -> str:
    """A value as it is sent on: a zoeksleutel keeps its own line breaks, since others compare it literally."""
    return (tekst or "").strip()


def _punten(element: etree._Element, uitgave: Uitgave) -> Iterator[Aanleverpunt]:
    for url in _eigen(element, uitgave.punt["url"]):
        ouder = url.getparent()
        kenmerk = next(_eigen(ouder, uitgave.punt["kenmerk"]), None) if ouder is not None else None
        if kenmerk is not None:
            yield Aanleverpunt(_kaal(kenmerk.text), _kaal(url.text))


def _foutcode(fault: etree._Element) -> str:
    """What a fault says why: a result in its detail, else its faultstring, else its faultcode."""
    for naam in ("resultaat", "faultstring", "faultcode"):
        for element in _eigen(fault, naam):
            if past := _CODE.fullmatch(_kaal(element.text).rpartition(":")[2]):
                return past.group()
    return "fault"
