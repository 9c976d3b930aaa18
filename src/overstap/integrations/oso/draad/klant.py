"""How is one message sent and its answer fetched? Once, over mTLS, within limits; nothing is tried again by itself."""

from __future__ import annotations

import http.client
import socket
import ssl
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from time import monotonic
from urllib.parse import urlsplit

from overstap.integrations.oso.draad.bericht import Bericht
from overstap.integrations.oso.draad.certificaat import Papieren
from overstap.integrations.oso.draad.envelop import lees_bericht, lees_groot, schrijf_bericht
from overstap.integrations.oso.draad.fouten import Draadfout
from overstap.integrations.oso.draad.uitgave import Uitgave
from overstap.integrations.spoel import Spoel

_STUK = 64 * 1024
# A bigger answer does not lie in memory.
GROOT = 4 * 1024 * 1024
type_neem = Callable[[bytes], object]
# Of these an answer is read; every other status is a refusal of who stands in between.
_LEESBAAR = frozenset({200, 500})


@dataclass(frozen=True)
class Maat:
    """How long (seconds) and how much (bytes) one exchange may take at most."""

    verbinden: float = 10.0
    antwoord: float = 30.0
    bytes: int = 2 * 1024 * 1024


# After these the other side certainly heard nothing.
NIET_AANGEKOMEN = frozenset({"adres", "geen_verbinding", "certificaat"})
CENTRALE = Maat()
DOSSIER = Maat(antwoord=120.0, bytes=60 * 1024 * 1024)


def vraag(url: str, bericht: Bericht, *, uitgave: Uitgave, papieren: Papieren, maat: Maat = CENTRALE) -> Bericht:
    """The answer to a message. A big one lies on disk while it comes in, and so does the dossier in it.

    Raises `Soapfout` for a fault, and `Draadfout` with code `adres`, `geen_verbinding`, `certificaat` (before the
    message could arrive), `te_laat`, `afgebroken`, `te_groot`, `http` (it may have arrived), or of `lees_bericht`.
    """
    bak = _Bak()
    stroom(url, Zending(schrijf_bericht(bericht, uitgave)), papieren, maat, bak.neem)
    antwoord, _ = lees_bericht(b"".join(bak.delen)) if bak.spoel is None else lees_groot(bak.spoel)
    if antwoord.soort != uitgave.vorm(bericht.soort).antwoord:
        raise Draadfout("ander_antwoord", onderweg=True)
    return antwoord


class _Bak:
    """What comes in: in memory, and from `GROOT` bytes on in a spoel."""

    def __init__(self) -> None:
        self.delen: list[bytes] = []
        self.spoel: Spoel | None = None
        self._samen = 0

    def neem(self, stuk: bytes) -> None:
        self._samen += len(stuk)
        if self.spoel is None and self._samen > GROOT:
            self.spoel = Spoel()
            for deel in self.delen:
                self.spoel.write(deel)
            self.delen.clear()
        if self.spoel is None:
            self.delen.append(stuk)
        else:
            self.spoel.write(stuk)


@dataclass(frozen=True)
class Zending:
    """What goes to the other side: a SOAP message, unless it says otherwise; `leesbaar`: of these an answer is read."""

    ruw: bytes
    methode: str = "POST"
    koppen: Mapping[str, str] = field(
        default_factory=lambda: {"Content-Type": "text/xml; charset=utf-8", "SOAPAction": '""'}
    )
    leesbaar: frozenset[int] = _LEESBAAR


def haal(url: str, ruw: bytes, papieren: Papieren, maat: Maat) -> bytes:
    """The bytes that come back for these bytes; raises what `vraag` raises of the way."""
    return wissel(url, Zending(ruw), papieren, maat)


def wissel(url: str, zending: Zending, papieren: Papieren, maat: Maat) -> bytes:
    """The bytes that come back for what is sent; raises what `vraag` raises of the way."""
    delen: list[bytes] = []
    stroom(url, zending, papieren, maat, delen.append)
    return b"".join(delen)


def stroom(url: str, zending: Zending, papieren: Papieren, maat: Maat, neem: type_neem) -> None:
    """As `wissel`, but what comes back is given to `neem` piece by piece, also when it breaks off later."""
    deel = urlsplit(url)
    if deel.scheme != "https" or not deel.hostname or deel.username:
        raise Draadfout("adres")
    lijn = http.client.HTTPSConnection(
        deel.hostname, deel.port or 443, timeout=maat.verbinden, context=papieren.als_klant()
    )
    try:
        _verbind(lijn)
        _stuur(lijn, (deel.path or "/") + (f"?{deel.query}" if deel.query else ""), zending, maat, neem)
    finally:
        lijn.close()


def _verbind(lijn: http.client.HTTPSConnection) -> None:
    try:
        lijn.connect()
    except (OSError, ValueError) as fout:
        raise Draadfout("certificaat" if _geweigerd(fout) else "geen_verbinding") from None


def _stuur(lijn: http.client.HTTPSConnection, pad: str, zending: Zending, maat: Maat, neem: type_neem) -> None:
    einde = monotonic() + maat.antwoord
    koppen = {**zending.koppen, "Accept-Encoding": "identity", "Connection": "close"}
    try:
        # The connection forgets its socket as soon as the other side says that it closes.
        stekker = lijn.sock
        stekker.settimeout(maat.antwoord)
        lijn.request(zending.methode, pad, body=zending.ruw or None, headers=koppen)
        with lijn.getresponse() as antwoord:
            if antwoord.status not in zending.leesbaar:
                raise Draadfout("http", onderweg=True)
            _lees(stekker, antwoord, maat, einde, neem)
    except TimeoutError:
        raise Draadfout("te_laat", onderweg=True) from None
    except (OSError, http.client.HTTPException) as fout:
        # With TLS 1.3 the other side says only now that it does not believe our certificate.
        raise Draadfout("certificaat" if _geweigerd(fout) else "afgebroken", onderweg=not _geweigerd(fout)) from None


def _geweigerd(fout: Exception) -> bool:
    """Does one of us not believe the certificate of the other?"""
    gezegd = isinstance(fout, ssl.SSLError) and "ALERT" in (fout.reason or "")
    return gezegd or isinstance(fout, ssl.SSLCertVerificationError)


def _lees(
    stekker: socket.socket, antwoord: http.client.HTTPResponse, maat: Maat, einde: float, neem: type_neem
) -> None:
    samen = 0
    while stuk := antwoord.read1(_STUK):
        samen += len(stuk)
        if samen > maat.bytes:
            raise Draadfout("te_groot", onderweg=True)
        neem(stuk)
        # Who sends one byte each second is too late as well.
        over = einde - monotonic()
        if over <= 0:
            raise TimeoutError
        if not antwoord.isclosed():
            stekker.settimeout(over)
    if antwoord.length:
        raise Draadfout("afgebroken", onderweg=True)
