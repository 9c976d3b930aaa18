"""Of whom did nobody take a step for two weeks, and whose step is it?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from overstap.domain.plaatsingen.enums import Aanmeldstatus, Stilstand
from overstap.domain.plaatsingen.rules.stappen import OPEN

STIL_NA = timedelta(days=14)

KLEINSTE_AANTAL = 5
"""A region is told no smaller number of pupils than this, so that nobody can be recognised by it."""


@dataclass(frozen=True)
class Spoor:
    """One running application of a pupil: whether the report went there, and how far that school is.

    `buiten`: a school outside the region, that takes no steps here; with the report sent it is out of our sight.
    """

    verstuurd: bool
    status: Aanmeldstatus
    buiten: bool = False


def is_stil(laatste_stap: date, vandaag: date) -> bool:
    """Is the last step two weeks ago, or longer?"""
    return vandaag - laatste_stap >= STIL_NA


def stilstand(sporen: Iterable[Spoor]) -> Stilstand | None:
    """Where a pupil with a definitive report stands; None for who is placed, or went outside the region."""
    lopend = list(sporen)
    if any(spoor.status is Aanmeldstatus.GEPLAATST or (spoor.buiten and spoor.verstuurd) for spoor in lopend):
        return None
    if not lopend:
        return Stilstand.NIET_AANGEMELD
    if any(spoor.status is Aanmeldstatus.TOELAATBAAR for spoor in lopend):
        return Stilstand.NIET_GEPLAATST
    if any(spoor.verstuurd and spoor.status in OPEN for spoor in lopend):
        return Stilstand.WACHT_OP_VO
    if any(not spoor.verstuurd for spoor in lopend):
        return Stilstand.NIET_VERSTUURD
    return Stilstand.NERGENS_TOEGELATEN
