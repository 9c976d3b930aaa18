"""On what does a fault happen? A PostgreSQL that waits for its disk, a web server and a worker, all of our own."""

from __future__ import annotations

import base64
import fcntl
import os
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psycopg

from overstap.config.environment import PROJECT
from overstap.foundation.postgres import inrichting, lokaal
from overstap.foundation.postgres.cluster import Cluster
from tests.database import state_of_migrations

OVERSTAP = str(Path(sys.executable).with_name("overstap"))
WACHTWOORD = "alleen-voor-chaos"
_SECONDEN = 300.0
_GEHEIMEN = ("OVERSTAP_SECRET_KEY", "OVERSTAP_HOOFDSLEUTEL", "OVERSTAP_ZOEKSLEUTEL")
_CHAOS = PROJECT / "var" / "chaos"
# While nothing breaks yet: `begin` starts the server again without them.
_HAAST = ("fsync=off", "synchronous_commit=off", "full_page_writes=off")
Rij = tuple[Any, ...]


@dataclass
class Opstelling:
    """One installation: `adressen` lead to the databases, `omgeving` is what its programs get."""

    map: Path
    cluster: Cluster
    poort: int
    omgeving: dict[str, str] = field(repr=False)
    programmas: dict[str, subprocess.Popen[bytes]] = field(default_factory=dict)
    herstart: int = 0
    _anders: dict[str, str] = field(default_factory=dict)
    _klaar: threading.Event = field(default_factory=threading.Event)

    def draai(self, *woorden: str) -> str:
        """One command of the program to its end; what it printed."""
        klaar = subprocess.run([OVERSTAP, *woorden], env=self.omgeving, capture_output=True, text=True, check=False)
        if klaar.returncode:
            raise RuntimeError(f"overstap {' '.join(woorden)}:\n{klaar.stdout[-2000:]}{klaar.stderr[-3000:]}")
        return klaar.stdout

    def start(self, naam: str) -> None:
        """Start `web` or `worker` in a session of its own."""
        woorden = {"web": ("web", f"--bind=127.0.0.1:{self.poort}"), "worker": ("worker",)}[naam]
        with (self.map / f"{naam}.log").open("ab") as log:
            self.programmas[naam] = subprocess.Popen(
                [OVERSTAP, *woorden],
                env={**self.omgeving, **self._anders}, stdout=log, stderr=subprocess.STDOUT, start_new_session=True,
            )  # fmt: skip

    def begin(self, **anders: str) -> None:
        """Let PostgreSQL wait for its disk from now on, as it does at a school, and start the worker and the web;
        `anders` comes in their environment."""
        from django.db import connections

        connections.close_all()
        self.cluster.stop()
        self.cluster.options = tuple(optie for optie in self.cluster.options if optie not in _HAAST)
        self.cluster.ensure_running()
        self._anders = anders
        self.start("worker")
        self.start("web")
        threading.Thread(target=self._waak, daemon=True).start()
        self.wacht_tot_hij_dient()

    def _waak(self) -> None:
        """Start again what ended by itself, a second later, as systemd does: without its database a worker ends."""
        while not self._klaar.wait(1):
            for naam, programma in list(self.programmas.items()):
                if programma.poll() is not None and self.programmas.get(naam) is programma:
                    self.herstart += 1
                    self.start(naam)

    def dood(self, naam: str) -> None:
        """kill -9 of a program and everything it started."""
        programma = self.programmas.pop(naam)
        with suppress(ProcessLookupError):
            os.killpg(programma.pid, signal.SIGKILL)
        programma.wait()

    def stop(self) -> None:
        """Stop everything that was started here."""
        self._klaar.set()
        for naam in list(self.programmas):
            self.dood(naam)
        self.cluster.stop()

    def antwoordt(self, pad: str = "/readyz") -> bool:
        """Does the web server serve?"""
        return status(self.poort, pad) == 200

    def wacht_tot_hij_dient(self) -> float:
        """Seconds until /readyz says so."""
        return wacht(self.antwoordt, "de webserver dient niet", _SECONDEN)

    def postmaster(self) -> int:
        """The number of PostgreSQL's first process."""
        return int((self.cluster.folder / "postmaster.pid").read_text(encoding="ascii").split()[0])

    def vraag(self, sql: str, *waarden: object, kast: bool = False) -> list[Rij]:
        """Rows, asked by the owner, whom row-level security does not bind."""
        adres = self.omgeving["SLEUTELS_EIGENAAR_URL" if kast else "DATABASE_EIGENAAR_URL"]
        with psycopg.connect(adres, autocommit=True) as verbinding:
            cursor = verbinding.execute(sql, waarden or None)  # type: ignore[arg-type]  # our own text
            return cursor.fetchall() if cursor.description else []


