"""What does a development machine keep in var/: its private databases, and secrets that nobody chose?"""

from __future__ import annotations

import base64
import os
import secrets
from pathlib import Path

import psycopg

from overstap.foundation.postgres import inrichting
from overstap.foundation.postgres.cluster import Cluster

# Secrets of a development machine; production gives its own by the environment.
_SECRETS = ("OVERSTAP_SECRET_KEY", "OVERSTAP_HOOFDSLEUTEL", "OVERSTAP_ZOEKSLEUTEL")


def make_secrets(var: Path) -> None:
    """Write a fresh secret of 32 bytes for each name that has none yet, readable by us only."""
    for name in _SECRETS:
        if not (var / "geheimen" / name).exists():
            keep_secret(var, name, base64.b64encode(secrets.token_bytes(32)).decode())


def keep_secret(var: Path, name: str, value: str) -> None:
    """Write one secret to var/geheimen with mode 0600, all at once."""
    folder = var / "geheimen"
    folder.mkdir(parents=True, exist_ok=True)
    folder.chmod(0o700)
    draft = folder / f".{name}.{os.getpid()}"
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(value + "\n")
    draft.replace(folder / name)


def private_cluster(var: Path) -> Cluster:
    """Return the cluster of this work tree."""
    return Cluster(var / "pg")


def ensure_databases(var: Path) -> bool:
    """Start the private cluster with its two roles and two databases; return whether it was down.

    The addresses are left in var/geheimen, where the settings find them.
    """
    cluster = private_cluster(var)
    was_down = cluster.ensure_running()
    if all((var / "geheimen" / name).exists() for name in addresses(cluster, "", "")):
        return was_down
    owner, runtime = secrets.token_urlsafe(24), secrets.token_urlsafe(24)
    with psycopg.connect(cluster.superuser_url(), autocommit=True) as connection:
        inrichting.make_role(connection, inrichting.OWNER, owner)
        inrichting.make_role(connection, inrichting.RUNTIME, runtime)
        for database in (inrichting.MAIN, inrichting.KEYS):
            inrichting.make_database(connection, database)
    for name, url in addresses(cluster, owner, runtime).items():
        keep_secret(var, name, url)
    return was_down


def addresses(
    cluster: Cluster, owner: str, runtime: str, main: str = inrichting.MAIN, keys: str = inrichting.KEYS
) -> dict[str, str]:
    """Return the variables that lead to the two databases as either role, given the roles' passwords."""
    return {
        "DATABASE_URL": cluster.url(main, inrichting.RUNTIME, runtime),
        "DATABASE_EIGENAAR_URL": cluster.url(main, inrichting.OWNER, owner),
        "SLEUTELS_URL": cluster.url(keys, inrichting.RUNTIME, runtime),
        "SLEUTELS_EIGENAAR_URL": cluster.url(keys, inrichting.OWNER, owner),
    }
