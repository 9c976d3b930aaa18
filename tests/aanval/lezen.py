"""What can be followed and filled in on a page, and did something come out of it that should have stayed text?"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import parse_qsl, urljoin, urlsplit

import pikepdf
from lxml import etree, html

from tests.aanval.ladingen import MERK

_ID = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}|\d+")
_DOEND = re.compile(r"^(on\w+|srcdoc)$")
# What a browser takes to another page or runs, by attribute.
_LINKEN = {"href", "src", "action", "formaction"}


@dataclass(frozen=True)
class Veld:
    """One question of a form: its name, its kind, and what may be answered or stands there."""

    naam: str
    soort: str
    waarden: tuple[str, ...]

    @property
    def is_tekst(self) -> bool:
        """Whether anything can be typed."""
        return self.soort in {"text", "email", "password", "search", "tel", "url", "number", "date", "textarea"}


@dataclass(frozen=True)
class Formulier:
    """One form of a page: where it goes, how, and what it asks."""

    adres: str
    wijze: str
    velden: tuple[Veld, ...]

    @property
    def vorm(self) -> tuple[str, str, tuple[str, ...]]:
        """What is one and the same form for other pupils."""
        return patroon(self.adres), self.wijze, tuple(sorted({veld.naam for veld in self.velden}))


def patroon(adres: str) -> str:
    """An address without the ids in it; what is asked behind it by name only."""
    delen = urlsplit(adres)
    vragen = sorted({naam for naam, _waarde in parse_qsl(delen.query, keep_blank_values=True)})
    return _ID.sub("#", delen.path) + ("?" + "&".join(vragen) if vragen else "")


def links(boom: html.HtmlElement, adres: str) -> Iterator[str]:
    """Every address of ours that the page points to."""
    for naar in boom.xpath("//a/@href | //link[@rel='next']/@href | //object/@data"):
        vol = urljoin(adres, str(naar).partition("#")[0])
        if vol.startswith("/") and not vol.startswith(("//", "/static/")):
            yield vol


def formulieren(boom: html.HtmlElement, adres: str) -> Iterator[Formulier]:
    """Every form of the page."""
    for vorm in boom.xpath("//form[not(@method='dialog')]"):
        naar = urljoin(adres, vorm.get("action") or adres)
        yield Formulier(naar, (vorm.get("method") or "get").upper(), tuple(_velden(vorm)))


def _velden(vorm: html.HtmlElement) -> Iterator[Veld]:
    for veld in vorm.xpath(".//*[@name]"):
        if veld.tag == "textarea":
            yield Veld(veld.get("name"), "textarea", (veld.text or "",))
        elif veld.tag == "select":
            yield Veld(veld.get("name"), "select", tuple(keus.get("value", "") for keus in veld.xpath(".//option")))
        elif veld.tag in {"input", "button"} and veld.get("name") != "csrfmiddlewaretoken":
            soort = veld.get("type", "submit" if veld.tag == "button" else "text").lower()
            yield Veld(veld.get("name"), soort, (veld.get("value", "on" if soort == "checkbox" else ""),))


def uitgebroken(inhoud: bytes, soort: str) -> str:
    """What was put in and came out as more than text; empty when nothing did."""
    if "pdf" in soort:
        return _in_pdf(inhoud)
    if MERK.encode() not in inhoud:
        return ""
    if "csv" in soort:
        return _formule(inhoud.decode("utf-8-sig"))
    if "xml" in soort:
        return _in_xml(inhoud)
    return _in_pagina(html.fromstring(inhoud)) if "html" in soort else ""


def _in_pagina(boom: html.HtmlElement) -> str:
    for element in boom.iter(html.etree.Element):
        if element.tag == "script" and MERK in (element.text or ""):
            return "script"
        for naam, waarde in element.attrib.items():
            opent = naam in _LINKEN and waarde.strip().lower().startswith(("javascript", "data:"))
            if MERK in waarde and (opent or _DOEND.match(naam)):
                return f"{element.tag} {naam}={waarde[:60]}"
    return "sjabloon" if f"{MERK}49" in boom.text_content() else ""


def _in_xml(inhoud: bytes) -> str:
    """What was put in stands in texts and values only; a file that cannot be read strictly broke out too."""
    try:
        boom = etree.fromstring(inhoud, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError as fout:
        return f"xml: {fout}"
    for knoop in boom.iter():
        if not isinstance(knoop.tag, str) or MERK in knoop.tag or any(MERK in naam for naam in knoop.attrib):
            return f"xml: {str(knoop)[:60]}"
    return ""


# What a reader of PDF does by itself or at a click, beside going to a page or an address.
_PDF_DOET = {"/JavaScript", "/JS", "/Launch", "/SubmitForm", "/ImportData", "/RichMedia", "/EmbeddedFile"}


def _in_pdf(inhoud: bytes) -> str:
    """Nothing in it does anything; and where it leads to is an address of a page, a mailbox or a telephone."""
    try:
        pdf = pikepdf.open(io.BytesIO(inhoud))
    except pikepdf.PdfError:
        # What no reader opens does nothing. The attachments of the world are a PDF by name only.
        return ""
    with pdf:
        for ding in pdf.objects:
            if isinstance(ding, pikepdf.Dictionary):
                soorten = {str(ding.get(naam, "")) for naam in ("/S", "/Subtype", "/Type")} | set(ding.keys())
                if doet := soorten & _PDF_DOET:
                    return f"pdf {sorted(doet)}"
                naar = str(ding.get("/URI", ""))
                if naar and not naar.lower().startswith(("https://", "http://", "mailto:", "tel:")):
                    return f"pdf naar {naar[:60]}"
    return ""


def _formule(tekst: str) -> str:
    for rij in csv.reader(io.StringIO(tekst), delimiter=";"):
        for cel in rij:
            if MERK in cel and cel[:1] in "=+-@\t\r":
                return f"formule {cel[:40]}"
    return ""
