"""K16: who may speak for a school, and where do we answer, by the Onderwijs Serviceregister of the simulator?"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from overstap.commands import oso
from overstap.foundation.klok import dag
from overstap.integrations.oso.draad.aansluiting import Aansluiting, Punt, lees_aansluiting
from overstap.integrations.oso.draad.bericht import Bericht
from overstap.integrations.oso.draad.bron import Bron
from overstap.integrations.oso.draad.deur import Deur
from overstap.integrations.oso.draad.fouten import Draadfout
from overstap.integrations.oso.draad.klant import CENTRALE, Zending, vraag, wissel
from overstap.integrations.oso.draad.ondertekening import onderteken
from overstap.integrations.oso.draad.register import Register
from overstap.integrations.oso.simulator.opstelling import OIN_PLATFORM, OIN_PO, OIN_VO, Simulator
from overstap.integrations.oso.simulator.register import tegen_woord
from tests.integrations.oso.draad.conftest import NUMMER, Doos, dossier

URL = "https://overstap.example/oso"


@pytest.fixture
def bestand(sim: Simulator) -> Iterator[Path]:
    """A connection that asks the register; that of the others stays as it was."""
    yield sim.schrijf_aansluiting(osr=True)
    sim.schrijf_aansluiting()


@pytest.fixture
def met_osr(bestand: Path) -> Aansluiting:
    return lees_aansluiting(bestand)


@pytest.fixture
def register(met_osr: Aansluiting) -> Register:
    assert met_osr.register is not None
    return met_osr.register


@pytest.fixture
def bij_ons(met_osr: Aansluiting, sim: Simulator, doos: Doos) -> Iterator[Punt]:
    punt = met_osr.punt(sim.po.brin)
    assert punt is not None
    with Deur(("127.0.0.1", 0), met_osr.papieren, Bron(met_osr, doos).behandel) as deur:
        sim.centrale.punten[punt.kenmerk].url = f"https://127.0.0.1:{deur.poort}/oso"
        sim.centrale.punten[sim.po.kenmerk].actief = False
        yield punt
        sim.centrale.punten[sim.po.kenmerk].actief = True


def test_k16_a_mandate_counts_until_the_school_takes_it_back(sim: Simulator, bij_ons: Punt, doos: Doos):
    assert sim.vo.trek(NUMMER, sim.po.brin).dossier == dossier("POVO").partition(b"?>")[2].strip()
    # First the session, then the mandate: nothing is asked about who has no session.
    assert sim.verloop.regels[1:3] == ["centrale: sessiecontroleRequest -> goed", _van(sim.vo.brin, "ja")]
    sim.register.trek_in(OIN_VO, sim.vo.brin)
    assert sim.vo.trek(NUMMER, sim.po.brin).code == "ClientCertificaatOnjuist"
    assert len(doos.onthouden) == 1


def test_k16_a_register_that_does_not_say_is_no_yes(sim: Simulator, bij_ons: Punt, doos: Doos):
    sim.register.weg = True
    assert sim.vo.trek(NUMMER, sim.po.brin).code == "TechnischeFout"
    assert doos.onthouden == []


def test_k16_who_is_not_mandated_tells_us_nothing(sim: Simulator, bij_ons: Punt, met_osr: Aansluiting, doos: Doos):
    wat = {
        "bron_brin": sim.vo.brin,
        "bron_kenmerk": sim.vo.kenmerk,
        "doel_brin": bij_ons.brin,
        "doel_kenmerk": bij_ons.kenmerk,
        "koppelsleutel": "x",
        "doel": "SWV",
    }
    url, bericht = sim.centrale.punten[bij_ons.kenmerk].url, Bericht("notificatieRequest", wat)
    for doe, code in (
        (lambda: None, "NotificatieOntvangen"),
        (lambda: sim.register.trek_in(OIN_VO, sim.vo.brin), "SessieOnbekend"),
        (lambda: setattr(sim.register, "weg", True), "TechnischeFout"),
    ):
        doe()
        assert vraag(url, bericht, uitgave=met_osr.uitgave, papieren=sim.vo.papieren)["resultaat"] == code
    assert len(doos.notificaties) == 1


def _van(brin: str, antwoord: str) -> str:
    return f"osr: machtiging van 00000007000{brin}00000 -> {antwoord}"


@pytest.mark.usefixtures("echte_klok")
def test_k16_our_address_is_registered_and_replaced(bestand: Path, sim: Simulator, capsys: pytest.CaptureFixture[str]):
    lezer = argparse.ArgumentParser()
    oso.add_arguments(lezer)
    kenmerken = [kenmerk for _brin, kenmerk in lees_aansluiting(bestand).eigen_punten]
    for url in (URL, f"{URL}/nieuw"):
        assert oso.run(lezer.parse_args(["meld-adres", str(bestand), url])) == 0
        assert {sim.centrale.punten[kenmerk].url for kenmerk in kenmerken} == {url}
    sim.register.trek_in(OIN_PLATFORM, sim.vo.brin)
    capsys.readouterr()
    assert oso.run(lezer.parse_args(["meld-adres", str(bestand), URL])) == 1
    gezegd = capsys.readouterr()
    assert (gezegd.out, gezegd.err) == (
        f"{sim.po.brin}: gemeld\n{sim.swv.brin}: gemeld\n",
        f"{sim.vo.brin}: niet gemeld (geen_machtiging)\n",
    )
    # Those of the simulator are good for thirty days, which is soon.
    assert oso.run(lezer.parse_args(["certificaat", str(bestand)])) == 1
    gezegd = capsys.readouterr()
    assert OIN_PLATFORM in gezegd.out
    assert "Vraag nu een nieuw aan" in gezegd.err


def test_k16_a_request_that_is_not_signed_as_it_should_is_refused(register: Register, sim: Simulator):
    nu = datetime.now(UTC)
    ruw = json.dumps({"administration_id": sim.po.kenmerk, "url": "https://kwaad.example/"}).encode()
    goed = onderteken(ruw, register.papieren, register.vorm, nu=nu)
    assert tegen_woord(goed, ruw, OIN_PLATFORM, nu) == ""
    anders = replace(register.vorm, ontvanger=OIN_PO)
    for woord, lijf, oin, wanneer, bezwaar in (
        (goed, ruw + b" ", OIN_PLATFORM, nu, "hash"),
        (goed, ruw, OIN_PO, nu, "iss"),
        (goed, ruw, OIN_PLATFORM, nu + timedelta(hours=1), "exp"),
        (onderteken(ruw, register.papieren, anders, nu=nu), ruw, OIN_PLATFORM, nu, "aud"),
        (goed[:-8] + "AAAAAAAA", ruw, OIN_PLATFORM, nu, "handtekening"),
        ("", ruw, OIN_PLATFORM, nu, "handtekening"),
    ):
        assert tegen_woord(woord, lijf, oin, wanneer) == bezwaar
    zending = Zending(ruw, koppen={"JWT": goed[:-8] + "AAAAAAAA"}, leesbaar=frozenset({200, 201}))
    with pytest.raises(Draadfout, match="http"):
        wissel(f"{sim.register_url}/api/v1/endpoints", zending, register.papieren, CENTRALE)
    assert sim.verloop.breuken == ["osr: adres zonder goede ondertekening (handtekening)"]
    sim.verloop.breuken.clear()
    assert "kwaad" not in sim.centrale.punten[sim.po.kenmerk].url


def test_k16_of_our_own_mandate_the_register_says_the_token_and_of_another_only_yes_or_no(
    register: Register, sim: Simulator
):
    vandaag = dag(datetime.now(UTC))
    assert register.gemachtigd(sim.po.brin, OIN_PLATFORM, vandaag)
    assert register.gemachtigd(sim.po.brin, OIN_PO, vandaag)
    assert not register.gemachtigd(sim.po.brin, OIN_VO, vandaag)
    # Another system, whose head office did not mandate us, stays as it is.
    with pytest.raises(Draadfout, match="geen_machtiging"):
        replace(register, papieren=sim.swv.papieren).meld_adres(
            brin=sim.po.brin, kenmerk=sim.po.kenmerk, url=URL, nu=datetime.now(UTC), op=vandaag
        )


@pytest.mark.parametrize(
    "regel",
    ['machtiging = "niemand"', 'machtiging = "osr"\nosr = { adres = "https://a.example" }\nuitgave = "oso-2018"',
     'machtiging = "osr"\nosr = { adres = "https://a.example" }'],
    ids=["no such way", "a release without a register", "two places that say it"],
)  # fmt: skip
def test_a_connection_says_in_one_place_who_is_mandated(draaiend: Simulator, aansluiting: Aansluiting, regel: str):
    bestand = draaiend.map / "anders.toml"
    tekst = (draaiend.map / "aansluiting.toml").read_text()
    zonder = tekst if "2018" not in regel else tekst.replace("[[machtigingen]]", "[[iets]]")
    bestand.write_text(f"{regel}\n{zonder}")
    with pytest.raises(ValueError, match="machtiging"):
        lees_aansluiting(bestand)
