"""How does an attacker go through everything that somebody may reach, and what breaks?"""

from __future__ import annotations

import re
import sys
import traceback
from collections import Counter, deque
from dataclasses import dataclass, field
from math import inf
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

from django.conf import settings
from django.core.signals import got_request_exception
from django.http import HttpResponse
from django.test import Client
from django.test.client import ClientHandler
from lxml import html

from tests.aanval.ladingen import FORMULES, UITBREKEN, VREEMD, WIJZEN
from tests.aanval.lezen import Formulier, Veld, formulieren, links, patroon, uitgebroken

# Of one address with other ids, so many; a list leads to the same page for every pupil.
KEREN = 3
TE_GROOT = 3_000_000
# A page that ends the session of who asks for it.
_DAG = re.compile(r"(^|[-_])(op|dag|datum|van|tot|tot_en_met|sinds|begin|einde)$")
UIT = (
    "/account/uitloggen/",
    "/po/gast/uitloggen/",
    "/ouders/uitloggen/",
    "/mijn-account/elders-uit/",
    "/meekijken/uit/",
)


@dataclass
class Kruiper:
    """One person's way through the product; `fouten` are answers nobody should get, each once per place.

    After `hoogstens` requests no new address is begun; what then still waited is counted as `overgeslagen`. Crawlers
    that share `gevraagd` ask each address once in strange ways; the rest of their requests is for links and forms.
    """

    wie: str
    sessie: str | None
    afhandeling: ClientHandler
    fouten: dict[str, str] = field(default_factory=dict)
    hoogstens: float = inf
    gevraagd: set[str] = field(default_factory=set)
    geteld: Counter[str] = field(default_factory=Counter)
    _gezien: Counter[str] = field(default_factory=Counter)
    _gevuld: set[tuple[str, str, tuple[str, ...]]] = field(default_factory=set)

    def loop(self, begin: list[str]) -> None:
        """Follow every link from these addresses, ask each in strange ways, and fill in every form."""
        got_request_exception.connect(self._hoor)
        try:
            wachten = deque(dict.fromkeys(begin))
            while wachten and self.geteld.total() < self.hoogstens:
                adres = wachten.popleft()
                if not self._nog(adres):
                    continue
                boom = self._pagina(self.stuur("GET", adres), adres)
                if boom is not None:
                    wachten.extend(links(boom, adres))
                    for vorm in formulieren(boom, adres):
                        self._vul_in(vorm)
                self._vreemd(adres)
            self.geteld["overgeslagen"] = len(wachten)
        finally:
            got_request_exception.disconnect(self._hoor)

    def stuur(self, wijze: str, adres: str, velden: Any = None, **soort: Any) -> HttpResponse:
        """One request; an answer of 500 or more is a fault, and so is what breaks out of a page."""
        client = Client(raise_request_exception=False)
        client.handler = self.afhandeling
        if self.sessie:
            client.cookies[settings.SESSION_COOKIE_NAME] = self.sessie
        self._laatste = ""
        if wijze in {"GET", "POST"}:
            antwoord = getattr(client, wijze.lower())(adres, velden or {}, **soort)
        else:
            antwoord = client.generic(wijze, adres)
        self.geteld[wijze] += 1
        inhoud = b"" if antwoord.streaming else antwoord.content
        gebroken = uitgebroken(inhoud, antwoord.headers.get("Content-Type", ""))
        if antwoord.status_code >= 500 or gebroken:
            waar = f"{wijze} {patroon(adres)}"
            self.fouten.setdefault(f"{waar}: {self._laatste or gebroken}", f"{self.wie} {adres[:200]} {velden!r:.300}")
        return antwoord

    def _hoor(self, **_signaal: Any) -> None:
        fout = sys.exc_info()[1]
        eigen = [f for f in traceback.extract_tb(fout.__traceback__) if "overstap" in f.filename] if fout else []
        plek = f"{eigen[-1].filename.rpartition('overstap/')[2]}:{eigen[-1].lineno}" if eigen else ""
        self._laatste = f"{type(fout).__name__} {str(fout)[:80]!r} {plek}"

    def _nog(self, adres: str) -> bool:
        vorm = patroon(adres)
        self._gezien[vorm] += 1
        return self._gezien[vorm] <= KEREN and not adres.startswith(UIT)

    def _pagina(self, antwoord: HttpResponse, adres: str) -> html.HtmlElement | None:
        if antwoord.status_code in {301, 302, 303} and self._nog(naar := antwoord.headers["Location"]):
            return self._pagina(self.stuur("GET", naar), naar) if naar.startswith("/") else None
        leesbaar = not antwoord.streaming and "html" in antwoord.headers.get("Content-Type", "")
        return html.fromstring(antwoord.content) if leesbaar and antwoord.content else None

    def _vreemd(self, adres: str) -> None:
        """Ask the same address with strange values, in ways it does not know, and too big."""
        vorm = patroon(adres)
        if vorm in self.gevraagd:
            return
        self.gevraagd.add(vorm)
        delen = urlsplit(adres)
        vragen = parse_qsl(delen.query, keep_blank_values=True)
        for naam, _waarde in vragen:
            for lading in (*UITBREKEN[:2], *VREEMD[:-1]):
                anders = [(een, lading if een == naam else waarde) for een, waarde in vragen]
                self.stuur("GET", f"{delen.path}?{urlencode(anders)}")
        if vragen:
            return
        for wijze in WIJZEN:
            self.stuur(wijze, adres)
        self.stuur("POST", adres, b'{"a": [1, null]}', content_type="application/json")
        self.stuur("POST", adres, b"\xff\xfe\x00", content_type="multipart/form-data; boundary=x")
        self.stuur("POST", adres, b"a=" + b"x" * TE_GROOT, content_type="application/x-www-form-urlencoded")

    def _vul_in(self, vorm: Formulier) -> None:
        if vorm.vorm in self._gevuld or vorm.adres.startswith(UIT):
            return
        self._gevuld.add(vorm.vorm)
        self.geteld["formulieren"] += 1
        for lading in (*VREEMD, *UITBREKEN, *FORMULES):
            self._verzend(vorm, {veld.naam: self._antwoord(veld, lading) for veld in vorm.velden})
        # As somebody who wants it to be accepted: days are days, what stood there stays, the rest breaks out.
        for lading in (*UITBREKEN, *FORMULES):
            self._verzend(vorm, {veld.naam: self._geloofwaardig(veld, lading) for veld in vorm.velden})
        # And what nobody can type or choose: in hidden questions and lists of choices too.
        for lading in (VREEMD[1], VREEMD[4], UITBREKEN[0]):
            self._verzend(vorm, {veld.naam: lading for veld in vorm.velden})
            self._verzend(vorm, {veld.naam: [lading, lading] for veld in vorm.velden})

    def _antwoord(self, veld: Veld, lading: str) -> str:
        if veld.is_tekst:
            return lading
        return veld.waarden[-1] if veld.waarden else ""

    def _geloofwaardig(self, veld: Veld, lading: str) -> str:
        if veld.soort == "email" or "mail" in veld.naam:
            return "iemand@voorbeeld.example"
        if _DAG.search(veld.naam):
            return "22-11-2026"
        vrij = veld.soort == "textarea" or (veld.is_tekst and not any(veld.waarden))
        return lading if vrij else self._antwoord(veld, veld.waarden[0] if veld.waarden else "")

    def _verzend(self, vorm: Formulier, velden: dict[str, Any]) -> None:
        antwoord = self.stuur(vorm.wijze, vorm.adres, velden)
        if antwoord.status_code in {302, 303} and (naar := antwoord.headers["Location"]).startswith("/"):
            self.stuur("GET", naar)
