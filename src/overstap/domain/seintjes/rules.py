"""Is there anything to mail somebody about now? What was said before is not said again every day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from overstap.domain.scholen.enums import Organisatiesoort
from overstap.domain.seintjes.enums import Seintjeritme, Seintjeronde, Seintjesoort
from overstap.foundation.klok import NEDERLAND, dag

BINNEN = timedelta(days=7)
"""From so many days before it a last day is near."""
OCHTEND_VANAF = 6
"""The hour in the Netherlands from which a morning has begun."""
GETELD = frozenset(Seintjesoort) - {Seintjesoort.NIEUWS}
"""What is counted; news is of one moment."""
STANDAARD = dict.fromkeys(Seintjesoort, Seintjeritme.DAG) | {Seintjesoort.NIEUWS: Seintjeritme.METEEN}
"""What holds for who chose nothing."""
# The same number is said again after so long: a last day passes meanwhile, other work waits for who comes round to it.
_OPNIEUW_NA = {soort: timedelta(days=7) for soort in Seintjesoort} | {Seintjesoort.DATUM: timedelta(days=3)}
_ALTIJD = tuple(Seintjeritme)
_RITMES = {
    Seintjesoort.TE_DOEN: _ALTIJD,
    Seintjesoort.OUDERS: _ALTIJD,
    # A day that comes near is no news of one moment, and a week is as long as it is near.
    Seintjesoort.DATUM: (Seintjeritme.DAG, Seintjeritme.NOOIT),
    # What still waits of it tomorrow is counted then.
    Seintjesoort.NIEUWS: (Seintjeritme.METEEN, Seintjeritme.NOOIT),
}
_SOORTEN = {
    Organisatiesoort.PO: (Seintjesoort.TE_DOEN, Seintjesoort.OUDERS, Seintjesoort.DATUM, Seintjesoort.NIEUWS),
    Organisatiesoort.VO: (Seintjesoort.TE_DOEN, Seintjesoort.DATUM, Seintjesoort.NIEUWS),
    Organisatiesoort.SWV: (Seintjesoort.TE_DOEN, Seintjesoort.DATUM, Seintjesoort.NIEUWS),
    Organisatiesoort.REGIO: (Seintjesoort.TE_DOEN,),
}


@dataclass(frozen=True)
class Gezegd:
    """How many were last said of one kind, or are left of those; and on which day that was said."""

    aantal: int
    op: date


def keuzes_bij(soort: str) -> dict[Seintjesoort, tuple[Seintjeritme, ...]]:
    """The kinds that somebody at this kind of organisation can choose about, and what can be chosen."""
    return {een: _RITMES[een] for een in _SOORTEN[Organisatiesoort(soort)]}


def ronde(gekeken_op: date | None, at: datetime) -> Seintjeronde:
    """Which round this is for somebody of whom was last looked on this day; one morning on each working day."""
    if gekeken_op is None:
        return Seintjeronde.GEVRAAGD
    hier, werkdag = at.astimezone(NEDERLAND), dag(at).isoweekday() <= 5
    nieuwe_ochtend = werkdag and hier.hour >= OCHTEND_VANAF and gekeken_op < dag(at)
    return Seintjeronde.OCHTEND if nieuwe_ochtend else Seintjeronde.TUSSENDOOR


def te_zeggen(
    geteld: Mapping[Seintjesoort, int],
    ritmes: Mapping[Seintjesoort, Seintjeritme],
    gezegd: Mapping[Seintjesoort, Gezegd],
    deze: Seintjeronde,
    vandaag: date,
) -> dict[Seintjesoort, int]:
    """What to mail in this round, by kind; empty is no mail."""
    return {
        soort: geteld[soort]
        for soort in Seintjesoort
        if geteld.get(soort)
        and _moet(soort, ritmes.get(soort, STANDAARD[soort]), geteld[soort], gezegd.get(soort), deze, vandaag)
    }


def gezegd_na(
    geteld: Mapping[Seintjesoort, int],
    nu: Mapping[Seintjesoort, int],
    eerder: Mapping[Seintjesoort, Gezegd],
    vandaag: date,
) -> dict[Seintjesoort, Gezegd]:
    """What was said, after `nu` was: what is done is forgotten, so that the next one is new."""
    over = {soort: Gezegd(min(een.aantal, geteld[soort]), een.op) for soort, een in eerder.items() if geteld.get(soort)}
    return over | {soort: Gezegd(aantal, vandaag) for soort, aantal in nu.items()}


def _moet(  # noqa: PLR0917  # what the answer depends on, and no more
    soort: Seintjesoort,
    ritme: Seintjeritme,
    aantal: int,
    eerder: Gezegd | None,
    deze: Seintjeronde,
    vandaag: date,
) -> bool:
    if ritme is Seintjeritme.NOOIT or deze is Seintjeronde.GEVRAAGD:
        return ritme is not Seintjeritme.NOOIT
    nieuw = eerder is None or aantal > eerder.aantal
    if deze is Seintjeronde.TUSSENDOOR:
        return nieuw and ritme is Seintjeritme.METEEN
    if ritme is Seintjeritme.WEEK:
        maandag = vandaag - timedelta(days=vandaag.weekday())
        # Also on another day, when nobody worked the queue on Monday.
        return eerder.op < maandag if eerder else vandaag == maandag
    return nieuw or eerder is None or vandaag - eerder.op >= _OPNIEUW_NA[soort]
