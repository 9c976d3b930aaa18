"""Are all rows there? Counts every table at one moment, and says of their content whether it is the same."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
from psycopg import sql

from overstap.foundation.reservekopie.paklijst import ReservekopieFout, Telling

# How a value is written depends on these; a reservekopie may be put back on a server that is set otherwise.
_GELIJK = "set timezone = 'UTC'; set datestyle = 'ISO, MDY'; set intervalstyle = 'postgres'; set bytea_output = 'hex';"
# Whoever is bound by row-level security gets an error instead of fewer rows.
_ALLES = "set row_security = off; set extra_float_digits = 1;"
_TABELLEN = """
select n.nspname, c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
where c.relkind = 'r' and n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema' order by 1, 2
"""
# A sum, so that the order in which rows lie does not matter; md5, which every version of PostgreSQL counts alike.
_TELLING = """
select count(*), coalesce(sum(('x' || left(md5(_rij_::text), 16))::bit(64)::bigint), 0)::text from {}.{} _rij_
"""


@contextmanager
def momentopname(adres: str) -> Iterator[tuple[psycopg.Connection, str]]:
    """A connection that sees one moment, and the name by which pg_dump sees the same one."""
    with psycopg.connect(adres, autocommit=True) as verbinding:
        verbinding.execute(_GELIJK + _ALLES)
        with verbinding.transaction():
            verbinding.execute("set transaction isolation level repeatable read, read only")
            rij = verbinding.execute("select pg_export_snapshot()").fetchone()
            assert rij
            yield verbinding, rij[0]


def tabellen(verbinding: psycopg.Connection) -> list[tuple[str, str]]:
    """Every table (schema, name) of this database but PostgreSQL's own."""
    return verbinding.execute(_TABELLEN).fetchall()


def tel(verbinding: psycopg.Connection) -> dict[str, Telling]:
    """Of every table its rows; raises `ReservekopieFout` for a role that does not see them all."""
    try:
        return {f"{schema}.{naam}": _tel_tabel(verbinding, schema, naam) for schema, naam in tabellen(verbinding)}
    except psycopg.errors.InsufficientPrivilege as fout:
        raise ReservekopieFout(
            "Deze rol ziet niet alle rijen. Geef in DATABASE_EIGENAAR_URL en SLEUTELS_EIGENAAR_URL de eigenaar."
        ) from fout


def verschil(verwacht: dict[str, Telling], gevonden: dict[str, Telling]) -> list[str]:
    """What does not fit, in words: nothing when both are the same."""
    regels = []
    for naam in sorted({*verwacht, *gevonden}):
        eerst, nu = verwacht.get(naam), gevonden.get(naam)
        if eerst is None or nu is None:
            regels.append(f"{naam} {'hoort er niet' if eerst is None else 'ontbreekt'}")
        elif eerst.rijen != nu.rijen:
            regels.append(f"{naam}: {nu.rijen} rijen in plaats van {eerst.rijen}")
        elif eerst != nu:
            regels.append(f"{naam}: de inhoud is anders")
    return regels


def _tel_tabel(verbinding: psycopg.Connection, schema: str, naam: str) -> Telling:
    vraag = sql.SQL(_TELLING).format(sql.Identifier(schema), sql.Identifier(naam))
    rij = verbinding.execute(vraag).fetchone()
    assert rij
    return Telling(*rij)
