"""Which roles and databases does an installation need, and what may each role do?

`overstap_eigenaar` owns the tables and only migrates. `overstap_app` serves people: it owns nothing and cannot step
over row-level security. The keys of the dossiers stand in a database of their own, so that a back-up of the main one
opens nothing.
"""

from __future__ import annotations

import psycopg
from psycopg import sql

OWNER = "overstap_eigenaar"
RUNTIME = "overstap_app"
MAIN = "overstap"
KEYS = "overstap_sleutels"


def make_role(connection: psycopg.Connection, name: str, password: str) -> None:
    """Make the role `name`, or give it this password and no more rights than it should have."""
    exists = connection.execute("select 1 from pg_roles where rolname = %s", [name]).fetchone()
    connection.execute(
        sql.SQL("{} role {} login nosuperuser nocreatedb nocreaterole nobypassrls noreplication password {}").format(
            sql.SQL("alter" if exists else "create"), sql.Identifier(name), sql.Literal(password)
        )
    )


def make_database(
    connection: psycopg.Connection, name: str, *, template: str = "template0", strategy: str = "wal_log"
) -> None:
    """Make the database `name` when it is not there, owned by the owner and open to the two roles only.

    The connection must be in autocommit: PostgreSQL makes no database inside a transaction.
    """
    if connection.execute("select 1 from pg_database where datname = %s", [name]).fetchone():
        return
    database, owner, runtime = sql.Identifier(name), sql.Identifier(OWNER), sql.Identifier(RUNTIME)
    connection.execute(
        sql.SQL("create database {} owner {} template {} strategy {}").format(
            database, owner, sql.Identifier(template), sql.Identifier(strategy)
        )
    )
    connection.execute(sql.SQL("revoke all on database {} from public").format(database))
    connection.execute(sql.SQL("grant connect on database {} to {}").format(database, runtime))


def grant_runtime(connection: psycopg.Connection, runtime: str) -> None:
    """Let `runtime` read and write every table that the connected owner will make from now on.

    To be run before the migrations, so that a migration that takes a right away keeps the last word.
    """
    role = sql.Identifier(runtime)
    for rights in (
        "select, insert, update, delete on tables",
        "usage, select on sequences",
        "execute on functions",
    ):
        connection.execute(
            sql.SQL("alter default privileges in schema public grant {} to {}").format(sql.SQL(rights), role)
        )


def protect_migrations(connection: psycopg.Connection, runtime: str) -> None:
    """Take from `runtime` the right to rewrite which migrations have run."""
    connection.execute(
        sql.SQL("revoke insert, update, delete on django_migrations from {}").format(sql.Identifier(runtime))
    )
