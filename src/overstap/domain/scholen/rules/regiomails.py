"""Which texts of a region may a mail have? Its own words around what a mail must hold, and nothing about anybody.

`{adres}` is where the link comes. No other word between braces exists: a mail never holds a name or content.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from overstap.domain.scholen.enums import Mailsoort
from overstap.domain.scholen.rules.regioscholen import type_lezer

NEDERLANDS = "nl"
# Those in which a parent can read (web/components/talen.py; a test holds them together).
MAILTALEN = (NEDERLANDS, "en", "ar", "tr", "pl", "uk")
LANGSTE_MAIL = 2000
_PLEK = re.compile(r"\{([^{}]*)\}")
_ELDERS = re.compile(r"(https?://|www\.)", re.IGNORECASE)


def mailbezwaar(soort: Mailsoort, tekst: str) -> str:
    """Why this text may not be mailed, in a sentence that says what to do; empty when it may."""
    if len(tekst) > LANGSTE_MAIL:
        return f"Deze tekst is te lang. Gebruik hoogstens {LANGSTE_MAIL} tekens."
    plekken = _PLEK.findall(tekst)
    mag = " ".join(f"{{{plek}}}" for plek in soort.plekken)
    for plek in plekken:
        if plek not in soort.plekken:
            return f"{{{plek}}} kan niet. In een mail staat nooit een naam of inhoud. U kunt gebruiken: {mag}."
    if "{" in _PLEK.sub("", tekst) or "}" in _PLEK.sub("", tekst):
        return f"Er staat een losse accolade. Schrijf het zo: {mag}."
    for plek in soort.verplicht:
        if plekken.count(plek) != 1:
            wat = {"adres": "Daar komt de link.", "regels": "Daar komt hoeveel er wacht."}[plek]
            return f"Zet precies één keer {{{plek}}} in de tekst. {wat}"
    if _ELDERS.search(tekst):
        return "Zet geen ander adres in de mail: ouders leren zo dat een vreemde link gewoon is."
    return ""


def lees_mails(inhoud: Mapping[str, Any], lezer: type_lezer) -> dict[str, dict[str, str]]:
    """The own texts of a region, by kind and language; what is empty is not there."""
    tabel = inhoud.get("mails", {})
    boven = lezer(tabel, "mails")
    if not isinstance(tabel, dict):
        return {}
    boven.sleutels([soort.value for soort in Mailsoort])
    return {
        soort.value: teksten
        for soort in Mailsoort
        if soort.value in tabel and (teksten := _teksten(soort, tabel[soort.value], lezer))
    }


def _teksten(soort: Mailsoort, waarden: object, lezer: type_lezer) -> dict[str, str]:
    deel = lezer(waarden, f"mails.{soort}")
    talen = MAILTALEN if soort.ouders else (NEDERLANDS,)
    deel.sleutels(talen)
    gevonden = {taal: deel.regels(taal) for taal in talen}
    teksten = {taal: tekst for taal, tekst in gevonden.items() if tekst}
    for taal, tekst in teksten.items():
        if bezwaar := mailbezwaar(soort, tekst):
            deel.meld(taal, bezwaar)
    return teksten
