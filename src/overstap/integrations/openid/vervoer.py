"""How does a request to a login service leave, and how much may come back?

The library asks for a session of `requests`. This one sends everything the way a webhook goes: to a public address that
was judged, over https, for ten seconds in all. It follows no redirect, asks no proxy and reads so many bytes.
"""

from __future__ import annotations

from collections.abc import Mapping
from http.client import HTTPException
from io import BytesIO
from typing import Any

import requests
from requests.adapters import BaseAdapter

from overstap.integrations.verbinding import AdresGeweigerd, Verbinding, verbonden, zoek_bestemming

# What a provider says of itself is 5 kB, its keys are as many; a token with everything in it less than 20.
MEESTE_BYTES = 256 * 1024
# Somebody waits in front of a page for it.
HOOGSTENS = 10
_DOORVERWIJZING = range(300, 400)


class _Begrensd(BaseAdapter):
    """Sends one request of `requests` within our limits; `ook_binnen`: this machine itself may be asked (a demo)."""

    def __init__(self, *, ook_binnen: bool) -> None:
        super().__init__()
        self._ook_binnen = ook_binnen

    def send(self, request: requests.PreparedRequest, *_hoe: Any, **_opties: Any) -> requests.Response:
        """Return the answer. Raises `requests.ConnectionError` for everything that is none."""
        # A form or nothing: what allauth sends is never a stream.
        inhoud = request.body if isinstance(request.body, str | bytes) else None
        try:
            naar = zoek_bestemming(request.url or "", ook_binnen=self._ook_binnen)
            with verbonden(naar, HOOGSTENS) as verbinding:
                verbinding.request(request.method or "GET", naar.pad, body=inhoud, headers=dict(request.headers))
                return _antwoord(verbinding, request)
        except (AdresGeweigerd, OSError, HTTPException) as fout:
            raise requests.ConnectionError("geen antwoord van de inlogdienst", request=request) from fout

    def close(self) -> None:
        """Nothing stays open."""


def begrensde_sessie(*, ook_binnen: bool) -> requests.Session:
    """A session for one conversation with a login service."""
    sessie = requests.Session()
    # No proxy, and no password from a file on this machine, for an address that somebody typed.
    sessie.trust_env = False
    sessie.adapters.clear()
    vervoer = _Begrensd(ook_binnen=ook_binnen)
    for begin in ("https://", "http://"):
        sessie.mount(begin, vervoer)
    sessie.headers["User-Agent"] = "Overstap"
    return sessie


def _antwoord(verbinding: Verbinding, request: requests.PreparedRequest) -> requests.Response:
    gekregen = verbinding.getresponse()
    if gekregen.status in _DOORVERWIJZING:
        raise HTTPException("doorverwezen")
    inhoud = gekregen.read(MEESTE_BYTES + 1)
    if len(inhoud) > MEESTE_BYTES or verbinding.afgebroken:
        raise HTTPException("te veel of te traag")
    antwoord = requests.Response()
    antwoord.status_code, antwoord.reason = gekregen.status, gekregen.reason
    koppen: Mapping[str, str] = dict(gekregen.getheaders())
    antwoord.headers.update(koppen)
    antwoord.raw, antwoord.url, antwoord.request = BytesIO(inhoud), request.url or "", request
    return antwoord
