"""What does a vo school keep, and not get, when the basisschool opens a sent report again?"""

from __future__ import annotations

from copy import deepcopy

import pytest

from overstap.domain.bijlagen.actions import bepaal_vrijgave
from overstap.domain.bijlagen.enums import Bijlagesoort, Ontvanger
from overstap.domain.bijlagen.queries import bijlagen_for
from overstap.domain.dossiers.enums import Staat
from overstap.domain.dossiers.queries import dossier_for, slot_for
from overstap.domain.overdrachten.actions import trek_aanmelding_in
from overstap.domain.overdrachten.enums import Intrekreden
from overstap.domain.overdrachten.queries import (
    ging_mee_for,
    inbox_for,
    ingetrokken_aanmeldingen_for,
    overdracht_for,
    overdrachten_for,
    zending_for,
)
from overstap.domain.rapporten.models import Versie, Versiepdf
from overstap.domain.rapporten.queries import versies_for
from overstap.foundation.access import NietGevonden, Rol
from overstap.foundation.rls import als
from overstap.jobs.taak import systeem_voor
from tests.wereld import AT, Geval, Wereld, dagen_terug, kind, logboek, maak_pdf_nu, regio


@pytest.fixture(scope="module")
def begin(samen: None) -> tuple[Wereld, Geval]:
    wereld = regio()
    return wereld, _heropend(wereld)


@pytest.fixture
def wereld(opnieuw: None, begin: tuple[Wereld, Geval]) -> Wereld:
    return deepcopy(begin[0])


@pytest.fixture
def geval(opnieuw: None, begin: tuple[Wereld, Geval]) -> Geval:
    return deepcopy(begin[1])


def _heropend(wereld: Wereld) -> Geval:
    """A sent report with three attachments, all of them closed, that was opened again."""
    geval = Geval(kind(3, bijzonder=frozenset({"dyslexie", "foto"})), wereld.a.mensen, wereld.vo.mensen)
    geval.importeer(dagen_terug(40))
    geval.vul_in(dagen_terug(30))
    geval.geef_voorlopig(dagen_terug(28))
    geval.leg_toets_vast(None, dagen_terug(26).date(), dagen_terug(24))
    geval.geef_definitief(dagen_terug(22))
    geval.nodig_uit(dagen_terug(20))
    for nummer in range(len(geval.ouders)):
        geval.teken(nummer, dagen_terug(18))
    geval.maak_definitief(dagen_terug(15))
    maak_pdf_nu(geval)
    geval.meld_aan(dagen_terug(12))
    geval.verstuur(dagen_terug(10))
    geval.heropen(dagen_terug(5))
    return geval


def geef_alles_vrij(geval: Geval) -> None:
    with als(geval.school[Rol.LEERKRACHT]) as by:
        for rij in bijlagen_for(by, dossier_for(by, geval.dossier_id)):
            bepaal_vrijgave(
                dossier_id=geval.dossier_id, bijlage_id=rij.id, soort=Bijlagesoort.LVS_PROFIEL,
                aan={Ontvanger.VO}, by=by, at=AT,
            )  # fmt: skip


def test_what_is_released_after_sending_does_not_go_along(wereld: Wereld, geval: Geval):
    geef_alles_vrij(geval)
    with als(wereld.vo.toelating) as by:
        overdracht = overdracht_for(by, geval.overdracht_id)
        assert bijlagen_for(by, overdracht.dossier).count() == 3
        assert ging_mee_for(by, overdracht, slot_for(by, overdracht.dossier)) == ()
    with als(systeem_voor(wereld.a.id)) as by:
        zending = zending_for(by, overdrachten_for(by, dossier_for(by, geval.dossier_id)).get())
        assert zending is not None
        assert zending.bestanden == ()


def test_a_newer_version_is_not_for_the_vo_school_before_it_is_sent(wereld: Wereld, geval: Geval):
    geval.maak_definitief(dagen_terug(4))
    maak_pdf_nu(geval)
    with als(wereld.vo.toelating) as by:
        gestuurd = overdracht_for(by, geval.overdracht_id).versie_id
        assert [versie.id for versie in versies_for(by, dossier_for(by, geval.dossier_id))] == [gestuurd]
        # The second lock alone says the same.
        assert set(Versie.objects.values_list("id", flat=True)) == {gestuurd}
        assert set(Versiepdf.objects.values_list("versie_id", flat=True)) == {gestuurd}
    geval.verstuur(dagen_terug(3))
    with als(wereld.vo.toelating) as by:
        assert set(Versie.objects.values_list("id", flat=True)) == {geval.versie_id}


def test_who_received_it_reads_that_it_was_opened_and_why_until_a_newer_version_comes(wereld: Wereld, geval: Geval):
    with als(wereld.vo.toelating) as by:
        gekregen = overdracht_for(by, geval.overdracht_id)
        assert gekregen.wordt_aangepast
        assert gekregen.dossier.get_heropenreden_display() == "Er staat een fout in de gegevens"
    geval.maak_definitief(dagen_terug(4))
    nieuw = geval.verstuur(dagen_terug(3))
    with als(wereld.vo.toelating) as by:
        assert not overdracht_for(by, nieuw).wordt_aangepast


def test_withdrawing_the_aanmelding_ends_what_the_vo_school_had(wereld: Wereld, geval: Geval):
    with als(wereld.a.administratie) as by:
        trek_aanmelding_in(
            dossier_id=geval.dossier_id, aanmelding_id=geval.aanmelding_id, reden=Intrekreden.VO_SCHOOL, by=by, at=AT
        )
        assert list(ingetrokken_aanmeldingen_for(by, dossier_for(by, geval.dossier_id)).values_list("intrekreden")) == [
            ("vo_school",)
        ]
    with als(wereld.vo.toelating) as by:
        assert not inbox_for(by).exists()
        with pytest.raises(NietGevonden):
            dossier_for(by, geval.dossier_id)
    assert logboek(geval)[-3:] == ["toegang.beeindigd", "overdracht.ingetrokken", "aanmelding.ingetrokken"]
    with pytest.raises(NietGevonden):
        geval.verstuur(AT)


def test_what_was_sent_can_be_withdrawn_and_the_report_stays_open(wereld: Wereld, geval: Geval):
    geval.trek_in(dagen_terug(4))
    with als(wereld.vo.toelating) as by:
        assert not inbox_for(by).exists()
    with als(wereld.a.directeur) as by:
        assert dossier_for(by, geval.dossier_id).staat == Staat.HEROPEND
    assert logboek(geval)[-1] == "overdracht.ingetrokken"
