"""How does a test get a real login service of a school on this machine, and how does somebody log in there?"""

from __future__ import annotations

import re
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import requests
from requests.compat import urljoin

CLIENT, GEHEIM = "overstap", "een geheim van de dienst"
_WACHT = 60


@contextmanager
def inlogdienst(*terug: str) -> Iterator[str]:
    """A service that runs until the end of the block and sends people back to these addresses; gives its issuer."""
    opdracht = [
        "node",
        str(Path(__file__).with_suffix(".mjs")),
        CLIENT,
        GEHEIM,
        str(time.time_ns() // 1_000_000),
        *terug,
    ]
    with subprocess.Popen(opdracht, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as proces:
        try:
            assert proces.stdout is not None
            adres = proces.stdout.readline().strip()
            assert adres.startswith("http://127.0.0.1:"), "de inlogdienst begon niet"
            yield adres
        finally:
            proces.kill()


def log_daar_in(naar: str, wie: str, terug: str) -> str:
    """Do what a browser does: follow `naar`, log in at the service as `wie`; returns where it sends us back to."""
    with requests.Session() as browser:
        antwoord = browser.get(naar, allow_redirects=False, timeout=_WACHT)
        for _stap in range(20):
            verder = antwoord.headers.get("Location", "")
            if verder.startswith(terug):
                return verder
            if verder:
                antwoord = browser.get(urljoin(antwoord.url, verder), allow_redirects=False, timeout=_WACHT)
                continue
            vraag = re.search(r'name="prompt" value="(\w+)"', antwoord.text)
            heen = re.search(r'action="([^"]+)"', antwoord.text)
            assert None not in {vraag, heen}, antwoord.text[:500]
            velden = {"prompt": vraag[1], "login": wie, "password": "daar wordt niet gekeken"}
            antwoord = browser.post(urljoin(antwoord.url, heen[1]), data=velden, allow_redirects=False, timeout=_WACHT)
        raise AssertionError("de inlogdienst stuurde niet terug")
