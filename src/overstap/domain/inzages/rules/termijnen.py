"""On which day does a term begin, remind and end: the reaction term of the region, and the month of the AVG?"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

# A parent who was away for a weekend still has time.
DAGEN_VOORAF = 2
ANTWOORD_MAANDEN = 1
VERLENGING_MAANDEN = 2
ZELFSTANDIG = 16
# No mail server tries longer than five days (RFC 5321, 4.5.4.1); the rest is for a report that is late itself.
DAGEN_ONDERWEG = 7
# So many days lie between a mail and a reminder that somebody asks for.
_RUST = timedelta(days=3)


def bewezen_op(
    *, papier_op: date | None, verzonden_op: date | None, mislukt: bool, geopend_op: date | None
) -> date | None:
    """The day since which the school can prove that somebody could read; None while it cannot.

    On paper the day of handing over; by mail the day on which it left, unless it is known that it did not arrive. Who
    opened the report could read it in any case.
    """
    if papier_op is not None:
        return papier_op
    verzonden = None if mislukt else verzonden_op
    return min((op for op in (verzonden, geopend_op) if op is not None), default=None)


def kan_terugkomen(
    *, verzonden_op: datetime | None, aangekomen_op: datetime | None, geopend_op: datetime | None, at: datetime
) -> bool:
    """May a mail that says that ours came back be believed? Whoever got ours can write one, to stretch the own term.

    Not when nothing was sent, when this person was in since, or when the school itself said that it arrived; and not
    when it comes later than any mail server tries. `verzonden_op` is when the last mail left.
    """
    if verzonden_op is None or geopend_op is not None or aangekomen_op is not None:
        return False
    return verzonden_op <= at <= verzonden_op + timedelta(days=DAGEN_ONDERWEG)


def laatste_dag(vanaf: date, dagen: int) -> date:
    """The last day on which somebody may answer; the report becomes definitief on the day after it at the earliest."""
    return vanaf + timedelta(days=dagen)


def herinnerdagen(vanaf: date, dagen: int) -> tuple[date, ...]:
    """The days on which a silent parent is reminded: halfway the term, and two days before it ends.

    A term of less than four days is too short to remind twice, one of two days to remind at all.
    """
    einde = laatste_dag(vanaf, dagen)
    gewenst = {vanaf + timedelta(days=(dagen + 1) // 2), einde - timedelta(days=DAGEN_VOORAF)}
    return tuple(sorted(op for op in gewenst if vanaf + timedelta(days=1) < op < einde))


def moet_herinneren(vanaf: date, dagen: int, herinnerd: date | None, vandaag: date) -> bool:
    """Is a day to remind here, on which that was not done yet? Not any more when the term is over."""
    geweest = [op for op in herinnerdagen(vanaf, dagen) if op <= vandaag]
    return bool(geweest) and vandaag <= laatste_dag(vanaf, dagen) and (herinnerd is None or herinnerd < geweest[-1])


def mag_weer_herinneren(laatste_mail: date, vandaag: date) -> bool:
    """May a school remind a parent by hand? Not of a mail that this parent had a moment ago."""
    return vandaag - laatste_mail >= _RUST


def maanden_later(op: date, maanden: int) -> date:
    """The same day so many months later; the last one of a month that is shorter."""
    jaar, maand = divmod(op.month - 1 + maanden, 12)
    jaar, maand = op.year + jaar, maand + 1
    return date(jaar, maand, min(op.day, monthrange(jaar, maand)[1]))


def antwoord_voor(gevraagd: date, *, verlengd: bool) -> date:
    """The last day to answer a request to correct: one month, with two more when it was extended (AVG 12-3)."""
    return maanden_later(gevraagd, ANTWOORD_MAANDEN + (VERLENGING_MAANDEN if verlengd else 0))


@dataclass(frozen=True)
class Leeftijdsgrens:
    """From this birthday on the rights are the pupil's own, since the day on which the law says so."""

    jaren: int
    ingang: date
    bron: str


# The newest first.
GRENZEN = (Leeftijdsgrens(ZELFSTANDIG, date(2018, 5, 25), "artikel 5 van de UAVG; artikel 8 van de AVG"),)


def beslist_zelf(inhoud: Mapping[str, Any], op: date) -> bool:
    """Has this pupil the rights on this day, instead of the parents? Not when the day of birth is not known."""
    geboren = inhoud.get("geboortedatum")
    grens = next((grens for grens in GRENZEN if grens.ingang <= op), None)
    return isinstance(geboren, date) and grens is not None and op >= verjaardag(geboren, grens.jaren)


def verjaardag(geboren: date, jaren: int) -> date:
    """The day on which somebody becomes so many years old; who was born on 29 February on 1 March if need be."""
    try:
        return geboren.replace(year=geboren.year + jaren)
    except ValueError:
        return date(geboren.year + jaren, 3, 1)
