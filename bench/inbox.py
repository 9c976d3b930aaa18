"""How much does the inbox of a vo school cost with two thousand reports, and does it ask more than with three?

Three reports are sent by the real acts; the rest are copies of their rows, because the inbox reads rows only and
decrypts nothing. The filters and orders that must look at every row are measured apart.
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
    from uuid import UUID

    from bench.klas import Klas

VEEL = 2000
KEER = 30
PAGINAS = {
    "inbox": "/vo/",
    "zorg": "/vo/?volgorde=zorg",
    "naam": "/vo/?volgorde=naam",
    "vraag_open": "/vo/?stand=vraag_open&volgorde=besluit",
    "zoek": "/vo/?q=dog",
}

# Each statement copies the rows of one table under new ids; what it points at was copied before.
_KOPIE = """
with bron as (select d.leerling_id from dossiers_dossier d where d.id = %(dossier)s),
nieuw as (select gen_random_uuid() as leerling_id, gen_random_uuid() as dossier_id, gen_random_uuid() as versie_id,
  gen_random_uuid() as aanmelding_id, gen_random_uuid() as overdracht_id, gen_random_uuid() as plaatsing_id
  from generate_series(1, %(aantal)s)),
leerling as (insert into leerlingen_leerling select (jsonb_populate_record(l, jsonb_build_object(
  'id', n.leerling_id, 'sorteernaam', md5(n.leerling_id::text)))).*
  from leerlingen_leerling l, bron, nieuw n where l.id = bron.leerling_id),
dossier as (insert into dossiers_dossier select (jsonb_populate_record(d, jsonb_build_object(
  'id', n.dossier_id, 'leerling_id', n.leerling_id, 'sleutel_id', gen_random_uuid()))).*
  from dossiers_dossier d, nieuw n where d.id = %(dossier)s),
toegang as (insert into dossiers_toegang select (jsonb_populate_record(t, jsonb_build_object(
  'id', gen_random_uuid(), 'dossier_id', n.dossier_id))).*
  from dossiers_toegang t, nieuw n where t.dossier_id = %(dossier)s and t.ouder_id is null),
versie as (insert into rapporten_versie select (jsonb_populate_record(v, jsonb_build_object(
  'id', n.versie_id, 'dossier_id', n.dossier_id))).*
  from rapporten_versie v, overdrachten_overdracht o, nieuw n where o.id = %(overdracht)s and v.id = o.versie_id),
aanmelding as (insert into overdrachten_aanmelding select (jsonb_populate_record(a, jsonb_build_object(
  'id', n.aanmelding_id, 'dossier_id', n.dossier_id))).*
  from overdrachten_aanmelding a, nieuw n where a.dossier_id = %(dossier)s),
overdracht as (insert into overdrachten_overdracht select (jsonb_populate_record(o, jsonb_build_object(
  'id', n.overdracht_id, 'dossier_id', n.dossier_id, 'aanmelding_id', n.aanmelding_id, 'versie_id', n.versie_id))).*
  from overdrachten_overdracht o, nieuw n where o.id = %(overdracht)s),
plaatsing as (insert into plaatsingen_plaatsing select (jsonb_populate_record(p, jsonb_build_object(
  'id', n.plaatsing_id, 'dossier_id', n.dossier_id, 'aanmelding_id', n.aanmelding_id,
  'overdracht_id', n.overdracht_id))).*
  from plaatsingen_plaatsing p, nieuw n where p.overdracht_id = %(overdracht)s)
insert into plaatsingen_vraag select (jsonb_populate_record(q, jsonb_build_object(
  'id', gen_random_uuid(), 'dossier_id', n.dossier_id, 'plaatsing_id', n.plaatsing_id))).*
  from plaatsingen_vraag q, nieuw n where q.dossier_id = %(dossier)s
"""


def meet(klas: Klas, queries_leeg: int) -> dict[str, Any]:
    """Queries with three and with two thousand reports; milliseconds of the inbox beside an empty page."""
    wie = klas.wereld.vo.toelating
    gevallen = _maak(klas)
    eerst = tel_queries(klas, PAGINAS["inbox"], wie)
    _vermenigvuldig(gevallen)
    ververs_statistiek()
    uit: dict[str, Any] = {"queries_begin": eerst}
    uit |= {f"{naam}_queries": tel_queries(klas, adres, wie) for naam, adres in PAGINAS.items()}
    uit["queries_meer"] = uit["inbox_queries"] - eerst
    with server() as waar:
        bezoeker = Bezoeker(waar, log_in(wie))
        adressen = {**PAGINAS, "leeg": f"/bench/leeg/?n={uit['inbox_queries'] - queries_leeg}"}
        uit |= meet_om_beurten(bezoeker, adressen, KEER)
    uit["inbox_keer_leeg"] = round(uit["inbox_p50_ms"] / uit["leeg_p50_ms"], 1)
    return uit


def _maak(klas: Klas) -> list[tuple[UUID, UUID]]:
    """(dossier, overdracht) of a report about support with an open question, a new one and one that was read."""
    from overstap.domain.dossiers.enums import Staat
    from overstap.domain.plaatsingen.actions import stel_vraag
    from overstap.foundation.rls import als
    from tests.wereld import dagen_terug

    gemaakt = []
    for staat, bijzonder in ((Staat.GELEZEN, {"dyslexie"}), (Staat.OVERGEDRAGEN, set()), (Staat.GELEZEN, set())):
        geval = klas.wereld.dossier_in(staat, bijzonder=frozenset(bijzonder))
        assert geval.overdracht_id is not None
        if bijzonder:
            with als(klas.wereld.vo.zorg) as by:
                stel_vraag(overdracht_id=geval.overdracht_id, tekst="Wat hielp?", by=by, at=dagen_terug(2))
        gemaakt.append((geval.dossier_id, geval.overdracht_id))
    return gemaakt


def _vermenigvuldig(gevallen: list[tuple[UUID, UUID]]) -> None:
    """Copy the rows of these reports until there are two thousand: one in ten asks something."""
    delen = (VEEL // 10, VEEL // 5, VEEL - VEEL // 10 - VEEL // 5)
    with psycopg.connect(os.environ["DATABASE_EIGENAAR_URL"]) as verbinding:
        for (dossier, overdracht), aantal in zip(gevallen, delen, strict=True):
            waarden = {"dossier": dossier, "overdracht": overdracht, "aantal": aantal - 1}
            verbinding.execute(_KOPIE, waarden)
