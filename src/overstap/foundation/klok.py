"""Which calendar day is it in the Netherlands at a given moment?"""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

_NEDERLAND = ZoneInfo("Europe/Amsterdam")


def dag(at: datetime) -> date:
    """The Dutch calendar day of a moment with a time zone: 23:30 UTC in winter is already tomorrow."""
    return at.astimezone(_NEDERLAND).date()
