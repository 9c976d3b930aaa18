"""Who may see a dossier, from when until when, and which steps can it take?"""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.db import DatabaseError, IntegrityError, transaction

from overstap.domain.dossiers.actions import (
    beeindig_toegang,
    bekeken,
    geef_toegang,
    maak_dossier,
    onthul_nummer,
    zet_nummer,
    zet_staat,
)
from overstap.domain.dossiers.enums import Nummersoort, Reden, Staat, Stap
from overstap.domain.dossiers.models import Dossier, Persoonsnummer, Toegang
from overstap.domain.dossiers.queries import (
    dossier_for,
    dossiers_for,
    nummer_gemaskeerd_for,
    slot_for,
    toegang_for,
    zelfde_nummer_for,
)
from overstap.domain.dossiers.rules import (
    BEVROREN,
    INVULBAAR,
    TOEGESTANE_STAPPEN,
    StapNietMogelijk,
    controleer_stap,
    stap,
)
from overstap.domain.leerlingen.models import Leerling
from overstap.domain.leerlingen.rules import Namen
from overstap.foundation.access import Actor, NietGevonden, Rol
from overstap.foundation.audit.models import AuditEvent
from overstap.foundation.rls import als
from tests.wereld import AT, Wereld, logboek, regio


@pytest.fixture(scope="module")
def begin(samen: None) -> Wereld:
    return regio().leg_klaar(Staat.CONCEPT, Staat.TER_INZAGE, Staat.DEFINITIEF)


def test_a_dossier_of_another_school_is_the_same_as_none(wereld: Wereld):
    geval = wereld.dossier_in(Staat.CONCEPT)
    for vreemde in (wereld.b.directeur, wereld.vo.toelating, Actor(rol=Rol.OUDER, id=uuid4()), Actor(rol=Rol.SYSTEEM)):
        with als(vreemde) as by:
            for dossier_id in (geval.dossier_id, uuid4()):
                with pytest.raises(NietGevonden):
                    dossier_for(by, dossier_id)
            # The second lock: without any filter of ours there is nothing either.
            assert (Dossier.objects.count(), Leerling.objects.count(), Toegang.objects.count()) == (0, 0, 0)
            assert Persoonsnummer.objects.count() == 0


def test_without_an_actor_there_is_nothing(wereld: Wereld):
    wereld.dossier_in(Staat.CONCEPT)
    with als(Actor(rol=Rol.SYSTEEM)):
        assert Dossier.objects.count() == AuditEvent.objects.exclude(dossier_id=None).count() == 0


def test_a_number_is_masked_until_somebody_asks_and_asking_leaves_a_trace(wereld: Wereld):
    geval = wereld.dossier_in(Staat.CONCEPT)
    with als(wereld.a.administratie) as by:
        dossier = dossier_for(by, geval.dossier_id)
        slot = slot_for(by, dossier)
        assert nummer_gemaskeerd_for(by, dossier, slot) == f"••• ••• {geval.kind.bsn[-3:]}"
        assert geval.kind.bsn.encode() not in bytes(Persoonsnummer.objects.get(dossier=dossier).geheim)
        assert onthul_nummer(dossier_id=dossier.id, by=by, at=AT) == geval.kind.bsn
        assert zelfde_nummer_for(by, geval.kind.bsn) == dossier
    assert logboek(geval)[-1] == "nummer.onthuld"
    with als(wereld.b.administratie) as by:
        assert zelfde_nummer_for(by, geval.kind.bsn) is None
    with als(wereld.a.directeur):
        assert geval.kind.bsn not in str(list(AuditEvent.objects.values()))


def test_the_vo_school_has_the_report_but_not_the_row_with_the_number(wereld: Wereld):
    geval = wereld.dossier_in(Staat.OVERGEDRAGEN)
    with als(wereld.vo.administratie) as by:
        dossier = dossier_for(by, geval.dossier_id)
        assert nummer_gemaskeerd_for(by, dossier, slot_for(by, dossier)) == ""
        assert Persoonsnummer.objects.count() == 0


def test_toegang_is_given_once_and_ends_from_the_next_look_on(wereld: Wereld):
    geval = wereld.dossier_in(Staat.CONCEPT)
    with als(wereld.a.directeur) as by:
        dossier = dossier_for(by, geval.dossier_id)
        for _ in range(2):
            geef_toegang(dossier=dossier, reden=Reden.OVERDRACHT, organisatie_id=wereld.vo.id, by=by, at=AT)
        assert toegang_for(by, dossier).count() == 2
    with als(wereld.vo.toelating) as by:
        assert dossiers_for(by).count() == 1
        # Who has toegang besides you is not yours to know.
        assert [toegang.organisatie_id for toegang in toegang_for(by, dossier)] == [wereld.vo.id]
    with als(wereld.a.directeur) as by:
        for _ in range(2):
            beeindig_toegang(dossier=dossier, organisatie_id=wereld.vo.id, by=by, at=AT)
    with als(wereld.vo.toelating) as by:
        assert dossiers_for(by).count() == 0
    assert logboek(geval)[-2:] == ["toegang.gegeven", "toegang.beeindigd"]


