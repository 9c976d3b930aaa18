"""Does writing lose nothing, and does a version never change?"""

from __future__ import annotations

import hashlib
from datetime import timedelta

import pytest

from overstap.domain.adviezen.actions import geef_voorlopig
from overstap.domain.adviezen.enums import Niveau
from overstap.domain.dossiers.enums import Staat
from overstap.domain.dossiers.queries import dossier_for, slot_for
from overstap.domain.dossiers.rules import NietInvulbaar
from overstap.domain.rapporten.actions import Ingehaald, bewaar_pdf, leg_advies_vast, sla_sectie_op
from overstap.domain.rapporten.enums import Versiesoort
from overstap.domain.rapporten.models import Versie, Versiepdf
from overstap.domain.rapporten.queries import (
    bevroren_for,
    concept_for,
    inhoud_for,
    laatste_versie_for,
    pdf_for,
    versies_for,
)
from overstap.foundation.access import Actor, NietGevonden
from overstap.foundation.rls import als
from overstap.foundation.sleutels.kast import Slot
from tests.wereld import AT, VANDAAG, Geval, Wereld, kind, logboek, regio


@pytest.fixture(scope="module")
def begin(samen: None) -> Wereld:
    return regio().leg_klaar(Staat.CONCEPT, Staat.DEFINITIEF)


def bewaar(geval: Geval, by: Actor, sectie: str, waarden: dict[str, object], revisie: int) -> int:
    return sla_sectie_op(dossier_id=geval.dossier_id, sectie=sectie, waarden=waarden, revisie=revisie, by=by, at=AT)


def inhoud(geval: Geval, by: Actor):
    dossier = dossier_for(by, geval.dossier_id)
    return inhoud_for(by, dossier, slot_for(by, dossier))


def test_two_writers_in_one_sectie_do_not_overwrite_each_other(wereld: Wereld):
    geval = wereld.dossier_in(Staat.CONCEPT)
    with als(wereld.a.leerkracht) as by:
        begin = concept_for(by, dossier_for(by, geval.dossier_id)).revisie
        bewaar(geval, by, "gedrag", {"motivatie": "Muziek."}, begin)
    with als(wereld.a.ib) as by:
        with pytest.raises(Ingehaald) as fout:
            bewaar(geval, by, "gedrag", {"motivatie": "Sport."}, begin)
        assert fout.value.nu["motivatie"] == "Muziek."
        assert inhoud(geval, by)["motivatie"] == "Muziek."
        bewaar(geval, by, "gedrag", {"motivatie": "Muziek en sport."}, fout.value.revisie)
        assert inhoud(geval, by)["motivatie"] == "Muziek en sport."


def test_two_writers_in_two_secties_both_succeed(wereld: Wereld):
    geval = wereld.dossier_in(Staat.CONCEPT)
    with als(wereld.a.leerkracht) as by:
        begin = concept_for(by, dossier_for(by, geval.dossier_id)).revisie
        bewaar(geval, by, "gedrag", {"motivatie": "Muziek."}, begin)
        bewaar(geval, by, "verzuim", {"verzuim_geoorloofd": 4}, begin)
        assert (inhoud(geval, by)["motivatie"], inhoud(geval, by)["verzuim_geoorloofd"]) == ("Muziek.", 4)


def test_who_saves_the_same_words_as_a_colleague_is_not_stopped(wereld: Wereld):
    geval = wereld.dossier_in(Staat.CONCEPT)
    with als(wereld.a.leerkracht) as by:
        begin = concept_for(by, dossier_for(by, geval.dossier_id)).revisie
        bewaar(geval, by, "gedrag", {"motivatie": "Muziek."}, begin)
        bewaar(geval, by, "gedrag", {"motivatie": "Muziek."}, begin)
        assert inhoud(geval, by)["motivatie"] == "Muziek."


def test_saving_by_itself_writes_one_line_a_sitting_and_nothing_when_nothing_changed(wereld: Wereld):
    geval = wereld.dossier_in(Staat.CONCEPT)

    def typ(by: Actor, sectie: str, tekst: str, na: timedelta) -> int:
        revisie = concept_for(by, dossier_for(by, geval.dossier_id)).revisie
        return sla_sectie_op(
            dossier_id=geval.dossier_id, sectie=sectie, waarden={"motivatie": tekst}, revisie=revisie,
            by=by, at=AT + na, vanzelf=True,
        )  # fmt: skip

    def regels() -> int:
        return logboek(geval).count("rapport.ingevuld")

    with als(wereld.a.leerkracht) as by:
        eerder = regels()
        eerste = typ(by, "gedrag", "Mu", timedelta(0))
        assert typ(by, "gedrag", "Muziek.", timedelta(minutes=1)) == eerste + 1
        assert typ(by, "gedrag", "Muziek.", timedelta(minutes=2)) == eerste + 1
        assert regels() == eerder + 1
        typ(by, "gedrag", "Muziek en sport.", timedelta(hours=2))
        assert regels() == eerder + 2
    with als(wereld.a.ib) as by:
        typ(by, "gedrag", "Sport.", timedelta(hours=2, minutes=1))
        assert regels() == eerder + 3


def test_a_form_cannot_write_what_belongs_to_the_las_the_advice_or_another_sectie(wereld: Wereld):
    geval = wereld.dossier_in(Staat.CONCEPT)
    with als(wereld.a.leerkracht) as by:
        eerst = inhoud(geval, by)
        bewaar(geval, by, "leerling", {"achternaam": "Anders", "verzorgers": ()}, 1)
        bewaar(geval, by, "schooladvies", {"advies_definitief": "vwo", "motivatie": "Elders."}, 2)
        assert inhoud(geval, by) == eerst


