"""K9: who gets in, and whom do we believe? The matrix of certificates, and what stands in one."""

from __future__ import annotations

import os
import socket
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from threading import Event

import pytest

from overstap.integrations.oso.draad import deur as deur_
from overstap.integrations.oso.draad.aansluiting import Aansluiting
from overstap.integrations.oso.draad.bericht import Bericht
from overstap.integrations.oso.draad.certificaat import Papieren, oin_uit_pem, oin_van
from overstap.integrations.oso.draad.deur import Antwoordbrief, Brief, Deur, Deurmaat
from overstap.integrations.oso.draad.envelop import schrijf_bericht
from overstap.integrations.oso.draad.fouten import Draadfout
from overstap.integrations.oso.draad.klant import Maat, vraag
from overstap.integrations.oso.simulator.opstelling import OIN_PLATFORM, OIN_VO, Simulator
from overstap.integrations.oso.simulator.waarmerk import Waarmerk

PING = Bericht("pingRequest")
# With TLS 1.3 the refusal comes when the message is on its way: as an alert, or as a line that is cut.
GEWEIGERD = {"certificaat", "afgebroken", "geen_verbinding"}


def ping(url: str, papieren: Papieren, aansluiting: Aansluiting, **maat: float) -> Bericht:
    return vraag(url, PING, uitgave=aansluiting.uitgave, papieren=papieren, maat=Maat(**maat))


@pytest.fixture(scope="module")
def slecht(draaiend: Simulator, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Papieren]:
    """Papers of which nobody should believe one, and good ones to compare with."""
    sleutel, nu = draaiend.platform.sleutel, datetime.now(UTC)
    ander = Waarmerk(tmp_path_factory.mktemp("ander"), nu=nu, naam="ander")
    vreemd = ander.geef("vreemd", OIN_PLATFORM, sleutel=sleutel)
    return {
        "goed": draaiend.waarmerk.geef("goed", OIN_VO, sleutel=sleutel),
        "andere uitgever": replace(vreemd, uitgevers=draaiend.platform.uitgevers),
        "verlopen": draaiend.waarmerk.geef("verlopen", OIN_VO, dagen=-1, sleutel=sleutel),
        "ingetrokken": draaiend.waarmerk.geef("ingetrokken", OIN_VO, sleutel=sleutel),
        "zonder oin": draaiend.waarmerk.geef("zonder", "", sleutel=sleutel),
    }


def test_k9_who_is_not_believed_does_not_come_in(slecht, draaiend: Simulator, aansluiting: Aansluiting):
    gehoord: list[Brief] = []

    def behandel(brief: Brief) -> Antwoordbrief:
        gehoord.append(brief)
        return Antwoordbrief(schrijf_bericht(Bericht("pingResponse"), aansluiting.uitgave))

    eigen = replace(draaiend.platform, ingetrokken=draaiend.waarmerk.trek_in(slecht["ingetrokken"]))
    with Deur(("127.0.0.1", 0), eigen, behandel) as deur:
        url = f"https://127.0.0.1:{deur.poort}/oso"
        for wie in ("andere uitgever", "verlopen", "ingetrokken"):
            with pytest.raises(Draadfout) as fout:
                ping(url, slecht[wie], aansluiting)
            assert fout.value.code in GEWEIGERD, wie
        assert gehoord == []
        # Let in, but nobody that we know: what such a caller may do is decided by its OIN, and it has none.
        ping(url, slecht["zonder oin"], aansluiting)
        ping(url, slecht["goed"], aansluiting)
        assert [brief.oin for brief in gehoord] == ["", OIN_VO]
        # Revoked while the door is open. Files have a time, and two within one tick of the system have the same.
        lijst = draaiend.waarmerk.trek_in(slecht["ingetrokken"], slecht["zonder oin"])
        os.utime(lijst, (0, 0))
        with pytest.raises(Draadfout) as fout:
            ping(url, slecht["zonder oin"], aansluiting)
        assert fout.value.code in GEWEIGERD
        ping(url, slecht["goed"], aansluiting)


def test_k9_without_an_oin_the_centre_says_no(slecht, sim: Simulator, aansluiting: Aansluiting):
    waarden = {"resultaat": "ClientCertificaatOnjuist"}
    assert ping(sim.centrale_url, slecht["zonder oin"], aansluiting).waarden == waarden


