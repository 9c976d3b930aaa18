"""Does a message go only to the public internet, to the address that was judged, and signed as suppliers expect?"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, HTTPServer
from uuid import UUID

import pytest

from overstap.integrations.webhook import (
    AdresGeweigerd,
    Bericht,
    NietBezorgd,
    is_openbaar,
    koppen,
    schrijf_geheim,
    verstuur,
    zoek_bestemming,
)

NU = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
BERICHT = Bericht(UUID(int=7), "overdracht.klaar", NU, {"overdracht_id": str(UUID(int=9))})


@contextmanager
def luisteraar(status: int = 204, **kop: str) -> Iterator[tuple[str, list[tuple[dict[str, str], bytes]]]]:
    """A program of a supplier on this machine, and what it got."""
    gekregen: list[tuple[dict[str, str], bytes]] = []

    class Ontvanger(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            inhoud = self.rfile.read(int(self.headers["Content-Length"]))
            gekregen.append(({naam.lower(): waarde for naam, waarde in self.headers.items()}, inhoud))
            self.send_response(status)
            for naam, waarde in kop.items():
                self.send_header(naam, waarde)
            self.end_headers()

        def log_message(self, *_wat: object) -> None:
            """Say nothing."""

    server = HTTPServer(("127.0.0.1", 0), Ontvanger)
    draad = threading.Thread(target=server.serve_forever, daemon=True)
    draad.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/haak?van=overstap", gekregen
    finally:
        server.shutdown()
        server.server_close()
        draad.join(60)


def test_who_knows_the_secret_sees_that_it_comes_from_us() -> None:
    geheim, oud = bytes(range(32)), bytes(range(1, 33))
    with luisteraar() as (adres, gekregen):
        naar = zoek_bestemming(adres, ook_binnen=True)
        assert verstuur(naar, BERICHT.inhoud(), koppen(BERICHT, [geheim, oud], NU)) == 204
    ((kop, inhoud),) = gekregen
    assert json.loads(inhoud) == {
        "type": "overdracht.klaar", "timestamp": NU.isoformat(), "data": {"overdracht_id": str(UUID(int=9))},
    }  # fmt: skip
    # As a supplier does it, by the description of Standard Webhooks.
    sleutel = base64.b64decode(schrijf_geheim(geheim).removeprefix("whsec_"))
    ondertekend = b".".join((kop["webhook-id"].encode(), kop["webhook-timestamp"].encode(), inhoud))
    verwacht = base64.b64encode(hmac.new(sleutel, ondertekend, hashlib.sha256).digest()).decode()
    # While a secret changes there are two, the new one first: a library takes what one of them fits.
    nieuw, ander = kop["webhook-signature"].split(" ")
    assert nieuw == f"v1,{verwacht}"
    assert ander.startswith("v1,")
    assert ander != nieuw
    assert kop["webhook-timestamp"] == str(int(NU.timestamp()))


def test_a_redirect_is_not_followed() -> None:
    with luisteraar() as (elders, daar), luisteraar(302, Location=elders) as (adres, _hier):
        assert verstuur(zoek_bestemming(adres, ook_binnen=True), b"{}", {}) == 302
        assert daar == []


def test_nobody_at_home_is_said_so() -> None:
    with luisteraar() as (adres, _gekregen):
        naar = zoek_bestemming(adres, ook_binnen=True)
    with pytest.raises(NietBezorgd, match="geen_verbinding"):
        verstuur(naar, b"{}", {})


@pytest.mark.parametrize("schema", ["http", "https"])
def test_who_answers_a_byte_at_a_time_holds_us_no_longer(schema: str) -> None:
    """Each byte comes within the limit for one; with TLS it never comes to a handshake. It stops when we hang up."""
    with socket.create_server(("127.0.0.1", 0)) as deur:

        def druppel() -> None:
            ander, _ = deur.accept()
            with ander, suppress(OSError):
                while True:
                    ander.sendall(b"H" if schema == "http" else b"\x16\x03\x01\x40\x00" + bytes(4))
                    stop.wait(0.05)

        stop = threading.Event()
        draad = threading.Thread(target=druppel, daemon=True)
        draad.start()
        naar = zoek_bestemming(f"{schema}://127.0.0.1:{deur.getsockname()[1]}/", ook_binnen=True)
        with pytest.raises(NietBezorgd, match="te_traag"):
            verstuur(naar, b"{}", {}, hoogstens=0.5)
        draad.join(60)
        assert not draad.is_alive()


@pytest.mark.parametrize(
    "adres",
    [
        "http://las.example/", "https://127.0.0.1/", "https://localhost/", "https://[::1]/", "https://10.1.2.3/",
        "https://169.254.169.254/latest/meta-data", "https://192.168.1.1/", "https://[::ffff:10.0.0.1]/", "https://0/",
        "https://[fd00::1]/", "https://[64:ff9b::a00:1]/", "https://[2002:a00:1::]/", "https://2130706433/",
        "https://wie:wat@las.example/", "ftp://las.example/", "las.example", "https://", "https://a:99999/", "",
        "https://bestaat-niet.invalid/", "https://las.example/#stuk",
    ],
)  # fmt: skip
def test_nothing_goes_inside(adres: str) -> None:
    with pytest.raises(AdresGeweigerd):
        zoek_bestemming(adres)


@pytest.mark.parametrize(
    ("adres", "openbaar"),
    [("8.8.8.8", True), ("2001:4860:4860::8888", True), ("64:ff9b::808:808", True), ("100.64.0.1", False),
     ("172.16.0.1", False), ("224.0.0.1", False), ("fe80::1%eth0", False), ("240.0.0.1", False), ("::", False),
     ("2001:0:53aa:64c:0:0:f5ff:fffe", False), ("geen adres", False)],
)  # fmt: skip
def test_which_addresses_are_of_everybody(adres: str, *, openbaar: bool) -> None:
    assert is_openbaar(adres) is openbaar


def test_a_name_that_leads_inside_the_second_time_leads_nowhere(monkeypatch: pytest.MonkeyPatch) -> None:
    """The answer of the name server that was judged is the address to which we connect."""
    antwoorden = iter(["93.184.216.34", "127.0.0.1"])
    monkeypatch.setattr(
        socket, "getaddrinfo", lambda *_w, **_m: [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (next(antwoorden), 443))]
    )
    assert zoek_bestemming("https://las.example/").adres == "93.184.216.34"
    # One of several inside is enough.
    monkeypatch.setattr(
        socket,
        "getaddrinfo",
        lambda *_w, **_m: [(2, 1, 6, "", ("93.184.216.34", 443)), (2, 1, 6, "", ("10.0.0.1", 443))],
    )
    with pytest.raises(AdresGeweigerd):
        zoek_bestemming("https://las.example/")
