"""How far is each pupil of the demo, and what happened on the way? Read from leerlingen.toml.

Everything happened in the weeks before `vandaag`, so that no date lies in the future: the demo shows the
situation of March in any month.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from typing import Any
from zoneinfo import ZoneInfo

from overstap.config.demo.kind import Kind
from overstap.config.demo.teksten import bron
from overstap.config.demo.verloop import SECTIES
from overstap.config.demo.zorg import Zorgverloop
from overstap.domain.adviezen.enums import Bijstellingsuitkomst, Niveau, Toetsadvies
from overstap.domain.dossiers.enums import Staat
from overstap.domain.inzages.enums import Akkoord, Correctiebesluit

_NEDERLAND = ZoneInfo("Europe/Amsterdam")
_BIJ_HET_VO = (Staat.OVERGEDRAGEN, Staat.OPGEHAALD, Staat.GELEZEN, Staat.INGETROKKEN)
_AF = (Staat.DEFINITIEF, Staat.HEROPEND, *_BIJ_HET_VO)


@dataclass(frozen=True)
class Ouderscenario:
    """What one parent did: nothing yet, `geopend`, or an answer; perhaps with a zienswijze or a correction."""

    wijze: str = "digitaal"
    antwoord: str = ""
    zienswijze: str = ""
    correctie: str = ""
    besluit: str = ""
    uitleg: str = ""


@dataclass(frozen=True)
class Scenario:
    """One pupil and how far the report is.

    `klaar` are the secties filled in while it is a concept, `zorg` says how far a care
    route is (`Zorgverloop.verhaal`).
    """

    kind: Kind
    school: str
    staat: Staat
    voorlopig: Niveau | None = None
    toets: str = ""
    definitief: Niveau | None = None
    uitkomst: Bijstellingsuitkomst | None = None
    motivatie: str = ""
    wens_ouders: str = ""
    klaar: tuple[str, ...] = SECTIES
    ouders: tuple[Ouderscenario, ...] = field(default_factory=tuple)
    lang_geleden: bool = False
    zorg: str = ""
    vo: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def uit_toml(cls, nummer: int, rij: Mapping[str, Any]) -> Scenario:
        """One table `[[leerling]]`."""
        persoon = ("roepnaam", "voorvoegsel", "achternaam", "geslacht", "groep", "gezin", "moeder", "vader")
        kind = Kind(
            nummer=nummer,
            doopnamen=tuple(rij.get("doopnamen", ())),
            sterkte=Niveau(rij["sterkte"]),
            bijzonder=frozenset(rij.get("bijzonder", ())),
            **{naam: rij[naam] for naam in persoon if naam in rij},
        )
        return cls(
            kind=kind,
            school=rij["school"],
            staat=Staat(rij["staat"]),
            voorlopig=Niveau(rij["voorlopig"]) if "voorlopig" in rij else None,
            toets=rij.get("toets", ""),
            definitief=Niveau(rij["definitief"]) if "definitief" in rij else None,
            uitkomst=Bijstellingsuitkomst(rij["uitkomst"]) if "uitkomst" in rij else None,
            motivatie=rij.get("motivatie", ""),
            wens_ouders=rij.get("wens_ouders", ""),
            klaar=tuple(rij.get("klaar", SECTIES)),
            ouders=tuple(Ouderscenario(**ouder) for ouder in rij.get("ouders", ())),
            lang_geleden=rij.get("lang_geleden", False),
            zorg=rij.get("zorg", ""),
            vo=rij.get("vo", {}),
        )


def scenarios() -> tuple[Scenario, ...]:
    """Every pupil of the demo, in the order of the file."""
    rijen = bron("leerlingen")["leerling"]
    return tuple(Scenario.uit_toml(nummer, rij) for nummer, rij in enumerate(rijen))


class Speler:
    """Plays one scenario: the same acts in the same order as real people would."""

    def __init__(self, scenario: Scenario, verloop: Zorgverloop, nu: datetime) -> None:
        self.scenario, self.verloop, self._nu = scenario, verloop, nu

    def speel(self) -> None:
        """From the import to the state of the scenario."""
        self.verloop.importeer(self._terug(48))
        self._schrijf()
        if self.scenario.staat is Staat.CONCEPT:
            return
        eerder = 14 if self.scenario.staat in _AF or self.scenario.lang_geleden else 0
        self._bied_aan(6 + eerder)
        if self.scenario.staat in _AF:
            self._rond_af()

    def _terug(self, dagen: int, minuten: int = 0) -> datetime:
        """So many days ago, in working hours; what falls in a weekend happened later on the Friday before."""
        dag = self._nu.astimezone(_NEDERLAND) - timedelta(days=dagen)
        weekend = max(0, dag.weekday() - 4)
        # Not everything at the same minute: the log of a class reads as a day of work.
        later = timedelta(minutes=self.verloop.kind.nummer * 7 % 110 + minuten + 120 * weekend)
        return dag.replace(hour=8, minute=40, second=0, microsecond=0) - timedelta(days=weekend) + later

    def _schrijf(self) -> None:
        """Everything before the parents read, in the order of time: the log of a pupil is read as a story."""
        for dagen, stap in sorted(self._stappen(), key=lambda stap: -stap[0]):
            stap(self._terug(dagen))

    def _stappen(self) -> Iterator[tuple[int, Callable[[datetime], None]]]:
        """(days ago, act) of what this school wrote and decided."""
        verloop, scenario = self.verloop, self.scenario
        for nummer, sectie in enumerate(scenario.klaar):
            yield 38 - 2 * nummer, partial(verloop.vul_in, secties=(sectie,))
        if scenario.voorlopig is not None:
            verloop.advies = scenario.voorlopig
            yield 40, verloop.geef_voorlopig
        if scenario.toets:
            toets = None if scenario.toets == "vrijgesteld" else Toetsadvies(scenario.toets)
            yield 28, partial(verloop.leg_toets_vast, toets, self._terug(35).date())
        if scenario.staat is not Staat.CONCEPT:
            besluit = (scenario.definitief, scenario.uitkomst, scenario.motivatie)
            yield 23, lambda at: verloop.geef_definitief(at, *besluit)
            yield 22, partial(verloop.geef_vrij, instemming_op=self._terug(25).date())
        if scenario.zorg:
            yield from verloop.verhaal(scenario.zorg)

    def _bied_aan(self, dagen: int) -> None:
        papier = frozenset(nummer for nummer, ouder in enumerate(self.scenario.ouders) if ouder.wijze == "papier")
        self.verloop.nodig_uit(self._terug(dagen), papier=papier)
        for nummer, ouder in enumerate(self.scenario.ouders):
            self._antwoord(nummer, ouder, dagen - 2)

    def _antwoord(self, nummer: int, ouder: Ouderscenario, dagen: int) -> None:
        verloop, uur = self.verloop, 60 * nummer
        if ouder.antwoord == "geopend":
            verloop.open(nummer, self._terug(dagen, uur))
        elif ouder.antwoord:
            verloop.teken(nummer, self._terug(dagen, uur), Akkoord(ouder.antwoord))
        if ouder.zienswijze:
            verloop.geef_zienswijze(nummer, ouder.zienswijze, self._terug(dagen, uur + 20))
        if ouder.correctie:
            verzoek = verloop.vraag_correctie(nummer, ouder.correctie, self._terug(dagen, uur + 25))
            if ouder.besluit:
                besluit = Correctiebesluit(ouder.besluit)
                verloop.beantwoord_correctie(verzoek, besluit, ouder.uitleg, self._terug(dagen, uur + 40))

    def _rond_af(self) -> None:
        verloop, staat = self.verloop, self.scenario.staat
        verloop.maak_definitief(self._terug(9))
        if staat is Staat.HEROPEND:
            verloop.heropen(self._terug(2))
        if staat is Staat.DEFINITIEF:
            verloop.zet_open(self._terug(7))
        if staat not in _BIJ_HET_VO:
            return
        verloop.meld_aan(self._terug(8))
        verloop.verstuur(self._terug(7))
        if staat in (Staat.GELEZEN, Staat.OPGEHAALD):
            verloop.lees(self._terug(5))
        if staat is Staat.OPGEHAALD:
            verloop.haal_op(self._terug(4))
        verloop.ga_verder(self.scenario.vo, self._terug)
        if staat is Staat.INGETROKKEN:
            verloop.trek_in(self._terug(3))
