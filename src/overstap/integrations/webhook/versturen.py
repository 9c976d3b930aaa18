"""How does a message reach a program of somebody else?"""

from __future__ import annotations

import ssl
from collections.abc import Mapping
from http.client import HTTPException

from overstap.integrations.verbinding import SECONDEN_IN_ALLES, Bestemming, verbonden


class NietBezorgd(Exception):
    """Nobody took the message; `waarom` is a fixed word, never what the other side said."""

    def __init__(self, waarom: str) -> None:
        super().__init__(waarom)
        self.waarom = waarom


def verstuur(
    naar: Bestemming, inhoud: bytes, koppen: Mapping[str, str], *, hoogstens: float = SECONDEN_IN_ALLES
) -> int:
    """Send a message once and return the status of the answer, of which nothing else is read.

    Raises `NietBezorgd` when there was no answer within `hoogstens` seconds.
    """
    with verbonden(naar, hoogstens) as verbinding:
        try:
            verbinding.request("POST", naar.pad, body=inhoud, headers=dict(koppen))
            return verbinding.getresponse().status
        except (OSError, HTTPException) as fout:
            raise NietBezorgd(_waarom(fout, afgebroken=verbinding.afgebroken)) from fout


def _waarom(fout: Exception, *, afgebroken: bool) -> str:
    if afgebroken or isinstance(fout, TimeoutError):
        return "te_traag"
    return "certificaat" if isinstance(fout, ssl.SSLError) else "geen_verbinding"
