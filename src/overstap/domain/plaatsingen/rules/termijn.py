"""Until when may a vo school take to decide, and which rule of the law says so on that day?

Every rule stands here once, with its first day and its source; the newest one that began when the pupil was applied
holds. The days of the aanmeldweek are data of the region's calendar.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from overstap.domain.plaatsingen.rules.stappen import BesluitGeweigerd
from overstap.domain.scholen.rules import Kalender, tweede_jaar
from overstap.domain.scholen.rules.kalender import EERSTE_DAG


@dataclass(frozen=True)
class Termijnregel:
    """How long a decision may take, from a first day on.

    `weken` counts from the application, `verlenging` comes on top of it once. With `aanmeldweek` everything up to the
    last day of the aanmeldweek counts as applied on that day.
    """

    vanaf: date
    weken: int
    verlenging: int
    tijdelijk: int
    aanmeldweek: bool
    bron: str


TERMIJNREGELS = (
    Termijnregel(date(2022, 8, 1), 6, 4, 10, aanmeldweek=False, bron="artikel 8.8 en 8.9 van de WVO 2020"),
    Termijnregel(
        date(2023, 8, 1), 6, 4, 10, aanmeldweek=True,
        bron="artikel 8.8 (met lid 8, de aanmeldweek) en 8.9 van de WVO 2020; nieuwsbrief OCW van 23 mei 2024",
    ),
)  # fmt: skip


def telt_vanaf(aangemeld_op: date, schooljaar: str) -> date:
    """The day from which the term runs: never before the schooljaar of the dossier, for that day is a mistake."""
    return max(aangemeld_op, date(tweede_jaar(schooljaar) - 1, *EERSTE_DAG))


def termijnregel_op(op: date) -> Termijnregel:
    """The rule for a pupil who was applied on this day. Raises `BesluitGeweigerd` before our first rule."""
    geldend = [regel for regel in TERMIJNREGELS if regel.vanaf <= op]
    if not geldend:
        eerste = TERMIJNREGELS[0].vanaf
        raise BesluitGeweigerd(
            f"Op {op.day}-{op.month}-{op.year} gold een oude wet. Overstap rekent vanaf {eerste.day}-{eerste.month}-"
            f"{eerste.year}. Controleer de dag van de aanmelding."
        )
    return max(geldend, key=lambda regel: regel.vanaf)


def besluit_voor(aangemeld_op: date, kalender: Kalender, *, verlengd: bool = False) -> date:
    """The last day on which the vo school decides on an application of this day (WVO 2020 art. 8.8)."""
    regel = termijnregel_op(aangemeld_op)
    if regel.aanmeldweek and aangemeld_op <= kalender.aanmeldweek_tot:
        return kalender.besluit_verlengd if verlengd else kalender.besluit
    return aangemeld_op + timedelta(weeks=regel.weken + (regel.verlenging if verlengd else 0))


def tijdelijk_vanaf(aangemeld_op: date, kalender: Kalender) -> date:
    """From this day a pupil without a decision is placed for the time being (WVO 2020 art. 8.9): after ten weeks."""
    regel = termijnregel_op(aangemeld_op)
    meeste = besluit_voor(aangemeld_op, kalender, verlengd=True)
    return meeste + timedelta(weeks=regel.tijdelijk - regel.weken - regel.verlenging, days=1)


def controleer_verlenging(besluit_voor: date, vandaag: date, *, verlengd: bool) -> None:
    """Raise `BesluitGeweigerd` unless the term may become longer: once, and before it passed."""
    if verlengd:
        raise BesluitGeweigerd("U verlengde de termijn al. Dat kan één keer.")
    if vandaag > besluit_voor:
        raise BesluitGeweigerd("De termijn is voorbij. Verlengen kan alleen daarvoor. Neem nu een besluit.")
