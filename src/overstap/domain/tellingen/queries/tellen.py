"""How many reports are how far, by school and by day, and how many care routes wait? The one source of these counts.

What a region gets is shielded here (`rules.afschermen`); a school gets its own numbers as they are.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from uuid import UUID

from django.db import connection

from overstap.domain.dossiers.enums import Staat, Stap
from overstap.domain.dossiers.rules import BEVROREN, stap
from overstap.domain.plaatsingen.enums import Stilstand, Vervolgstand
from overstap.domain.plaatsingen.queries import stilte_for
from overstap.domain.plaatsingen.rules import Terugbliktijd
from overstap.domain.scholen.enums import Organisatiesoort
from overstap.domain.scholen.queries import organisaties_for
from overstap.domain.tellingen.rules import (
    KLEINSTE_SCHOOL,
    Aantal,
    Verloop,
    aantal,
    in_vijftallen,
    loopt_achter,
    minstens,
    opgeteld,
    oploop,
    schermrij,
    som_van,
    stil_afgeschermd,
    terugblik_afgeschermd,
)
from overstap.domain.zorgroutes.enums import Routestaat
from overstap.domain.zorgroutes.rules import KOLOMMEN
from overstap.foundation.access import Actor, Recht

STAPPEN = tuple(Stap)
"""The parts in which the pupils of a school are counted, in the order in which a report goes."""
KLAAR = frozenset(nummer for nummer, een in enumerate(STAPPEN) if een in {stap(staat) for staat in BEVROREN})
ZONDER_BESLUIT = frozenset(Routestaat) - {Routestaat.BESLUIT, Routestaat.TERUGGEKOPPELD, Routestaat.INGETROKKEN}
"""The care routes that still wait for a decision, also those that a school prepares."""


@dataclass(frozen=True)
class Schoolvoortgang:
    """The own numbers of one school: pupils by stage, and how the definitive reports came."""

    delen: tuple[int, ...]
    verloop: Verloop
    vorig_jaar: Verloop

    @property
    def klaar(self) -> int:
        """How many reports are definitive, or further."""
        return sum(self.delen[nummer] for nummer in KLAAR)


@dataclass(frozen=True)
class Schoolregel:
    """One school as its region is told of it. `delen` is None where nothing but the total is told."""

    naam: str
    plaats: str
    totaal: int
    delen: tuple[Aantal, ...] | None
    klaar: Aantal
    stil: tuple[Aantal, ...]
    achter: bool = False


@dataclass(frozen=True)
class Regiovoortgang:
    """All that a region is told. `leeg` schools are there, and have no pupils yet.

    `klein` schools have so few pupils that they count nowhere; `klein_stil` are those where somebody stands still.
    """

    scholen: tuple[Schoolregel, ...]
    klein: int
    klein_stil: tuple[str, ...]
    leeg: int
    totaal: int
    klaar: Aantal
    verloop: Verloop
    vorig_jaar: Verloop
    zorg: Mapping[str, Aantal]
    zonder_besluit: Aantal


@dataclass
class _Geteld:
    """What the database counted of one school."""

    delen: list[int] = field(default_factory=lambda: [0] * len(STAPPEN))
    per_dag: dict[date, int] = field(default_factory=dict)

    @property
    def totaal(self) -> int:
        return sum(self.delen)

    @property
    def klaar(self) -> int:
        return sum(self.delen[nummer] for nummer in KLAAR)


@dataclass(frozen=True)
class Terugblik:
    """How the pupils of one schooljaar fare after a year, shielded; `delen` is None where that would say it of one."""

    totaal: Aantal
    delen: tuple[tuple[Vervolgstand, Aantal], ...] | None


def terugbliktelling_for(actor: Actor, schooljaar: str, vandaag: date) -> Terugblik | None:
    """What the actor's basisschool is told of one schooljaar; None before the day of telling and after the last one."""
    actor.require(Recht.VOORTGANG_TELLEN)
    if not Terugbliktijd.van(schooljaar).mag_lezen(vandaag):
        return None
    with connection.cursor() as cursor:
        cursor.execute("select stand, aantal from tellingen_terugblik(%s)", [schooljaar])
        geteld = {Vervolgstand(stand): n for stand, n in cursor.fetchall()}
    aantallen = [geteld.get(stand, 0) for stand in Vervolgstand]
    delen = terugblik_afgeschermd(aantallen)
    return Terugblik(
        aantal(sum(aantallen)), tuple(zip(Vervolgstand, delen, strict=True)) if delen is not None else None
    )


def schoolvoortgang_for(actor: Actor, schooljaar: str, vorig: str) -> Schoolvoortgang:
    """The numbers of the actor's own school, this year and the year before; two queries."""
    actor.require(Recht.VOORTGANG_TELLEN)
    nu, toen = (_rapporten(jaar).get(actor.werkt_bij, _Geteld()) for jaar in (schooljaar, vorig))
    return Schoolvoortgang(
        tuple(nu.delen), Verloop(oploop(nu.per_dag), nu.totaal), Verloop(oploop(toen.per_dag), toen.totaal)
    )