def test_of_a_diagnosis_the_school_writes_only_what_it_means(wereld: Wereld):
    geval = wereld.dossier_in(Staat.CONCEPT, bijzonder=frozenset({"dyslexie"}))
    with als(wereld.a.ib) as by:
        rij = inhoud(geval, by)["diagnoses"][0]
        ingevuld = ({**rij, "naam": "Iets anders", "doorwie": "Ikzelf", "relatie": "Leest langzaam."},)
        bewaar(geval, by, "ondersteuning_gekregen", {"diagnoses": ingevuld}, 1)
        assert inhoud(geval, by)["diagnoses"] == ({**rij, "relatie": "Leest langzaam."},)
        bewaar(geval, by, "ondersteuning_gekregen", {"diagnoses": ()}, 2)
        assert inhoud(geval, by)["diagnoses"][0]["naam"] == "Dyslexie"


def test_a_frozen_report_says_what_to_do_instead_of_saving(wereld: Wereld):
    geval = wereld.dossier_in(Staat.DEFINITIEF)
    with als(wereld.a.leerkracht) as by, pytest.raises(NietInvulbaar) as fout:
        bewaar(geval, by, "gedrag", {"motivatie": "Muziek."}, 99)
    assert "heropenen" in fout.value.zin


def test_an_advice_counts_at_once_in_the_ready_secties(wereld: Wereld):
    geval = Geval(kind(40), wereld.a.mensen, wereld.vo.mensen, advies=Niveau.HAVO)
    geval.importeer(AT, wereld.a.gelezen(40))
    geval.vul_in(AT)
    with als(wereld.a.leerkracht) as by:
        assert concept_for(by, dossier_for(by, geval.dossier_id)).klaar == 7
    geval.geef_voorlopig(AT)
    geval.leg_toets_vast(None, AT.date(), AT)
    geval.geef_definitief(AT)
    with als(wereld.a.leerkracht) as by:
        concept = concept_for(by, dossier_for(by, geval.dossier_id))
        assert (concept.klaar, concept.bezig, concept.totaal) == (8, 0, 8)


def test_an_advice_that_is_refused_changes_nothing(wereld: Wereld):
    geval = wereld.dossier_in(Staat.DEFINITIEF)
    with als(wereld.a.leerkracht) as by, pytest.raises(NietInvulbaar):
        leg_advies_vast(
            handeling=geef_voorlopig, dossier_id=geval.dossier_id, by=by, at=AT, niveau=Niveau.VWO, gegeven_op=VANDAAG
        )


def test_a_version_says_its_own_fingerprint_and_cannot_be_changed(wereld: Wereld):
    geval = wereld.dossier_in(Staat.DEFINITIEF)
    with als(wereld.a.leerkracht) as by:
        dossier = dossier_for(by, geval.dossier_id)
        versie = laatste_versie_for(by, dossier)
        bevroren = bevroren_for(by, versie, Slot(dossier.sleutel_id))
        assert (versie.soort, versie.nummer) == (Versiesoort.DEFINITIEF, 2)
        assert hashlib.sha256(bevroren.naar_bytes()).hexdigest() == versie.vingerafdruk
        assert Versie.objects.filter(id=versie.id).update(nummer=9) == 0


def test_a_version_stays_the_same_while_the_report_goes_on(wereld: Wereld):
    geval = wereld.dossier_in(Staat.TER_INZAGE)
    with als(wereld.a.leerkracht) as by:
        dossier = dossier_for(by, geval.dossier_id)
        slot = slot_for(by, dossier)
        eerst = bevroren_for(by, laatste_versie_for(by, dossier), slot)
        revisie = concept_for(by, dossier).revisie
        bewaar(geval, by, "gedrag", {"motivatie": "Iets nieuws."}, revisie)
        assert bevroren_for(by, laatste_versie_for(by, dossier), slot) == eerst
        assert eerst.inhoud["motivatie"] != "Iets nieuws."


def test_a_pdf_is_kept_once_and_read_by_its_own_audience(wereld: Wereld):
    geval = wereld.dossier_in(Staat.GELEZEN)
    with als(wereld.a.leerkracht) as by:
        dossier = dossier_for(by, geval.dossier_id)
        versie = laatste_versie_for(by, dossier)
        for publiek in ("vo", "ouders", "vo"):
            bewaar_pdf(versie=versie, publiek=publiek, pdf=f"%PDF {publiek}".encode(), by=by, at=AT)
        assert Versiepdf.objects.filter(versie=versie).count() == 2
    for actor, mag, niet in ((wereld.vo.toelating, "vo", "ouders"), (geval.ouders[0].actor, "ouders", "vo")):
        with als(actor) as by:
            dossier = dossier_for(by, geval.dossier_id)
            versie = Versie.objects.get(id=versie.id)
            slot = slot_for(by, dossier)
            assert pdf_for(by, versie, mag, slot) == f"%PDF {mag}".encode()
            assert pdf_for(by, versie, niet, slot) is None


def test_the_vo_school_reads_definitive_versions_only_and_never_the_concept(wereld: Wereld):
    geval = wereld.dossier_in(Staat.GELEZEN)
    with als(wereld.vo.toelating) as by:
        dossier = dossier_for(by, geval.dossier_id)
        assert [versie.soort for versie in versies_for(by, dossier)] == [Versiesoort.DEFINITIEF]
        with pytest.raises(NietGevonden):
            concept_for(by, dossier)
