"""On which day does a term begin, remind and end, and when does a pupil decide? Tested on the day and the day after."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from overstap.domain.inzages.rules import (
    antwoord_voor,
    beslist_zelf,
    bewezen_op,
    herinnerdagen,
    moet_herinneren,
    verjaardag,
)

OP = date(2027, 2, 1)


@pytest.mark.parametrize(
    ("wat", "sinds"),
    [
        ({}, None),
        ({"papier_op": OP}, OP),
        ({"verzonden_op": OP}, OP),
        ({"verzonden_op": OP, "mislukt": True}, None),
        ({"verzonden_op": OP, "mislukt": True, "geopend_op": OP + timedelta(days=3)}, OP + timedelta(days=3)),
        ({"verzonden_op": OP, "geopend_op": OP + timedelta(days=3)}, OP),
    ],
)
def test_only_what_arrived_or_was_opened_proves_that_somebody_could_read(wat, sinds):
    feiten = {"papier_op": None, "verzonden_op": None, "mislukt": False, "geopend_op": None, **wat}
    assert bewezen_op(**feiten) == sinds


def test_a_silent_parent_is_reminded_halfway_and_two_days_before_the_end():
    assert herinnerdagen(OP, 14) == (date(2027, 2, 8), date(2027, 2, 13))
    assert herinnerdagen(OP, 5) == (date(2027, 2, 4),)
    assert herinnerdagen(OP, 3) == (date(2027, 2, 3),)
    assert herinnerdagen(OP, 1) == herinnerdagen(OP, 2) == ()


def test_a_reminder_is_due_once_a_day_to_remind_and_never_after_the_term():
    halverwege, tweede = herinnerdagen(OP, 14)
    assert not moet_herinneren(OP, 14, None, halverwege - timedelta(days=1))
    assert moet_herinneren(OP, 14, None, halverwege)
    assert not moet_herinneren(OP, 14, halverwege, halverwege + timedelta(days=1))
    # The worker was away on the day itself.
    assert moet_herinneren(OP, 14, None, halverwege + timedelta(days=1))
    assert moet_herinneren(OP, 14, halverwege, tweede)
    assert moet_herinneren(OP, 14, halverwege, OP + timedelta(days=14))
    assert not moet_herinneren(OP, 14, halverwege, OP + timedelta(days=15))


@pytest.mark.parametrize(
    ("gevraagd", "gewoon", "verlengd"),
    [
        (date(2026, 11, 22), date(2026, 12, 22), date(2027, 2, 22)),
        (date(2027, 1, 31), date(2027, 2, 28), date(2027, 4, 30)),
        (date(2026, 12, 15), date(2027, 1, 15), date(2027, 3, 15)),
        (date(2028, 1, 30), date(2028, 2, 29), date(2028, 4, 30)),
    ],
)
def test_a_month_of_the_law_ends_on_the_same_day_or_the_last(gevraagd, gewoon, verlengd):
    assert antwoord_voor(gevraagd, verlengd=False) == gewoon
    assert antwoord_voor(gevraagd, verlengd=True) == verlengd


def test_the_rights_move_on_the_sixteenth_birthday():
    kind = {"geboortedatum": date(2011, 3, 20)}
    assert not beslist_zelf(kind, date(2027, 3, 19))
    assert beslist_zelf(kind, date(2027, 3, 20))
    assert not beslist_zelf({}, date(2027, 3, 20))
    assert not beslist_zelf({"geboortedatum": "2011"}, date(2027, 3, 20))
    assert verjaardag(date(2012, 2, 29), 16) == date(2028, 2, 29)
    assert verjaardag(date(2012, 2, 29), 17) == date(2029, 3, 1)


def test_the_age_counts_since_the_law_says_so():
    """Before 25 May 2018 the AVG did not apply, and Overstap says nothing about it."""
    kind = {"geboortedatum": date(2001, 1, 1)}
    assert not beslist_zelf(kind, date(2018, 5, 24))
    assert beslist_zelf(kind, date(2018, 5, 25))
