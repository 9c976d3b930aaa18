"""Do dates and numbers read as a Dutch school reads them?"""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from overstap.web.components.jinja import filters

NU = datetime(2027, 3, 16, 11, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("toen", "tekst"),
    [
        (datetime(2027, 3, 16, 9, 42, tzinfo=UTC), "Vandaag 10.42"),
        (datetime(2027, 3, 15, 23, 30, tzinfo=UTC), "Vandaag 0.30"),
        (datetime(2027, 3, 15, 22, 30, tzinfo=UTC), "Gisteren 23.30"),
        (datetime(2027, 3, 12, 7, 30, tzinfo=UTC), "12 maart 8.30"),
        (datetime(2026, 12, 31, 12, 0, tzinfo=UTC), "31 december 2026 13.00"),
    ],
)
def test_a_moment_seen_from_now(toen: datetime, tekst: str) -> None:
    assert filters.moment(toen, NU) == tekst


def test_dates_and_numbers() -> None:
    assert filters.datum(date(2027, 3, 24)) == "woensdag 24 maart"
    assert filters.datum_jaar(date(2027, 3, 24)) == "24 maart 2027"
    assert filters.dag(date(2027, 3, 1)) == "1 maart"
    assert filters.getal(1471) == "1.471"
    assert filters.getal(2.37, 1) == "2,4"