@contextmanager
def opstelling(
    naam: str, *, opties: tuple[str, ...] = (), bijlagen: Path | None = None, pg: Path | None = None, **anders: str
) -> Iterator[Opstelling]:
    """A fresh installation for one fault, migrated, with Django of this process on it; gone afterwards.

    `opties` are settings of PostgreSQL, `bijlagen` and `pg` other folders, `anders` is more for the environment.
    """
    map_ = _CHAOS / naam
    shutil.rmtree(map_, ignore_errors=True)
    map_.mkdir(parents=True)
    (map_ / "tmp").mkdir()
    cluster = Cluster(pg or map_ / "pg", options=("max_connections=100", *opties, *_HAAST))
    shutil.rmtree(cluster.folder, ignore_errors=True)
    poort = vrije_poort()
    gemaakt = Opstelling(map_, cluster, poort, _omgeving(cluster, map_, bijlagen or map_ / "bijlagen", poort, anders))
    try:
        _neem_over(_gemigreerd(), cluster)
        cluster.ensure_running()
        _start_django(gemaakt.omgeving)
        yield gemaakt
    finally:
        gemaakt.stop()
        shutil.rmtree(cluster.folder, ignore_errors=True)


def _gemigreerd() -> Cluster:
    """A stopped server with empty, migrated databases, made once for each state of the migrations."""
    gemaakt = Cluster(_CHAOS / f"begin-{state_of_migrations()}", options=_HAAST)
    klaar = gemaakt.folder.with_suffix(".klaar")
    with (_CHAOS / "begin.slot").open("w") as slot:
        # Two faults at a time make it once.
        fcntl.flock(slot, fcntl.LOCK_EX)
        if not klaar.exists():
            shutil.rmtree(gemaakt.folder, ignore_errors=True)
            richt_in(gemaakt)
            poort = vrije_poort()
            los = Opstelling(_CHAOS, gemaakt, poort, _omgeving(gemaakt, _CHAOS, _CHAOS / "bijlagen", poort, {}))
            los.draai("migrate")
            los.draai("django", "collectstatic", "--noinput", "--verbosity=0")
            gemaakt.stop()
            klaar.touch()
    return gemaakt


def _neem_over(van: Cluster, naar: Cluster) -> None:
    """A copy of a stopped server, as a server of its own."""
    shutil.copytree(van.folder, naar.folder, ignore=shutil.ignore_patterns("s", "postmaster.*"))
    naar.folder.chmod(0o700)
    naar.password_file.write_text(van.password_file.read_text(encoding="ascii"), encoding="ascii")
    if naar.account:
        for pad in (naar.folder, *naar.folder.rglob("*"), naar.password_file):
            os.chown(pad, naar.account.pw_uid, naar.account.pw_gid)


def richt_in(cluster: Cluster) -> None:
    """Start a server and make the two roles and databases on it."""
    cluster.ensure_running()
    with psycopg.connect(cluster.superuser_url(), autocommit=True) as verbinding:
        for rol in (inrichting.OWNER, inrichting.RUNTIME):
            inrichting.make_role(verbinding, rol, WACHTWOORD)
        for database in (inrichting.MAIN, inrichting.KEYS):
            inrichting.make_database(verbinding, database)


def wacht(waar: Any, wat: str, seconden: float = _SECONDEN, stap: float = 0.05) -> float:
    """Seconds until `waar()`; stops when it takes too long."""
    begin = time.monotonic()
    while not waar():
        if time.monotonic() - begin > seconden:
            raise RuntimeError(f"{wat} (na {seconden:.0f} s)")
        time.sleep(stap)
    return time.monotonic() - begin


def status(poort: int, pad: str) -> int:
    """The status of one GET; 0 when nobody answers."""
    import http.client

    lijn = http.client.HTTPConnection("127.0.0.1", poort, timeout=10)
    try:
        lijn.request("GET", pad)
        return lijn.getresponse().status
    except (OSError, http.client.HTTPException):
        return 0
    finally:
        lijn.close()


def vrije_poort() -> int:
    """A port that nobody uses now."""
    with socket.create_server(("127.0.0.1", 0)) as vrij:
        return int(vrij.getsockname()[1])


def _omgeving(cluster: Cluster, map_: Path, bijlagen: Path, poort: int, anders: Mapping[str, str]) -> dict[str, str]:
    van_de_machine = {naam: waarde for naam, waarde in os.environ.items() if not naam.startswith("OVERSTAP_")}
    return {
        **van_de_machine,
        **lokaal.addresses(cluster, WACHTWOORD, WACHTWOORD),
        **{naam: base64.b64encode(secrets.token_bytes(32)).decode() for naam in _GEHEIMEN},
        "OVERSTAP_VAR": str(map_),
        "OVERSTAP_BIJLAGEN_MAP": str(bijlagen),
        "OVERSTAP_STATIC": str(_CHAOS / "static"),
        "OVERSTAP_ADRES": f"http://localhost:{poort}",
        "OVERSTAP_LOG": "WARNING",
        "OVERSTAP_DEMO": "1",
        "TMPDIR": str(map_ / "tmp"),
        **anders,
    }


def _start_django(omgeving: Mapping[str, str]) -> None:
    import django

    os.environ.update(omgeving, DJANGO_SETTINGS_MODULE="overstap.config.settings")
    django.setup()
    from django.conf import settings

    from tests.tweede_stap import geef_iedereen_een_tweede_stap

    geef_iedereen_een_tweede_stap()
    # Argon2 costs 0.35 s per password, which nothing here is about.
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