@pytest.mark.parametrize("wie", ["vo", "ouder"])
def test_nobody_gives_toegang_but_the_school_of_the_pupil(wereld: Wereld, wie: str):
    geval = wereld.dossier_in(Staat.OVERGEDRAGEN)
    actor = wereld.vo.toelating if wie == "vo" else geval.ouders[0].actor
    with als(actor) as by:
        dossier = dossier_for(by, geval.dossier_id)
        with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
            geef_toegang(dossier=dossier, reden=Reden.INZAGE, ouder_id=uuid4(), by=by, at=AT)


def test_a_dossier_is_made_at_the_own_school_only(wereld: Wereld):
    bij_b = Actor(rol=Rol.ADMINISTRATIE_PO, id=uuid4(), organisatie_id=wereld.b.id)
    with als(wereld.a.administratie), pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
        maak_dossier(namen=Namen("A", "", "B"), groep="8", schooljaar="2026-2027", by=bij_b, at=AT)


@pytest.mark.parametrize("van", list(Staat))
def test_the_database_allows_exactly_the_steps_of_the_table(wereld: Wereld, van: Staat):
    geval = wereld.dossier_in(van)
    with als(wereld.a.directeur) as by:
        for naar in set(Staat) - {van}:
            punt = transaction.savepoint()
            dossier = dossier_for(by, geval.dossier_id)
            if naar in TOEGESTANE_STAPPEN[van]:
                zet_staat(dossier=dossier, naar=naar, by=by, at=AT)
                assert dossier_for(by, geval.dossier_id).staat == naar
            else:
                with pytest.raises(StapNietMogelijk):
                    zet_staat(dossier=dossier, naar=naar, by=by, at=AT)
                with pytest.raises(DatabaseError, match="deze stap bestaat niet"), transaction.atomic():
                    Dossier.objects.filter(id=dossier.id).update(staat=naar)
            transaction.savepoint_rollback(punt)


def test_a_dossier_keeps_its_school_pupil_and_key(wereld: Wereld):
    geval = wereld.dossier_in(Staat.CONCEPT)
    with als(wereld.a.directeur):
        for anders in ({"sleutel_id": uuid4()}, {"school_id": wereld.b.id}):
            with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
                Dossier.objects.filter(id=geval.dossier_id).update(**anders)


def test_a_look_is_an_event_too(wereld: Wereld):
    geval = wereld.dossier_in(Staat.CONCEPT)
    with als(wereld.a.leerkracht) as by:
        bekeken(dossier=dossier_for(by, geval.dossier_id), wat="dossier", by=by, at=AT)
    assert logboek(geval)[-1] == "dossier.bekeken"


def test_every_state_belongs_to_a_stage_and_is_either_open_or_frozen():
    assert {stap(staat) for staat in Staat} == set(Stap)
    assert set(Staat) == INVULBAAR | BEVROREN
    assert not INVULBAAR & BEVROREN
    with pytest.raises(StapNietMogelijk) as fout:
        controleer_stap(Staat.CONCEPT, Staat.GELEZEN)
    assert "Ververs de bladzijde" in fout.value.zin


def test_who_does_a_year_again_has_a_dossier_for_each_year(wereld: Wereld):
    geval = wereld.dossier_in(Staat.GELEZEN)
    with als(wereld.a.administratie) as by:
        oud = dossier_for(by, geval.dossier_id)
        nieuw = maak_dossier(namen=Namen("Deniz", "", "Doğan"), groep="8B", schooljaar="2027-2028", by=by, at=AT)
        zet_nummer(dossier=nieuw, soort=Nummersoort.BSN, nummer=geval.kind.bsn, by=by, at=AT)
        assert zelfde_nummer_for(by, geval.kind.bsn) == nieuw
        assert zelfde_nummer_for(by, geval.kind.bsn, oud.schooljaar) == oud
        assert zelfde_nummer_for(by, geval.kind.bsn, "2027-2028") == nieuw
        assert zelfde_nummer_for(by, geval.kind.bsn, "2028-2029") is None
        # A second dossier of the same year would be two reports of one pupil.
        dubbel = maak_dossier(namen=Namen("Deniz", "", "Doğan"), groep="8B", schooljaar="2027-2028", by=by, at=AT)
        with pytest.raises(IntegrityError, match="nummer_een_keer_per_schooljaar"), transaction.atomic():
            zet_nummer(dossier=dubbel, soort=Nummersoort.BSN, nummer=geval.kind.bsn, by=by, at=AT)


def test_the_year_beside_a_number_is_that_of_its_dossier(wereld: Wereld):
    geval = wereld.dossier_in(Staat.CONCEPT)
    with als(wereld.a.administratie) as by:
        rij = Persoonsnummer.objects.get(dossier_id=geval.dossier_id)
        assert rij.schooljaar == dossier_for(by, geval.dossier_id).schooljaar
        rij.schooljaar = "2027-2028"
        with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
            rij.save(update_fields=["schooljaar"])
