"""Who called, when a proxy in front of us did the handshake and passes the certificate on? Believed of that proxy only.

What it passes is looked at again as if we had done the handshake: who vouches for it, until when, and was it revoked.
That its owner holds the key only the proxy saw; so nobody but the proxy may speak to this door.
"""

from __future__ import annotations

import hmac
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import unquote

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.x509.verification import ExtensionPolicy, PolicyBuilder, Store, VerificationError

from overstap.integrations.oso.draad.certificaat import Papieren, oin_uit_pem

KOP = "X-SSL-Client-Cert"
GEHEIMKOP = "X-Overstap-Proxy"
# So much as chance cannot guess; shorter is a word that somebody typed.
_KORTST = 32
# A certificate in a header, escaped; what is longer is none.
_LANGST = 16_000
type_koppen = Callable[[str], list[str]]


class Nietgeloofd(Exception):
    """Who called is not who it says, or not a proxy of ours. Why is nobody's business but the log's: a fixed word."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True)
class Doorgever:
    """The proxy in front of our door: from which addresses it calls, and the file with the secret that it sends along.

    Both must be right before anything that it passes on is read.
    """

    adressen: frozenset[str]
    geheim: Path
    kop: str = KOP

    def wie(self, adres: str, koppen: type_koppen, papieren: Papieren, nu: datetime) -> str:
        """The OIN of who called, empty when its certificate has none. `koppen` gives every header of a name.

        Raises `Nietgeloofd`, also when there is no certificate; OSError or ValueError when our own files are no good.
        """
        if adres not in self.adressen:
            raise Nietgeloofd("adres")
        if not hmac.compare_digest(_enige(koppen(GEHEIMKOP), "geheim").encode(), self.leest_geheim().encode()):
            raise Nietgeloofd("geheim")
        pem = unquote(_enige(koppen(self.kop), "geen_certificaat")).encode()
        try:
            certificaat = x509.load_pem_x509_certificate(pem)
        except ValueError:
            raise Nietgeloofd("onleesbaar") from None
        controleer(certificaat, papieren, nu)
        return oin_uit_pem(pem)

    def leest_geheim(self) -> str:
        """The secret, read anew each time. Raises OSError, and ValueError when it is none."""
        tekst = self.geheim.read_text(encoding="ascii").strip()
        if len(tekst) < _KORTST:
            raise ValueError(f"proxy: het geheim is korter dan {_KORTST} tekens")
        return tekst


def _enige(waarden: list[str], code: str) -> str:
    """The one header of this name. Two of them is one that somebody else put beside it."""
    if len(waarden) != 1 or not waarden[0] or not waarden[0].isascii() or len(waarden[0]) > _LANGST:
        raise Nietgeloofd(code)
    return waarden[0]


def controleer(certificaat: x509.Certificate, papieren: Papieren, nu: datetime) -> None:
    """Raise `Nietgeloofd` unless one of our authorities vouches for this certificate now, and did not take it back."""
    uitgevers = x509.load_pem_x509_certificates(papieren.uitgevers.read_bytes())
    # What a certificate is for stands in OSO in its subject (the OIN), so a name of a host in it is not asked.
    beleid = PolicyBuilder().store(Store(uitgevers)).time(nu)
    beleid = beleid.extension_policies(
        ca_policy=ExtensionPolicy.webpki_defaults_ca(), ee_policy=ExtensionPolicy.permit_all()
    )
    try:
        keten = beleid.build_client_verifier().verify(certificaat, uitgevers).chain
    except VerificationError:
        raise Nietgeloofd("niet_vertrouwd") from None
    if papieren.ingetrokken is not None and _ingetrokken(certificaat, keten[1], papieren.ingetrokken, nu):
        raise Nietgeloofd("ingetrokken")


def _ingetrokken(certificaat: x509.Certificate, uitgever: x509.Certificate, lijsten: Path, nu: datetime) -> bool:
    """Is it on the list of who gave it? Without a list that counts now, as if it is."""
    passend = [een for een in _lijsten(lijsten.read_bytes()) if een.issuer == uitgever.subject]
    geldig = [een for een in passend if _telt(een, uitgever, nu)]
    return not geldig or any(een.get_revoked_certificate_by_serial_number(certificaat.serial_number) for een in geldig)


def _telt(lijst: x509.CertificateRevocationList, uitgever: x509.Certificate, nu: datetime) -> bool:
    eind = lijst.next_update_utc
    try:
        echt = lijst.is_signature_valid(uitgever.public_key())  # type: ignore[arg-type]  # a key that signs nothing raises
    except (InvalidSignature, TypeError, ValueError):
        return False
    return echt and lijst.last_update_utc <= nu and (eind is None or nu < eind)


def _lijsten(ruw: bytes) -> Iterable[x509.CertificateRevocationList]:
    """Every list in a PEM file."""
    begin, eind = b"-----BEGIN X509 CRL-----", b"-----END X509 CRL-----"
    for deel in ruw.split(begin)[1:]:
        yield x509.load_pem_x509_crl(begin + deel.partition(eind)[0] + eind + b"\n")


def doorgever_uit(ruw: dict[str, object], map_: Path) -> Doorgever | None:
    """The proxy in the file of a connection (`[proxy]`); None without one, and then nobody passes anything on.

    Raises ValueError or KeyError when it is not whole: an address that is none, or a secret that is too short.
    """
    proxy = ruw.get("proxy")
    if proxy is None:
        return None
    if not isinstance(proxy, dict) or not proxy["van"]:
        raise ValueError("proxy: zeg van welk adres zij belt (van) en waar haar geheim staat (geheim)")
    gevonden = Doorgever(
        adressen=frozenset(str(ip_address(een)) for een in proxy["van"]),
        geheim=map_ / str(proxy["geheim"]),
        kop=str(proxy.get("kop", KOP)),
    )
    gevonden.leest_geheim()
    return gevonden


def eis_binnen(gastheer: str) -> None:
    """Behind a proxy our own line is not closed, so it may not be one that others listen to. Raises ValueError."""
    adres = ip_address("127.0.0.1" if gastheer == "localhost" else gastheer)
    if adres.is_unspecified or not (adres.is_loopback or adres.is_private):
        raise ValueError("proxy: luister dan op een adres binnen (127.0.0.1, of een privéadres)")
