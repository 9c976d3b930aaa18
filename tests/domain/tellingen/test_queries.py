"""Do the numbers of a school and of a region agree with the dossiers, and does a region read nothing else?"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.db import connection

from overstap.domain.dossiers.enums import Staat
from overstap.domain.dossiers.models import Dossier
from overstap.domain.dossiers.rules import BEVROREN, stap
from overstap.domain.overdrachten.queries import werkvoorraad_for
from overstap.domain.plaatsingen.queries import standen_for, stilte_for
from overstap.domain.rapporten.models import Versie
from overstap.domain.scholen.actions import wijzig_regio
from overstap.domain.scholen.enums import Regioonderwerp
from overstap.domain.scholen.rules.regioschrijven import schooltabel
from overstap.domain.tellingen.queries import (
    STAPPEN,
    Regiovoortgang,
    Schoolvoortgang,
    regiovoortgang_for,
    schoolvoortgang_for,
)
from overstap.domain.zorgroutes.enums import Routestaat
from overstap.domain.zorgroutes.models import Zorgroute
from overstap.foundation.access import Actor, GeenRecht, Rol
from overstap.foundation.klok import dag
from overstap.foundation.rls import als
from tests.wereld import AT, VANDAAG, Plek, Wereld, regio
from tests.zorggang import Zorggang

JAAR, VORIG = "2026-2027", "2025-2026"


@pytest.fixture(scope="module")
def streek(samen: None) -> Wereld:
    """At school A a pupil in every state, one of them on a care route; at school B too few to tell of."""
    wereld = regio()
    for staat in Staat:
        geval = wereld.dossier_in(staat, bijzonder=frozenset({"lwoo"} if staat is Staat.CONCEPT else ()))
        if staat is Staat.CONCEPT:
            Zorggang(geval, wereld.swv, at=AT).tot(Routestaat.AANGEMELD)
    wereld.dossier_in(Staat.DEFINITIEF, school=wereld.b)
    return wereld


def _van_de_school(plek: Plek) -> Schoolvoortgang:
    with als(plek.directeur) as by:
        return schoolvoortgang_for(by, JAAR, VORIG)


def _van_de_regio(wereld: Wereld, vandaag: date = VANDAAG) -> Regiovoortgang:
    with als(wereld.regio[Rol.REGIOCOORDINATOR]) as by:
        return regiovoortgang_for(by, JAAR, VORIG, vandaag, voorbij=False)


def _uit_de_dossiers(plek: Plek) -> tuple[tuple[int, ...], list[date]]:
    """By stage, and the days of the definitive reports, counted one by one from what the school itself reads."""
    with als(plek.directeur) as by:
        regels = werkvoorraad_for(by, JAAR, "", AT)
        klaar = [regel.dossier_id for regel in regels if regel.feiten.staat in BEVROREN]
        versies = {id_: Versie.objects.filter(dossier_id=id_, soort="definitief") for id_ in klaar}
        dagen = [dag(max(versie.gemaakt_op for versie in van)) for van in versies.values()]
    per_stap = Counter(stap(regel.feiten.staat) for regel in regels)
    return tuple(per_stap[een] for een in STAPPEN), sorted(dagen)


def test_the_numbers_of_a_school_are_those_of_its_dossiers(opnieuw: None, streek: Wereld) -> None:
    for plek in (streek.a, streek.b):
        geteld, (delen, dagen) = _van_de_school(plek), _uit_de_dossiers(plek)
        assert geteld.delen == delen
        assert geteld.klaar == len(dagen) == geteld.verloop.op(VANDAAG)
        assert [n for _dag, n in geteld.verloop.dagen] == [
            sum(wanneer <= tot for wanneer in dagen) for tot in sorted(set(dagen))
        ]
        assert geteld.vorig_jaar.totaal == 0


@pytest.mark.parametrize("dagen", [0, 1, 4, 13, 14, 30])
def test_who_stands_still_is_the_same_number_in_the_region_as_by_name(
    opnieuw: None, streek: Wereld, dagen: int
) -> None:
    """In every state, and on the day before and the day on which it is two weeks."""
    dan = VANDAAG + timedelta(days=dagen)
    bij_naam = {}
    for plek in (streek.a, streek.b):
        with als(plek.directeur) as by:
            standen = standen_for(by, [regel.dossier_id for regel in werkvoorraad_for(by, JAAR, "", AT)])
        if waar := Counter(stand.stilstand for stand in standen.values() if stand.is_stil(dan)):
            bij_naam[plek.id] = dict(waar)
    with als(streek.regio[Rol.REGIOCOORDINATOR]) as by:
        assert stilte_for(by, JAAR, dan) == bij_naam


def test_an_act_is_a_number_at_once(opnieuw: None, streek: Wereld) -> None:
    voor = _van_de_school(streek.a)
    streek.dossier_in(Staat.DEFINITIEF)
    na = _van_de_school(streek.a)
    assert na.klaar == voor.klaar + 1
    assert na.delen == _uit_de_dossiers(streek.a)[0]


def test_a_region_is_told_the_same_and_nothing_that_makes_one_pupil_known(opnieuw: None, streek: Wereld) -> None:
    verteld, echt = _van_de_regio(streek), _van_de_school(streek.a)
    assert [school.naam for school in verteld.scholen] == [streek.a.gegevens.naam]
    assert (verteld.klein, verteld.leeg, verteld.totaal) == (1, 0, sum(echt.delen))
    (school,) = verteld.scholen
    assert school.totaal == sum(echt.delen)
    assert school.klaar.laag <= echt.klaar <= school.klaar.hoog
    assert school.delen is None or all(
        deel.laag <= n <= deel.hoog for deel, n in zip(school.delen, echt.delen, strict=True)
    )
    assert verteld.klaar.laag <= echt.klaar <= verteld.klaar.hoog
    assert {titel: (n.laag, n.hoog) for titel, n in verteld.zorg.items() if n.hoog} == {"Aangemeld": (1, 4)}
    assert verteld.zonder_besluit.klein
    assert all(n % 5 == 0 for _dag, n in verteld.verloop.dagen)


def test_only_a_school_that_is_there_has_no_pupils_yet_and_one_that_ended_keeps_its_own(
    opnieuw: None, streek: Wereld
) -> None:
    nieuw = {
        brin: schooltabel(replace(streek.a.gegevens, brin=brin, laatste_dag=laatste))
        for brin, laatste in (("99XC", None), ("99XD", VANDAAG), ("99XE", VANDAAG - timedelta(days=1)))
    }
    einde = schooltabel(replace(streek.a.gegevens, laatste_dag=VANDAAG - timedelta(days=1)))
    with als(streek.regio[Rol.REGIOCOORDINATOR]) as by:
        waarden = {**{f"{brin}-00": tabel for brin, tabel in nieuw.items()}, "99XA-00": einde}
        wijzig_regio(onderwerp=Regioonderwerp.SCHOLEN, waarden=waarden, by=by, at=AT)
    verteld = _van_de_regio(streek)
    assert verteld.leeg == 2
    assert [school.naam for school in verteld.scholen] == [streek.a.gegevens.naam]


def test_who_coordinates_reads_no_dossier_and_others_count_no_region(opnieuw: None, streek: Wereld) -> None:
    with als(streek.regio[Rol.REGIOCOORDINATOR]):
        assert not Dossier.objects.exists()
        assert not Zorgroute.objects.exists()
    for niemand in (streek.vo.toelating, streek.a.leerkracht, streek.swv[Rol.SWV_COMMISSIE]):
        with als(niemand) as by, pytest.raises(GeenRecht):
            regiovoortgang_for(by, JAAR, VORIG, VANDAAG, voorbij=False)
    for wie, scholen in (
        (streek.vo.toelating, set()),
        (streek.swv[Rol.SWV_COMMISSIE], set()),
        (Actor(Rol.OUDER, streek.a.leerkracht.id), set()),
        (streek.b.directeur, {streek.b.id}),
        (streek.regio[Rol.REGIOCOORDINATOR], {streek.a.id, streek.b.id}),
    ):
        with als(wie), connection.cursor() as cursor:
            cursor.execute("select distinct school_id from tellingen_rapporten(%s)", [JAAR])
            assert {school for (school,) in cursor.fetchall()} == scholen, wie.rol
            cursor.execute("select count(*) from tellingen_zorgroutes(%s)", [JAAR])
            assert (cursor.fetchone()[0] > 0) is (wie.rol is Rol.REGIOCOORDINATOR), wie.rol