def regiovoortgang_for(actor: Actor, schooljaar: str, vorig: str, vandaag: date, *, voorbij: bool) -> Regiovoortgang:
    """The numbers of the actor's own region, the schools that are furthest behind first; five queries for any number.

    `voorbij`: the last day for definitive reports went by.
    """
    actor.require(Recht.VOORTGANG_TELLEN)
    geteld, eerder = _rapporten(schooljaar), _rapporten(vorig)
    stil = stilte_for(actor, schooljaar, vandaag)
    # Who ended counts as long as there are pupils of it; a school without any is one that is still there.
    basisscholen = organisaties_for(actor, Organisatiesoort.PO)
    hier = basisscholen.filter(id__in=geteld) | organisaties_for(actor, Organisatiesoort.PO, open_op=vandaag)
    scholen = list(hier.filter(regio__organisatie=actor.werkt_bij))
    regels = {
        school.id: _regel(school.naam, school.plaats, geteld[school.id], stil.get(school.id, {}))
        for school in scholen
        if school.id in geteld and geteld[school.id].totaal >= KLEINSTE_SCHOOL
    }
    klein = [school for school in scholen if school.id in geteld and school.id not in regels]
    totaal = sum(regel.totaal for regel in regels.values())
    klaar = opgeteld(sum(geteld[school].klaar for school in regels), [regel.klaar for regel in regels.values()])
    zorg, zonder_besluit = _zorgroutes(schooljaar)
    return Regiovoortgang(
        scholen=_op_volgorde(regels.values(), klaar.deel(totaal), voorbij=voorbij),
        klein=len(klein),
        klein_stil=tuple(school.naam for school in klein if school.id in stil),
        leeg=sum(school.id not in geteld for school in scholen),
        totaal=totaal,
        klaar=klaar,
        verloop=_samen([geteld[school] for school in regels], klaar.laag),
        vorig_jaar=_vorig(list(eerder.values())),
        zorg=zorg,
        zonder_besluit=zonder_besluit,
    )


def _regel(naam: str, plaats: str, geteld: _Geteld, stil: Mapping[Stilstand, int]) -> Schoolregel:
    delen = schermrij(geteld.delen)
    stilte = stil_afgeschermd([stil.get(plek, 0) for plek in Stilstand], geteld.totaal)
    if delen is not None and _zegt_meer(stilte, delen, geteld.totaal):
        delen = None
    return Schoolregel(naam, plaats, geteld.totaal, delen, som_van(delen, KLAAR, geteld.totaal), stilte)


def _zegt_meer(stilte: Sequence[Aantal], delen: Sequence[Aantal], totaal: int) -> bool:
    """Do more stand still with a definitive report, or without one, than the parts tell to be there at least?

    Beside such a number the parts would say too much.
    """
    niet_af = [een for plek, een in zip(Stilstand, stilte, strict=True) if plek is Stilstand.RAPPORT_NIET_AF]
    daarna = [een for plek, een in zip(Stilstand, stilte, strict=True) if plek is not Stilstand.RAPPORT_NIET_AF]
    nog_niet = frozenset(range(len(STAPPEN))) - KLAAR
    return any(
        som_van(delen, welke, totaal).laag < minstens(stil).laag
        for welke, stil in ((nog_niet, niet_af), (KLAAR, daarna))
    )


def _op_volgorde(regels: Iterable[Schoolregel], regio: float, *, voorbij: bool) -> tuple[Schoolregel, ...]:
    """Ordered by what is told, for the order of what is not told would tell it."""
    met = [replace(regel, achter=loopt_achter(regel.klaar, regel.totaal, regio, voorbij=voorbij)) for regel in regels]
    return tuple(sorted(met, key=lambda een: (een.klaar.deel(een.totaal), een.naam)))


def _samen(geteld: list[_Geteld], hoogstens: int) -> Verloop:
    per_dag: dict[date, int] = {}
    for een in geteld:
        for dag, n in een.per_dag.items():
            per_dag[dag] = per_dag.get(dag, 0) + n
    return Verloop(in_vijftallen(oploop(per_dag), hoogstens), sum(een.totaal for een in geteld))


def _vorig(geteld: list[_Geteld]) -> Verloop:
    groot = [een for een in geteld if een.totaal >= KLEINSTE_SCHOOL]
    return _samen(groot, sum(een.klaar for een in groot))


def _rapporten(schooljaar: str) -> dict[UUID, _Geteld]:
    """By school of the region, or the own school; the database itself asks who asks."""
    geteld: dict[UUID, _Geteld] = {}
    with connection.cursor() as cursor:
        cursor.execute("select school_id, staat, definitief_op, aantal from tellingen_rapporten(%s)", [schooljaar])
        for school_id, staat, definitief_op, n in cursor.fetchall():
            van = geteld.setdefault(school_id, _Geteld())
            van.delen[STAPPEN.index(stap(Staat(staat)))] += n
            if definitief_op is not None:
                van.per_dag[definitief_op] = van.per_dag.get(definitief_op, 0) + n
    return geteld


def _zorgroutes(schooljaar: str) -> tuple[dict[str, Aantal], Aantal]:
    """The columns of the board, and how many routes have no decision yet: no sharper than what stands beside it."""
    with connection.cursor() as cursor:
        cursor.execute("select staat, aantal from tellingen_zorgroutes(%s)", [schooljaar])
        per_staat = {Routestaat(staat): n for staat, n in cursor.fetchall()}
    kolommen = {titel: aantal(sum(per_staat.get(staat, 0) for staat in staten)) for titel, staten in KOLOMMEN}
    return kolommen, minstens(kolommen[titel] for titel, staten in KOLOMMEN if staten <= ZONDER_BESLUIT)
