"""In what surroundings do tests run? Secrets that open nothing, folders of their own, and Django started on them."""

from __future__ import annotations

import base64
import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jinja2
import pytest

from tests import database
from tests.plannen import blijf_gepland
from tests.tweede_stap import geef_iedereen_een_tweede_stap

# What this process stores; gone when it ends.
FILES = tempfile.TemporaryDirectory(prefix="overstap-test-")
A_DAY = 86_400
TEST_SECRETS = ("OVERSTAP_SECRET_KEY", "OVERSTAP_HOOFDSLEUTEL", "OVERSTAP_ZOEKSLEUTEL")
STATE_OF_CODE = database.state_of_code()


def zet_omgeving() -> None:
    """Give the settings everything they need before Django reads them; nothing of the machine leaks in."""
    for name in list(os.environ):
        if name.startswith("OVERSTAP_") and name not in {"OVERSTAP_OSO_MAP", "OVERSTAP_VAR"}:
            del os.environ[name]
    for number, name in enumerate(TEST_SECRETS):
        os.environ[name] = base64.b64encode(bytes([number + 1]) * 32).decode()
    for name in ("OVERSTAP_BIJLAGEN_MAP", "OVERSTAP_STATIC"):
        os.environ[name] = str(Path(FILES.name) / name.lower())
        Path(os.environ[name]).mkdir()
    # Nobody listens here: a test without a database fixture cannot reach one by accident.
    os.environ["DATABASE_URL"] = "postgresql://overstap_app:geen@/geen?host=/nonexistent"
    os.environ["SLEUTELS_URL"] = "postgresql://overstap_app:geen@/geen?host=/nonexistent"
    os.environ["DJANGO_SETTINGS_MODULE"] = "overstap.config.settings"


@pytest.fixture(autouse=True)
def omgeving_blijft() -> Iterator[None]:
    """Take back what a command wrote in the surroundings: `overstap hoofdsleutel` goes on as the owner of tables."""
    eigen = {naam: waarde for naam, waarde in os.environ.items() if naam.startswith("OVERSTAP_")}
    yield
    for naam in [naam for naam in os.environ if naam.startswith("OVERSTAP_") and naam not in eigen]:
        del os.environ[naam]
    os.environ.update(eigen)


def start_django() -> None:
    """Load the apps before any other conftest or test file imports a model."""
    import django
    from django.conf import settings

    # Argon2 costs 0.35 s per password, which is its purpose and not ours.
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    # Without collectstatic there is no manifest of hashed names.
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
    jinja: Any = settings.TEMPLATES[0]["OPTIONS"]
    jinja["bytecode_cache"] = jinja2.FileSystemBytecodeCache(_compiled_templates())
    blijf_gepland()
    django.setup()
    geef_iedereen_een_tweede_stap()


def _compiled_templates() -> str:
    """Return where the processes of this state of the code leave templates for each other: 4 s for each of them."""
    mine = database.VAR / "sjablonen" / STATE_OF_CODE
    for old in mine.parent.glob("*"):
        # What another state of the code left long ago; one that runs beside this one keeps its own.
        if old != mine and time.time() - old.stat().st_mtime > A_DAY:
            shutil.rmtree(old, ignore_errors=True)
    mine.mkdir(parents=True, exist_ok=True)
    return str(mine)
