"""How do we talk to a machine of somebody else whose address somebody typed, and to nothing of our own network?

Who gives us an address may give one that leads inside: `10.0.0.1`, a name that resolves to it, one that resolves to
it only the second time, or a redirect. So the name is asked once, every answer must be a public address, the connection
goes to that very address (with the certificate of the name), and a redirect is an answer like any other.
"""

from __future__ import annotations

import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from http.client import HTTPConnection
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from threading import Timer
from urllib.parse import urlsplit

# Long enough for a slow server, short enough for the others that wait behind it.
SECONDEN = 10
# In all. The limit above counts anew with every byte: who sends one every nine seconds would hold a worker for days.
SECONDEN_IN_ALLES = 30
# One sentence for a name that is not there and one that leads inside: nobody learns here which names we know.
_NIET_OPENBAAR = "Dit adres is niet te vinden op het openbare internet. Controleer het bij de leverancier."
_NAT64 = ip_network("64:ff9b::/96")


class AdresGeweigerd(Exception):
    """Nothing is sent to this address; `zin` says why."""

    def __init__(self, zin: str) -> None:
        super().__init__(zin)
        self.zin = zin


@dataclass(frozen=True)
class Bestemming:
    """Where a message goes: the name for the certificate, and the one address to which we connect."""

    naam: str
    adres: str
    poort: int
    pad: str
    tls: bool


def zoek_bestemming(adres: str, *, ook_binnen: bool = False) -> Bestemming:
    """Where an address of a webhook leads now; with `ook_binnen` (a demo) it may be this machine, without TLS.

    Raises `AdresGeweigerd`.
    """
    try:
        delen = urlsplit(adres)
        naam, poort = delen.hostname, delen.port
    except ValueError as fout:
        raise AdresGeweigerd("Dit is geen adres. Schrijf het zo: https://las.example/overstap.") from fout
    if not naam or delen.username or delen.password or delen.fragment or not adres.isascii():
        raise AdresGeweigerd("Dit is geen adres. Schrijf het zo: https://las.example/overstap.")
    if delen.scheme != "https" and not (ook_binnen and delen.scheme == "http"):
        raise AdresGeweigerd("Gebruik een adres dat met https:// begint.")
    tls = delen.scheme == "https"
    poort = poort or (443 if tls else 80)
    pad = (delen.path or "/") + (f"?{delen.query}" if delen.query else "")
    return Bestemming(naam, _los_op(naam, poort, ook_binnen=ook_binnen), poort, pad, tls)


def _los_op(naam: str, poort: int, *, ook_binnen: bool) -> str:
    try:
        gevonden = socket.getaddrinfo(naam, poort, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as fout:
        raise AdresGeweigerd(_NIET_OPENBAAR) from fout
    adressen = [str(een[4][0]) for een in gevonden]
    # One of them inside is enough: whoever owns the name says which one is used.
    if not adressen or not (ook_binnen or all(is_openbaar(een) for een in adressen)):
        raise AdresGeweigerd(_NIET_OPENBAAR)
    return adressen[0]


def is_openbaar(tekst: str) -> bool:
    """Is this an address on the public internet, also the one that is packed in it?"""
    try:
        adres = ip_address(tekst.partition("%")[0])
    except ValueError:
        return False
    if isinstance(adres, IPv6Address):
        if adres in _NAT64:
            return _openbaar(IPv4Address(int(adres) & 0xFFFFFFFF))
        ingepakt = adres.ipv4_mapped or adres.sixtofour
        if adres.teredo:
            return False
        if ingepakt:
            return _openbaar(ingepakt)
    return _openbaar(adres)


def _openbaar(adres: IPv4Address | IPv6Address) -> bool:
    return adres.is_global and not adres.is_multicast and not adres.is_reserved


class Verbinding(HTTPConnection):
    """A connection to one address, with the certificate of a name."""

    def __init__(self, naar: Bestemming) -> None:
        super().__init__(naar.naam, naar.poort, timeout=SECONDEN)
        self._naar = naar
        self.afgebroken = False

    def breek_af(self) -> None:
        """End it from another thread, whatever it waits for."""
        self.afgebroken = True
        if self.sock is not None:
            with suppress(OSError):
                # The one of a socket with TLS takes its TLS away, from under the thread that reads.
                socket.socket.shutdown(self.sock, socket.SHUT_RDWR)

    def connect(self) -> None:
        """Connect to the address that was judged, and to no other."""
        kaal = socket.create_connection((self._naar.adres, self._naar.poort), timeout=SECONDEN)
        if not self._naar.tls:
            self.sock = kaal
            return
        # Known before the handshake, so that it can be broken off in the middle of that too.
        self.sock = beschermd = ssl.create_default_context().wrap_socket(
            kaal, server_hostname=self._naar.naam, do_handshake_on_connect=False
        )
        beschermd.do_handshake()


@contextmanager
def verbonden(naar: Bestemming, hoogstens: float = SECONDEN_IN_ALLES) -> Iterator[Verbinding]:
    """A connection that ends after so many seconds in all, whatever the other side does, and at the end of this block.

    What goes wrong comes out as an `OSError` or `HTTPException`; `afgebroken` says that it was the clock.
    """
    verbinding = Verbinding(naar)
    wekker = Timer(hoogstens, verbinding.breek_af)
    wekker.daemon = True
    wekker.start()
    try:
        yield verbinding
    finally:
        wekker.cancel()
        verbinding.close()
