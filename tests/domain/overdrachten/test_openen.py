"""Does a vo school open a report only with what the parents gave it, after the release, and does a no say nothing?"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from overstap.domain.dossiers.enums import Heropenreden, Staat
from overstap.domain.dossiers.queries import dossier_for, nummer_for, slot_for
from overstap.domain.inzages.actions import heropen
from overstap.domain.overdrachten import actions
from overstap.domain.overdrachten.actions import OverdrachtGeweigerd
from overstap.domain.overdrachten.enums import Aanmeldwijze, Intrekreden
from overstap.domain.overdrachten.models import Aanmelding, UniekeCode, Vrijgave
from overstap.domain.overdrachten.queries import (
    bestemmingen_for,
    gevraagd_for,
    inbox_for,
    kijkers_for,
    overdracht_for,
    unieke_code_for,
    vrij_for,
)
from overstap.domain.overdrachten.rules import Leerlinggegevens
from overstap.domain.rapporten.queries import bevroren_for, laatste_versie_for
from overstap.domain.scholen.models import Organisatie
from overstap.foundation.access import Actor, GeenRecht, Rol
from overstap.foundation.audit.models import AuditEvent
from overstap.foundation.rls import als
from tests.web.vo.ontvangst import medewerker
from tests.wereld import AT, Wereld, logboek, regio

pytestmark = pytest.mark.django_db
LATER = AT + timedelta(hours=1)


class _Terug(Exception):
    pass


class Ding:
    """One definitive report with its code, that several tests of one world walk on, each undone."""

    def __init__(self, wereld: Wereld) -> None:
        self.wereld = wereld
        self.geval = wereld.dossier_in(Staat.DEFINITIEF)
        with als(wereld.a.leerkracht) as by:
            actions.geef_unieke_code(dossier_id=self.geval.dossier_id, by=by, at=AT)
        self.code, self.gegevens = self._lees()

    def _lees(self) -> tuple[str, Leerlinggegevens]:
        with als(self.wereld.a.directeur) as by:
            dossier = dossier_for(by, self.geval.dossier_id)
            slot = slot_for(by, dossier)
            gelezen = unieke_code_for(by, dossier, slot)
            nummer = nummer_for(by, dossier, slot)
            inhoud = bevroren_for(by, laatste_versie_for(by, dossier), slot).inhoud
        assert gelezen
        assert nummer
        wie = Leerlinggegevens("99XA", nummer[1], inhoud["geboortedatum"], str(inhoud["achternaam"]))
        return gelezen.code, wie

    def geef_vrij(self) -> int:
        with als(self.wereld.a.administratie) as by:
            return actions.geef_vrij(dossier_id=self.geval.dossier_id, by=by, at=AT)

    def open(self, by: Actor | None = None, code: str = "") -> Any:
        with als(by or self.wereld.vo.toelating) as wie:
            return actions.open_met_unieke_code(getypt=code or self.code, by=wie, at=LATER)

    def open_met(self, gegevens: Leerlinggegevens) -> Any:
        with als(self.wereld.vo.toelating) as wie:
            return actions.open_met_gegevens(gegevens=[gegevens], by=wie, at=LATER)

    def po(self, handeling: Callable[..., object], **wat: object) -> None:
        with als(self.wereld.a.directeur) as by:
            handeling(dossier_id=self.geval.dossier_id, by=by, at=AT + timedelta(minutes=5), **wat)

    def aanmelding(self) -> Aanmelding:
        with als(self.wereld.a.directeur):
            return Aanmelding.objects.filter(dossier_id=self.geval.dossier_id).latest("vastgelegd_op")


@pytest.fixture
def ding() -> Ding:
    return Ding(regio())


def test_the_right_code_opens_after_the_release_and_everybody_sees_it(ding: Ding) -> None:
    ding.geef_vrij()
    overdracht_id = ding.open(code=ding.code.lower().replace("-", " "))
    with als(ding.wereld.vo.toelating) as by:
        overdracht = overdracht_for(by, overdracht_id)
        assert [o.id for o in inbox_for(by)] == [overdracht_id]
        assert kijkers_for(by, overdracht.ontvanger_id)
    assert ding.aanmelding().wijze == Aanmeldwijze.CODE
    assert ding.aanmelding().vastgelegd_door == ding.wereld.vo.toelating.id
    with als(ding.wereld.a.leerkracht) as by:
        assert [plek.loopt for plek in bestemmingen_for(by, [ding.geval.dossier_id])[ding.geval.dossier_id]] == [True]
        # In the name of who released it.
        assert overdracht.verstuurd_door == ding.wereld.a.administratie.id
    with als(ding.geval.ouders[0].actor):
        assert AuditEvent.objects.filter(wat="overdracht.geopend", organisatie_id=ding.wereld.vo.id).exists()
    # Once more is no second transfer.
    assert ding.open() == overdracht_id
    assert logboek(ding.geval).count("overdracht.verstuurd") == 1


def test_particulars_open_too_and_nothing_of_them_is_kept(ding: Ding) -> None:
    ding.geef_vrij()
    wie = ding.gegevens
    assert ding.open_met(Leerlinggegevens(wie.brin, wie.nummer, wie.geboortedatum, wie.achternaam + "x")) is None
    assert ding.open_met(Leerlinggegevens("99XB", wie.nummer, wie.geboortedatum, wie.achternaam)) is None
    assert ding.open_met(Leerlinggegevens("99xa", wie.nummer, wie.geboortedatum, f"van {wie.achternaam.upper()}"))
    assert ding.aanmelding().wijze == Aanmeldwijze.GEGEVENS
    with als(ding.wereld.vo.toelating):
        alles = str(list(AuditEvent.objects.filter(wat__startswith="overdracht.").values()))
    assert wie.nummer not in alles
    assert wie.achternaam not in alles


def test_every_no_is_the_same_no_in_as_many_questions(ding: Ding) -> None:
    """Unknown, not released, code withdrawn, taken back, withdrawn aanmelding, written in again."""
    po = ding.po
    redenen: dict[str, Callable[[], object]] = {
        "niet vrijgegeven": lambda: None,
        "code ingetrokken": lambda: (ding.geef_vrij(), po(actions.trek_unieke_code_in)),
        "vrijgave ingetrokken": lambda: (ding.geef_vrij(), po(actions.trek_vrijgave_in)),
        "heropend": lambda: (ding.geef_vrij(), po(heropen, reden=Heropenreden.FOUT)),
        "teruggetrokken": lambda: _teruggetrokken(ding),
        "aanmelding ingetrokken": lambda: _aanmelding_ingetrokken(ding),
    }
    gevraagd: dict[str, list[str]] = {"onbekend": _vraag(ding, "ABCD-EFGH-JKLM")}
    for naam, doe in redenen.items():
        with suppress(_Terug), transaction.atomic(), transaction.atomic(using="sleutels"):
            doe()
            gevraagd[naam] = _vraag(ding, ding.code)
            raise _Terug
    # The same statements in the same order, so no clock tells one from the other.
    assert len({tuple(vragen) for vragen in gevraagd.values()}) == 1, gevraagd


def _vraag(ding: Ding, code: str) -> list[str]:
    with CaptureQueriesContext(connection) as gevangen:
        assert ding.open(code=code) is None
    return [vraag["sql"].split("(")[0][:40] for vraag in gevangen if not vraag["sql"].startswith(("SAVE", "RELEASE"))]


def _teruggetrokken(ding: Ding) -> None:
    ding.geef_vrij()
    overdracht_id = ding.open()
    with als(ding.wereld.a.directeur) as by:
        actions.trek_in(dossier_id=ding.geval.dossier_id, overdracht_id=overdracht_id, by=by, at=LATER)


def _aanmelding_ingetrokken(ding: Ding) -> None:
    ding.geef_vrij()
    ding.open()
    aanmelding_id = ding.aanmelding().id
    with als(ding.wereld.a.directeur) as by:
        actions.trek_aanmelding_in(
            dossier_id=ding.geval.dossier_id, aanmelding_id=aanmelding_id, reden=Intrekreden.OUDERS, by=by, at=LATER
        )


def test_who_gave_the_code_too_early_gets_the_report_at_the_release(ding: Ding) -> None:
    assert ding.open() is None
    with als(ding.wereld.vo.toelating) as by:
        assert not inbox_for(by).exists()
    with als(ding.wereld.a.leerkracht) as by:
        wacht = gevraagd_for(by, dossier_for(by, ding.geval.dossier_id))
        assert [(een.ontvanger_id, een.door) for een in wacht] == [(ding.wereld.vo.id, ding.wereld.vo.toelating.id)]
        assert vrij_for(by, [ding.geval.dossier_id]) == frozenset()
    assert ding.geef_vrij() == 1
    with als(ding.wereld.vo.toelating) as by:
        assert inbox_for(by).count() == 1
    with als(ding.wereld.a.leerkracht) as by:
        assert gevraagd_for(by, dossier_for(by, ding.geval.dossier_id)) == ()
        assert vrij_for(by, [ding.geval.dossier_id]) == {ding.geval.dossier_id}
    assert ding.geef_vrij() == 0


@pytest.mark.parametrize(
    ("terug", "wat"), [(actions.trek_unieke_code_in, {}), (actions.geef_unieke_code, {"nieuw": True})]
)
def test_a_code_taken_back_after_it_was_given_too_early_sends_nothing(ding: Ding, terug: Any, wat: Any) -> None:
    assert ding.open() is None
    with als(ding.wereld.a.directeur) as by:
        terug(dossier_id=ding.geval.dossier_id, by=by, at=LATER + timedelta(minutes=1), **wat)
        assert gevraagd_for(by, dossier_for(by, ding.geval.dossier_id)) == ()
    assert ding.geef_vrij() == 0
    with als(ding.wereld.vo.toelating) as by:
        assert not inbox_for(by).exists()


def test_who_asked_with_a_code_that_was_taken_back_gets_nothing_at_the_release(ding: Ding) -> None:
    assert ding.open() is None
    with als(ding.wereld.a.directeur) as by:
        actions.geef_unieke_code(dossier_id=ding.geval.dossier_id, by=by, at=LATER + timedelta(minutes=1), nieuw=True)
        assert gevraagd_for(by, dossier_for(by, ding.geval.dossier_id)) == ()
    assert ding.geef_vrij() == 0
    with als(ding.wereld.vo.toelating) as by:
        assert not inbox_for(by).exists()


def test_a_new_code_ends_the_old_one_and_a_new_version_asks_a_new_release(ding: Ding) -> None:
    ding.geef_vrij()
    oud = ding.code
    ding.po(actions.geef_unieke_code, nieuw=True)
    ding.code, _ = ding._lees()
    assert ding.open(code=oud) is None
    ding.po(heropen, reden=Heropenreden.FOUT)
    ding.geval.maak_definitief(AT + timedelta(minutes=10))
    assert ding.open() is None
    assert ding.geef_vrij() == 1
    assert ding.open()


def test_two_schools_that_the_parents_applied_at_both_open_it_and_each_sees_only_its_own(ding: Ding) -> None:
    regio_id = Organisatie.objects.get(id=ding.wereld.vo.id).regio_id
    elders = Organisatie.objects.create(regio_id=regio_id, soort="vo", naam="Elders College", brin="99XW")
    ander = medewerker(elders.id, Rol.TOELATINGSCOMMISSIE, "Ada Elders")
    ding.geef_vrij()
    een, twee = ding.open(ding.wereld.vo.zorg), ding.open(ander)
    assert een
    assert twee
    assert een != twee
    for wie, eigen in ((ding.wereld.vo.toelating, een), (ander, twee)):
        with als(wie) as by:
            assert [rij.id for rij in inbox_for(by)] == [eigen]
    with als(ding.wereld.a.directeur) as by:
        assert Aanmelding.objects.filter(dossier_id=ding.geval.dossier_id).count() == 2
        actions.trek_in(dossier_id=ding.geval.dossier_id, overdracht_id=een, by=by, at=LATER)
    # Taken back at one school, it stays at the other.
    with als(ander) as by:
        assert inbox_for(by).count() == 1
    assert ding.open(ding.wereld.vo.zorg) is None


def test_before_the_definitive_advice_or_report_there_is_no_code_and_no_release(ding: Ding) -> None:
    leeg = ding.wereld.dossier_in(Staat.CONCEPT)
    with als(ding.wereld.a.directeur) as by:
        with pytest.raises(OverdrachtGeweigerd, match="definitieve advies"):
            actions.geef_unieke_code(dossier_id=leeg.dossier_id, by=by, at=AT)
        with pytest.raises(OverdrachtGeweigerd, match="eerst definitief"):
            actions.geef_vrij(dossier_id=leeg.dossier_id, by=by, at=AT)
    with als(ding.wereld.a.leerkracht) as by, pytest.raises(GeenRecht):
        actions.geef_vrij(dossier_id=ding.geval.dossier_id, by=by, at=AT)
    with als(ding.wereld.a.leerkracht) as by, pytest.raises(GeenRecht):
        actions.open_met_unieke_code(getypt=ding.code, by=by, at=AT)


def test_a_vo_school_sees_no_code_and_no_release_and_a_stranger_finds_no_door(ding: Ding) -> None:
    ding.geef_vrij()
    with als(ding.wereld.vo.toelating):
        assert not UniekeCode.objects.exists()
        assert not Vrijgave.objects.exists()
        assert not Aanmelding.objects.exists()
    with als(ding.geval.ouders[0].actor) as ouder:
        dossier = dossier_for(ouder, ding.geval.dossier_id)
        gelezen = unieke_code_for(ouder, dossier, slot_for(ouder, dossier))
        assert gelezen
        assert gelezen.code == ding.code
        assert not Vrijgave.objects.exists()
