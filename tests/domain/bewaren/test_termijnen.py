"""Is each term over on the right day, and not the day before?"""

from __future__ import annotations

from datetime import date, timedelta
from uuid import uuid4

import pytest

from overstap.domain.bewaren.enums import Beletsel, Bewaarsoort
from overstap.domain.bewaren.rules import (
    BIJ_SOORT,
    TERMIJNEN,
    KeuzeGeweigerd,
    VernietigingGeweigerd,
    controleer_keuze,
    controleer_tweede,
    eerste_beletsel,
    in_woorden,
    na_het_schooljaar,
    vervalt_op,
)


def test_every_kind_has_one_term_and_one_kind_of_organisation() -> None:
    assert set(TERMIJNEN) == set(Bewaarsoort)
    assert sorted(soort for soorten in BIJ_SOORT.values() for soort in soorten) == sorted(Bewaarsoort)


@pytest.mark.parametrize(
    ("soort", "gekozen", "einde"),
    [
        (Bewaarsoort.RAPPORT, None, date(2032, 8, 1)),
        # The law fixes it: a choice that stands there by mistake changes nothing.
        (Bewaarsoort.RAPPORT, 2, date(2032, 8, 1)),
        (Bewaarsoort.RAPPORT_ELDERS, 2, date(2027, 10, 1)),
        (Bewaarsoort.RAPPORT_ELDERS, None, date(2028, 8, 1)),
        (Bewaarsoort.ZONDER_RAPPORT, None, date(2029, 8, 1)),
        (Bewaarsoort.ZONDER_RAPPORT, 6, date(2028, 2, 1)),
        (Bewaarsoort.TOEGANG, None, date(2028, 8, 1)),
        (Bewaarsoort.TOEGANG_AFGEWEZEN, None, date(2027, 9, 12)),
    ],
)
def test_a_term_ends_on_its_day(soort: Bewaarsoort, gekozen: int | None, einde: date) -> None:
    weg = vervalt_op(soort, na_het_schooljaar("2026-2027"), gekozen)
    assert weg == einde
    assert eerste_beletsel(weg, (), weg - timedelta(days=1)) is Beletsel.NIET_AAN_DE_BEURT
    assert eerste_beletsel(weg, (), weg) is None
    assert eerste_beletsel(weg, {Beletsel.CORRECTIE}, weg) is Beletsel.CORRECTIE


def test_a_month_that_is_shorter_ends_on_its_last_day() -> None:
    assert vervalt_op(Bewaarsoort.ZONDER_RAPPORT, date(2026, 8, 31), 6) == date(2027, 2, 28)
    assert vervalt_op(Bewaarsoort.ZAAK, date(2028, 2, 29)) == date(2031, 2, 28)
    assert vervalt_op(Bewaarsoort.TOEGANG, date(2026, 10, 31), 2) == date(2026, 12, 31)


def test_a_board_chooses_only_where_the_law_leaves_room() -> None:
    for soort, termijn in TERMIJNEN.items():
        for maanden in termijn.keuze:
            controleer_keuze(soort, maanden)
        with pytest.raises(KeuzeGeweigerd):
            controleer_keuze(soort, 7)
    assert [in_woorden(60), in_woorden(2), in_woorden(0, 6)] == ["5 jaar", "2 maanden", "6 weken"]


def test_two_people() -> None:
    een = uuid4()
    controleer_tweede(een, uuid4())
    with pytest.raises(VernietigingGeweigerd):
        controleer_tweede(een, een)
