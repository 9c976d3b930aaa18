"""How is one real web process started, asked things and looked at? Gunicorn with one worker, on the loopback only."""

from __future__ import annotations

import http.client
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

from overstap.config.environment import PROJECT

_CSRF = "a" * 32
_SECONDS_TO_START = 30


@dataclass(frozen=True)
class Server:
    """A running web server: `pid` is the worker, not its master."""

    poort: int
    pid: int

    def cpu_ms(self) -> float:
        """CPU time of the worker so far, exact to a fraction of a page."""
        return cpu_ms(self.pid)

    def geheugen_mb(self) -> dict[str, float]:
        """RSS and PSS (what is shared counted in part) of the worker."""
        regels = Path(f"/proc/{self.pid}/smaps_rollup").read_text(encoding="ascii").splitlines()[1:]
        kb = {regel.split(":")[0]: int(regel.split()[1]) for regel in regels}
        return {naam.lower(): round(kb[naam] / 1024, 1) for naam in ("Rss", "Pss")}


def cpu_ms(pid: int) -> float:
    """CPU time of the living threads of a process so far."""
    draden = Path(f"/proc/{pid}/task").iterdir()
    return sum(int((draad / "schedstat").read_text(encoding="ascii").split()[0]) for draad in draden) / 1_000_000


@contextmanager
def server() -> Iterator[Server]:
    """Start gunicorn with one worker and four threads, as production has them; stop it in the end."""
    with socket.create_server(("127.0.0.1", 0)) as vrij:
        poort = vrij.getsockname()[1]
    opdracht = [
        str(Path(sys.executable).with_name("gunicorn")), "--worker-class=gthread", f"--bind=127.0.0.1:{poort}",
        "--workers=1", "--threads=4", "--no-control-socket", "--log-level=error", "bench.wsgi:application",
    ]  # fmt: skip
    with subprocess.Popen(opdracht, cwd=PROJECT) as meester:
        try:
            _wacht(poort)
            kinderen = Path(f"/proc/{meester.pid}/task/{meester.pid}/children").read_text(encoding="ascii").split()
            yield Server(poort, int(kinderen[0]))
        finally:
            meester.terminate()


class Bezoeker:
    """Somebody who is logged in, on one connection that stays open."""

    def __init__(self, waar: Server, sessie: str) -> None:
        self.lijn = http.client.HTTPConnection("127.0.0.1", waar.poort, timeout=30)
        self.koekjes = {"Cookie": f"sessionid={sessie}; csrftoken={_CSRF}"}

    def vraag(self, adres: str, *, verwacht: int = 200, gegevens: Mapping[str, str] | None = None) -> bytes:
        """The answer to a GET, or to a POST of these fields; stops on another status than expected."""
        try:
            antwoord = self._stuur(adres, gegevens)
        except http.client.RemoteDisconnected:  # the server closed a connection that was silent too long
            self.lijn.close()
            antwoord = self._stuur(adres, gegevens)
        tekst = antwoord.read()
        if antwoord.status != verwacht:
            raise RuntimeError(f"{adres} gaf {antwoord.status} in plaats van {verwacht}")
        return tekst

    def _stuur(self, adres: str, gegevens: Mapping[str, str] | None) -> http.client.HTTPResponse:
        if gegevens is None:
            self.lijn.request("GET", adres, headers=self.koekjes)
        else:
            vorm = {"Content-Type": "application/x-www-form-urlencoded"}
            inhoud = urlencode({**gegevens, "csrfmiddlewaretoken": _CSRF})
            self.lijn.request("POST", adres, inhoud, {**self.koekjes, **vorm})
        return self.lijn.getresponse()


def _wacht(poort: int) -> None:
    tot = time.monotonic() + _SECONDS_TO_START
    while time.monotonic() < tot:
        lijn = http.client.HTTPConnection("127.0.0.1", poort, timeout=5)
        try:
            lijn.request("GET", "/robots.txt")
            if lijn.getresponse().status == 200:
                return
        except OSError:
            time.sleep(0.1)
        finally:
            lijn.close()
    raise RuntimeError("de webserver startte niet")
