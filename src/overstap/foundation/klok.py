"""Which calendar day is it in the Netherlands at a given moment, and which moment stands for a day?"""

from __future__ import annotations

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

NEDERLAND = ZoneInfo("Europe/Amsterdam")


def dag(at: datetime) -> date:
    """The Dutch calendar day of a moment with a time zone: 23:30 UTC in winter is already tomorrow."""
    return at.astimezone(NEDERLAND).date()


def middag(op: date) -> datetime:
    """The moment for something of which only the Dutch day is known: noon, so that the day stays what it was."""
    return datetime.combine(op, time(12), tzinfo=NEDERLAND)
