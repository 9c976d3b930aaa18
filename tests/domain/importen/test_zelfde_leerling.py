"""When is the pupil in a file one we know: by number and birth date, else by BRIN, leerlingid and birth date?"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from overstap.domain.dossiers.models import Dossier
from overstap.domain.dossiers.queries import nummer_gemaskeerd_for, slot_for
from overstap.domain.importen.actions import NietOngedaan, bewaar_upload, maak_ongedaan, neem_over
from overstap.domain.importen.enums import Regelsoort, Vraag
from overstap.domain.importen.queries import geschreven_bij, opgehaald_for, oude_gegevens_for, vergelijking_for
from overstap.domain.importen.rules import ImportGeweigerd
from overstap.domain.importen.snapshot import Gelezen
from overstap.domain.rapporten.actions import sla_sectie_op
from overstap.domain.rapporten.queries import concept_for
from overstap.foundation.access import Actor
from overstap.foundation.rls import als
from tests.wereld import AT, VANDAAG, Wereld, regio

pytestmark = pytest.mark.django_db


@pytest.fixture
def wereld() -> Wereld:
    return regio()


def neem(by: Actor, uit_las: Gelezen, **keuze: bool) -> Dossier:
    upload_id = bewaar_upload(stukken=[b"<dossier/>"], by=by, at=AT)
    return neem_over(upload_id=upload_id, gelezen=uit_las, by=by, at=AT, **keuze)


def anders(uit_las: Gelezen, **velden: object) -> Gelezen:
    return replace(uit_las, inhoud=uit_las.inhoud.met(velden))


def test_without_a_number_brin_and_leerlingid_and_birth_date_say_who_it_is(wereld: Wereld):
    zonder = replace(wereld.a.gelezen(3), nummer=None)
    with als(wereld.a.administratie) as by:
        dossier = neem(by, zonder)
        assert vergelijking_for(by, anders(zonder, achternaam="Anders")).bekend == dossier
        assert vergelijking_for(by, anders(zonder, leerlingid="een-ander")).bekend is None
        assert vergelijking_for(by, anders(zonder, geboortedatum=date(2014, 1, 1))).vraag is Vraag.GEBOORTEDATUM
        met_nummer = vergelijking_for(by, wereld.a.gelezen(3))
        assert (met_nummer.bekend, met_nummer.vraag) == (dossier, None)
        neem(by, wereld.a.gelezen(3))
        assert nummer_gemaskeerd_for(by, dossier, slot_for(by, dossier)).endswith(
            wereld.a.gelezen(3).nummer.waarde[-3:]
        )


def test_the_same_name_and_birth_date_are_never_the_same_pupil(wereld: Wereld):
    een = wereld.a.gelezen(3)
    tweeling = replace(wereld.a.gelezen(4), inhoud=een.inhoud.met({"leerlingid": "MD-tweeling"}))
    with als(wereld.a.administratie) as by:
        neem(by, een)
        assert vergelijking_for(by, tweeling).soort is Regelsoort.NIEUW


def test_another_birth_date_or_number_is_a_question_that_a_person_answers(wereld: Wereld):
    een = wereld.a.gelezen(3)
    verbeterd = anders(een, geboortedatum=date(2014, 1, 1))
    ander_nummer = replace(een, nummer=wereld.a.gelezen(5).nummer)
    with als(wereld.a.administratie) as by:
        dossier = neem(by, een)
        for bestand, vraag in ((verbeterd, Vraag.GEBOORTEDATUM), (ander_nummer, Vraag.NUMMER)):
            assert vergelijking_for(by, bestand).vraag is vraag
            with pytest.raises(ImportGeweigerd):
                neem(by, bestand)
        assert neem(by, verbeterd, bevestigd=True) == dossier
        assert geschreven_bij(by, dossier)["geboortedatum"] == date(2014, 1, 1)


def test_undoing_a_renewal_brings_back_what_was_there_and_keeps_what_people_wrote(wereld: Wereld):
    een = wereld.a.gelezen(3)
    with als(wereld.a.administratie) as by:
        dossier = neem(by, een)
    with als(wereld.a.leerkracht) as by:
        revisie = concept_for(by, dossier).revisie
        sla_sectie_op(dossier_id=dossier.id, sectie="gedrag", waarden={}, revisie=revisie, by=by, at=AT)
    with als(wereld.a.administratie) as by:
        oud = geschreven_bij(by, dossier)
        ververst = anders(een, roepnaam="Maike", leerlingid="MD-nieuw")
        neem(by, ververst)
        assert geschreven_bij(by, dossier)["roepnaam"] == "Maike"
        revisie = concept_for(by, dossier).revisie
        assert maak_ongedaan(dossier_id=dossier.id, by=by, at=AT) is False
        assert geschreven_bij(by, dossier) == oud
        assert Dossier.objects.get(id=dossier.id).leerling.roepnaam == "Mai"
        assert concept_for(by, dossier).revisie > revisie
        assert opgehaald_for(by, dossier) == VANDAAG


def test_undoing_stops_when_somebody_wrote_since(wereld: Wereld):
    with als(wereld.a.administratie) as by:
        dossier = neem(by, wereld.a.gelezen(3))
    with als(wereld.a.leerkracht) as by:
        revisie = concept_for(by, dossier).revisie
        sla_sectie_op(dossier_id=dossier.id, sectie="gedrag", waarden={}, revisie=revisie, by=by, at=AT)
    with als(wereld.a.administratie) as by:
        with pytest.raises(NietOngedaan) as fout:
            maak_ongedaan(dossier_id=dossier.id, by=by, at=AT)
        assert "werkte na het overnemen" in fout.value.zin
        assert Dossier.objects.filter(id=dossier.id).exists()


def test_a_file_of_the_vo_cannot_become_a_report_of_group_8(wereld: Wereld):
    with als(wereld.a.administratie) as by:
        gelijk = vergelijking_for(by, replace(wereld.a.gelezen(3), van_het_vo=True))
        assert gelijk.soort is Regelsoort.FOUT
        assert "al op het vo" in gelijk.bezwaar


def test_a_pupil_of_group_5_gets_no_report_yet(wereld: Wereld):
    een = wereld.a.gelezen(3)
    jaren = tuple({**jaar, "jaargroep": "5"} for jaar in een.inhoud["schoolloopbaan"][-1:])
    with als(wereld.a.administratie) as by:
        assert "groep 5" in vergelijking_for(by, anders(een, schoolloopbaan=jaren)).bezwaar


def test_data_that_are_older_than_the_region_accepts_give_a_warning(wereld: Wereld):
    with als(wereld.a.administratie) as by:
        dossier = neem(by, wereld.a.gelezen(3))
        assert oude_gegevens_for(by, dossier, VANDAAG + timedelta(days=90)) == ""
        assert "91 dagen geleden" in oude_gegevens_for(by, dossier, VANDAAG + timedelta(days=91))
