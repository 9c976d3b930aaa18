"""With whom is a report now, what is its next step, and what should a school do first?"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

from overstap.domain.adviezen.enums import Niveau, Toetsadvies, Toetsstand
from overstap.domain.adviezen.rules import Bijstellingsoordeel, bijstelling_nodig
from overstap.domain.dossiers.enums import Staat
from overstap.domain.dossiers.rules import BEVROREN, BIJ_HET_VO
from overstap.domain.overdrachten.enums import Rijstatus, Volgende
from overstap.domain.rapporten.rules.aanvullen import Aanvulstand

HERINNER_NA = timedelta(days=7)


@dataclass(frozen=True)
class Inzagestand:
    """How far the parents of one pupil are, without their names. `op` is the day of the newest event.

    `eerste_aanbod` is the first day since which the school can prove that a parent could read. Of those who did not
    answer: `mislukt` counts to whom a mail did not arrive, `onbewezen` who cannot be proven to have been able to read
    (those among them), and `laatste_bewijs` is the day on which the last term began. `te_bieden` is to how many
    people the report had to be offered at the newest offer.
    """

    aangeboden: int = 0
    geopend: int = 0
    beantwoord: int = 0
    zienswijzen: int = 0
    eerste_aanbod: date | None = None
    op: date | None = None
    mislukt: int = 0
    onbewezen: int = 0
    laatste_bewijs: date | None = None
    te_bieden: int = 0

    @property
    def iedereen_antwoordde(self) -> bool:
        """Did every invited parent sign, or give an own view?"""
        return 0 < self.aangeboden == self.beantwoord

    @property
    def mist_iemand(self) -> bool:
        """Was the report offered to somebody, but not to everybody with gezag?"""
        return 0 < self.aangeboden < self.te_bieden

    def termijn_voorbij(self, vandaag: date, termijn: timedelta) -> bool:
        """Has the term of everybody who did not answer passed? Without proof of an offer it has not even begun."""
        begon = self.laatste_bewijs
        return self.onbewezen == 0 and begon is not None and vandaag - begon > termijn

    def dagen_geleden(self, vandaag: date) -> timedelta:
        """How long ago the first parent was invited."""
        return vandaag - self.eerste_aanbod if self.eerste_aanbod else timedelta()


@dataclass(frozen=True)
class Feiten:
    """Everything known of one report without decrypting it."""

    staat: Staat
    klaar: int
    bezig: int
    totaal: int
    vandaag: date
    voorlopig: Niveau | None = None
    definitief: Niveau | None = None
    toets: Toetsadvies | None = None
    toetsstand: Toetsstand | None = None
    ouders: Inzagestand = Inzagestand()
    nieuwe_zienswijzen: int = 0
    open_correcties: int = 0
    geweigerde_bijlagen: int = 0
    geweigerde_stukken: int = 0
    aanvullingen: tuple[Aanvulstand, ...] = ()
    uitslag_vanaf: date | None = None
    reactietermijn: timedelta = timedelta(days=14)
    pro_besluit_vragen: bool = True

    @property
    def bijlage_na_definitief(self) -> bool:
        """Was an attachment refused that nobody at school looks at any more, because the report is ready or sent?"""
        return self.geweigerde_bijlagen > 0 and self.staat in BEVROREN

    @property
    def stuur_aanvulling(self) -> bool:
        """Is there an aanvulling that may go to the vo school that has the report? A new transfer takes it along."""
        return self.staat in BIJ_HET_VO and Aanvulstand.KAN_MEE in self.aanvullingen

    @property
    def aanvulling_bij_ouders(self) -> bool:
        """Do parents read an aanvulling that the vo school waits for?"""
        return self.staat in BIJ_HET_VO and Aanvulstand.BIJ_OUDERS in self.aanvullingen

    @property
    def volledig(self) -> bool:
        """Is every section ready?"""
        return self.klaar == self.totaal

    @property
    def alleen_advies_open(self) -> bool:
        """Is the section with the advice the only one that is not ready?"""
        return self.definitief is None and self.klaar + 1 >= self.totaal

    @property
    def moet_bijstellen(self) -> bool:
        """Must the school decide about a test that came out higher (WPO 45d lid 2)?"""
        return self.definitief is None and self.oordeel is not None and self.oordeel.besluit_nodig

    @property
    def oordeel(self) -> Bijstellingsoordeel | None:
        """What the test means for the voorlopig advies; None without one."""
        if self.voorlopig is None:
            return None
        return bijstelling_nodig(self.voorlopig, self.toets, self.vandaag, pro_besluit_vragen=self.pro_besluit_vragen)

    @property
    def wacht_op_uitslag(self) -> bool:
        """Is there no result yet because no result exists yet?"""
        return self.toetsstand is None and self.uitslag_vanaf is not None and self.vandaag < self.uitslag_vanaf

    @property
    def ouders_klaar(self) -> bool:
        """Did every invited parent answer, or pass the term in which to answer?"""
        return self.ouders.iedereen_antwoordde or self.ouders.termijn_voorbij(self.vandaag, self.reactietermijn)

    @property
    def herinneren(self) -> bool:
        """Is there a parent who after a week has not even opened the report?"""
        return self.ouders.geopend < self.ouders.aangeboden and self.ouders.dagen_geleden(self.vandaag) >= HERINNER_NA


# How far a frozen report is on its way, whatever else waits for the school.
NA_DEFINITIEF = {
    Staat.DEFINITIEF: Volgende.DRAAG_OVER,
    Staat.INGETROKKEN: Volgende.DRAAG_OVER,
    Staat.OVERGEDRAGEN: Volgende.BIJ_HET_VO,
    Staat.OPGEHAALD: Volgende.OPGEHAALD,
    Staat.GELEZEN: Volgende.GELEZEN,
}


def _is(staat: Staat, feiten: Feiten) -> bool:
    return feiten.staat is staat


# The first line that holds decides.
STAPPEN: tuple[tuple[Callable[[Feiten], bool], Rijstatus, Volgende], ...] = (
    (lambda f: f.bijlage_na_definitief, Rijstatus.BIJ_U, Volgende.BEKIJK_BIJLAGE),
    (lambda f: f.geweigerde_stukken > 0, Rijstatus.BIJ_U, Volgende.BEKIJK_STUK),
    # Also after definitief: the month of the law goes on, and a parent may still give an own view.
    (lambda f: f.open_correcties > 0, Rijstatus.BIJ_U, Volgende.BEANTWOORD),
    (lambda f: f.nieuwe_zienswijzen > 0, Rijstatus.BIJ_U, Volgende.LEES_ZIENSWIJZE),
    (lambda f: f.stuur_aanvulling, Rijstatus.BIJ_U, Volgende.STUUR_AANVULLING),
    (lambda f: f.aanvulling_bij_ouders, Rijstatus.BIJ_OUDERS, Volgende.LEZEN_AANVULLING),
    *((partial(_is, staat), Rijstatus.DEFINITIEF, volgende) for staat, volgende in NA_DEFINITIEF.items()),
    (lambda f: f.moet_bijstellen, Rijstatus.BIJ_U, Volgende.STEL_BIJ),
    (lambda f: f.alleen_advies_open and f.voorlopig is None, Rijstatus.BIJ_U, Volgende.GEEF_VOORLOPIG),
    (lambda f: f.alleen_advies_open and f.wacht_op_uitslag, Rijstatus.BIJ_U, Volgende.WACHT_OP_TOETS),
    (lambda f: f.alleen_advies_open and f.toetsstand is None, Rijstatus.BIJ_U, Volgende.LEG_TOETS_VAST),
    (lambda f: f.alleen_advies_open, Rijstatus.BIJ_U, Volgende.GEEF_DEFINITIEF),
    (lambda f: not f.volledig and f.klaar + f.bezig == 0, Rijstatus.BIJ_U, Volgende.BEGIN),
    (lambda f: not f.volledig, Rijstatus.BIJ_U, Volgende.VUL_IN),
    (lambda f: f.ouders.aangeboden == 0 or f.ouders.mist_iemand, Rijstatus.BIJ_U, Volgende.NODIG_UIT),
    (lambda f: f.ouders_klaar, Rijstatus.KAN_DEFINITIEF, Volgende.MAAK_DEFINITIEF),
    (lambda f: f.ouders.mislukt > 0, Rijstatus.BIJ_U, Volgende.STUUR_OPNIEUW),
    (lambda f: f.herinneren, Rijstatus.BIJ_OUDERS, Volgende.HERINNER),
)


def bepaal(feiten: Feiten) -> tuple[Rijstatus, Volgende]:
    """With whom the report is, and what comes next."""
    for geldt, status, volgende in STAPPEN:
        if geldt(feiten):
            return status, volgende
    return Rijstatus.BIJ_OUDERS, Volgende.WACHT_OP_OUDERS


def zin_ouders(stand: Inzagestand) -> str:
    """How far the parents are, in the closed words of the pages; the day is said beside it."""
    zinnen = (
        (stand.aangeboden == 0, "Nog niet uitgenodigd"),
        (stand.zienswijzen > 0, "Zienswijze"),
        (stand.mist_iemand, f"{stand.aangeboden} van {stand.te_bieden} uitgenodigd"),
        (stand.iedereen_antwoordde, "Getekend"),
        (stand.mislukt > 0, "E-mail kwam niet aan"),
        (stand.beantwoord > 0, f"{stand.beantwoord} van {stand.aangeboden} getekend"),
        (stand.geopend > 0, "Gelezen"),
    )
    return next((zin for geldt, zin in zinnen if geldt), "Uitgenodigd")


# What harms others or costs parents or pupils most when it waits comes first.
EERST = (
    Volgende.BEKIJK_BIJLAGE,
    Volgende.BEKIJK_STUK,
    Volgende.BEANTWOORD,
    Volgende.LEES_ZIENSWIJZE,
    Volgende.STUUR_OPNIEUW,
    Volgende.STEL_BIJ,
    Volgende.STUUR_AANVULLING,
    Volgende.MAAK_DEFINITIEF,
    Volgende.LEG_TOETS_VAST,
    Volgende.GEEF_DEFINITIEF,
    Volgende.GEEF_VOORLOPIG,
    Volgende.DRAAG_OVER,
    Volgende.HERINNER,
    Volgende.NODIG_UIT,
)


def eerst_doen(stappen: Iterable[Volgende], hoogstens: int = 3) -> tuple[tuple[Volgende, int], ...]:
    """(step, for how many pupils), the most pressing first."""
    alle = list(stappen)
    geteld = ((stap, alle.count(stap)) for stap in EERST)
    return tuple((stap, aantal) for stap, aantal in geteld if aantal)[:hoogstens]
