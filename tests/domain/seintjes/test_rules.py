"""Is somebody mailed once about what is new, as often as chosen, and never about nothing?"""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from overstap.domain.scholen.enums import Organisatiesoort
from overstap.domain.seintjes.enums import Seintjeritme, Seintjeronde, Seintjesoort
from overstap.domain.seintjes.rules import STANDAARD, Gezegd, gezegd_na, keuzes_bij, ronde, te_zeggen
from overstap.foundation.klok import NEDERLAND

MAANDAG = date(2027, 1, 25)
DOEN, DATUM = Seintjesoort.TE_DOEN, Seintjesoort.DATUM
OCHTEND, TUSSENDOOR, GEVRAAGD = Seintjeronde.OCHTEND, Seintjeronde.TUSSENDOOR, Seintjeronde.GEVRAAGD


def hier(*deel: int) -> datetime:
    return datetime(*deel, tzinfo=NEDERLAND)


def moet(ritme: Seintjeritme, aantal: int, eerder: tuple[int, int] | None, deze: Seintjeronde, **anders) -> bool:
    """`eerder`: how many were said how many days ago."""
    vandaag, soort = anders.get("vandaag", MAANDAG), anders.get("soort", DOEN)
    gezegd = {soort: Gezegd(eerder[0], vandaag - timedelta(days=eerder[1]))} if eerder else {}
    return bool(te_zeggen({soort: aantal}, {soort: ritme}, gezegd, deze, vandaag))


@pytest.mark.parametrize("deze", Seintjeronde)
@pytest.mark.parametrize("ritme", Seintjeritme)
def test_nothing_left_is_never_a_mail(ritme: Seintjeritme, deze: Seintjeronde) -> None:
    assert not moet(ritme, 0, (3, 30), deze)


@pytest.mark.parametrize("deze", Seintjeronde)
def test_never_is_never(deze: Seintjeronde) -> None:
    assert not moet(Seintjeritme.NOOIT, 3, None, deze)


def test_every_day_says_what_is_new_and_the_same_after_a_week() -> None:
    for ritme in (Seintjeritme.DAG, Seintjeritme.METEEN):
        assert moet(ritme, 3, None, OCHTEND)
        assert moet(ritme, 4, (3, 1), OCHTEND)
        assert not moet(ritme, 3, (3, 6), OCHTEND)
        assert not moet(ritme, 2, (3, 6), OCHTEND)
        assert moet(ritme, 3, (3, 7), OCHTEND)
    assert moet(Seintjeritme.DAG, 3, (3, 3), OCHTEND, soort=DATUM)
    assert not moet(Seintjeritme.DAG, 3, (3, 2), OCHTEND, soort=DATUM)


def test_in_between_only_who_wants_it_at_once_hears_what_is_new() -> None:
    assert moet(Seintjeritme.METEEN, 1, None, TUSSENDOOR)
    assert moet(Seintjeritme.METEEN, 4, (3, 0), TUSSENDOOR)
    assert not moet(Seintjeritme.METEEN, 3, (3, 9), TUSSENDOOR)
    assert not moet(Seintjeritme.DAG, 1, None, TUSSENDOOR)
    assert not moet(Seintjeritme.WEEK, 1, None, TUSSENDOOR)


def test_once_a_week_is_on_monday_or_as_soon_as_somebody_works_again() -> None:
    dinsdag = MAANDAG + timedelta(days=1)
    assert moet(Seintjeritme.WEEK, 1, None, OCHTEND)
    assert not moet(Seintjeritme.WEEK, 1, None, OCHTEND, vandaag=dinsdag)
    assert moet(Seintjeritme.WEEK, 1, (1, 7), OCHTEND)
    assert not moet(Seintjeritme.WEEK, 5, (1, 1), OCHTEND, vandaag=dinsdag)
    assert moet(Seintjeritme.WEEK, 1, (1, 8), OCHTEND, vandaag=dinsdag)


def test_who_asks_to_try_again_hears_all_that_waits() -> None:
    assert moet(Seintjeritme.WEEK, 1, (1, 0), GEVRAAGD, vandaag=MAANDAG - timedelta(days=1))
    assert moet(Seintjeritme.DAG, 1, (1, 0), GEVRAAGD)


def test_what_was_done_is_forgotten_so_that_the_next_one_is_new() -> None:
    eerder = {DOEN: Gezegd(5, MAANDAG), DATUM: Gezegd(2, MAANDAG)}
    later = MAANDAG + timedelta(days=1)
    assert gezegd_na({DOEN: 3}, {}, eerder, later) == {DOEN: Gezegd(3, MAANDAG)}
    assert gezegd_na({DOEN: 6}, {DOEN: 6}, eerder, later) == {DOEN: Gezegd(6, later)}
    assert gezegd_na({DOEN: 9}, {}, eerder, later) == {DOEN: Gezegd(5, MAANDAG)}


@pytest.mark.parametrize(
    ("gekeken_op", "wanneer", "deze"),
    [
        (date(2027, 1, 24), hier(2027, 1, 25, 6, 0), OCHTEND),
        (date(2027, 1, 24), hier(2027, 1, 25, 5, 59), TUSSENDOOR),
        (date(2027, 1, 25), hier(2027, 1, 25, 9, 0), TUSSENDOOR),
        (date(2027, 1, 22), hier(2027, 1, 23, 9, 0), TUSSENDOOR),
        (date(2027, 7, 1), hier(2027, 7, 2, 6, 0), OCHTEND),
        (None, hier(2027, 1, 23, 3, 0), GEVRAAGD),
    ],
)
def test_a_morning_is_one_round_on_a_working_day(
    gekeken_op: date | None, wanneer: datetime, deze: Seintjeronde
) -> None:
    assert ronde(gekeken_op, wanneer) is deze


def test_every_kind_of_organisation_can_choose_and_a_date_is_near_or_not() -> None:
    for soort in Organisatiesoort:
        assert DOEN in keuzes_bij(soort)
    assert keuzes_bij("po")[DATUM] == (Seintjeritme.DAG, Seintjeritme.NOOIT)
    assert Seintjesoort.OUDERS not in keuzes_bij("vo")
    assert all(STANDAARD[een] in ritmes for soort in Organisatiesoort for een, ritmes in keuzes_bij(soort).items())
