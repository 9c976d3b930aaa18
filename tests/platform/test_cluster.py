"""Does the private PostgreSQL survive what happens to a machine?"""

import os
import shutil
import signal
import stat
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest

from overstap.foundation.postgres import lokaal
from overstap.foundation.postgres.cluster import Cluster


@contextmanager
def removed_afterwards(folder: Path) -> Iterator[Cluster]:
    # As root the folder lies elsewhere: the one pytest gives is closed to the account PostgreSQL runs as.
    made = Cluster(folder, options=("fsync=off",))
    try:
        yield made
    finally:
        made.stop()
        shutil.rmtree(made.folder, ignore_errors=True)
        made.password_file.unlink(missing_ok=True)
        made.password_file.with_suffix(".slot").unlink(missing_ok=True)


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[Cluster]:
    with removed_afterwards(tmp_path / "pg") as made:
        yield made


def postmaster(cluster: Cluster) -> int:
    return int((cluster.folder / "postmaster.pid").read_text().split()[0])


def answer(cluster: Cluster) -> int:
    with psycopg.connect(cluster.superuser_url()) as connection:
        return connection.execute("select 40 + 2").fetchone()[0]


def test_it_starts_once_and_is_closed_to_others(cluster: Cluster):
    assert cluster.ensure_running() is True
    assert cluster.ensure_running() is False
    assert answer(cluster) == 42
    for path, mode in ((cluster.folder, 0o700), (cluster.socket, 0o700), (cluster.password_file, 0o600)):
        assert stat.S_IMODE(path.stat().st_mode) == mode
    with pytest.raises(psycopg.OperationalError, match="password"):
        psycopg.connect(cluster.url("postgres", "postgres", "geraden"))


def test_it_comes_back_after_it_was_killed(cluster: Cluster):
    cluster.ensure_running()
    os.kill(postmaster(cluster), signal.SIGKILL)
    time.sleep(0.5)
    assert cluster.ensure_running() is True
    assert answer(cluster) == 42


def test_a_number_that_another_program_got_since_does_not_stop_it(cluster: Cluster):
    cluster.ensure_running()
    left = (cluster.folder / "postmaster.pid").read_text()
    cluster.stop()
    with subprocess.Popen(["sleep", "60"]) as stranger:
        (cluster.folder / "postmaster.pid").write_text(left.replace(left.split()[0], str(stranger.pid), 1))
        assert cluster.ensure_running() is True
        stranger.kill()
    assert answer(cluster) == 42


def test_a_long_path_gets_a_short_socket(tmp_path: Path):
    with removed_afterwards(tmp_path / ("lang" * 25) / "pg") as cluster:
        cluster.ensure_running()
        assert answer(cluster) == 42


def test_a_machine_makes_its_secrets_once(tmp_path: Path):
    lokaal.make_secrets(tmp_path)
    first = {file.name: file.read_text() for file in (tmp_path / "geheimen").iterdir()}
    lokaal.make_secrets(tmp_path)
    assert {file.name: file.read_text() for file in (tmp_path / "geheimen").iterdir()} == first
    assert len(set(first.values())) == 3
    assert {stat.S_IMODE(file.stat().st_mode) for file in (tmp_path / "geheimen").iterdir()} == {0o600}
