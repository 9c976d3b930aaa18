"""How long may somebody look along?"""

from __future__ import annotations

from datetime import timedelta

from overstap.foundation.weigering import Weigering

MINUTEN = (15, 30, 60)
LANGST = timedelta(minutes=max(MINUTEN))


class MeekijkenGeweigerd(Weigering):
    """Nobody can look along like this; `zin` says what to do."""


def duur(minuten: int) -> timedelta:
    """So many minutes; raises `MeekijkenGeweigerd` for what is no choice."""
    if minuten not in MINUTEN:
        raise MeekijkenGeweigerd("Kies hoe lang de helper mag meekijken.", "minuten")
    return timedelta(minutes=minuten)
