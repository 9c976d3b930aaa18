"""How does a test start Overstap as `./dev run` does: web server, worker and databases, with logs it can read back?"""

from __future__ import annotations

import base64
import os
import secrets
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.request import urlopen

from tests.database import Databases

OVERSTAP = str(Path(sys.executable).with_name("overstap"))
_SECRETS = ("OVERSTAP_SECRET_KEY", "OVERSTAP_HOOFDSLEUTEL", "OVERSTAP_ZOEKSLEUTEL")
_SECONDS_TO_START, _SECONDS_TO_STOP = 120.0, 30.0


@dataclass
class Product:
    """A running Overstap in demo mode, with schools and people; with pupils only where that was asked."""

    databases: Databases
    var: Path
    port: int
    environment: dict[str, str] = field(repr=False)
    programs: dict[str, subprocess.Popen[bytes]] = field(default_factory=dict)

    @property
    def adres(self) -> str:
        """Where a browser finds it."""
        return f"http://localhost:{self.port}"

    @property
    def logs(self) -> Path:
        """The folder with what each program printed."""
        return self.var / "logs"

    def command(self, *words: str) -> str:
        """Run one `overstap` command to its end; return what it printed."""
        done = subprocess.run([OVERSTAP, *words], env=self.environment, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def start(self, name: str, *words: str) -> None:
        """Start one of the programs, with a log of its own."""
        with (self.logs / f"{name}.log").open("ab") as log:
            self.programs[name] = subprocess.Popen(
                [OVERSTAP, *words], env=self.environment, stdout=log, stderr=subprocess.STDOUT, start_new_session=True
            )

    def wait_until_it_answers(self) -> None:
        """Return when the login page is there."""
        until = time.monotonic() + _SECONDS_TO_START
        while True:
            assert self.programs["web"].poll() is None, (self.logs / "web.log").read_text()
            try:
                with urlopen(f"{self.adres}/account/inloggen/", timeout=10):  # noqa: S310  our own address
                    return
            except OSError:
                assert time.monotonic() < until, (self.logs / "web.log").read_text()
                time.sleep(0.2)

    def stop(self) -> None:
        """Stop the programs that were started here."""
        for program in self.programs.values():
            program.terminate()
        for program in self.programs.values():
            try:
                program.wait(timeout=_SECONDS_TO_STOP)
            except subprocess.TimeoutExpired:
                program.kill()
                program.wait()


@contextmanager
def running(template: Databases, var: Path, *demo: str) -> Iterator[Product]:
    """Give the product on fresh databases and in the empty folder `var`; stopped and dropped afterwards.

    `demo` is what `overstap demo` is told: without it there are no pupils.
    """
    with ExitStack() as stack:
        product = _prepared(stack.enter_context(template.clone()), var, demo or ("--leeg",))
        stack.callback(product.stop)
        product.start("worker", "worker")
        product.start("web", "web", f"--bind=127.0.0.1:{product.port}")
        product.wait_until_it_answers()
        yield product


def _prepared(databases: Databases, var: Path, demo: Sequence[str]) -> Product:
    port = _free_port()
    product = Product(databases, var, port, _environment(databases, var, port))
    product.logs.mkdir(parents=True)
    (var / "tmp").mkdir()
    product.command("django", "collectstatic", "--noinput", "--verbosity=0")
    product.command("demo", *demo)
    return product


def _environment(databases: Databases, var: Path, port: int) -> dict[str, str]:
    mine = {name: value for name, value in os.environ.items() if not name.startswith("OVERSTAP_")}
    return {
        **mine,
        **databases.addresses,
        **{name: base64.b64encode(secrets.token_bytes(32)).decode() for name in _SECRETS},
        "OVERSTAP_VAR": str(var),
        "TMPDIR": str(var / "tmp"),
        "OVERSTAP_DEMO": "1",
        "OVERSTAP_ADRES": f"http://localhost:{port}",
    }


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])
