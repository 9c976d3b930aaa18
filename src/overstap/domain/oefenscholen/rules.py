"""When is an oefenschool of today, and what may not be done there?"""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from overstap.foundation.weigering import Weigering

_NEDERLAND = ZoneInfo("Europe/Amsterdam")


class OefenenGeweigerd(Weigering):
    """This cannot be practised like this; `zin` says what to do."""


def is_van_vandaag(begonnen_op: datetime, nu: datetime) -> bool:
    """Was it begun on the day it is now, by the clock of the Netherlands? At night everything in it goes."""
    return begonnen_op.astimezone(_NEDERLAND).date() == nu.astimezone(_NEDERLAND).date()