def test_k9_a_server_that_we_do_not_believe_gets_no_message(slecht, sim: Simulator, aansluiting: Aansluiting):
    vreemde = replace(slecht["goed"], uitgevers=slecht["andere uitgever"].certificaat)
    with pytest.raises(Draadfout) as fout:
        ping(sim.centrale_url, vreemde, aansluiting)
    assert (fout.value.code, fout.value.onderweg) == ("certificaat", False)
    assert sim.verloop.regels == []


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1/", "ftp://127.0.0.1/", "https://wie:wat@127.0.0.1/", "https:///", ""]
)
def test_an_address_without_https_is_not_called(url: str, sim: Simulator, aansluiting: Aansluiting):
    with pytest.raises(Draadfout) as fout:
        ping(url, sim.platform, aansluiting)
    assert fout.value.code == "adres"


def test_nobody_there_and_too_late_are_told_apart(sim: Simulator, aansluiting: Aansluiting):
    with Deur(("127.0.0.1", 0), sim.platform, lambda _brief: Antwoordbrief(b"")) as deur:
        poort = deur.poort
    with pytest.raises(Draadfout) as fout:
        ping(f"https://127.0.0.1:{poort}/", sim.platform, aansluiting)
    assert (fout.value.code, fout.value.onderweg) == ("geen_verbinding", False)
    los = Event()

    def treuzel(_brief: Brief) -> Antwoordbrief:
        los.wait(30)
        return Antwoordbrief(b"")

    with Deur(("127.0.0.1", 0), sim.platform, treuzel) as deur:
        with pytest.raises(Draadfout) as fout:
            ping(f"https://127.0.0.1:{deur.poort}/", sim.platform, aansluiting, antwoord=0.2)
        los.set()
    assert (fout.value.code, fout.value.onderweg) == ("te_laat", True)


def test_an_answer_that_is_too_long_is_not_read(sim: Simulator, aansluiting: Aansluiting):
    with pytest.raises(Draadfout) as fout:
        ping(sim.centrale_url, sim.platform, aansluiting, bytes=20)
    assert fout.value.code == "te_groot"


@pytest.mark.parametrize(
    ("subject", "oin"),
    [
        (((("serialNumber", OIN_VO),),), OIN_VO),
        (((("commonName", OIN_VO),),), ""),
        (((("serialNumber", "123"),),), ""),
        (((("serialNumber", OIN_VO),), (("serialNumber", OIN_PLATFORM),)), ""),
        ((), ""),
    ],
)
def test_an_oin_is_twenty_digits_in_one_place(subject, oin: str):
    assert oin_van({"subject": subject}) == oin


def test_an_end_is_seen_weeks_ahead(draaiend: Simulator, map_: Path):
    assert oin_uit_pem(draaiend.platform.certificaat.read_bytes()) == OIN_PLATFORM
    eind = draaiend.platform.verloopt()
    assert draaiend.platform.waarschuwing(eind - timedelta(days=60)) == ""
    assert "over 59 dagen" in draaiend.platform.waarschuwing(eind - timedelta(days=60, seconds=-1))
    assert "is verlopen" in draaiend.platform.waarschuwing(eind + timedelta(seconds=1))


def test_the_whole_letter_has_a_time_and_not_each_byte_of_it(monkeypatch: pytest.MonkeyPatch):
    # A clock on which 2900 seconds pass at every look; the bytes are there already.
    monkeypatch.setattr(deur_, "monotonic", count(0, 2900).__next__)
    wij, zij = socket.socketpair()
    with wij, zij:
        zij.sendall(b"POST")
        lijn = deur_.Opdelijn(wij, tijd=6000)
        assert [lijn.read(1), lijn.read(1)] == [b"P", b"O"]
        with pytest.raises(TimeoutError):
            lijn.read(1)


def test_too_much_is_refused_before_it_is_read(draaiend: Simulator, aansluiting: Aansluiting):
    klein = Deur(("127.0.0.1", 0), draaiend.platform, lambda _brief: Antwoordbrief(b""), Deurmaat(bytes=100))
    with klein as deur, pytest.raises(Draadfout) as fout:
        ping(f"https://127.0.0.1:{deur.poort}/", draaiend.platform, aansluiting)
    assert fout.value.code == "http"
