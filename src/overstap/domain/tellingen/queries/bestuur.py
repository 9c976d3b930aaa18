"""How far are the schools of one board, for somebody who may count at each of them? Nothing is shielded here.

Each school is read as the person who works there, under its own row-level security: no right reaches further than its
school (ADR 49). What is counted are the pupils whom that person can open there, by name.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple
from uuid import UUID

from overstap.domain.dossiers.queries import dossiers_for
from overstap.domain.medewerkers.queries import bestuursscholen_for
from overstap.domain.plaatsingen.enums import Stilstand
from overstap.domain.plaatsingen.queries import standen_for
from overstap.domain.scholen.models import Organisatie
from overstap.domain.scholen.queries import organisatie_for
from overstap.domain.scholen.rules import kalender_uit_instellingen
from overstap.domain.tellingen.queries.tellen import ZONDER_BESLUIT, Schoolvoortgang, schoolvoortgang_for
from overstap.domain.tellingen.rules import Aantal, loopt_achter, verlopen_samen
from overstap.domain.zorgroutes.queries import zorgstaten_for
from overstap.foundation.access import Actor, Recht
from overstap.foundation.rls import als


@dataclass(frozen=True)
class Bestuursregel:
    """One school with its own numbers. `aanstelling_id` is how somebody goes there; None at the own school."""

    school: Organisatie
    aanstelling_id: UUID | None
    voortgang: Schoolvoortgang
    stil: Mapping[Stilstand, int]
    zorg: int
    achter: bool = False

    @property
    def totaal(self) -> int:
        """How many pupils."""
        return self.voortgang.verloop.totaal

    @property
    def stil_samen(self) -> int:
        """How many stand still, wherever."""
        return sum(self.stil.values())


@dataclass(frozen=True)
class Bestuursvoortgang:
    """The schools, who is furthest behind first, and all of them together."""

    scholen: tuple[Bestuursregel, ...]
    samen: Schoolvoortgang
    stil: Mapping[Stilstand, int]

    @property
    def zorg(self) -> int:
        """How many care routes have no decision yet."""
        return sum(regel.zorg for regel in self.scholen)

    @property
    def stil_samen(self) -> int:
        """How many pupils stand still."""
        return sum(self.stil.values())


def bestuursvoortgang_for(
    actor: Actor, schooljaar: str, vorig: str, vandaag: date, *, binnen: Collection[UUID]
) -> Bestuursvoortgang:
    """The own school and the others of its board where this person may count; the same queries for every school.

    `binnen`: the organisations for which the person came in.
    """
    elders = bestuursscholen_for(actor, Recht.VOORTGANG_TELLEN, binnen=binnen)
    wanneer = _Wanneer(schooljaar, vorig, vandaag)
    regels = [
        _regel(actor, organisatie_for(actor), None, wanneer),
        *(_regel(een.actor, een.organisatie, een.aanstelling_id, wanneer) for een in elders),
    ]
    samen = _samen([regel.voortgang for regel in regels])
    geheel = samen.klaar / samen.verloop.totaal if samen.verloop.totaal else 0.0
    met_stand = (replace(regel, achter=_achter(regel, geheel, schooljaar, vandaag)) for regel in regels)
    return Bestuursvoortgang(
        tuple(sorted(met_stand, key=_volgorde)), samen, sum((Counter(regel.stil) for regel in regels), Counter())
    )


class _Wanneer(NamedTuple):
    """Which school year, which one before it, and as of which day."""

    schooljaar: str
    vorig: str
    vandaag: date


def _regel(wie: Actor, school: Organisatie, aanstelling_id: UUID | None, wanneer: _Wanneer) -> Bestuursregel:
    """What this person may count at one school, asked as who works there."""
    schooljaar, vorig, vandaag = wanneer
    with als(wie) as hier:
        eigen = dossiers_for(hier).filter(school_id=hier.werkt_bij, schooljaar=schooljaar)
        standen = standen_for(hier, eigen.order_by().values_list("id", flat=True))
        return Bestuursregel(
            school,
            aanstelling_id,
            schoolvoortgang_for(hier, schooljaar, vorig),
            Counter(een.stilstand for een in standen.values() if een.stilstand and een.is_stil(vandaag)),
            sum(staat in ZONDER_BESLUIT for staat in zorgstaten_for(hier, schooljaar).values()),
        )


def _samen(van: Sequence[Schoolvoortgang]) -> Schoolvoortgang:
    return Schoolvoortgang(
        tuple(map(sum, zip(*(een.delen for een in van), strict=True))),
        verlopen_samen([een.verloop for een in van]),
        verlopen_samen([een.vorig_jaar for een in van]),
    )


def _achter(regel: Bestuursregel, geheel: float, schooljaar: str, vandaag: date) -> bool:
    """By the dates of the region of that school: a board may have schools in two."""
    kalender = kalender_uit_instellingen(regel.school.regio.instellingen, schooljaar)
    klaar = Aantal(regel.voortgang.klaar, regel.voortgang.klaar)
    return loopt_achter(klaar, regel.totaal, geheel, voorbij=vandaag > kalender.definitief)


def _volgorde(regel: Bestuursregel) -> tuple[bool, float, str]:
    """Furthest behind first; a school without pupils last."""
    deel = regel.voortgang.klaar / regel.totaal if regel.totaal else 0.0
    return not regel.totaal, deel, regel.school.naam
