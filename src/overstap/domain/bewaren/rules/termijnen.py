"""How long is each kind kept, from which day, on which ground, and what may a board choose?

The one place with terms. A term of the law is fixed; of a copy, or where there is only a rule of thumb, the board may
choose within bounds. What a row itself already says (`bewaren_tot`) follows the same terms where it is made.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from overstap.domain.bewaren.enums import Bewaarsoort
from overstap.domain.scholen.enums import Organisatiesoort
from overstap.domain.scholen.rules import tweede_jaar
from overstap.foundation.weigering import Weigering

JAAR = 12
# The day on which a schooljaar begins. A pupil of groep 8 is taken off the list by then.
_EERSTE_DAG = (8, 1)


@dataclass(frozen=True)
class Termijn:
    """One term. `vast` in months (or `weken`) from a day that `vanaf` names; `keuze` are the months to choose from.

    `vanzelf`: goes by the clock, without two persons, because nothing official is lost.
    """

    soort: Bewaarsoort
    vanaf: str
    bron: str
    maanden: int = 0
    weken: int = 0
    keuze: tuple[int, ...] = ()
    vanzelf: bool = False


_UITSCHRIJVING = "1 augustus na het laatste schooljaar van de leerling op uw school"
_BEGIN_VO = "1 augustus na het schooljaar van het rapport"
_KOPIE = "AVG 5-1-e: een kopie niet langer dan nodig"

TERMIJNEN: Mapping[Bewaarsoort, Termijn] = {
    termijn.soort: termijn
    for termijn in (
        Termijn(
            Bewaarsoort.RAPPORT, _UITSCHRIJVING,
            "Besluit uitwisseling leer- en begeleidingsgegevens, artikel 7a", maanden=5 * JAAR,
        ),
        Termijn(Bewaarsoort.RAPPORT_ELDERS, _UITSCHRIJVING, _KOPIE, maanden=JAAR, keuze=(2, 6, JAAR)),
        Termijn(
            Bewaarsoort.ZONDER_RAPPORT, _UITSCHRIJVING,
            "Vuistregel voor het leerlingdossier (Kennisnet, 2024); de wet noemt geen termijn",
            maanden=2 * JAAR, keuze=(6, JAAR, 2 * JAAR),
        ),
        Termijn(
            Bewaarsoort.ZAAK, "de dag na het besluit", "WVO 2020, artikel 2.47 lid 16; WPO, artikel 18a",
            maanden=3 * JAAR,
        ),
        Termijn(Bewaarsoort.TOEGANG, _BEGIN_VO, _KOPIE, maanden=JAAR, keuze=(2, 6, JAAR)),
        Termijn(
            Bewaarsoort.TOEGANG_AFGEWEZEN, "de dag waarop u het laatst besloot",
            "AVG 5-1-e; de termijn voor bezwaar is zes weken (Awb 6:7)", weken=6,
        ),
        Termijn(Bewaarsoort.INNAME, _BEGIN_VO, _KOPIE, maanden=JAAR, vanzelf=True),
    )
}  # fmt: skip


# Which kinds an organisation of which kind keeps; a regio keeps nothing of a pupil.
BIJ_SOORT: Mapping[Organisatiesoort, tuple[Bewaarsoort, ...]] = {
    Organisatiesoort.PO: (Bewaarsoort.RAPPORT, Bewaarsoort.RAPPORT_ELDERS, Bewaarsoort.ZONDER_RAPPORT),
    Organisatiesoort.VO: (Bewaarsoort.TOEGANG, Bewaarsoort.TOEGANG_AFGEWEZEN, Bewaarsoort.INNAME),
    Organisatiesoort.SWV: (Bewaarsoort.ZAAK,),
}


class KeuzeGeweigerd(Weigering):
    """This term may not be chosen; `zin` says why."""


def na_het_schooljaar(schooljaar: str) -> date:
    """The first day after a schooljaar ("2026-2027" → 1 August 2027); Overstap knows no day of uitschrijving."""
    return date(tweede_jaar(schooljaar), *_EERSTE_DAG)


def vervalt_op(soort: Bewaarsoort, vanaf: date, gekozen: int | None = None) -> date:
    """The first day on which it may not be kept any longer; `gekozen` is what the board chose, in months."""
    termijn = TERMIJNEN[soort]
    if termijn.weken:
        return vanaf + timedelta(weeks=termijn.weken)
    return _later(vanaf, gekozen if gekozen in termijn.keuze else termijn.maanden)


def controleer_keuze(soort: Bewaarsoort, maanden: int) -> None:
    """Raise `KeuzeGeweigerd` unless a board may choose this many months for this kind."""
    if maanden not in TERMIJNEN[soort].keuze:
        raise KeuzeGeweigerd("Deze termijn staat vast, of past niet. Kies een termijn uit de lijst.", soort.value)


def in_woorden(maanden: int, weken: int = 0) -> str:
    """A term as people say it: "5 jaar", "6 maanden", "6 weken"."""
    if weken:
        return f"{weken} weken"
    return f"{maanden // JAAR} jaar" if maanden % JAAR == 0 else f"{maanden} maanden"


def _later(van: date, maanden: int) -> date:
    """So many months on; the last day of a month that has no such day."""
    jaar, maand = divmod(van.month - 1 + maanden, JAAR)
    eerste = date(van.year + jaar, maand + 1, 1)
    volgende = date(eerste.year + (eerste.month == JAAR), eerste.month % JAAR + 1, 1)
    return min(eerste + timedelta(days=van.day - 1), volgende - timedelta(days=1))
