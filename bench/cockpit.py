"""How much does the overview of a region cost with a hundred thousand dossiers, and does it ask more than with a class?

The class is made by the real acts; the rest are copies of the rows that counting reads, at four hundred schools: a
hundred thousand pupils of this year, of whom one in ten waits for a samenwerkingsverband and those at the vo have their
application, and a fifth of that of last year with their definitive reports. Beside it stand the overview of one school,
and an empty page.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, LiteralString, cast

import psycopg

from bench.bladzijde import tel_queries
from bench.klas import log_in
from bench.omgeving import ververs_statistiek
from bench.rondes import meet_om_beurten
from bench.server import Bezoeker, server

if TYPE_CHECKING:
    from uuid import UUID

    from bench.klas import Klas

SCHOLEN, VEEL = 400, 100_000
KEER = 20
ADRES = "/regio/"

_SCHOLEN = """
insert into scholen_organisatie select (jsonb_populate_record(o, jsonb_build_object(
  'id', gen_random_uuid(), 'naam', 'School ' || n, 'brin', '8' || lpad(n::text, 3, '0')))).*
from scholen_organisatie o, generate_series(1, %(scholen)s) n where o.id = %(school)s
"""
# Who is a copy of whom, at which school. `terug` is how many years ago, `dagen` how much earlier its steps were: for
# half the pupils nobody took one since.
_NIEUW = """
create temporary table nieuw as
select s.id as school_id, d.id as bron, d.leerling_id as bronleerling, gen_random_uuid() as dossier_id,
  gen_random_uuid() as leerling_id, terug,
  (case when terug = 1 then 365 else nummer %% 2 * 30 end) * '1 day'::interval as dagen
from scholen_organisatie s, dossiers_dossier d, (values (0, %(keer)s), (1, %(keer)s / 5)) j (terug, keer),
  generate_series(1, j.keer) nummer
where s.naam like 'School %%' and d.id = any(%(dossiers)s)
"""
_LEERLINGEN = """
insert into leerlingen_leerling select (jsonb_populate_record(l, jsonb_build_object(
  'id', n.leerling_id, 'school_id', n.school_id))).*
from leerlingen_leerling l join nieuw n on l.id = n.bronleerling
"""
_DOSSIERS = """
insert into dossiers_dossier select (jsonb_populate_record(d, jsonb_build_object(
  'id', n.dossier_id, 'leerling_id', n.leerling_id, 'school_id', n.school_id, 'sleutel_id', gen_random_uuid(),
  'schooljaar', case when n.terug = 0 then d.schooljaar else '2025-2026' end))).*
from dossiers_dossier d join nieuw n on d.id = n.bron
"""
# What hangs on a dossier. A new id is made of the old one and the new dossier, so that what points at a row points at
# its copy too; what is encrypted is left out, for counting opens nothing.
_KOPIE = """
insert into {tabel} select (jsonb_populate_record(x, jsonb_build_object(
  'id', {id}, 'dossier_id', n.dossier_id, 'school_id', n.school_id{anders}))).*
