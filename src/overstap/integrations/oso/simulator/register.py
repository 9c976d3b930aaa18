"""What does the Onderwijs Serviceregister do: say who is mandated by which school, and where a system answers?"""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from time import monotonic
from typing import Any
from urllib.parse import parse_qs, urlsplit

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding, rsa
from cryptography.x509.oid import NameOID

from overstap.integrations.oso.draad.certificaat import Papieren, oin_van
from overstap.integrations.oso.simulator.centrale import Centrale, Punt
from overstap.integrations.oso.simulator.systeem import Verloop

_KENNISNET = "00000003272448340204"
_SCHOOL = "00000007000"


@dataclass
class Serviceregister:
    """Mandates (token by OIN of the system and of the school), and the addresses: those of the Traffic Center.

    `nu` is when it begins; its clock goes on from there.
    """

    verloop: Verloop
    centrale: Centrale
    nu: datetime
    machtigingen: dict[tuple[str, str], str] = field(default_factory=dict)
    weg: bool = False
    _begin: float = field(default_factory=monotonic)

    def machtig(self, oin: str, brin: str) -> None:
        """A school mandates a system, as its head does at Mijn DUO."""
        self.machtigingen[oin, school_oin(brin)] = f"token-{oin}-{brin}"

    def trek_in(self, oin: str, brin: str) -> None:
        """The school takes it back."""
        del self.machtigingen[oin, school_oin(brin)]

    def mandaten(self, vraag: Mapping[str, str], oin: str) -> tuple[int, Any]:
        """Others hear yes or no; the system itself hears the token."""
        wie = vraag.get("supplier_oin", ""), vraag.get("school_oin", "")
        token = self.machtigingen.get(wie)
        self.verloop.meld(f"osr: machtiging van {wie[1]} -> {'ja' if token else 'nee'}")
        if wie[0] != oin or token is None:
            return 200, {"status": "OK" if token else "NOK"}
        return 200, {"mandates": [{"supplier": wie[0], "mandate_token": token, "status": "OK"}]}

    def adres(self, ruw: bytes, woord: str, oin: str) -> tuple[int, Any]:
        """Register where a system answers for a school, or replace it; only with a signed request and a mandate."""
        if bezwaar := tegen_woord(woord, ruw, oin, self.nu + timedelta(seconds=monotonic() - self._begin)):
            self.verloop.breuk(f"osr: adres zonder goede ondertekening ({bezwaar})")
            return 401, {"error": bezwaar}
        wat = json.loads(ruw)
        kenmerk = wat.get("administration_id", "")
        brin = kenmerk[len(_SCHOOL) : len(_SCHOOL) + 4]
        if len(kenmerk) != 20 or wat.get("mandate_token") != self.machtigingen.get((oin, school_oin(brin)), "geen"):
            self.verloop.meld("osr: adres -> geen machtiging")
            return 403, {"error": "mandate"}
        self.centrale.punten[kenmerk] = Punt(kenmerk, brin, oin, wat["url"])
        self.verloop.meld(f"osr: adres van {kenmerk} -> goed")
        return 201, {"administration_id": kenmerk}


def school_oin(brin: str) -> str:
    """The OIN of a school, as the published ones are built up."""
    return f"{_SCHOOL}{brin}00000"


def tegen_woord(woord: str, ruw: bytes, oin: str, nu: datetime) -> str:
    """What is wrong with the signed word of a request, or empty."""
    try:
        kop, inhoud, merk = (_ontcijfer(deel) for deel in woord.split("."))
        gezegd, wie = json.loads(inhoud), json.loads(kop)
        certificaat = x509.load_der_x509_certificate(base64.b64decode(wie["jwk"]["x5c"][0]))
        sleutel = certificaat.public_key()
        assert isinstance(sleutel, rsa.RSAPublicKey)
        sleutel.verify(merk, woord.rpartition(".")[0].encode(), padding.PKCS1v15(), hashes.SHA256())
    except (ValueError, KeyError, IndexError, AssertionError, InvalidSignature):
        return "handtekening"
    van = [str(een.value) for een in certificaat.subject.get_attributes_for_oid(NameOID.SERIAL_NUMBER)]
    goed = {
        "iss": gezegd.get("iss") == oin and van == [oin],
        "aud": gezegd.get("aud") == _KENNISNET,
        "exp": gezegd.get("nbf", 0) <= nu.timestamp() + 60 and nu.timestamp() < gezegd.get("exp", 0),
        "hash": gezegd.get("hash") == base64.b64encode(hashlib.sha256(ruw).digest()).decode(),
        "type": wie.get("type") == "JWT" and wie.get("alg") == "RS256",
    }
    return next((naam for naam, klopt in goed.items() if not klopt), "")


def _ontcijfer(deel: str) -> bytes:
    return base64.urlsafe_b64decode(deel + "=" * (-len(deel) % 4))


class _Loket(BaseHTTPRequestHandler):
    server: _Server

    def do_GET(self) -> None:
        deel = urlsplit(self.path)
        vraag = {naam: waarden[0] for naam, waarden in parse_qs(deel.query).items()}
        if deel.path != "/api/v2/mandates" or self.server.register.weg:
            self._zeg(503 if self.server.register.weg else 404, {})
            return
        self._zeg(*self.server.register.mandaten(vraag, self._oin()))

    def do_POST(self) -> None:
        ruw = self.rfile.read(int(self.headers.get("Content-Length", "0")))
        if self.path != "/api/v1/endpoints":
            self._zeg(404, {})
            return
        self._zeg(*self.server.register.adres(ruw, self.headers.get("JWT", ""), self._oin()))

    def _oin(self) -> str:
        return oin_van(self.connection.getpeercert())

    def _zeg(self, status: int, wat: object) -> None:
        ruw = json.dumps(wat).encode()
        self.send_response_only(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(ruw)))
        self.end_headers()
        self.wfile.write(ruw)

    def log_message(self, *_args: object) -> None:
        """Say nothing: the report says it."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    register: Serviceregister


@contextmanager
def registerdeur(register: Serviceregister, papieren: Papieren, poort: int = 0) -> Iterator[str]:
    """The register at an address on this machine."""
    server = _Server(("127.0.0.1", poort), _Loket)
    server.register = register
    # The handshake happens in the thread of the caller, at its first read.
    server.socket = papieren.als_deur().wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    draad = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    draad.start()
    try:
        yield f"https://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()
        draad.join()
