"""Is there always an answer at our door, and never more than a refusal, whatever is sent? `./dev fuzz` sends more."""

from __future__ import annotations

import socket
from contextlib import suppress
from random import Random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from overstap.integrations.oso.draad.aansluiting import Aansluiting
from overstap.integrations.oso.draad.bericht import Bericht
from overstap.integrations.oso.draad.bron import Bron
from overstap.integrations.oso.draad.deur import Deur
from overstap.integrations.oso.draad.klant import vraag
from overstap.integrations.oso.simulator.opstelling import Simulator
from tests.fuzz import brieven
from tests.fuzz.doelen import Telling, deur
from tests.fuzz.naspelen import naspelen
from tests.integrations.oso.draad.conftest import Doos


def test_changed_messages_get_an_answer_and_nothing_else():
    telling = naspelen("deur", [], 300)
    # Both ways were walked: what is no question, and what is one but has no session.
    assert telling.uitkomsten["welgevormd"] > 30
    assert telling.uitkomsten["invoer"] - telling.uitkomsten["welgevormd"] > 30


@settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(st.binary(max_size=400))
def test_bytes_that_are_no_message_get_an_answer_and_nothing_else(ruw: bytes):
    telling = Telling()
    deur(ruw, telling.uitkomsten)
    assert not telling.uitkomsten["welgevormd"]


def _verzoeken() -> list[bytes]:
    """Requests as no client writes them; the same every time."""
    toeval = Random(1)  # noqa: S311  # no secret
    heel = brieven.zaden()[0]
    kop = b"POST /oso HTTP/1.1\r\nHost: x\r\n"
    los = [
        b"", b"\r\n\r\n", b"GET / HTTP/1.1\r\n\r\n", b"POST\r\n\r\n", b"\x16\x03\x01" * 40, kop,
        kop + b"\r\n" + heel,
        kop + b"Content-Length: -1\r\n\r\n" + heel,
        kop + b"Content-Length: 99999999999\r\n\r\n" + heel,
        kop + "Content-Length: ٣\r\n\r\n".encode() + heel,
        kop + b"Content-Length: 9999\r\n\r\n" + heel[:100],
        kop + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n",
        kop + b"Transfer-Encoding: chunked\r\n\r\n-5\r\nabc\r\n",
        kop + b"Transfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFF\r\nabc",
        kop + b"X: " + b"a" * 70_000 + b"\r\n\r\n",
        kop + b"X: y\r\n" * 150 + b"\r\n",
    ]  # fmt: skip
    goed = kop + b"Content-Length: %d\r\n\r\n" % len(heel) + heel
    return los + [brieven.schud(goed, toeval) for _ in range(8)]


def test_requests_that_are_none_cost_nobody_the_door(sim: Simulator, aansluiting: Aansluiting, doos: Doos):
    sim.centrale.storingen.clear()
    with Deur(("127.0.0.1", 0), aansluiting.papieren, Bron(aansluiting, doos).behandel) as deur:
        for ruw in _verzoeken():
            with suppress(OSError), socket.create_connection(("127.0.0.1", deur.poort), 60) as lijn:
                veilig = sim.vo.papieren.als_klant().wrap_socket(lijn, server_hostname="localhost")
                veilig.sendall(ruw)
                # Who called hangs up without waiting for what is said.
                veilig.close()
        antwoord = vraag(
            f"https://127.0.0.1:{deur.poort}/oso",
            Bericht("pingRequest"),
            uitgave=aansluiting.uitgave,
            papieren=sim.vo.papieren,
        )
    assert antwoord.soort == "pingResponse"
    assert (doos.onthouden, doos.notificaties, doos.terug) == ([], [], [])
