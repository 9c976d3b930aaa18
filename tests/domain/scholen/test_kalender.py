"""Are the moments of the school year right, and are days counted as people count them?"""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from overstap.domain.scholen.enums import Organisatiesoort
from overstap.domain.scholen.rules import (
    MOMENTEN,
    Kalender,
    Kalenderstand,
    dagen_tot,
    schooljaar_van,
    stappen_tot_deadline,
    tweede_jaar,
)
from overstap.domain.scholen.rules.regiodatums import volgend, voorstel_voor

LANDELIJK = Kalender.landelijk("2026-2027")


def test_national_calendar_of_2026_2027() -> None:
    assert (
        Kalender(
            schooljaar="2026-2027",
            voorlopig_van=date(2027, 1, 10),
            voorlopig_tot=date(2027, 1, 31),
            duo_voorlopig=date(2027, 2, 14),
            toets_van=date(2027, 1, 25),
            toets_tot=date(2027, 2, 14),
            toetsuitslag=date(2027, 3, 15),
            definitief=date(2027, 3, 24),
            duo_definitief=date(2027, 4, 7),
            aanmeldweek_van=date(2027, 3, 25),
            aanmeldweek_tot=date(2027, 3, 31),
            besluit=date(2027, 5, 12),
            besluit_verlengd=date(2027, 6, 9),
        )
        == LANDELIJK
    )


@pytest.mark.parametrize(
    ("schooljaar", "van", "tot"),
    [
        ("2023-2024", date(2024, 1, 29), date(2024, 2, 18)),
        ("2024-2025", date(2025, 1, 27), date(2025, 2, 16)),
        ("2025-2026", date(2026, 1, 26), date(2026, 2, 15)),
        ("2026-2027", date(2027, 1, 25), date(2027, 2, 14)),
    ],
)
def test_test_window_follows_the_published_pattern(schooljaar: str, van: date, tot: date) -> None:
    kalender = Kalender.landelijk(schooljaar)
    assert (kalender.toets_van, kalender.toets_tot) == (van, tot)


@given(st.integers(2023, 2100))
def test_every_national_calendar_is_in_order_and_in_its_own_year(jaar: int) -> None:
    schooljaar = f"{jaar}-{jaar + 1}"
    kalender = Kalender.landelijk(schooljaar)
    assert kalender.tegenspraken() == []
    assert {schooljaar_van(getattr(kalender, moment)) for moment in MOMENTEN} == {schooljaar}


def test_region_sets_one_moment_and_keeps_the_rest() -> None:
    eigen = LANDELIJK.met({"definitief": date(2027, 3, 22)})
    assert eigen.definitief == date(2027, 3, 22)
    assert eigen.met({"definitief": LANDELIJK.definitief}) == LANDELIJK
    with pytest.raises(ValueError, match="schooljaar"):
        LANDELIJK.met({"schooljaar": date(2027, 1, 1)})


def test_contradiction_is_named() -> None:
    assert LANDELIJK.met({"definitief": date(2027, 3, 10)}).tegenspraken() == [("toetsuitslag", "definitief")]


@pytest.mark.parametrize(
    ("dag", "schooljaar"),
    [
        (date(2026, 7, 31), "2025-2026"),
        (date(2026, 8, 1), "2026-2027"),
        (date(2026, 11, 22), "2026-2027"),
        (date(2027, 1, 1), "2026-2027"),
        (date(2027, 7, 31), "2026-2027"),
    ],
)
def test_school_year_begins_on_1_august(dag: date, schooljaar: str) -> None:
    assert schooljaar_van(dag) == schooljaar


def test_adviesjaar_is_the_second_year() -> None:
    assert tweede_jaar("2026-2027") == 2027


@pytest.mark.parametrize("fout", ["2026", "2026-2028", "2027-2026", "26-27", "2026/2027", "", "2026-2027 "])
def test_malformed_school_year_is_refused(fout: str) -> None:
    with pytest.raises(ValueError, match="Schrijf het als 2026-2027"):
        tweede_jaar(fout)


def test_steps_stand_in_order_of_deadline() -> None:
    stappen = stappen_tot_deadline(LANDELIJK, date(2027, 2, 1))
    assert [(stap.sleutel, stap.dagen, stap.stand.value) for stap in stappen] == [
        ("voorlopig", -1, "voorbij"),
        ("duo_voorlopig", 13, "nu"),
        ("toets", 13, "nu"),
        ("toetsuitslag", 42, "straks"),
        ("definitief", 51, "straks"),
        ("aanmelden", 58, "straks"),
        ("duo_definitief", 65, "straks"),
        ("besluit", 100, "straks"),
        ("besluit_verlengd", 128, "straks"),
    ]


def test_everybody_has_the_own_dates_only() -> None:
    eigen = {
        soort: [stap.sleutel for stap in stappen_tot_deadline(LANDELIJK, date(2027, 2, 1), soort)]
        for soort in Organisatiesoort
    }
    assert eigen[Organisatiesoort.VO] == ["aanmelden", "besluit", "besluit_verlengd"]
    assert eigen[Organisatiesoort.SWV] == ["definitief", "aanmelden", "besluit"]
    assert "besluit_verlengd" not in eigen[Organisatiesoort.PO]
    # What one school tells DUO is nothing for who coordinates a region.
    assert not {stap for stap in eigen[Organisatiesoort.REGIO] if stap.startswith("duo")}


def test_first_and_last_day_count_as_now() -> None:
    standen = {
        today: next(stap.stand for stap in stappen_tot_deadline(LANDELIJK, today) if stap.sleutel == "aanmelden")
        for today in (LANDELIJK.aanmeldweek_van + timedelta(days=dagen) for dagen in (-1, 0, 6, 7))
    }
    assert list(standen.values()) == [Kalenderstand.STRAKS, Kalenderstand.NU, Kalenderstand.NU, Kalenderstand.VOORBIJ]


def test_days_are_counted() -> None:
    definitief = LANDELIJK.definitief
    assert dagen_tot(definitief, date(2026, 11, 22)) == 122
    assert [dagen_tot(definitief, date(2027, 3, dag)) for dag in (21, 24, 27)] == [3, 0, -3]


def test_the_own_dates_move_to_the_next_year_as_far_from_the_national_ones_and_out_of_the_weekend() -> None:
    vorig = {"voorlopig_tot": date(2027, 1, 29), "definitief": date(2027, 3, 24), "toets_van": date(2027, 1, 26)}
    # 29 January 2028 is a Saturday; the test moves with the first full week of February.
    assert voorstel_voor("2027-2028", vorig) == {"voorlopig_tot": date(2028, 1, 28), "toets_van": date(2028, 2, 1)}
    assert volgend("2026-2027") == "2027-2028"
