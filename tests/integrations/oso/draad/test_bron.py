"""Does Overstap give a dossier as the protocol asks? The scenarios of the role bron, asked by a simulated vo LAS."""

from __future__ import annotations

import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta

import pytest

from overstap.integrations.oso import lees
from overstap.integrations.oso.draad.aansluiting import Aansluiting, Punt
from overstap.integrations.oso.draad.bron import Bron, Verzoek, Vondst, besluit
from overstap.integrations.oso.draad.deur import Deur
from overstap.integrations.oso.draad.doel import Haler
from overstap.integrations.oso.draad.uitkomst import Uitkomst
from overstap.integrations.oso.simulator.las import Dossier
from overstap.integrations.oso.simulator.opstelling import OIN_PLATFORM, OIN_VO, Simulator
from overstap.integrations.oso.simulator.systeem import Storing
from tests.integrations.oso.draad.conftest import ANDER, NU, NUMMER, Doos, dossier


@pytest.fixture
def bij_ons(sim: Simulator, aansluiting: Aansluiting, doos: Doos) -> Iterator[Punt]:
    """Overstap stands open for the basisschool; only our own aanleverpunt of that school is active."""
    punt = aansluiting.punt(sim.po.brin)
    assert punt is not None
    with Deur(("127.0.0.1", 0), aansluiting.papieren, Bron(aansluiting, doos).behandel) as deur:
        sim.centrale.punten[punt.kenmerk].url = f"https://127.0.0.1:{deur.poort}/oso"
        sim.centrale.punten[sim.po.kenmerk].actief = False
        yield punt
        sim.centrale.punten[sim.po.kenmerk].actief = True


def test_k6_the_vo_school_fetches_it_in_its_own_administration(sim: Simulator, bij_ons: Punt, doos: Doos):
    gehaald = sim.vo.trek(NUMMER, sim.po.brin)
    assert gehaald.code == "OverdrachtGeslaagd"
    assert gehaald.dossier == dossier("POVO").partition(b"?>")[2].strip()
    assert sim.verloop.regels == [
        "centrale: overdrachtRequest -> goed",
        "centrale: sessiecontroleRequest -> goed",
        "centrale: afmeldingRequest -> OverdrachtGeslaagd",
    ]
    [(verzoek, nummer, uitkomst)] = doos.onthouden
    assert (nummer, uitkomst, verzoek.doel_brin, verzoek.oin) == (NUMMER, Uitkomst.GELUKT, sim.vo.brin, OIN_VO)


def test_k6_what_was_fetched_at_one_school_is_given_to_the_next(
    sim: Simulator, bij_ons: Punt, aansluiting: Aansluiting, doos: Doos
):
    sim.po.dossiers[NUMMER] = Dossier(dossier("BB"))
    sim.centrale.punten[sim.po.kenmerk].actief = True
    punt = replace(bij_ons, las=sim.po.kenmerk)
    opgehaald = Haler(aansluiting, punt, punt.brin).haal_op(NUMMER).dossier
    assert isinstance(opgehaald, bytes)
    sim.centrale.punten[sim.po.kenmerk].actief = False
    doos.vondsten[NUMMER] = replace(doos.vondsten[NUMMER], lees=lambda: opgehaald)
    gehaald = sim.vo.trek(NUMMER, sim.po.brin)
    assert gehaald.dossier is not None
    assert lees(gehaald.dossier).inhoud == lees(dossier("BB")).inhoud
    assert [sessie.resultaat for sessie in sim.centrale.sessies.values()] == ["OverdrachtGeslaagd"] * 2


@pytest.mark.parametrize(
    ("anders", "code"),
    [
        ({"gereed": False}, "DossierNietGereed"),
        ({"voor_doel": False}, "DossierNietVoorDoel"),
    ],
)
def test_k4_what_may_not_go_yet_does_not_go(sim: Simulator, bij_ons: Punt, doos: Doos, anders, code: str):
    doos.vondsten[NUMMER] = replace(doos.vondsten[NUMMER], **anders)
    gehaald = sim.vo.trek(NUMMER, sim.po.brin)
    assert (gehaald.code, gehaald.dossier) == (code, None)
    # Remembered all the same, for a notification when it may.
    assert [(nummer, uitkomst.value) for _, nummer, uitkomst in doos.onthouden] == [
        (NUMMER, {"DossierNietGereed": "niet_gereed", "DossierNietVoorDoel": "niet_voor_doel"}[code])
    ]


def test_a_pupil_that_we_do_not_know_is_nobody(sim: Simulator, bij_ons: Punt, doos: Doos):
    assert sim.vo.trek(ANDER, sim.po.brin).code == "DossierOnbekend"


def test_k10_nothing_older_than_what_was_asked(sim: Simulator, bij_ons: Punt, doos: Doos):
    assert sim.vo.trek(NUMMER, sim.po.brin, na="2026-11-20T12:00:00+00:00").code == "DossierNietNieuwer"
    assert sim.vo.trek(NUMMER, sim.po.brin, na="2026-11-20T12:59:59+01:00").dossier