from {tabel} x join nieuw n on x.dossier_id = n.bron where n.terug = 0 or {ook_toen}
"""
_NIEUW_ID = "md5(x.{veld}::text || n.dossier_id)::uuid"
_ZONDER_INHOUD = ", 'geheim', '\\x00'"
# The table, what of it points at another copy, what is left out, the steps it holds, and whether last year has it too.
_Kopie = tuple[str, tuple[str, ...], str, tuple[str, ...], bool]
_TABELLEN: tuple[_Kopie, ...] = (
    ("rapporten_versie", (), _ZONDER_INHOUD, ("gemaakt_op",), True),
    ("rapporten_concept", (), _ZONDER_INHOUD, ("bijgewerkt_op",), False),
    ("overdrachten_aanmelding", (), "", ("vastgelegd_op",), False),
    (
        "overdrachten_overdracht",
        ("aanmelding_id", "versie_id"),
        "",
        ("verstuurd_op", "gelezen_op", "opgehaald_op"),
        False,
    ),
    ("plaatsingen_plaatsing", ("aanmelding_id", "overdracht_id"), "", (), False),
    ("zorgroutes_zorgroute", (), _ZONDER_INHOUD, ("begonnen_op", "bijgewerkt_op", "verstuurd_op"), False),
)
# A table whose rows are numbered instead.
_GENUMMERD = {"rapporten_concept"}


_TELLINGEN: dict[str, LiteralString] = {
    "dossiers": "select count(*) from dossiers_dossier where schooljaar = '2026-2027'",
    "dossiers_vorig_jaar": "select count(*) from dossiers_dossier where schooljaar = '2025-2026'",
    "aanmeldingen": "select count(*) from overdrachten_aanmelding",
    "zorgroutes": "select count(*) from zorgroutes_zorgroute",
}


def meet(klas: Klas, queries_leeg: int) -> dict[str, Any]:
    """Queries with the class and with a hundred thousand; milliseconds of both overviews beside an empty page."""
    from overstap.foundation.access import Rol

    wie, directeur = klas.wereld.regio[Rol.REGIOCOORDINATOR], klas.wereld.a.directeur
    dossiers = [*(geval.dossier_id for geval in klas.gevallen[:9]), _op_zorgroute(klas)]
    uit: dict[str, Any] = {"queries_klas": tel_queries(klas, ADRES, wie)}
    uit |= _vermenigvuldig(klas, dossiers)
    ververs_statistiek()
    uit["queries"] = tel_queries(klas, ADRES, wie)
    uit["queries_meer"] = uit["queries"] - uit["queries_klas"]
    leeg = f"/bench/leeg/?n={uit['queries'] - queries_leeg}"
    with server() as waar:
        van_regio = Bezoeker(waar, log_in(wie))
        if f"van {SCHOLEN + 1} scholen" not in van_regio.vraag(ADRES).decode():
            raise RuntimeError("het overzicht telt de scholen niet")
        uit |= meet_om_beurten(van_regio, {"regio": ADRES, "leeg": leeg}, KEER)
        van_school = Bezoeker(waar, log_in(directeur))
        uit |= meet_om_beurten(van_school, {"school": "/po/overzicht/", "school_leeg": leeg}, KEER)
    uit["keer_leeg"] = round(uit["regio_p50_ms"] / uit["leeg_p50_ms"], 1)
    uit["school_keer_leeg"] = round(uit["school_p50_ms"] / uit["school_leeg_p50_ms"], 1)
    return uit


def _op_zorgroute(klas: Klas) -> UUID:
    """Another pupil, about whom the samenwerkingsverband has to decide."""
    from overstap.domain.dossiers.enums import Staat
    from overstap.domain.zorgroutes.enums import Routestaat
    from tests.zorggang import Zorggang

    geval = klas.wereld.dossier_in(Staat.CONCEPT, bijzonder=frozenset({"lwoo"}))
    Zorggang(geval, klas.wereld.swv).tot(Routestaat.AANGEMELD)
    return geval.dossier_id


def _vermenigvuldig(klas: Klas, dossiers: list[UUID]) -> dict[str, int]:
    """Copy these pupils to each new school, until the region has so many; how many of what there are then."""
    waarden = {"scholen": SCHOLEN, "school": klas.wereld.a.id}
    uit = {}
    with psycopg.connect(os.environ["DATABASE_EIGENAAR_URL"]) as verbinding:
        verbinding.execute(_SCHOLEN, waarden)
        verbinding.execute(_NIEUW, {"dossiers": dossiers, "keer": VEEL // SCHOLEN // len(dossiers)})
        for zin in (_LEERLINGEN, _DOSSIERS, *map(_kopie, _TABELLEN)):
            verbinding.execute(zin)
        for naam, zin in _TELLINGEN.items():
            uit[naam] = verbinding.execute(zin).fetchall()[0][0]
    return uit


def _kopie(wat: _Kopie) -> LiteralString:
    tabel, wijst_naar, anders, stappen, ook_toen = wat
    id_ = f"nextval(pg_get_serial_sequence('{tabel}', 'id'))" if tabel in _GENUMMERD else _NIEUW_ID.format(veld="id")
    mee = "".join(f", '{veld}', {_NIEUW_ID.format(veld=veld)}" for veld in wijst_naar)
    mee += "".join(f", '{veld}', x.{veld} - n.dagen" for veld in stappen)
    zin = _KOPIE.format(tabel=tabel, id=id_, anders=mee + anders, ook_toen=str(ook_toen).lower())
    return cast("LiteralString", zin)
