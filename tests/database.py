"""How do tests get real databases, apart for each process, without waiting for migrations?

One private PostgreSQL for tests lives in var/testpg while any test process uses it. A template of both databases is
migrated once per state of the migrations; each process clones it, which takes a fraction of a second.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import secrets
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

import psycopg
from psycopg import sql

from overstap.foundation.postgres import inrichting, lokaal
from overstap.foundation.postgres.cluster import Cluster

PROJECT = Path(__file__).resolve().parents[1]
VAR = Path(os.environ.get("OVERSTAP_VAR") or PROJECT / "var")
# Safe to be lost, so quick; and room for two workers with threads each.
OPTIONS = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=200", "autovacuum=off")
# The socket stands in a folder of mode 0700, and nothing in this cluster outlives the tests.
PASSWORD = "alleen-voor-tests"
TEMPLATES_TO_KEEP = 4


@dataclass(frozen=True)
class Databases:
    """The main database and the one with keys, of one test process or one test."""

    cluster: Cluster
    main: str
    keys: str

    @property
    def addresses(self) -> dict[str, str]:
        """The environment variables that lead here."""
        return lokaal.addresses(self.cluster, PASSWORD, PASSWORD, self.main, self.keys)

    def superuser(self) -> psycopg.Connection:
        """A connection that may make and drop databases."""
        return psycopg.connect(self.cluster.superuser_url(), autocommit=True)

    @contextmanager
    def clone(self) -> Iterator[Databases]:
        """Give a fresh copy of these two databases, dropped at the end. Nobody may be connected to the originals."""
        mark = f"{os.getpid()}_{secrets.token_hex(3)}"
        copy = Databases(self.cluster, f"test_{mark}", f"test_{mark}_sleutels")
        with self.superuser() as connection:
            inrichting.make_database(connection, copy.main, template=self.main)
            inrichting.make_database(connection, copy.keys, template=self.keys)
        try:
            yield copy
        finally:
            with self.superuser() as connection:
                drop(connection, copy.main, copy.keys)


@contextmanager
def template() -> Iterator[Databases]:
    """Give the migrated template, on a running server; the last process to leave stops the server."""
    VAR.mkdir(exist_ok=True)
    cluster = Cluster(VAR / "testpg", options=OPTIONS)
    with (VAR / "testpg.gebruik").open("w") as users, (VAR / "testpg.bouw").open("w") as build:
        with _locked(build):
            fcntl.flock(users, fcntl.LOCK_SH)
        try:
            with _locked(build):
                cluster.ensure_running()
                found = _ensure_template(cluster)
            yield found
        finally:
            with _locked(build):
                _stop_when_last(cluster, users)


def drop(connection: psycopg.Connection, *names: str) -> None:
    """Drop databases, also when somebody forgot to close a connection."""
    for name in names:
        connection.execute(sql.SQL("drop database if exists {} with (force)").format(sql.Identifier(name)))


@contextmanager
def _locked(file: IO[str]) -> Iterator[None]:
    fcntl.flock(file, fcntl.LOCK_EX)
    try:
        yield
    finally:
        fcntl.flock(file, fcntl.LOCK_UN)


def _stop_when_last(cluster: Cluster, users: IO[str]) -> None:
    try:
        fcntl.flock(users, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return
    cluster.stop()


def _ensure_template(cluster: Cluster) -> Databases:
    mark = _state_of_migrations()
    ready = Databases(cluster, f"sjabloon_{mark}", f"sjabloon_{mark}_sleutels")
    with ready.superuser() as connection:
        if connection.execute("select 1 from pg_database where datname = %s", [ready.main]).fetchone():
            return ready
        for role in (inrichting.OWNER, inrichting.RUNTIME):
            inrichting.make_role(connection, role, PASSWORD)
        draft = Databases(cluster, f"{ready.main}_in_aanbouw", f"{ready.keys}_in_aanbouw")
        _make_room(connection)
        drop(connection, draft.main, draft.keys)
        inrichting.make_database(connection, draft.main)
        inrichting.make_database(connection, draft.keys)
        _migrate(draft)
        # The main one last: its name says that both are there.
        drop(connection, ready.keys)
        for old, new in ((draft.keys, ready.keys), (draft.main, ready.main)):
            connection.execute(
                sql.SQL("alter database {} rename to {}").format(sql.Identifier(old), sql.Identifier(new))
            )
    return ready


def _migrate(target: Databases) -> None:
    done = subprocess.run(
        [str(Path(sys.executable).with_name("overstap")), "migrate"],
        env={**os.environ, **target.addresses, "OVERSTAP_LOG": "WARNING"},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(f"De migraties mislukten:\n{done.stdout[-2000:]}\n{done.stderr[-4000:]}")


def _make_room(connection: psycopg.Connection) -> None:
    """Drop the oldest templates, and clones whose process is gone."""
    names = [row[0] for row in connection.execute("select datname from pg_database order by oid").fetchall()]
    templates = [name for name in names if name.startswith("sjabloon_") and not name.endswith("_sleutels")]
    for name in templates[: 1 - TEMPLATES_TO_KEEP]:
        drop(connection, name, f"{name}_sleutels")
    for name in names:
        if name.startswith("test_") and not Path("/proc", name.split("_")[1]).exists():
            drop(connection, name)


def _state_of_migrations() -> str:
    """Return a mark of everything the migrated databases depend on."""
    source = PROJECT / "src" / "overstap"
    files = [
        *source.rglob("migrations/*.py"),
        *(source / "foundation" / "rls").glob("*.py"),
        source / "foundation" / "postgres" / "inrichting.py",
        source / "commands" / "migrate.py",
        source / "config" / "settings.py",
        PROJECT / "uv.lock",
    ]
    mark = hashlib.sha256()
    for file in sorted(file for file in files if file.exists()):
        mark.update(str(file.relative_to(PROJECT)).encode() + b"\0" + file.read_bytes())
    return mark.hexdigest()[:12]
