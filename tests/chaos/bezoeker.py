"""What does somebody outside see: an answer, or none? Nothing is taken for done that was not said to be."""

from __future__ import annotations

import http.client
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode
from uuid import uuid4

_CSRF = "a" * 32
_NIET = 500
# It was done, and the answer is elsewhere.
NAAR = {302, 303}


class GeenAntwoord(Exception):
    """Nobody knows whether it happened: the connection broke, or the server said that it could not."""


@dataclass(frozen=True)
class Antwoord:
    """Status, where it sends us, and what it shows."""

    status: int
    naar: str
    tekst: str


class Bezoeker:
    """Somebody who is logged in. A broken connection is opened again with the next question."""

    def __init__(self, poort: int, sessie: str, *, geduld: float = 30) -> None:
        self._lijn = http.client.HTTPConnection("127.0.0.1", poort, timeout=geduld)
        self._koekjes = {"Cookie": f"sessionid={sessie}; csrftoken={_CSRF}", "Referer": f"http://localhost:{poort}/"}
        self._koekjes["Host"] = f"localhost:{poort}"

    def hang_op(self) -> None:
        """Let go of the connection: the server ends one that is silent for two seconds, a proxy knows that."""
        self._lijn.close()

    def haal(self, pad: str) -> Antwoord:
        """A page."""
        return self._vraag("GET", pad, None, {})

    def stuur(self, pad: str, velden: Mapping[str, str]) -> Antwoord:
        """A form."""
        inhoud = urlencode({**velden, "csrfmiddlewaretoken": _CSRF}).encode()
        return self._vraag("POST", pad, inhoud, {"Content-Type": "application/x-www-form-urlencoded"})

    def upload(self, pad: str, naam: str, ruw: bytes, velden: Mapping[str, str] | None = None) -> Antwoord:
        """A form with one file in the field `bestand`."""
        inhoud, soort = formulier(naam, ruw, velden or {})
        return self._vraag("POST", pad, inhoud, {"Content-Type": soort})

    def _vraag(self, hoe: str, pad: str, inhoud: bytes | None, koppen: Mapping[str, str]) -> Antwoord:
        try:
            self._lijn.request(hoe, pad, inhoud, {**self._koekjes, **koppen})
            antwoord = self._lijn.getresponse()
            gelezen = Antwoord(antwoord.status, antwoord.getheader("Location") or "", antwoord.read().decode())
        except (OSError, http.client.HTTPException) as fout:
            self._lijn.close()
            raise GeenAntwoord(type(fout).__name__) from fout
        if gelezen.status >= _NIET:
            raise GeenAntwoord(str(gelezen.status))
        return gelezen


def formulier(naam: str, ruw: bytes, velden: Mapping[str, str]) -> tuple[bytes, str]:
    """The body of a form with a file, and its content type."""
    grens = uuid4().hex
    delen = [
        f'--{grens}\r\nContent-Disposition: form-data; name="{veld}"\r\n\r\n{waarde}\r\n'.encode()
        for veld, waarde in {**velden, "csrfmiddlewaretoken": _CSRF}.items()
    ]
    kop = f'--{grens}\r\nContent-Disposition: form-data; name="bestand"; filename="{naam}"\r\n'
    delen += [f"{kop}Content-Type: application/octet-stream\r\n\r\n".encode(), ruw, f"\r\n--{grens}--\r\n".encode()]
    return b"".join(delen), f"multipart/form-data; boundary={grens}"
