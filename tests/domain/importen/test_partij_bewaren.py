"""Whose is a ZIP that came in, what can be read of it in the tables, and how long does it live?"""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest

from overstap.domain.dossiers.queries import dossiers_for
from overstap.domain.importen.actions import (
    NietNu,
    ga_verder,
    gooi_partij_weg,
    maak_partij_ongedaan,
    neem_partij_over,
    ruim_verlopen_op,
)
from overstap.domain.importen.models import Herstel, Importregel, Partij
from overstap.domain.importen.queries import partij_for, partijen_for
from overstap.foundation import opslag
from overstap.foundation.access import GeenRecht, NietGevonden
from overstap.foundation.rls import als
from overstap.foundation.sleutels.kast import SleutelVernietigd, Slot
from overstap.jobs.taak import systeem_voor
from tests.partij import gelezen_partij, laat_werken, osobestand, regels_van
from tests.wereld import AT, Wereld


def test_nothing_of_a_partij_can_be_read_in_the_tables(wereld: Wereld):
    wie = wereld.a.administratie
    partij_id = gelezen_partij(wie, [("Deniz Doğan.xml", osobestand(wereld.a.gegevens, 0))])
    with als(wie):
        rij = Importregel.objects.get(partij_id=partij_id)
    for kolom in (rij.kop, rij.beeld):
        assert "Doğan".encode() not in bytes(kolom)


def test_a_partij_is_for_its_own_school_and_for_who_may_import(wereld: Wereld):
    wie = wereld.a.administratie
    partij_id = gelezen_partij(wie, [("a.xml", osobestand(wereld.a.gegevens, 0))])
    acts = (neem_partij_over, maak_partij_ongedaan, gooi_partij_weg, ga_verder)
    for act in acts:
        with pytest.raises(GeenRecht), als(wereld.a.leerkracht) as by:
            act(partij_id=partij_id, by=by, at=AT)
        with pytest.raises(NietGevonden), als(wereld.b.administratie) as by:
            act(partij_id=partij_id, by=by, at=AT)
    with als(wie) as by:
        neem_partij_over(partij_id=partij_id, by=by, at=AT)
        for act in (neem_partij_over, maak_partij_ongedaan):
            with pytest.raises(NietNu):
                act(partij_id=partij_id, by=by, at=AT)
        with pytest.raises(NietNu):
            neem_partij_over(partij_id=partij_id, regels=[uuid4()], by=by, at=AT)


def test_a_partij_and_what_undoes_it_live_for_a_day(wereld: Wereld, django_capture_on_commit_callbacks):
    wie, morgen = wereld.a.administratie, AT + timedelta(hours=24)
    partij_id = gelezen_partij(wie, [(f"{n}.xml", osobestand(wereld.a.gegevens, n)) for n in (1, 2)])
    eerste = regels_van(wie, partij_id)[0].rij.id
    with als(wie) as by:
        neem_partij_over(partij_id=partij_id, regels=[eerste], by=by, at=AT)
    laat_werken(wie.werkt_bij, partij_id)
    with als(wie) as by:
        partij = partij_for(by, partij_id, AT)
    with django_capture_on_commit_callbacks(execute=True), als(systeem_voor(wereld.a.id)) as by:
        assert list(partijen_for(by, morgen)) == []
        assert ruim_verlopen_op(by=by, at=morgen - timedelta(seconds=1)) == 0
        ruim_verlopen_op(by=by, at=morgen)
    with als(wie) as by:
        assert (Partij.objects.count(), Importregel.objects.count(), Herstel.objects.count()) == (0, 0, 0)
        assert dossiers_for(by).count() == 1
    assert partij.bestand_id
    with pytest.raises(opslag.NietBewaard):
        opslag.lees(partij.bestand_id)
    with pytest.raises(SleutelVernietigd):
        Slot(partij.sleutel_id)
