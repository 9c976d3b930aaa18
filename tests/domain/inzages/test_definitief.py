"""When does a report become definitief, and what stays possible after that?"""

from __future__ import annotations

from dataclasses import replace

import pytest

from overstap.domain.dossiers.enums import Heropenreden, Staat
from overstap.domain.dossiers.queries import dossier_for
from overstap.domain.dossiers.rules import NietInvulbaar, StapNietMogelijk
from overstap.domain.inzages import actions
from overstap.domain.inzages.actions import InzageGeweigerd, NogNietDefinitief
from overstap.domain.inzages.rules import Puntcode
from overstap.domain.rapporten.enums import Versiesoort
from overstap.domain.rapporten.queries import laatste_versie_for, versies_for
from overstap.foundation.rls import als
from tests.wereld import AT, Geval, Wereld, dagen_terug, kind, logboek, regio


@pytest.fixture(scope="module")
def begin(samen: None) -> Wereld:
    return regio().leg_klaar(Staat.CONCEPT, Staat.DEFINITIEF).leg_klaar(Staat.TER_INZAGE, gezin="apart")


@pytest.fixture
def geval(wereld: Wereld) -> Geval:
    """A report that two parents may read; nobody did yet."""
    return wereld.dossier_in(Staat.TER_INZAGE, gezin="apart")


def test_an_unfinished_report_does_not_become_definitief_and_says_all_that_is_open(wereld: Wereld):
    geval = wereld.dossier_in(Staat.CONCEPT)
    geval.nodig_uit(AT)
    geval.vraag_correctie(0, "Het adres klopt niet.", AT)
    with als(wereld.a.directeur) as by:
        with pytest.raises(NogNietDefinitief) as fout:
            actions.maak_definitief(dossier_id=geval.dossier_id, by=by, at=AT)
        open_punten = {punt.code for punt in fout.value.punten if punt.blokkeert and not punt.in_orde}
        assert open_punten == {Puntcode.VERPLICHTE_VELDEN, Puntcode.ADVIES, Puntcode.INZAGE, Puntcode.CORRECTIES}
        assert dossier_for(by, geval.dossier_id).staat == Staat.TER_INZAGE


def test_a_pupil_without_anybody_with_gezag_is_mended_first(wereld: Wereld):
    uit_las = wereld.a.gelezen(50)
    zonder = tuple({**rij, "wettigevertegenwoordiger": False} for rij in uit_las.inhoud["verzorgers"])
    geval = Geval(kind(50), wereld.a.mensen, wereld.vo.mensen)
    geval.importeer(AT, replace(uit_las, inhoud=uit_las.inhoud.met({"verzorgers": zonder})))
    geval.vul_in(AT)
    geval.geef_voorlopig(AT)
    geval.leg_toets_vast(None, AT.date(), AT)
    geval.geef_definitief(AT)
    with als(wereld.a.directeur) as by, pytest.raises(NogNietDefinitief) as fout:
        actions.maak_definitief(dossier_id=geval.dossier_id, by=by, at=AT)
    assert [punt.code for punt in fout.value.punten if punt.blokkeert and not punt.in_orde] == [
        Puntcode.NIEMAND_MET_GEZAG
    ]


def test_after_the_term_a_silent_parent_holds_nothing_up(wereld: Wereld, geval: Geval):
    # Offered 20 days ago; the region gives 14 days.
    with als(wereld.a.directeur) as by:
        with pytest.raises(NogNietDefinitief):
            actions.maak_definitief(dossier_id=geval.dossier_id, by=by, at=dagen_terug(6))
        actions.maak_definitief(dossier_id=geval.dossier_id, by=by, at=dagen_terug(5))
        assert dossier_for(by, geval.dossier_id).staat == Staat.DEFINITIEF


def test_a_report_that_was_sent_can_be_opened_again_and_become_definitief_again(wereld: Wereld):
    geval = wereld.dossier_in(Staat.GELEZEN)
    geval.heropen(dagen_terug(5))
    with als(wereld.vo.toelating) as by:
        assert [versie.nummer for versie in versies_for(by, dossier_for(by, geval.dossier_id))] == [2]
    geval.maak_definitief(dagen_terug(4))
    geval.verstuur(dagen_terug(3))
    with als(wereld.a.directeur) as by:
        dossier = dossier_for(by, geval.dossier_id)
        assert dossier.staat == Staat.OVERGEDRAGEN
        assert laatste_versie_for(by, dossier).soort == Versiesoort.DEFINITIEF
    assert logboek(geval).count("rapport.definitief_gemaakt") == 2


def test_a_step_that_is_not_possible_says_so(wereld: Wereld):
    geval = wereld.dossier_in(Staat.CONCEPT)
    with als(wereld.a.directeur) as by, pytest.raises(StapNietMogelijk) as fout:
        actions.heropen(dossier_id=geval.dossier_id, reden=Heropenreden.FOUT, by=by, at=AT)
    assert "concept" in fout.value.zin
    klaar = wereld.dossier_in(Staat.DEFINITIEF)
    with als(wereld.a.leerkracht) as by, pytest.raises(NietInvulbaar):
        actions.bied_nieuwe_versie_aan(dossier_id=klaar.dossier_id, by=by, at=AT)


def test_an_offer_is_proof_once_the_report_is_definitief(wereld):
    geval = wereld.dossier_in(Staat.DEFINITIEF)
    with als(wereld.a.directeur) as by:
        for ouder in geval.ouders:
            with pytest.raises(InzageGeweigerd, match="definitief"):
                actions.trek_uitnodiging_in(dossier_id=geval.dossier_id, inzage_id=ouder.inzage_id, by=by, at=AT)
