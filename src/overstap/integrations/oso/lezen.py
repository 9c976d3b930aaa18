"""What does an OSO file of any year say?"""

from __future__ import annotations

from datetime import date

from overstap.domain.importen.snapshot import Gelezen
from overstap.integrations.oso.jaren import jaar_van
from overstap.integrations.xml import ontleed


def lees(ruw: bytes, *, vandaag: date | None = None) -> Gelezen:
    """Everything in an OSO file of a year that we know, whatever its profile.

    The rules are judged at the date of the file, else at `vandaag`. Raises `Leesfout` when the file as a
    whole cannot be read (codes of `ontleed` and of `jaar_van`); a fault inside is a Melding and the rest is read.
    """
    wortel = ontleed(ruw)
    return jaar_van(wortel).lees(wortel, vandaag=vandaag)
