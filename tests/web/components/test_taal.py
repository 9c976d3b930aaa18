"""Does a reader see days and numbers as the own language writes them?"""

from __future__ import annotations

from datetime import date, time

import pytest
from django.utils import translation

from overstap.web.components.jinja.filters import datum, datum_jaar, getal, nederlands, tijd, vertaal

DAG = date(2027, 3, 24)


@pytest.mark.parametrize(
    ("code", "met_weekdag", "met_jaar", "klok", "duizend"),
    [
        ("nl", "woensdag 24 maart", "24 maart 2027", "8.05", "1.471"),
        ("en", "Wednesday 24 March", "24 March 2027", "8:05", "1,471"),
        ("ar", "الأربعاء، 24 مارس", "24 مارس 2027", "8:05", "1471"),
        ("tr", "24 Mart Çarşamba", "24 Mart 2027", "8:05", "1.471"),
        ("pl", "środa, 24 marca", "24 marca 2027", "8:05", "1\xa0471"),
        ("uk", "середа, 24 березня", "24 березня 2027", "8:05", "1\xa0471"),
    ],
)
def test_days_times_and_numbers(code: str, met_weekdag: str, met_jaar: str, klok: str, duizend: str) -> None:
    with translation.override(code):
        gezien = datum(DAG), datum_jaar(DAG), tijd(time(8, 5)), getal(1471)
    assert gezien == (met_weekdag, met_jaar, klok, duizend)


def test_a_dutch_name_is_marked_in_another_language_only() -> None:
    assert nederlands("<De Boom>") == "&lt;De Boom&gt;"
    with translation.override("ar"):
        assert nederlands("<De Boom>") == '<bdi lang="nl" dir="ltr">&lt;De Boom&gt;</bdi>'


def test_what_has_no_translation_stays_dutch() -> None:
    with translation.override("pl"):
        assert (vertaal("Bewaar geen regel"), vertaal("")) == ("Bewaar geen regel", "")
