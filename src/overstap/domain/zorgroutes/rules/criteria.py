"""Which criteria hold on a day for pro and lwoo, and how do the scores of a pupil lie beside them?

Never a decision: the samenwerkingsverband decides, and at a border its motivation does. Every set of criteria stands
here once, with its source and its first day; a day before the first is refused in words.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from overstap.domain.zorgroutes.enums import Oordeel, Routesoort
from overstap.domain.zorgroutes.snapshot.drempelonderzoek import Domeinscore, Drempelonderzoek


@dataclass(frozen=True)
class Criteria:
    """One set of criteria: IQ ranges (both ends count), the leerachterstand, on how many domains."""

    vanaf: date
    bron: str
    iq_pro: tuple[int, int]
    iq_lwoo: tuple[int, int]
    iq_lwoo_se: tuple[int, int]
    achterstand_pro: Fraction
    achterstand_lwoo: Fraction
    domeinen: int
    iq_jaren: int
    se_jaren: int

    @property
    def iq_overlap(self) -> tuple[int, int]:
        """The IQs that fit both pro and lwoo."""
        return self.iq_lwoo[0], self.iq_pro[1]


CRITERIA = (
    Criteria(
        date(2014, 8, 1),
        "Inrichtingsbesluit WVO artikel 15d; sinds 1 augustus 2022 het Uitvoeringsbesluit WVO 2020",
        iq_pro=(55, 80),
        iq_lwoo=(75, 90),
        iq_lwoo_se=(91, 120),
        achterstand_pro=Fraction(1, 2),
        achterstand_lwoo=Fraction(1, 4),
        domeinen=2,
        iq_jaren=2,
        se_jaren=1,
    ),
)


class CriteriaOnbekend(ValueError):
    """The day lies before the first criteria that this system knows; the message is Dutch and can be shown."""


def criteria_op(op: date) -> Criteria:
    """The criteria that hold on a day. Raises `CriteriaOnbekend`."""
    geldend = [criteria for criteria in CRITERIA if criteria.vanaf <= op]
    if not geldend:
        eerste = min(criteria.vanaf for criteria in CRITERIA)
        raise CriteriaOnbekend(
            f"Overstap kent de criteria vanaf {eerste.day}-{eerste.month}-{eerste.year}. Controleer de datum."
        )
    return max(geldend, key=lambda criteria: criteria.vanaf)


@dataclass(frozen=True)
class Toets:
    """How the scores lie beside the criteria of one route: a word, and the sentences that explain it."""

    soort: Routesoort
    oordeel: Oordeel
    zinnen: tuple[str, ...]
    bron: str


def toets(onderzoek: Drempelonderzoek, op: date) -> tuple[Toets, ...]:
    """The scores beside the criteria of pro and of lwoo, as they hold on the day `op`."""
    criteria = criteria_op(op)
    feiten = _feiten(onderzoek, criteria)
    return (_pro(feiten), _lwoo(feiten))


@dataclass(frozen=True)
class _Feiten:
    """What the rules below ask, once."""

    criteria: Criteria
    onderzoek: Drempelonderzoek
    pro: tuple[Domeinscore, ...]
    lwoo: tuple[Domeinscore, ...]

    @property
    def iq(self) -> int | None:
        return self.onderzoek.iq.score if self.onderzoek.iq else None

    def binnen(self, grens: tuple[int, int]) -> bool:
        return self.iq is not None and grens[0] <= self.iq <= grens[1]

    def genoeg(self, scores: tuple[Domeinscore, ...]) -> bool:
        return len(scores) >= self.criteria.domeinen and any(score.domein.kern for score in scores)

    @property
    def compleet(self) -> bool:
        """Can the scores that are still missing not change the answer? Then all four are there."""
        return self.iq is not None and len(self.onderzoek.scores) == 4

    @property
    def op_de_grens(self) -> bool:
        """Does the answer hang on a leerachterstand that lies exactly at the border of pro?"""
        grens = self.criteria.achterstand_pro
        zonder = tuple(score for score in self.pro if score.achterstand != grens)
        return self.genoeg(self.pro) and not self.genoeg(zonder)


def _feiten(onderzoek: Drempelonderzoek, criteria: Criteria) -> _Feiten:
    def vanaf(grens: Fraction) -> tuple[Domeinscore, ...]:
        return tuple(score for score in onderzoek.scores.values() if score.achterstand >= grens)

    return _Feiten(criteria, onderzoek, vanaf(criteria.achterstand_pro), vanaf(criteria.achterstand_lwoo))


def _pro(feiten: _Feiten) -> Toets:
    criteria = feiten.criteria
    iq, achter = feiten.binnen(criteria.iq_pro), feiten.genoeg(feiten.pro)
    ander_iq = feiten.binnen(criteria.iq_lwoo) and not iq
    gemengd = (iq and not achter and feiten.genoeg(feiten.lwoo)) or (ander_iq and achter)
    zinnen = [
        _iq_zin(feiten, criteria.iq_pro, "praktijkonderwijs"),
        _achter_zin(feiten, feiten.pro, criteria.achterstand_pro),
    ]
    return _oordeel(Routesoort.PRO, feiten, zinnen, past=iq and achter, gemengd=gemengd)


def _lwoo(feiten: _Feiten) -> Toets:
    criteria = feiten.criteria
    iq, met_se = feiten.binnen(criteria.iq_lwoo), feiten.binnen(criteria.iq_lwoo_se)
    achter, zwaar = feiten.genoeg(feiten.lwoo), feiten.genoeg(feiten.pro)
    zinnen = [
        _iq_zin(feiten, criteria.iq_lwoo, "lwoo", feiten.criteria.iq_lwoo_se),
        _achter_zin(feiten, feiten.lwoo, criteria.achterstand_lwoo),
    ]
    if met_se and achter:
        return _lwoo_met_se(feiten, zinnen, gemengd=zwaar)
    ander_iq = feiten.binnen(criteria.iq_pro) and not iq
    gemengd = (iq and zwaar) or (ander_iq and achter and not zwaar)
    return _oordeel(Routesoort.LWOO, feiten, zinnen, past=iq and achter and not zwaar, gemengd=gemengd)


def _lwoo_met_se(feiten: _Feiten, zinnen: list[str], *, gemengd: bool) -> Toets:
    """From an IQ of 91 on lwoo asks for social-emotional problems too."""
    onderzoek = feiten.onderzoek.se
    if onderzoek is None:
        zinnen.append("Bij dit IQ is ook een onderzoek naar sociaal-emotionele problemen nodig. Dat is er nog niet.")
        return Toets(Routesoort.LWOO, Oordeel.ONVOLLEDIG, tuple(zinnen), feiten.criteria.bron)
    gevonden = ", ".join(sorted(probleem.label.lower() for probleem in onderzoek.problemen))
    zinnen.append(
        f"Het onderzoek vond problemen met: {gevonden}."
        if gevonden
        else "Het onderzoek vond geen problemen met prestatiemotivatie, faalangst of emotionele instabiliteit."
    )
    return _oordeel(Routesoort.LWOO, feiten, zinnen, past=bool(gevonden) and not gemengd, gemengd=bool(gevonden))


def _oordeel(soort: Routesoort, feiten: _Feiten, zinnen: list[str], *, past: bool, gemengd: bool) -> Toets:
    """The word for these facts; a border or a mix is said to be one, and then the motivation decides."""
    if past and (waarom := _grens(feiten)):
        oordeel = Oordeel.GRENSGEVAL
        zinnen.append(f"{waarom} De motivatie geeft dan de doorslag.")
    elif past:
        oordeel = Oordeel.PAST
    elif gemengd:
        oordeel = Oordeel.GRENSGEVAL
        zinnen.append(
            "Het IQ of de leerachterstand past bij de andere route. Pro en lwoo kunnen dan allebei. "
            "De motivatie geeft de doorslag."
        )
    else:
        oordeel = Oordeel.PAST_NIET if feiten.compleet else Oordeel.ONVOLLEDIG
    return Toets(soort, oordeel, tuple(zinnen), feiten.criteria.bron)


def _grens(feiten: _Feiten) -> str:
    laag, hoog = feiten.criteria.iq_overlap
    if feiten.binnen((laag, hoog)):
        return f"Een IQ van {laag} tot en met {hoog} past bij pro en bij lwoo."
    return "De leerachterstand ligt precies op de grens." if feiten.op_de_grens else ""


def _iq_zin(feiten: _Feiten, grens: tuple[int, int], wat: str, met_se: tuple[int, int] | None = None) -> str:
    vraagt = f"Voor {wat} is een IQ van {grens[0]} tot en met {grens[1]} nodig"
    if met_se:
        vraagt += f", of van {met_se[0]} tot en met {met_se[1]} met sociaal-emotionele problemen"
    if feiten.iq is None:
        return f"{vraagt}. Er is nog geen IQ ingevuld."
    past = feiten.binnen(grens) or (met_se is not None and feiten.binnen(met_se))
    return f"{vraagt}. Het IQ is {feiten.iq}: dat valt er{'' if past else ' niet'} binnen."


def _achter_zin(feiten: _Feiten, tellen: tuple[Domeinscore, ...], grens: Fraction) -> str:
    getal = str(float(grens)).replace(".", ",")
    vraagt = (
        f"De leerachterstand moet {getal} of meer zijn op minstens {feiten.criteria.domeinen} van de 4 domeinen, "
        "waarvan minstens 1 inzichtelijk rekenen of begrijpend lezen."
    )
    if not feiten.onderzoek.scores:
        return f"{vraagt} Er zijn nog geen scores ingevuld."
    if not tellen:
        return f"{vraagt} Dat is op geen enkel domein zo."
    namen = ", ".join(f"{score.domein.label.lower()} ({score.achterstand_tekst})" for score in tellen)
    slot = "" if feiten.genoeg(tellen) else " Dat is niet genoeg."
    return f"{vraagt} Dat is zo bij: {namen}.{slot}"
