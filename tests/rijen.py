"""How does a test of row-level security look at rows, and undo what it did?

The tables come from pg_class (fixture `tabellen`); the rows from real acts (`access_matrix/wereld.py`).
"""
# ruff: noqa: S608  # the names of tables come from the database itself

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection, transaction

from overstap.foundation.access import Actor
from overstap.foundation.rls import als

# What only a parent writes.
DOOR_OUDER = {
    "inzages_zienswijze",
    "inzages_correctieverzoek",
    "inzages_ouderstuk",
    "mailkeuzes_mailkeuze",
    "zorgroutes_zorgzienswijze",
}
# What nobody but that parent sees, the own school neither.
ALLEEN_OUDER = {"mailkeuzes_mailkeuze"}
# What a samenwerkingsverband writes about a pupil who was sent to it.
DOOR_SWV = {"zorgroutes_zorgvraag", "zorgroutes_zorgbesluit"}
# What a vo school writes about a pupil whose report it has.
DOOR_VO = {"plaatsingen_besluit", "plaatsingen_vraag", "inzages_warmeoverdracht"}


def rijen(tabel: str, waar: str = "true", waarden: tuple[object, ...] = ()) -> list[dict[str, Any]]:
    """What the runtime role sees of a table now, with no other filter than `waar`."""
    with connection.cursor() as cursor:
        cursor.execute(f"select * from {tabel} where {waar}", waarden)
        namen = [kolom.name for kolom in cursor.description]
        return [dict(zip(namen, rij, strict=True)) for rij in cursor.fetchall()]


def gezien(actor: Actor, tabel: str, waar: str = "true", waarden: tuple[object, ...] = ()) -> list[dict[str, Any]]:
    with als(actor):
        return rijen(tabel, waar, waarden)


@contextmanager
def ongedaan() -> Iterator[None]:
    """Undo what happened inside, in both databases."""
    with transaction.atomic(), transaction.atomic(using="sleutels"):
        yield
        transaction.set_rollback(True)
        transaction.set_rollback(True, using="sleutels")
