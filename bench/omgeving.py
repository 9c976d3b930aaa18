"""On which databases, files and clock does a measurement run? Its own, thrown away afterwards, as in production."""

from __future__ import annotations

import base64
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import time_machine

from tests import database
from tests.tweede_stap import geef_iedereen_een_tweede_stap

# The day of the invented region (tests/wereld.py), so that its pupils are of this school year.
NU = "2026-11-22T09:30:00+00:00"
_SECRETS = ("OVERSTAP_SECRET_KEY", "OVERSTAP_HOOFDSLEUTEL", "OVERSTAP_ZOEKSLEUTEL")


@contextmanager
def omgeving() -> Iterator[None]:
    """Fresh databases (with row-level security, as the runtime role), Django ready, assets with hashed names."""
    for naam in [naam for naam in os.environ if naam.startswith("OVERSTAP_") and naam != "OVERSTAP_OSO_MAP"]:
        del os.environ[naam]
    for nummer, naam in enumerate(_SECRETS):
        os.environ[naam] = base64.b64encode(bytes([nummer + 1]) * 32).decode()
    os.environ |= {"OVERSTAP_LOG": "ERROR", "DJANGO_SETTINGS_MODULE": "overstap.config.settings"}
    with tempfile.TemporaryDirectory(prefix="overstap-bench-") as map_, database.template() as sjabloon:
        for naam in ("OVERSTAP_BIJLAGEN_MAP", "OVERSTAP_STATIC"):
            os.environ[naam] = str(Path(map_) / naam.lower())
            Path(os.environ[naam]).mkdir()
        with sjabloon.clone() as eigen:
            os.environ |= eigen.addresses
            _start_django()
            with time_machine.travel(NU, tick=True):
                yield


def _start_django() -> None:
    import django
    from django.conf import settings
    from django.core.management import call_command

    django.setup()
    geef_iedereen_een_tweede_stap()
    # Argon2 costs 0.35 s per password, which nothing here measures.
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    call_command("collectstatic", interactive=False, verbosity=0)


def ververs_statistiek() -> None:
    """Tell the planner what is in the tables and that it is there for all, as autovacuum does on a real server."""
    with psycopg.connect(os.environ["DATABASE_EIGENAAR_URL"], autocommit=True) as verbinding:
        verbinding.execute("vacuum analyze")
