"""What does an OSO file of any year say?"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from overstap.domain.importen.snapshot import Gelezen
from overstap.domain.rapporten.enums import Ernst
from overstap.integrations.oso.jaren import jaar_van
from overstap.integrations.oso.officieel import toets_officieel
from overstap.integrations.xml import ontleed


def lees(ruw: bytes, *, vandaag: date | None = None, bijlagen: bool = True) -> Gelezen:
    """Everything in an OSO file of a year that we know, whatever its profile.

    The rules are judged at the date of the file, else at `vandaag`. Raises `Leesfout` when the file as a
    whole cannot be read (codes of `ontleed` and of `jaar_van`); a fault inside is a Melding and the rest is read.
    What the official schema has against it (when it is on this server) is a warning.
    Without `bijlagen` the attachments are found and counted, but not taken out.
    """
    wortel = ontleed(ruw)
    jaar = jaar_van(wortel)
    gelezen = jaar.lees(wortel, vandaag=vandaag, bijlagen=bijlagen)
    officieel = toets_officieel(wortel, jaar.versie, jaar.naamruimte, Ernst.WAARSCHUWING)
    return replace(gelezen, meldingen=gelezen.meldingen + officieel) if officieel else gelezen
