"""Can this process serve people now: what of what it needs is missing?"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from django.conf import settings
from django.db import DatabaseError, connections
from django.db.migrations.loader import MigrationLoader

from overstap.foundation import opslag

# The biggest attachment, once: with less, uploads are refused already (`./dev chaos schijf_bestanden`).
RUIMTE = 40 * 1024 * 1024


def ontbreekt() -> list[str]:
    """What is missing, in words for an operator; an empty list when everything is there. No values."""
    return [*_databases(), *_bestanden()]


def hapert() -> list[str]:
    """What fails for every process alike, in words for an operator: files, while everything else goes on.

    Apart from what is missing, because a proxy that then sends people nowhere would stop those who write as well.
    """
    return [*_volle_schijf(), *opslag.ontbreekt()]


def _databases() -> Iterator[str]:
    for alias in settings.DATABASES:
        try:
            gedaan = _gedaan(alias)
        except DatabaseError:
            yield f"database {alias} antwoordt niet"
            continue
        if weg := len(_bekend() - gedaan):
            yield f"database {alias} mist {weg} migraties: draai overstap migrate"


def _gedaan(alias: str) -> frozenset[tuple[str, str]]:
    with connections[alias].cursor() as cursor:
        cursor.execute("select app, name from django_migrations")
        return frozenset(cursor.fetchall())


@cache
def _bekend() -> frozenset[tuple[str, str]]:
    """Every migration of this code. Read once: the code of a process does not change."""
    return frozenset(MigrationLoader(None).disk_migrations)


def _bestanden() -> Iterator[str]:
    map_ = Path(settings.OVERSTAP_BIJLAGEN_MAP)
    if not (map_.is_dir() and os.access(map_, os.W_OK)):
        yield "in de map van de bijlagen kan niet worden geschreven"


def _volle_schijf() -> Iterator[str]:
    map_ = Path(settings.OVERSTAP_BIJLAGEN_MAP)
    if map_.is_dir() and shutil.disk_usage(map_).free < RUIMTE:
        yield "de schijf van de bijlagen is vol"
