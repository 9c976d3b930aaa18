"""Who is there on the evening of 24 March? A region of ten thousand pupils, of whom a few hundred are real.

Eight schools whose pupils went through the real acts, so that people can read, save and finish; the other rows are
copies at 330 schools and one vo school, so that every list and every policy works in tables of that size.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from unittest.mock import patch

import psycopg

from bench.cockpit import _KOPIE as _DOSSIERS
from bench.cockpit import _SCHOLEN
from bench.inbox import _KOPIE as _INBOX

if TYPE_CHECKING:
    from uuid import UUID

# Of each school a concept for every teacher, up to 320 people: who writes in the same one is refused, and rightly so.
SCHOLEN, CONCEPTEN, GETEKEND, BIJ_VO = 8, 16, 4, 2
ANDERE_SCHOLEN, PER_SCHOOL, IN_INBOX = 330, 30, 1200
_BLOK = """
[[scholen]]
brin = "{brin}"
vestiging = "00"
naam = "Basisschool Avond {n}"
soort = "po"
straat = "Havenkade"
huisnummer = "{n}"
postcode = "9999 XB"
plaats = "Meerdorp"
telefoon = "0000000002"
email = "info@avond{n}.example"
aanleverpunt = "0"
"""
# Every one of the copied dossiers is its own school's.
_TOEGANG = """
insert into dossiers_toegang select (jsonb_populate_record(t, jsonb_build_object(
  'id', gen_random_uuid(), 'dossier_id', d.id, 'organisatie_id', d.school_id, 'school_id', d.school_id))).*
from dossiers_dossier d join scholen_organisatie s on s.id = d.school_id and s.naam like 'School %%', dossiers_toegang t
where t.dossier_id = %(dossier)s and t.organisatie_id = %(school)s
"""


@dataclass
class Avondschool:
    """One real school: the sessions of its people come later, its pupils are these."""

    mensen: Any
    concepten: list[UUID] = field(default_factory=list)
    klaar_voor_definitief: list[UUID] = field(default_factory=list)


@dataclass
class Avondregio:
    """Everybody of that evening; `ouders` are actors, `overdrachten` reports at the vo school."""

    scholen: list[Avondschool]
    vo: Any
    ouders: list[Any] = field(default_factory=list)
    overdrachten: list[UUID] = field(default_factory=list)
    leerlingen: int = 0


def maak_avondregio() -> Avondregio:
    """Make all of it: minutes for the real pupils, seconds for the copies."""
    from overstap.config.demo.regio import bouw_regio
    from overstap.domain.scholen.rules import lees_regio
    from tests.wereld import REGIOBESTAND, WACHTWOORD, dagen_terug

    brins = [f"98A{letter}" for letter in "ABCDEFGH"[:SCHOLEN]]
    tekst = REGIOBESTAND.read_text(encoding="utf-8")
    tekst += "".join(_BLOK.format(brin=brin, n=n) for n, brin in enumerate(brins))
    with _met_mensen(brins):
        gebouwd = bouw_regio(lees_regio(tekst), at=dagen_terug(60), wachtwoord=WACHTWOORD)
    regio = Avondregio([Avondschool(gebouwd[brin]) for brin in brins], gebouwd["99XV"])
    gevallen = [_vul(regio, school, nummer) for nummer, school in enumerate(regio.scholen)]
    _vermenigvuldig(regio, gevallen[0])
    return regio


def _vul(regio: Avondregio, school: Avondschool, nummer: int) -> Any:
    """The pupils of one school by the real acts; returns one that the vo school got."""
    from overstap.domain.dossiers.enums import Staat
    from tests.wereld import Geval, breng_verder, dagen_terug, gelezen, kind

    def begin(n: int) -> Geval:
        geval = Geval(kind(nummer * 100 + n), school.mensen, regio.vo)
        geval.importeer(dagen_terug(40), gelezen(school.mensen.gegevens, geval.kind.nummer))
        return geval

    school.concepten = [begin(n).dossier_id for n in range(CONCEPTEN)]
    for n in range(GETEKEND):
        geval = begin(50 + n)
        breng_verder(geval, Staat.TER_INZAGE)
        regio.ouders += [ouder.actor for ouder in geval.ouders]
        for ouder in range(len(geval.ouders)):
            geval.teken(ouder, dagen_terug(18))
        school.klaar_voor_definitief.append(geval.dossier_id)
    geval = None
    for n in range(BIJ_VO):
        geval = begin(80 + n)
        breng_verder(geval, Staat.TER_INZAGE, Staat.DEFINITIEF, Staat.OVERGEDRAGEN)
        if geval.overdracht_id:
            regio.overdrachten.append(geval.overdracht_id)
    return geval


def _vermenigvuldig(regio: Avondregio, geval: Any) -> None:
    school = regio.scholen[0]
    dossiers = [*school.concepten[:6], *school.klaar_voor_definitief[:3], geval.dossier_id]
    waarden = {"scholen": ANDERE_SCHOLEN, "school": school.mensen.id, "dossiers": dossiers, "dossier": dossiers[0]}
    with psycopg.connect(os.environ["DATABASE_EIGENAAR_URL"]) as verbinding:
        verbinding.execute(_SCHOLEN, waarden)
        verbinding.execute(_DOSSIERS, {**waarden, "keer": PER_SCHOOL // len(dossiers)})
        verbinding.execute(_TOEGANG, waarden)
        inbox = {"dossier": geval.dossier_id, "overdracht": geval.overdracht_id, "aantal": IN_INBOX}
        verbinding.execute(_INBOX, inbox)
    with psycopg.connect(os.environ["DATABASE_EIGENAAR_URL"], autocommit=True) as verbinding:
        verbinding.execute("vacuum analyze")
        regio.leerlingen = verbinding.execute("select count(*) from dossiers_dossier").fetchone()[0]  # type: ignore[index]  # a count has a row


@contextmanager
def _met_mensen(brins: list[str]) -> Iterator[None]:
    """Every one of these schools gets the people of Het Kompas."""
    from overstap.config.demo import regio as demoregio

    with patch.object(demoregio, "MENSEN", {**demoregio.MENSEN, **dict.fromkeys(brins, demoregio.MENSEN["99XB"])}):
        yield
