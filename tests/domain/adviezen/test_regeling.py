"""Does every rule begin on its day, with its source, and is it told to people in docs/regelwijzigingen.md?"""

from datetime import date, timedelta
from pathlib import Path

import pytest

from overstap.domain.adviezen.enums import Aanbieder, Niveau, Ontheffingsgrond, Toetsadvies
from overstap.domain.adviezen.rules import (
    REGELINGEN,
    Onderwerp,
    OudeRegelingNietOndersteund,
    Regeling,
    bijstelling_nodig,
    controleer_dag,
    controleer_ontheffing,
    controleer_volgorde,
    regeling_op,
    zin_op_tijd,
    zin_toetsdag,
    zin_voorlopig,
)
from overstap.domain.scholen.rules import Kalender

DOC = (Path(__file__).resolve().parents[3] / "docs" / "regelwijzigingen.md").read_text(encoding="utf-8")
ONZE = [regeling for regeling in REGELINGEN if regeling.ondersteund]
KALENDER = Kalender.landelijk("2026-2027")
MAANDNAAM = {7: "juli", 8: "augustus"}


@pytest.mark.parametrize("regeling", ONZE, ids=lambda regeling: f"{regeling.onderwerp}-{regeling.vanaf}")
def test_a_rule_holds_from_its_first_day_and_not_the_day_before(regeling: Regeling):
    assert regeling_op(regeling.vanaf, regeling.onderwerp) is regeling
    with pytest.raises(OudeRegelingNietOndersteund):
        regeling_op(regeling.vanaf - timedelta(days=1), regeling.onderwerp)


@pytest.mark.parametrize("regeling", ONZE, ids=lambda regeling: regeling.onderwerp)
def test_people_can_read_when_a_rule_began_and_where_it_stands(regeling: Regeling):
    kop = f"### {regeling.vanaf.day} {MAANDNAAM[regeling.vanaf.month]} {regeling.vanaf.year}: {regeling.naam}"
    assert kop in DOC
    deel = DOC.split(kop)[1].split("\n### ")[0]
    assert "**Bron.**" in deel
    assert "Bekeken: " in deel


def test_no_subject_begins_twice_on_one_day():
    assert len({(regeling.onderwerp, regeling.vanaf) for regeling in REGELINGEN}) == len(REGELINGEN)
    assert {regeling.onderwerp for regeling in ONZE} == set(Onderwerp)


def test_the_outcome_changes_on_the_day_the_law_does():
    dag = date(2023, 8, 1)
    daarvoor = dag - timedelta(days=1)
    assert bijstelling_nodig(Niveau.HAVO, Toetsadvies.HAVO_VWO, dag).besluit_nodig
    assert not bijstelling_nodig(Niveau.HAVO, None, dag).besluit_nodig
    feiten = {"ouders_op": daarvoor, "in_nederland_sinds": None, "toets": None}
    assert controleer_ontheffing(Ontheffingsgrond.ZEER_MOEILIJK_LEREND, op=dag, **feiten) == []
    for doe in (
        lambda: bijstelling_nodig(Niveau.HAVO, Toetsadvies.HAVO_VWO, daarvoor),
        lambda: bijstelling_nodig(Niveau.HAVO, None, daarvoor),
        lambda: controleer_ontheffing(Ontheffingsgrond.ZEER_MOEILIJK_LEREND, op=daarvoor, **feiten),
    ):
        with pytest.raises(OudeRegelingNietOndersteund):
            doe()


def test_the_calendar_and_the_tests_begin_with_the_school_year_of_the_law():
    assert Kalender.landelijk("2023-2024").definitief == date(2024, 3, 24)
    assert Aanbieder.CET not in Aanbieder.in_schooljaar("2023-2024")
    with pytest.raises(ValueError, match="Kies 2023-2024 of later"):
        Kalender.landelijk("2022-2023")


@pytest.mark.parametrize(
    ("op", "code"),
    [
        (date(2027, 1, 20), ""),
        (date(2027, 1, 21), "datum_in_toekomst"),
        (date(2026, 8, 1), ""),
        (date(2026, 7, 31), "ander_schooljaar"),
        (date(2023, 7, 31), "ander_schooljaar"),
    ],
)
def test_a_day_that_cannot_be_is_refused(op: date, code: str):
    fouten = controleer_dag(op, "2026-2027", date(2027, 1, 20), "voorlopig_op")
    assert [fout.code for fout in fouten] == ([code] if code else [])
    assert all(fout.zin.endswith(".") for fout in fouten)


def test_the_definitief_advies_never_comes_first():
    assert controleer_volgorde(date(2027, 1, 20), date(2027, 1, 20)) == []
    assert controleer_volgorde(None, date(2027, 1, 1)) == []
    [fout] = controleer_volgorde(date(2027, 1, 20), date(2027, 1, 19))
    assert "20 januari 2027" in fout.zin


@pytest.mark.parametrize(
    ("op", "laat"),
    [(date(2027, 1, 9), True), (date(2027, 1, 10), False), (date(2027, 1, 31), False), (date(2027, 2, 1), True)],
)
def test_the_weeks_of_the_voorlopig_advies(op: date, laat: bool):
    assert bool(zin_voorlopig(KALENDER, op, date(2027, 3, 1))) is laat
    eigen = KALENDER.met({"voorlopig_tot": date(2027, 1, 29)})
    assert ("29 januari" in zin_voorlopig(eigen, date(2027, 1, 30), date(2027, 3, 1))) is True


@pytest.mark.parametrize(("vandaag", "laat"), [(date(2027, 1, 31), False), (date(2027, 2, 1), True)])
def test_who_gave_no_voorlopig_advies_yet_hears_it_in_time(vandaag: date, laat: bool):
    assert ("zo snel mogelijk" in zin_voorlopig(KALENDER, None, vandaag)) is laat


@pytest.mark.parametrize(("dag", "laat"), [(date(2027, 3, 24), False), (date(2027, 3, 25), True)])
def test_24_march_is_the_last_day(dag: date, laat: bool):
    assert bool(zin_op_tijd(KALENDER, dag, date(2027, 5, 1))) is laat
    assert bool(zin_op_tijd(KALENDER, None, dag)) is laat


@pytest.mark.parametrize(
    ("dag", "hoort", "inhalen"),
    [
        (date(2027, 1, 24), False, False),
        (date(2027, 1, 25), True, False),
        (date(2027, 2, 14), True, False),
        (date(2027, 2, 15), False, True),
    ],
)
def test_a_test_outside_its_weeks_is_said_and_after_them_it_may_be_a_second_chance(
    dag: date, hoort: bool, inhalen: bool
):
    zin = zin_toetsdag(KALENDER, dag)
    assert (zin == "") is hoort
    assert ("inhaalde" in zin) is inhalen
    assert zin_toetsdag(KALENDER.met({"toets_van": dag, "toets_tot": dag}), dag) == ""
    assert zin_toetsdag(KALENDER, None) == ""
