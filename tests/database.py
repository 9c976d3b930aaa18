"""How do tests get real databases, apart for each process, without waiting for migrations?

One private PostgreSQL for tests lives in var/testpg while any test process uses it. A template of both databases is
migrated once per state of the migrations; each process clones it, which takes a fraction of a second.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import pickle
import secrets
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

import psycopg
from psycopg import sql

from overstap.foundation.postgres import inrichting, lokaal
from overstap.foundation.postgres.cluster import Cluster

PROJECT = Path(__file__).resolve().parents[1]
VAR = Path(os.environ.get("OVERSTAP_VAR") or PROJECT / "var")
# Safe to be lost, so quick; room for workers with threads each; and one plan for each query (plannen.py).
OPTIONS = (
    "fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=200", "autovacuum=off",
    "jit=off", "track_counts=off", "wal_level=minimal", "max_wal_senders=0",
    "plan_cache_mode=force_generic_plan",
)  # fmt: skip
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
            # Where nothing waits for a disk, copying files costs half of writing every page to the log.
            for name, original in ((copy.main, self.main), (copy.keys, self.keys)):
                inrichting.make_database(connection, name, template=original, strategy="file_copy")
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


@contextmanager
def built(
    template: Databases, name: str, mark: str, build: Callable[[Databases], Any], files: Path
) -> Iterator[tuple[Databases, Any]]:
    """Give a copy of databases with more in them, and what `build` returned; built by the first process that asks.

    `name` says what is built, one lower-case word. `files` is the folder in which `build` stores files: they come
    along, whoever built. `mark` is the state of the code: what is built may depend on nothing else.
    """
    names = Databases(template.cluster, f"{name}_{mark}", f"{name}_{mark}_sleutels")
    made = VAR / f"testpg.{names.main}"
    with ExitStack() as stack:
        with (VAR / f"testpg.{name}").open("w") as lock, _locked(lock):
            if not _is_built(names, made):
                _forget_older(names, name)
                _build(template, names, build, files, made)
            shutil.copytree(made / "files", files, dirs_exist_ok=True)
            value = pickle.loads((made / "value").read_bytes())  # noqa: S301  ours, in a folder of our own
            copy = stack.enter_context(names.clone())
        yield copy, value


def _is_built(names: Databases, made: Path) -> bool:
    with names.superuser() as connection:
        there = connection.execute("select 1 from pg_database where datname = %s", [names.main]).fetchone()
    return bool(there) and (made / "value").exists()


def _forget_older(names: Databases, name: str) -> None:
    with names.superuser() as connection:
        query = "select datname from pg_database where datname like %s"
        for row in connection.execute(query, [f"{name}\\_%"]).fetchall():
            drop(connection, row[0])
    for old in VAR.glob(f"testpg.{name}_*"):
        shutil.rmtree(old)


def _build(template: Databases, names: Databases, build: Callable[[Databases], Any], files: Path, made: Path) -> None:
    before = set(files.rglob("*"))
    with template.clone() as draft:
        (made / "files").mkdir(parents=True)
        value = build(draft)
        with names.superuser() as connection:
            inrichting.make_database(connection, names.keys, template=draft.keys)
            inrichting.make_database(connection, names.main, template=draft.main)
    for path in set(files.rglob("*")) - before:
        if path.is_file():
            target = made / "files" / path.relative_to(files)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(path, target)
    # Last: that it is there says that all of it is.
    (made / "value").write_bytes(pickle.dumps(value))


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
    mark = state_of_migrations()
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


def state_of_code() -> str:
    """Return a mark of everything that a world made by the tests depends on."""
    folders = [PROJECT / "src", PROJECT / "tests", PROJECT / "regio"]
    return _mark([PROJECT / "uv.lock", *(file for folder in folders for file in folder.rglob("*"))])


def state_of_migrations() -> str:
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
    return _mark(files)


def _mark(files: list[Path]) -> str:
    mark = hashlib.sha256()
    for file in sorted(file for file in files if file.is_file() and file.suffix != ".pyc"):
        mark.update(str(file.relative_to(PROJECT)).encode() + b"\0" + file.read_bytes())
    return mark.hexdigest()[:12]
