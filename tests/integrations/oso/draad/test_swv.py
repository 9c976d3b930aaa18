"""K7: a dossier for a samenwerkingsverband: offered, fetched and told back, in both roles and over mTLS."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from overstap.integrations.oso.draad.aansluiting import Aansluiting, Punt
from overstap.integrations.oso.draad.bron import Bron
from overstap.integrations.oso.draad.deur import Deur
from overstap.integrations.oso.draad.doel import SWV, Haler
from overstap.integrations.oso.draad.koppeling import bied_aan, koppel_terug
from overstap.integrations.oso.draad.uitkomst import Uitkomst
from overstap.integrations.oso.simulator import centrale
from overstap.integrations.oso.simulator.las import Dossier
from overstap.integrations.oso.simulator.opstelling import OIN_PLATFORM, OIN_SWV, SWV_BRIN, Simulator, kenmerk
from overstap.integrations.oso.simulator.systeem import Storing
from tests.integrations.oso.draad.conftest import NUMMER, Doos, dossier

BESLUIT = "Toegekend tot en met 31 juli 2027"
KAAL = dossier("POVO").partition(b"?>")[2].strip()
# Overstap as the system of the samenwerkingsverband.
ONS_SWV = Punt(SWV_BRIN, kenmerk(SWV_BRIN, 931))


@pytest.fixture
def eigen(aansluiting: Aansluiting, sim: Simulator) -> tuple[str, str]:
    """Our aanleverpunt of the basisschool: BRIN and routeringskenmerk."""
    punt = aansluiting.punt(sim.po.brin)
    assert punt is not None
    return punt.brin, punt.kenmerk


@pytest.fixture
def open_(aansluiting: Aansluiting, sim: Simulator, eigen: tuple[str, str], doos: Doos) -> Iterator[Aansluiting]:
    """Overstap stands open, for the basisschool and as the system of the samenwerkingsverband."""
    ook_swv = replace(aansluiting, punten={**aansluiting.punten, SWV_BRIN: ONS_SWV})
    with Deur(("127.0.0.1", 0), aansluiting.papieren, Bron(ook_swv, doos).behandel) as deur:
        url = f"https://127.0.0.1:{deur.poort}/oso"
        sim.centrale.punten[eigen[1]].url = url
        sim.centrale.punten[ONS_SWV.kenmerk] = centrale.Punt(ONS_SWV.kenmerk, SWV_BRIN, OIN_PLATFORM, url, "SWV")
        yield ook_swv
        del sim.centrale.punten[ONS_SWV.kenmerk]


def test_k7_the_samenwerkingsverband_fetches_what_we_offered_and_tells_us_once(
    open_: Aansluiting, sim: Simulator, eigen: tuple[str, str], doos: Doos
):
    naar = (sim.swv.brin, sim.swv.kenmerk)
    melding = bied_aan(open_, van=eigen, naar=naar, bewaar=lambda sleutel: doos.gekoppelden.update({sleutel: NUMMER}))
    assert melding.ontvangen
    # With a koppelsleutel the dossier has its receiver already.
    doos.vondsten[NUMMER] = replace(doos.vondsten[NUMMER], voor_doel=False)
    gehaald = sim.swv.haal()
    assert (gehaald.code, gehaald.dossier) == ("OverdrachtGeslaagd", KAAL)
    [(verzoek, nummer, uitkomst)] = doos.onthouden
    assert (verzoek.soort, verzoek.oin, nummer, uitkomst) == (SWV, OIN_SWV, NUMMER, Uitkomst.GELUKT)
    [sleutel] = doos.gekoppelden
    assert sleutel not in repr(verzoek)
    assert sim.swv.koppel_terug(BESLUIT) == "ontvangen"
    assert doos.terug == [(BESLUIT, OIN_SWV)]


def test_k7_what_a_school_offers_us_is_fetched_and_told_back_once(
    open_: Aansluiting, sim: Simulator, doos: Doos, eigen: tuple[str, str]
):
    sim.po.dossiers[NUMMER] = Dossier(dossier("POVO"))
    assert sim.po.bied_aan(NUMMER, SWV_BRIN, ONS_SWV.kenmerk) == "NotificatieOntvangen"
    [bericht] = doos.notificaties
    assert (bericht["doel"], bericht["sessie"]) == ("SWV", "")
    haler = Haler(open_, ONS_SWV, bericht["bron_brin"], SWV)
    opgehaald = haler.haal_gekoppeld(bericht["koppelsleutel"])
    assert (opgehaald.uitkomst, opgehaald.afgemeld, opgehaald.kenmerk) == (Uitkomst.GELUKT, True, sim.po.kenmerk)
    wat = {
        "koppelsleutel": bericht["koppelsleutel"],
        "van": (ONS_SWV.brin, ONS_SWV.kenmerk),
        "naar": (bericht["bron_brin"], bericht["bron_kenmerk"]),
        "inhoud": BESLUIT,
    }
    assert koppel_terug(open_, **wat).ontvangen
    assert [een["inhoud"] for een in sim.po.terugkoppelingen] == [BESLUIT]
    # Said twice, the simulator sees it.
    koppel_terug(open_, **wat)
    assert sim.verloop.breuken == ["terugkoppeling: een tweede poging"]
    sim.verloop.breuken.clear()


@pytest.mark.parametrize(
    ("wie", "bij", "code"),
    [("centrale", "meldenTerugkoppelingRequest", "OnbekendAanleverpunt"), ("po", "terugkoppelingRequest", "")],
)
def test_k7_a_terugkoppeling_that_does_not_arrive_is_not_sent_again(
    open_: Aansluiting, sim: Simulator, doos: Doos, wie: str, bij: str, code: str
):
    sim.po.dossiers[NUMMER] = Dossier(dossier("POVO"))
    sim.po.bied_aan(NUMMER, SWV_BRIN, ONS_SWV.kenmerk)
    [bericht] = doos.notificaties
    Haler(open_, ONS_SWV, bericht["bron_brin"], SWV).haal_gekoppeld(bericht["koppelsleutel"])
    storing = Storing(bij, "resultaat", code) if code else Storing(bij, "http", "503")
    getattr(sim, wie).storingen.append(storing)
    melding = koppel_terug(
        open_,
        koppelsleutel=bericht["koppelsleutel"],
        van=(ONS_SWV.brin, ONS_SWV.kenmerk),
        naar=(bericht["bron_brin"], bericht["bron_kenmerk"]),
        inhoud=BESLUIT,
    )
    assert (melding.ontvangen, melding.code) == (False, code or "TechnischeFout")
    assert sum("erugkoppeling" in regel for regel in sim.verloop.regels) == (1 if code else 2)


def test_k7_another_key_than_was_given_opens_nothing(open_: Aansluiting, sim: Simulator, eigen, doos: Doos):
    haler = Haler(open_, ONS_SWV, sim.po.brin, SWV)
    assert haler.haal_gekoppeld("42A12E8A-F721-4B26-B2D9-586E2B2123EC").code == "SessieAfwijkend"
    # Given out by the Traffic Center, but we know nothing of it.
    naar = (sim.swv.brin, sim.swv.kenmerk)
    assert bied_aan(open_, van=eigen, naar=naar, bewaar=lambda _sleutel: None).ontvangen
    assert sim.swv.haal().code == "DossierOnbekend"
    assert sim.swv.koppel_terug(BESLUIT) == "SessieOnbekend"


def test_k7_to_a_school_no_koppelsleutel_is_given(open_: Aansluiting, sim: Simulator, eigen):
    bewaard: list[str] = []
    melding = bied_aan(open_, van=eigen, naar=(sim.vo.brin, sim.vo.kenmerk), bewaar=bewaard.append)
    assert (melding.code, bewaard) == ("OnbekendAanleverpunt", [])