def test_a_moment_that_is_none_is_refused(sim: Simulator, bij_ons: Punt, doos: Doos):
    assert sim.vo.trek(NUMMER, sim.po.brin, na="gisteren").code == "BerichtOnjuist"
    assert doos.onthouden == []


@pytest.mark.parametrize("code", ["SessieAfwijkend", "SessieReedsAfgemeld", "VerstrekkerNietBekend", "NooitGehoord"])
def test_k8_what_the_centre_says_goes_on_to_who_asked_and_nothing_else(
    sim: Simulator, bij_ons: Punt, doos: Doos, code: str
):
    sim.centrale.storingen.append(Storing("sessiecontroleRequest", "resultaat", code))
    gehaald = sim.vo.trek(NUMMER, sim.po.brin)
    assert (gehaald.code, gehaald.dossier, doos.onthouden) == (code, None, [])


@pytest.mark.parametrize(
    ("soort", "waarde"),
    [("http", "503"), ("knip", "50"), ("fault", "Kapot"), ("vergif", ""), ("verbreek", ""), ("dubbel", ""),
     ("gzip", ""), ("mist", "sector")],
)  # fmt: skip
def test_k13_without_an_answer_of_the_centre_nothing_goes(
    sim: Simulator, bij_ons: Punt, doos: Doos, soort: str, waarde: str
):
    sim.centrale.storingen.append(Storing("sessiecontroleRequest", soort, waarde))
    gehaald = sim.vo.trek(NUMMER, sim.po.brin)
    assert (gehaald.code, gehaald.dossier, doos.onthouden) == ("TechnischeFout", None, [])


def test_another_school_than_ours_gets_nothing_whatever_the_centre_says(
    sim: Simulator, bij_ons: Punt, aansluiting: Aansluiting, doos: Doos
):
    vreemd = Bron(replace(aansluiting, punten={}), doos)
    with Deur(("127.0.0.1", 0), aansluiting.papieren, vreemd.behandel) as deur:
        sim.centrale.punten[bij_ons.kenmerk].url = f"https://127.0.0.1:{deur.poort}/oso"
        assert sim.vo.trek(NUMMER, sim.po.brin).code == "VerstrekkerAanleverpuntNietBekend"
    assert doos.onthouden == []


@pytest.mark.parametrize(
    ("anders", "verzoek", "uitkomst"),
    [
        ({}, {}, Uitkomst.GELUKT),
        ({}, {"versie": "2019.1"}, Uitkomst.GELUKT),
        ({}, {"versie": "2024.1"}, Uitkomst.ANDERE_VERSIE),
        ({}, {"na": NU}, Uitkomst.NIET_NIEUWER),
        ({"verzameld": None}, {"na": NU - timedelta(days=1)}, Uitkomst.NIET_NIEUWER),
        ({}, {"na": NU - timedelta(seconds=1)}, Uitkomst.GELUKT),
        ({"gereed": False, "voor_doel": False}, {"na": NU}, Uitkomst.NIET_GEREED),
    ],
)
def test_k11_a_dossier_goes_when_it_is_ready_for_this_doel_new_enough_and_of_this_year(anders, verzoek, uitkomst):
    vondst = Vondst(gereed=True, voor_doel=True, verzameld=NU, versie="2019.1", lees=lambda: b"")
    vraag = Verzoek("s", "00YY", "00AH", "k", OIN_PLATFORM, na=None, versie="")
    assert besluit(replace(vondst, **anders), replace(vraag, **verzoek)) is uitkomst


def test_k11_another_year_than_was_asked_for_does_not_go(sim: Simulator, bij_ons: Punt, doos: Doos):
    sleutel = sim.strategie.maak(NUMMER)
    wat = {
        "bron_brin": sim.po.brin,
        "overdrachtsoort": "overstapdossier",
        "zoeksleutel": sleutel.sleutel,
        "pgnfrag": sleutel.fragment,
    }
    assert sim.vo.vraag_rond(wat | {"versie": "2024.1"}).code == "DossierVersieOnjuist"
    assert sim.vo.vraag_rond(wat | {"versie": "2019.1"}).dossier


def test_k14_many_sessions_at_once_all_get_their_answer(sim: Simulator, bij_ons: Punt, doos: Doos):
    # Two hundred in `./dev kwalificatie`, and in `./dev bench`; here enough of them to be in each other's way.
    aantal = int(os.environ.get("OVERSTAP_SESSIES", "12"))
    with ThreadPoolExecutor(min(aantal, 32)) as mensen:
        codes = list(mensen.map(lambda _: sim.vo.trek(NUMMER, sim.po.brin).code, range(aantal)))
    assert codes == ["OverdrachtGeslaagd"] * aantal
    assert len({verzoek.sessie for verzoek, _, _ in doos.onthouden}) == aantal
    assert {sessie.resultaat for sessie in sim.centrale.sessies.values()} == {"OverdrachtGeslaagd"}


def test_nobody_is_nobody():
    assert besluit(None, Verzoek("s", "00YY", "00AH", "k", "", na=None, versie="")) is Uitkomst.ONBEKEND
