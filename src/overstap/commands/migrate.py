"""Zet de databases op de nieuwste indeling (als eigenaar van de tabellen)."""

from __future__ import annotations

import argparse
import os

DJANGO = False


def run(arguments: argparse.Namespace) -> int:
    """Migrate both databases as their owner; harmless when there is nothing to do."""
    # Read by the settings; only this word sets it, so that no request is ever served as owner.
    os.environ["OVERSTAP_ALS_EIGENAAR"] = "1"

    from overstap.commands import start_django

    start_django()
    _migrate()
    return 0


def _migrate() -> None:
    import psycopg
    from django.core.management import call_command
    from django.db import connections

    from overstap.config.environment import database
    from overstap.foundation.postgres.inrichting import grant_runtime, protect_migrations

    for alias, variable in (("default", "DATABASE_URL"), ("sleutels", "SLEUTELS_URL")):
        runtime = database(variable, pool=False)["USER"]
        connection = connections[alias]
        connection.ensure_connection()
        raw = connection.connection
        assert isinstance(raw, psycopg.Connection)
        grant_runtime(raw, runtime)
        call_command("migrate", database=alias, interactive=False, verbosity=1)
        if alias == "default":
            call_command("createcachetable", database=alias, verbosity=0)
        protect_migrations(raw, runtime)
