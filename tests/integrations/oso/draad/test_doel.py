"""Does Overstap fetch a dossier as the protocol asks? The scenarios of the role doel, over mTLS with a simulator."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from overstap.integrations.oso import lees
from overstap.integrations.oso.draad.aansluiting import Aansluiting
from overstap.integrations.oso.draad.doel import Haler
from overstap.integrations.oso.draad.uitgave import uitgaven
from overstap.integrations.oso.draad.uitkomst import Uitkomst
from overstap.integrations.oso.simulator.centrale import Punt
from overstap.integrations.oso.simulator.las import Dossier
from overstap.integrations.oso.simulator.opstelling import OIN_PLATFORM, OIN_PO, Simulator, kenmerk
from overstap.integrations.oso.simulator.systeem import Storing
from tests.integrations.oso.draad.conftest import ANDER, NU, NUMMER, dossier


@pytest.fixture(autouse=True)
def klaargezet(sim: Simulator) -> Dossier:
    sim.po.dossiers[ANDER] = Dossier(b"<andere/>")
    sim.po.dossiers[NUMMER] = Dossier(dossier("BB"), verzameld=NU)
    return sim.po.dossiers[NUMMER]


def test_k1_the_dossier_of_one_pupil_is_fetched_and_signed_off(haler: Haler, sim: Simulator):
    opgehaald = haler.haal_op(NUMMER)
    assert (opgehaald.uitkomst, opgehaald.code, opgehaald.afgemeld) == (Uitkomst.GELUKT, "OverdrachtGeslaagd", True)
    assert opgehaald.kenmerk == sim.po.kenmerk
    assert sim.verloop.regels == [
        "centrale: overdrachtRequest -> goed",
        "centrale: sessiecontroleRequest -> goed",
        "las 00YY: documentRequest -> goed",
        "centrale: afmeldingRequest -> OverdrachtGeslaagd",
    ]
    gelezen = lees(opgehaald.dossier)
    assert gelezen.nummer.waarde == NUMMER
    assert gelezen.inhoud == lees(dossier("BB")).inhoud


@pytest.mark.parametrize("manier", ["element", "tekst", "base64", "gzip", "zip"])
def test_a_dossier_is_read_however_it_lies_in_the_answer(haler: Haler, klaargezet: Dossier, manier: str):
    klaargezet.manier = manier
    opgehaald = haler.haal_op(NUMMER)
    assert lees(opgehaald.dossier).inhoud == lees(dossier("BB")).inhoud


def test_k2_the_second_aanleverpunt_has_it(haler: Haler, sim: Simulator, aansluiting: Aansluiting):
    # The first is our own point at this school twice over: it knows nobody, and the answer of the second counts.
    eerste = Punt(kenmerk("00YY", 0), "00YY", OIN_PO, sim.centrale.punten[sim.po.kenmerk].url)
    sim.centrale.punten = {eerste.kenmerk: eerste, **sim.centrale.punten}
    sim.po.storingen.append(Storing("documentRequest", "resultaat", "DossierOnbekend"))
    opgehaald = haler.haal_op(NUMMER)
    assert (opgehaald.uitkomst, opgehaald.kenmerk) == (Uitkomst.GELUKT, sim.po.kenmerk)
    del sim.centrale.punten[eerste.kenmerk]


def test_k2_of_two_refusals_the_best_is_signed_off_and_of_equal_ones_the_last(haler: Haler, sim: Simulator):
    eerste = Punt(kenmerk("00YY", 0), "00YY", OIN_PO, sim.centrale.punten[sim.po.kenmerk].url)
    sim.centrale.punten = {eerste.kenmerk: eerste, **sim.centrale.punten}
    for codes, beste, wie in (
        (("DossierNietGereed", "DossierOnbekend"), "DossierNietGereed", eerste.kenmerk),
        (("DossierOnbekend", "DossierOnbekend"), "DossierOnbekend", sim.po.kenmerk),
    ):
        sim.po.storingen = [Storing("documentRequest", "resultaat", code) for code in codes]
        opgehaald = haler.haal_op(NUMMER)
        assert (opgehaald.code, opgehaald.kenmerk) == (beste, wie)
        assert [sessie.resultaat for sessie in sim.centrale.sessies.values()][-1] == beste
    del sim.centrale.punten[eerste.kenmerk]


def test_k3_only_the_aanleverpunt_that_the_school_named_is_asked(
    aansluiting: Aansluiting, sim: Simulator, haler: Haler
):
    punt = type(haler.punt)(haler.punt.brin, haler.punt.kenmerk, las=sim.po.kenmerk)
    opgehaald = Haler(aansluiting, punt, sim.po.brin).haal_op(NUMMER)
    assert opgehaald.uitkomst is Uitkomst.GELUKT
    assert [sessie.punten for sessie in sim.centrale.sessies.values()] == [(sim.po.kenmerk,)]


def test_k4_what_is_not_ready_yet_is_fetched_later(haler: Haler, sim: Simulator, klaargezet: Dossier):
    klaargezet.gereed = False
    eerst = haler.haal_op(NUMMER)
    assert (eerst.uitkomst, eerst.dossier, eerst.afgemeld) == (Uitkomst.NIET_GEREED, None, True)
    sim.po.zet_klaar(NUMMER)
    assert haler.haal_op(NUMMER).uitkomst is Uitkomst.GELUKT


def test_k5_within_the_school_only_from_the_same_brin(aansluiting: Aansluiting, haler: Haler, sim: Simulator):
    opgehaald = Haler(aansluiting, haler.punt, sim.vo.brin).haal_op(NUMMER)
    assert (opgehaald.code, opgehaald.sessie) == ("GeenRelatieMetDoel", "")


@pytest.mark.parametrize(
    "code",
    [
        "SessieAfwijkend",
        "OnbekendAanleverpunt",
        "GeenRelatieMetDoel",
        "SessieReedsAfgemeld",
        "VerstrekkerNietBekend",
        "VerstrekkerAanleverpuntNietBekend",
        "ClientCertificaatOnjuist",
        "NooitGehoord",
    ],
)
def test_k8_every_code_of_the_session_check_comes_through_with_a_sentence(haler: Haler, sim: Simulator, code: str):
    sim.centrale.storingen.append(Storing("sessiecontroleRequest", "resultaat", code))
    opgehaald = haler.haal_op(NUMMER)
    assert (opgehaald.code, opgehaald.dossier, opgehaald.afgemeld) == (code, None, True)
    assert opgehaald.uitkomst.zin.endswith(".")


def test_k10_only_a_dossier_that_is_newer_than_what_we_have(haler: Haler):
    assert haler.haal_op(NUMMER, na=NU - timedelta(seconds=1)).uitkomst is Uitkomst.GELUKT
    assert haler.haal_op(NUMMER, na=NU).uitkomst is Uitkomst.NIET_NIEUWER


def test_k13_when_the_centre_is_down_nothing_is_asked_of_the_school(haler: Haler, sim: Simulator):
    sim.centrale.storingen.append(Storing("overdrachtRequest", "http", "503"))
    opgehaald = haler.haal_op(NUMMER)
    assert (opgehaald.uitkomst, opgehaald.fout, opgehaald.sessie) == (Uitkomst.TECHNISCH, "http", "")
    assert not any("documentRequest" in regel for regel in sim.verloop.regels)
    # The centre knows a session whose answer we never had, so nobody could sign it off.
    sim.centrale.vergeet()


def test_k13_when_signing_off_fails_the_dossier_is_kept_and_nothing_is_sent_twice(haler: Haler, sim: Simulator):
    sim.centrale.storingen.append(Storing("afmeldingRequest", "http", "503"))
    opgehaald = haler.haal_op(NUMMER)
    assert opgehaald.dossier
    assert opgehaald.afgemeld is False
    assert sum("afmelding" in regel for regel in sim.verloop.regels) == 1


@pytest.mark.parametrize(
    ("soort", "waarde", "fout"),
    [
        ("fault", "SessieAfwijkend", "SessieAfwijkend"),
        ("fault", "iets anders!", "Server"),
        ("http", "404", "http"),
        ("knip", "200", "afgebroken"),
        ("ruimte", "http://elders.example/20300101", "onbekende_uitgave"),
        ("vergif", "", "doctype"),
        ("leeg", "", "leeg"),
        ("verbreek", "", "afgebroken"),
        ("dubbel", "", "fout_xml"),
        ("gzip", "", "geen_xml"),
    ],
)
def test_a_broken_answer_is_a_result_and_leaves_nothing(
    haler: Haler, sim: Simulator, soort: str, waarde: str, fout: str
):
    sim.po.storingen.append(Storing("documentRequest", soort, waarde))
    opgehaald = haler.haal_op(NUMMER)
    # The administration checked its session and gave the dossier: what we sign off is that it did not arrive.
    assert (opgehaald.dossier, opgehaald.fout, opgehaald.afgemeld) == (None, fout, True)
    assert opgehaald.uitkomst is not Uitkomst.GELUKT


@pytest.mark.parametrize(
    ("soort", "waarde"),
    [("bom", ""), ("extra", ""), ("omgekeerd", ""), ("soort", "application/octet-stream"), ("honderd", "")],
)
def test_what_is_written_otherwise_and_says_the_same_is_read(haler: Haler, sim: Simulator, soort: str, waarde: str):
    for bij in ("overdrachtRequest", "afmeldingRequest", "sessiecontroleRequest"):
        sim.centrale.storingen.append(Storing(bij, soort, waarde))
    sim.po.storingen.append(Storing("documentRequest", soort, waarde))
    opgehaald = haler.haal_op(NUMMER)
    assert (opgehaald.uitkomst, opgehaald.afgemeld) == (Uitkomst.GELUKT, True)
    assert lees(opgehaald.dossier).nummer


@pytest.mark.parametrize("soort", ["verbreek", "dubbel", "gzip", "leeg"])
def test_k13_of_a_session_that_we_never_heard_nothing_more_is_asked(haler: Haler, sim: Simulator, soort: str):
    sim.centrale.storingen.append(Storing("overdrachtRequest", soort))
    opgehaald = haler.haal_op(NUMMER)
    assert (opgehaald.uitkomst, opgehaald.sessie, opgehaald.dossier) == (Uitkomst.TECHNISCH, "", None)
    assert [regel for regel in sim.verloop.regels if "overdrachtRequest" not in regel] == []
    # The centre knows a session whose answer we never had, so nobody could sign it off.
    sim.centrale.vergeet()


def test_an_answer_without_a_session_or_without_anybody_to_ask_is_a_result(haler: Haler, sim: Simulator):
    sim.centrale.storingen.append(Storing("overdrachtRequest", "mist", "sessie"))
    opgehaald = haler.haal_op(NUMMER)
    assert (opgehaald.uitkomst, opgehaald.fout) == (Uitkomst.TECHNISCH, "geen_sessie")
    sim.centrale.vergeet()
    sim.centrale.storingen.append(Storing("overdrachtRequest", "mist", "punten"))
    opgehaald = haler.haal_op(NUMMER)
    assert (opgehaald.uitkomst, opgehaald.dossier, opgehaald.afgemeld) == (Uitkomst.BRON_ONBEKEND, None, True)
    assert "gemachtigd" in opgehaald.uitkomst.zin


def test_k11_as_doel_we_ask_for_the_year_that_we_read(haler: Haler, sim: Simulator, klaargezet: Dossier):
    klaargezet.versie = "2019.1"
    ons = replace(haler, aansluiting=replace(haler.aansluiting, vraagt_versie="2019.1"))
    assert ons.haal_op(NUMMER).uitkomst is Uitkomst.GELUKT
    klaargezet.versie = "2024.1"
    anders = ons.haal_op(NUMMER)
    assert (anders.code, anders.dossier, anders.afgemeld) == ("DossierVersieOnjuist", None, True)
    assert "andere versie" in anders.uitkomst.zin
    # Unless the file of the connection says so, we ask for none: nobody published how.
    assert haler.haal_op(NUMMER).dossier


def test_a_dossier_that_is_none_is_refused(haler: Haler, klaargezet: Dossier):
    klaargezet.xml, klaargezet.manier = b"<geen-dossier>" + b"x" * 500 + b"</geen-dossier>", "base64"
    opgehaald = haler.haal_op(NUMMER)
    assert (opgehaald.dossier, opgehaald.fout) == (None, "dossier_onleesbaar")


def test_the_simulator_sees_who_breaks_the_protocol(haler: Haler, sim: Simulator):
    sim.po.storingen.append(Storing("documentRequest", "zonder_controle"))
    assert haler.haal_op(NUMMER).dossier
    assert sim.verloop.breuken == [f"aanleverpunt {sim.po.kenmerk}: leverde zonder sessiecontrole"]
    sim.verloop.breuken.clear()
    sim.po.storingen.append(Storing("documentRequest", "andere_sleutel"))
    assert haler.haal_op(NUMMER).code == "SessieAfwijkend"
    sim.centrale.sessies[next(iter(sim.centrale.sessies))].resultaat = ""
    sim.centrale.sluit()
    assert sim.verloop.breuken == ["sessie 1: niet afgemeld"]
    sim.opnieuw()


def test_k17_two_releases_side_by_side(haler: Haler, sim: Simulator):
    oud = replace(haler, aansluiting=replace(haler.aansluiting, uitgave=uitgaven()["oso-2018"]))
    for een in (oud, haler, oud):
        opgehaald = een.haal_op(NUMMER)
        assert (opgehaald.uitkomst, opgehaald.afgemeld) == (Uitkomst.GELUKT, True)


def test_our_own_papers_say_who_we_are(aansluiting: Aansluiting):
    assert aansluiting.papieren.eigen_oin() == OIN_PLATFORM
