"""A session that is over, a system that moved, another overdrachtsoort: does each end with its code and a sentence?"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import replace

import pytest

from overstap.commands import oso
from overstap.integrations.oso.draad.aansluiting import Aansluiting, Punt
from overstap.integrations.oso.draad.bron import Bron
from overstap.integrations.oso.draad.deur import Deur
from overstap.integrations.oso.draad.doel import OVERSTAP, Haler
from overstap.integrations.oso.draad.melder import meld
from overstap.integrations.oso.draad.overzicht import aanleverpunten, overzicht
from overstap.integrations.oso.draad.uitgave import uitgaven
from overstap.integrations.oso.draad.uitkomst import Uitkomst
from overstap.integrations.oso.simulator.las import Dossier
from overstap.integrations.oso.simulator.opstelling import Simulator
from overstap.integrations.oso.simulator.systeem import Storing
from tests.integrations.oso.draad.conftest import NUMMER, Doos, dossier

NERGENS = "https://127.0.0.1:1/oso"


@pytest.fixture
def klaar(sim: Simulator) -> Simulator:
    sim.po.dossiers[NUMMER] = Dossier(dossier("BB"))
    return sim


@pytest.fixture
def bij_ons(aansluiting: Aansluiting, sim: Simulator, doos: Doos) -> Iterator[Punt]:
    punt = aansluiting.punt(sim.po.brin)
    assert punt is not None
    with Deur(("127.0.0.1", 0), aansluiting.papieren, Bron(aansluiting, doos).behandel) as deur:
        sim.centrale.punten[punt.kenmerk].url = f"https://127.0.0.1:{deur.poort}/oso"
        sim.centrale.punten[sim.po.kenmerk].actief = False
        yield punt
        sim.centrale.punten[sim.po.kenmerk].actief = True


@pytest.mark.parametrize(
    ("bij", "soort", "waarde", "code", "zin"),
    [
        ("sessiecontroleRequest", "verlopen", "", "SessieVerlopen", "duurde te lang"),
        ("overdrachtRequest", "verhuisd", NERGENS, "TechnischeFout", "later opnieuw"),
        ("overdrachtRequest", "andere_soort", "overstapdossier", "SessieAfwijkend", "beheerder"),
    ],
)
def test_k8_as_doel_what_the_centre_does_to_a_session_is_a_result_and_a_person_asks_again(
    haler: Haler, klaar: Simulator, bij: str, soort: str, waarde: str, code: str, zin: str
):
    # Ours is asked too, as the second system of the school; here only the administration is looked at.
    ons = Haler(haler.aansluiting, Punt(haler.punt.brin, haler.punt.kenmerk, las=klaar.po.kenmerk), klaar.po.brin)
    klaar.centrale.storingen.append(Storing(bij, soort, waarde))
    opgehaald = ons.haal_op(NUMMER)
    assert (opgehaald.code, opgehaald.dossier) == (code, None)
    assert zin in opgehaald.uitkomst.zin
    # One attempt at everything: what a session lost, a new one gets.
    assert sum("afmelding" in regel for regel in klaar.verloop.regels) == 1
    assert ons.haal_op(NUMMER).uitkomst is Uitkomst.GELUKT


def test_k8_a_session_that_ends_before_it_is_signed_off_keeps_the_dossier(haler: Haler, klaar: Simulator):
    klaar.centrale.storingen.append(Storing("afmeldingRequest", "verlopen"))
    opgehaald = haler.haal_op(NUMMER)
    assert (opgehaald.uitkomst, opgehaald.afgemeld, opgehaald.later) == (Uitkomst.GELUKT, True, None)
    assert opgehaald.dossier


def test_k8_as_bron_nothing_goes_for_a_session_that_is_over_or_of_another_soort(
    klaar: Simulator, bij_ons: Punt, doos: Doos
):
    klaar.centrale.storingen.append(Storing("sessiecontroleRequest", "verlopen"))
    assert klaar.vo.trek(NUMMER, klaar.po.brin).code == "SessieVerlopen"
    klaar.vo.storingen.append(Storing("documentRequest", "andere_soort", "overdrachtbinnenbrin"))
    assert klaar.vo.trek(NUMMER, klaar.po.brin).code == "SessieAfwijkend"
    # Nobody was looked for, and nothing was written down as given.
    assert doos.onthouden == []
    assert klaar.vo.trek(NUMMER, klaar.po.brin).dossier


def test_k4_who_asked_and_moved_since_is_told_at_the_address_of_now(
    klaar: Simulator, aansluiting: Aansluiting, bij_ons: Punt, doos: Doos
):
    klaar.vo.trek(NUMMER, klaar.po.brin)
    [sessie] = klaar.centrale.sessies
    punt = klaar.centrale.punten[klaar.vo.kenmerk]
    oud = punt.url
    with klaar.vo.deur() as nieuw:
        punt.url = f"https://127.0.0.1:{nieuw.poort}/oso"
        wie = {"van": (bij_ons.brin, bij_ons.kenmerk), "naar": (klaar.vo.brin, klaar.vo.kenmerk)}
        assert meld(aansluiting, sessie=sessie, **wie).ontvangen
    # Nobody at the address that the Traffic Center still names: one attempt, and a person reads so.
    melding = meld(aansluiting, sessie=sessie, **wie)
    assert (melding.ontvangen, melding.uitkomst) == (False, Uitkomst.TECHNISCH)
    punt.url = oud
    assert len(klaar.vo.notificaties) == 1


def test_k15_who_can_be_asked_at_a_school_by_every_filter(klaar: Simulator, aansluiting: Aansluiting):
    for filters, aantal in (
        ({}, 7), ({"brin": klaar.po.brin}, 2), ({"doel": "SWV"}, 2), ({"brin": klaar.po.brin, "doel": "SWV"}, 0),
        ({"kenmerk": klaar.vo.kenmerk}, 1), ({"brin": "99ZZ"}, 0),
    ):  # fmt: skip
        assert len(aanleverpunten(aansluiting, **filters)) == aantal, filters


def test_k15_who_looks_after_a_connection_reads_whether_we_are_among_them(
    klaar: Simulator, aansluiting: Aansluiting, capsys: pytest.CaptureFixture[str]
):
    opdracht = argparse.Namespace(bestand=klaar.map / "aansluiting.toml", brin="")
    assert oso._aanleverpunten(opdracht) == 0
    uit = capsys.readouterr().out
    assert f"{klaar.po.brin}: ander systeem {klaar.po.kenmerk}" in uit
    assert uit.count(": Overstap ") == 3
    ons = aansluiting.punt(klaar.po.brin)
    assert ons is not None
    klaar.centrale.punten[ons.kenmerk].actief = False
    assert oso._aanleverpunten(opdracht) == 1
    assert "staat er niet bij" in capsys.readouterr().err
    klaar.centrale.punten[ons.kenmerk].actief = True
    klaar.centrale.storingen.append(Storing("overzichtAanleverpuntRequest", "http", "503"))
    [geen] = overzicht(aansluiting, klaar.po.brin)
    assert (geen.goed, "geen antwoord" in geen.zin) == (False, True)
    [leeg] = overzicht(aansluiting, "99ZZ")
    assert (leeg.goed, leeg.zin) == (True, "99ZZ: OSO kent hier geen systeem.")


def test_k17_as_bron_who_asks_in_an_older_release_gets_its_dossier_in_that(
    klaar: Simulator, aansluiting: Aansluiting, bij_ons: Punt
):
    als_vo, vo = replace(aansluiting, papieren=klaar.vo.papieren), Punt(klaar.vo.brin, klaar.vo.kenmerk)
    for naam in ("oso-2018", "oso-2022", "oso-2018"):
        haler = Haler(replace(als_vo, uitgave=uitgaven()[naam]), vo, klaar.po.brin, OVERSTAP)
        assert haler.haal_op(NUMMER).dossier, naam
