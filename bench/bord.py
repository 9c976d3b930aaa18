"""How much does the board of a samenwerkingsverband cost with a thousand cases, and does it ask more than with three?

One case of each column is made by the real acts; the rest are copies of their rows, because the board reads rows only
and decrypts nothing.
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

DRIE, DUIZEND = 3, 1000
KEER = 50
PAGINAS = {"bord": "/swv/", "tabel": "/swv/?beeld=tabel"}

# Each statement copies the rows of one table under new ids; what it points at was copied before.
_KOPIE = """
with bron as (select d.id as dossier_id, d.leerling_id from dossiers_dossier d where d.id = %(dossier)s),
nieuw as (select gen_random_uuid() as leerling_id, gen_random_uuid() as dossier_id, gen_random_uuid() as route_id,
  gen_random_uuid() as sleutel_id from generate_series(1, %(aantal)s)),
leerling as (insert into leerlingen_leerling select (jsonb_populate_record(l, jsonb_build_object(
  'id', n.leerling_id))).*
  from leerlingen_leerling l, bron, nieuw n where l.id = bron.leerling_id),
dossier as (insert into dossiers_dossier select (jsonb_populate_record(d, jsonb_build_object(
  'id', n.dossier_id, 'leerling_id', n.leerling_id, 'sleutel_id', gen_random_uuid()))).*
  from dossiers_dossier d, nieuw n where d.id = %(dossier)s),
toegang as (insert into dossiers_toegang select (jsonb_populate_record(t, jsonb_build_object(
  'id', gen_random_uuid(), 'dossier_id', n.dossier_id))).*
  from dossiers_toegang t, nieuw n where t.dossier_id = %(dossier)s and t.ouder_id is null),
route as (insert into zorgroutes_zorgroute select (jsonb_populate_record(r, jsonb_build_object(
  'id', n.route_id, 'dossier_id', n.dossier_id, 'zaaksleutel_id', n.sleutel_id))).*
  from zorgroutes_zorgroute r, nieuw n where r.id = %(route)s),
vraag as (insert into zorgroutes_zorgvraag select (jsonb_populate_record(v, jsonb_build_object(
  'id', gen_random_uuid(), 'dossier_id', n.dossier_id, 'route_id', n.route_id))).*
  from zorgroutes_zorgvraag v, nieuw n where v.route_id = %(route)s),
zaak as (insert into zorgroutes_zaak select (jsonb_populate_record(z, jsonb_build_object(
  'route_id', n.route_id, 'sleutel_id', n.sleutel_id))).*
  from zorgroutes_zaak z, nieuw n where z.route_id = %(route)s)
insert into zorgroutes_zaakstuk select (jsonb_populate_record(s, jsonb_build_object(
  'id', gen_random_uuid(), 'zaak_id', n.route_id))).*
  from zorgroutes_zaakstuk s, nieuw n where s.zaak_id = %(route)s
"""


def meet(klas: Klas, queries_leeg: int) -> dict[str, Any]:
    """Queries with three and with a thousand cases; milliseconds of the board and the table beside an empty page."""
    from overstap.foundation.access import Rol

    wie = klas.wereld.swv[Rol.SWV_COMMISSIE]
    zaken = _maak(klas)
    uit: dict[str, Any] = {f"queries_{len(zaken)}": tel_queries(klas, PAGINAS["bord"], wie)}
    _vermenigvuldig(zaken, DUIZEND)
    ververs_statistiek()
    uit |= {f"{naam}_queries_{DUIZEND}": tel_queries(klas, adres, wie) for naam, adres in PAGINAS.items()}
    uit["queries_meer"] = max(uit[f"{naam}_queries_{DUIZEND}"] for naam in PAGINAS) - uit[f"queries_{len(zaken)}"]
    with server() as waar:
        bezoeker = Bezoeker(waar, log_in(wie))
        if str(DUIZEND) not in bezoeker.vraag("/swv/").decode():
            raise RuntimeError("het bord telt de zaken niet")
        trivial = uit[f"bord_queries_{DUIZEND}"] - queries_leeg
        adressen = {**PAGINAS, "leeg": f"/bench/leeg/?n={trivial}"}
        uit |= meet_om_beurten(bezoeker, adressen, KEER)
    uit["bord_keer_leeg"] = round(uit["bord_p50_ms"] / uit["leeg_p50_ms"], 1)
    return uit


def _maak(klas: Klas) -> list[tuple[UUID, UUID]]:
    """(dossier, route) of a case that was just applied, one in the commissie and one that was told."""
    from overstap.domain.dossiers.enums import Staat
    from overstap.domain.zorgroutes.enums import Routestaat
    from tests.wereld import dagen_terug
    from tests.zorggang import Zorggang

    gemaakt = []
    for staat in (Routestaat.AANGEMELD, Routestaat.IN_COMMISSIE, Routestaat.TERUGGEKOPPELD):
        geval = klas.wereld.dossier_in(Staat.CONCEPT, bijzonder=frozenset({"lwoo"}))
        gang = Zorggang(geval, klas.wereld.swv, at=dagen_terug(20)).tot(staat)
        gemaakt.append((geval.dossier_id, gang.route_id))
    return gemaakt


def _vermenigvuldig(zaken: list[tuple[UUID, UUID]], tot: int) -> None:
    """Copy the rows of these cases in equal parts until there are so many."""
    with psycopg.connect(os.environ["DATABASE_EIGENAAR_URL"]) as verbinding:
        for nummer, (dossier, route) in enumerate(zaken):
            aantal = (tot - len(zaken) - nummer + len(zaken) - 1) // len(zaken)
            verbinding.execute(_KOPIE, {"dossier": dossier, "route": route, "aantal": aantal})
