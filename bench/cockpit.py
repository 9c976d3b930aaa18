"""How much does the overview of a region cost with a hundred thousand dossiers, and does it ask more than with a class?

The class is made by the real acts; the rest are copies of the rows that counting reads, at four hundred schools. Beside
it stands the overview of one school, and an empty page.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

import psycopg

from bench.bladzijde import tel_queries
from bench.klas import log_in
from bench.omgeving import ververs_statistiek
from bench.rondes import meet_om_beurten
from bench.server import Bezoeker, server

if TYPE_CHECKING:
    from bench.klas import Klas

SCHOLEN, VEEL = 400, 100_000
KEER = 20
ADRES = "/regio/"

_SCHOLEN = """
insert into scholen_organisatie select (jsonb_populate_record(o, jsonb_build_object(
  'id', gen_random_uuid(), 'naam', 'School ' || n, 'brin', '8' || lpad(n::text, 3, '0')))).*
from scholen_organisatie o, generate_series(1, %(scholen)s) n where o.id = %(school)s
"""
_KOPIE = """
with nieuw as (
  select s.id as school_id, d.id as bron, d.leerling_id as bronleerling, gen_random_uuid() as dossier_id,
    gen_random_uuid() as leerling_id
  from scholen_organisatie s, dossiers_dossier d, generate_series(1, %(keer)s)
  where s.naam like 'School %%' and d.school_id = %(school)s and d.id = any(%(dossiers)s)),
leerling as (insert into leerlingen_leerling select (jsonb_populate_record(l, jsonb_build_object(
  'id', n.leerling_id, 'school_id', n.school_id))).*
  from leerlingen_leerling l join nieuw n on l.id = n.bronleerling),
dossier as (insert into dossiers_dossier select (jsonb_populate_record(d, jsonb_build_object(
  'id', n.dossier_id, 'leerling_id', n.leerling_id, 'school_id', n.school_id, 'sleutel_id', gen_random_uuid()))).*
  from dossiers_dossier d join nieuw n on d.id = n.bron)
insert into rapporten_versie select (jsonb_populate_record(v, jsonb_build_object(
  'id', gen_random_uuid(), 'dossier_id', n.dossier_id, 'school_id', n.school_id, 'geheim', '\\x00'))).*
  from rapporten_versie v join nieuw n on v.dossier_id = n.bron
"""


def meet(klas: Klas, queries_leeg: int) -> dict[str, Any]:
    """Queries with the class and with a hundred thousand; milliseconds of both overviews beside an empty page."""
    from overstap.foundation.access import Rol

    wie, directeur = klas.wereld.regio[Rol.REGIOCOORDINATOR], klas.wereld.a.directeur
    uit: dict[str, Any] = {"queries_klas": tel_queries(klas, ADRES, wie)}
    _vermenigvuldig(klas)
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


def _vermenigvuldig(klas: Klas) -> None:
    """Copy a pupil in every state to each new school, until the region has so many."""
    dossiers = [geval.dossier_id for geval in klas.gevallen[:10]]
    waarden = {"scholen": SCHOLEN, "school": klas.wereld.a.id, "dossiers": dossiers}
    with psycopg.connect(os.environ["DATABASE_EIGENAAR_URL"]) as verbinding:
        verbinding.execute(_SCHOLEN, waarden)
        verbinding.execute(_KOPIE, {**waarden, "keer": VEEL // SCHOLEN // len(dossiers)})
