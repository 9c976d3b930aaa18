"""Start alles voor één machine: database, webserver en achtergrondtaken, met één logboek; Ctrl-C stopt alles."""

from __future__ import annotations

import argparse
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from overstap.config.environment import DEMO, PRODUCTION, VAR
from overstap.foundation.postgres.lokaal import ensure_databases, make_secrets, private_cluster

DJANGO = False
_SECONDS_TO_STOP = 25.0
_SECONDS_TO_BEGIN = 60.0
OVERSTAP = str(Path(sys.argv[0] if sys.argv[0].endswith("overstap") else Path(sys.executable).with_name("overstap")))


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--poort", type=int, default=8000)
    parser.add_argument("--oso", action="store_true", help="met een nagebootst OSO, om een leerling op te vragen")


def run(arguments: argparse.Namespace) -> int:
    """Prepare and serve until Ctrl-C or SIGTERM, or until one of the programs falls over (exit code 1)."""
    if PRODUCTION:
        print("Dit is voor een ontwikkelmachine. In productie: overstap web en overstap worker.", file=sys.stderr)
        return 2
    make_secrets(VAR)
    for name in (signal.SIGINT, signal.SIGTERM):
        signal.signal(name, _stop)
    ours = False
    programs: list[subprocess.Popen[bytes]] = []
    try:
        ours = ensure_databases(VAR)
        os.environ.setdefault("OVERSTAP_ADRES", f"http://localhost:{arguments.poort}")
        _prepare()
        if arguments.oso:
            programs += _oso(arguments.poort + 1)
        programs += [_start("web", f"--bind=127.0.0.1:{arguments.poort}"), _start("worker")]
        _say(arguments.poort)
        while all(program.poll() is None for program in programs):
            time.sleep(0.3)
        print("Een van de programma's is gestopt; zie hierboven.", file=sys.stderr)
    except KeyboardInterrupt:
        return 0
    finally:
        _end(programs)
        if ours:
            private_cluster(VAR).stop()
    return 1


def _start(*command: str) -> subprocess.Popen[bytes]:
    # A session of its own: a Ctrl-C reaches only this program, which stops the others in order.
    return subprocess.Popen([OVERSTAP, *command], start_new_session=True)


def _oso(port: int) -> list[subprocess.Popen[bytes]]:
    """The simulator with the sample files of the demo, and our own door for it."""
    folder = VAR / "oso-simulator"
    connection, files = folder / "aansluiting.toml", folder / "dossiers"
    connection.unlink(missing_ok=True)
    subprocess.run([OVERSTAP, "demo", "bestanden", str(files), "--zorg"], check=True, stdout=subprocess.DEVNULL)
    brins = ["--po", "99XA", "--vo", "99XV"]  # those of regio/voorbeeld.toml
    where = ["--luister", f"127.0.0.1:{port}", "--minuten", "600", "--swv-werkt"]
    program = _start("oso", "simulator", str(folder), "--dossiers", str(files), *brins, *where)
    until = time.monotonic() + _SECONDS_TO_BEGIN
    while not connection.exists() and program.poll() is None and time.monotonic() < until:
        time.sleep(0.3)
    os.environ["OVERSTAP_OSO_AANSLUITING"] = str(connection)
    return [program, _start("oso", "luister")]


def _prepare() -> None:
    for command in (["migrate"], ["django", "collectstatic", "--noinput", "--verbosity=0"]):
        subprocess.run([OVERSTAP, *command], check=True)
    if DEMO:
        from overstap.commands import words

        if "demo" in words():
            subprocess.run([OVERSTAP, "demo"], check=True)


def _say(port: int) -> None:
    print(f"\nOverstap draait op http://localhost:{port}  (stoppen: Ctrl-C)\n", flush=True)


def _stop(_number: int, _frame: object) -> None:
    raise KeyboardInterrupt


def _end(programs: list[subprocess.Popen[bytes]]) -> None:
    """Ask every program to stop, and cut off what does not."""
    for name in (signal.SIGINT, signal.SIGTERM):
        signal.signal(name, signal.SIG_IGN)
    for program in programs:
        program.terminate()
    until = time.monotonic() + _SECONDS_TO_STOP
    for program in programs:
        try:
            program.wait(timeout=max(0.1, until - time.monotonic()))
        except subprocess.TimeoutExpired:
            program.kill()
