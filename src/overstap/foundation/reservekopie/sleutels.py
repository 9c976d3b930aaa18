"""Does the key store fit what was put back: does the master key open it, and does every row find its key?"""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

import psycopg
from psycopg import sql

from overstap.foundation.reservekopie.telling import momentopname
from overstap.foundation.sleutels.kast import past

_KOLOMMEN = """
select table_schema, table_name from information_schema.columns
where column_name = 'sleutel_id' and table_schema = 'public' order by 1, 2
"""
_INEENS = 5000


@dataclass(frozen=True)
class Sleutelstand:
    """`dicht`: keys of another master key. `zonder`: rows whose key is not in the store; `vernietigd`: it is gone."""

    sleutels: int
    dicht: int
    zonder: int
    vernietigd: int


def sleutelstand(hoofd: str, kast: str) -> Sleutelstand:
    """How the two databases (addresses of their owner) fit together."""
    levend: set[UUID] = set()
    vernietigd: set[UUID] = set()
    dicht = 0
    with momentopname(kast) as (verbinding, _moment), verbinding.cursor("kast") as cursor:
        cursor.itersize = _INEENS
        for sleutel_id, ingepakt in cursor.execute("select id, ingepakt from sleutels_sleutel"):
            (vernietigd if ingepakt is None else levend).add(sleutel_id)
            dicht += ingepakt is not None and not past(sleutel_id, bytes(ingepakt))
    gevraagd = _gevraagd(hoofd)
    return Sleutelstand(
        sleutels=len(levend), dicht=dicht, zonder=len(gevraagd - levend - vernietigd),
        vernietigd=len(gevraagd & vernietigd),
    )  # fmt: skip


def _gevraagd(hoofd: str) -> set[UUID]:
    """Every key that some row of the main database names."""
    gevonden: set[UUID] = set()
    with momentopname(hoofd) as (verbinding, _moment):
        for tabel in verbinding.execute(_KOLOMMEN).fetchall():
            vraag = sql.SQL("select sleutel_id from {} where sleutel_id is not null").format(sql.Identifier(*tabel))
            gevonden |= {rij[0] for rij in verbinding.execute(vraag)}
    return gevonden


def gebroken_schakels(hoofd: str) -> int:
    """How many links of the logboek do not fit."""
    with psycopg.connect(hoofd) as verbinding:
        rij = verbinding.execute("select count(*) from audit_breuken()").fetchone()
        return int(rij[0]) if rij else 0
