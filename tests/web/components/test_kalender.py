"""Does everybody see the own next date on the start page, all year until the last one?"""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from overstap.domain.scholen.enums import Organisatiesoort
from overstap.domain.scholen.rules import Kalender, stappen_tot_deadline
from overstap.web.components.kalender import Band, band

LANDELIJK = Kalender.landelijk("2026-2027")
LAATSTE = {
    Organisatiesoort.PO: date(2027, 5, 12),
    Organisatiesoort.VO: date(2027, 6, 9),
    Organisatiesoort.SWV: date(2027, 5, 12),
    Organisatiesoort.REGIO: date(2027, 6, 9),
}


def op(dag: date, soort: str = Organisatiesoort.PO, kalender: Kalender = LANDELIJK) -> Band | None:
    return band(stappen_tot_deadline(kalender, dag, Organisatiesoort(soort)), soort, dag)


@pytest.mark.parametrize("soort", LAATSTE)
def test_there_is_a_next_own_date_until_the_last_one(soort: Organisatiesoort) -> None:
    for dagen in range((LAATSTE[soort] - date(2026, 8, 1)).days + 1):
        vandaag = date(2026, 8, 1) + timedelta(days=dagen)
        ziet = op(vandaag, soort)
        assert ziet is not None, vandaag
        assert [punt["staat"] for punt in ziet.datums].count("doel") == 1, vandaag
        assert [punt["staat"] for punt in ziet.datums].count("nu") == 1, vandaag
        # What went by stands before today, what comes after it.
        staten = [punt["staat"] for punt in ziet.datums]
        assert set(staten[: staten.index("nu")]) <= {"klaar"}, vandaag
        assert "klaar" not in staten[staten.index("nu") :], vandaag
        assert len(staten) <= 6
    assert op(LAATSTE[soort] + timedelta(days=1), soort) is None


@pytest.mark.parametrize(
    ("vandaag", "doel", "wat"),
    [
        (date(2027, 1, 31), "zondag 31 januari", "Voorlopig advies geven"),
        (date(2027, 2, 1), "zondag 14 februari", "Voorlopig advies doorgeven aan DUO"),
        (date(2027, 2, 15), "woensdag 24 maart", "Definitief advies geven"),
        (date(2027, 3, 25), "woensdag 31 maart", "Aanmelden bij het vo"),
        (date(2027, 4, 1), "woensdag 7 april", "Definitief advies doorgeven aan DUO"),
        (date(2027, 4, 8), "woensdag 12 mei", "Besluit van de vo-school"),
    ],
)
def test_a_basisschool_counts_down_to_what_is_its_own(vandaag: date, doel: str, wat: str) -> None:
    """The last days at DUO too: a basisschool must register both advices there."""
    ziet = op(vandaag)
    assert ziet is not None
    assert (ziet.doel, ziet.wat) == (doel, wat)


def test_a_region_that_says_another_day_is_counted_down_to_that_day() -> None:
    anders = LANDELIJK.met({"aanmeldweek_tot": date(2027, 4, 20)})
    ziet = op(date(2027, 4, 8), kalender=anders)
    assert ziet is not None
    assert (ziet.dagen, ziet.doel) == (12, "dinsdag 20 april")


def test_after_the_last_day_for_reports_nobody_is_told_to_fill_in() -> None:
    voor, na = op(date(2027, 3, 24)), op(date(2027, 3, 25))
    assert voor is not None
    assert na is not None
    wat = [next(punt["wat"] for punt in ziet.datums if punt["staat"] == "nu") for ziet in (voor, na)]
    assert wat == ["Rapporten invullen", "Rapporten overdragen"]
