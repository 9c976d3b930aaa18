"""Does the virus scanner find something in these bytes? Asks `clamd` over its socket, piece by piece.

Our own client, because the protocol is one word and a length before each piece (`man clamd`, INSTREAM), and because
what PyPI offers (`clamd` of 2014, `pyclamd` of 2018) knows a time-out per read only: a daemon that hangs while it
sends a byte now and then would hold a worker for ever.
"""

from __future__ import annotations

import socket
from collections.abc import Iterable
from dataclasses import dataclass
from time import monotonic

# A file of 40 MB takes about a second; the first one after a start waits until the signatures are loaded.
_TIJD = 60.0
# One that hangs says nothing at all; one that lives says so at once. Without this question every attachment that waits
# would hold a thread of the worker for a minute, and what others wait for (PDFs, mail) would stand behind them.
_LEVENSTEKEN = 5.0
_LANGSTE_ANTWOORD = 4096
_LANGSTE_NAAM = 80


class ScannerWeg(Exception):
    """No verdict: the scanner is absent, hangs, refuses or speaks in riddles. Never a reason to call a file safe."""


@dataclass(frozen=True)
class Scanuitslag:
    """`handtekening` is the name of what was found, or empty when nothing was."""

    handtekening: str

    @property
    def veilig(self) -> bool:
        """Was nothing found?"""
        return not self.handtekening


def scan(stukken: Iterable[bytes], pad: str, *, tijd: float = _TIJD) -> Scanuitslag:
    """The verdict of the `clamd` that listens on the socket `pad`, within `tijd` seconds in all.

    Raises `ScannerWeg` whenever there is no clear verdict.
    """
    if _vraag(pad, b"zPING\0", None, min(tijd, _LEVENSTEKEN)) != b"PONG\0":
        raise ScannerWeg("geen levensteken")
    return _oordeel(_vraag(pad, b"zINSTREAM\0", stukken, tijd))


def handtekeningen(pad: str, *, tijd: float = _TIJD) -> str:
    """With which virus signatures the scanner works now, as it says so: its own version, theirs and their date.

    Raises `ScannerWeg`.
    """
    tekst = _vraag(pad, b"zVERSION\0", None, tijd).rstrip(b"\0").decode("utf-8", "replace")
    if not tekst.startswith("ClamAV "):
        raise ScannerWeg(tekst[:80] or "geen antwoord")
    return tekst[:_LANGSTE_NAAM]


def _vraag(pad: str, opdracht: bytes, stukken: Iterable[bytes] | None, tijd: float) -> bytes:
    eind = monotonic() + tijd
    try:
        with socket.socket(socket.AF_UNIX) as lijn:
            _wacht_tot(lijn, eind)
            lijn.connect(pad)
            lijn.sendall(opdracht)
            if stukken is not None:
                _stuur(lijn, stukken, eind)
            return _lees(lijn, eind)
    except OSError as fout:
        raise ScannerWeg(type(fout).__name__) from fout


def _stuur(lijn: socket.socket, stukken: Iterable[bytes], eind: float) -> None:
    """Everything, or as much as the scanner takes: it says why it stopped, and then hangs up."""
    try:
        for stuk in filter(None, stukken):
            _wacht_tot(lijn, eind)
            lijn.sendall(len(stuk).to_bytes(4, "big") + stuk)
        _wacht_tot(lijn, eind)
        lijn.sendall(bytes(4))
    except (BrokenPipeError, ConnectionResetError):
        return


def _lees(lijn: socket.socket, eind: float) -> bytes:
    antwoord = b""
    while not antwoord.endswith(b"\0") and len(antwoord) < _LANGSTE_ANTWOORD:
        _wacht_tot(lijn, eind)
        deel = lijn.recv(_LANGSTE_ANTWOORD)
        if not deel:
            break
        antwoord += deel
    return antwoord


def _oordeel(antwoord: bytes) -> Scanuitslag:
    if antwoord == b"stream: OK\0":
        return Scanuitslag("")
    tekst = antwoord.rstrip(b"\0").decode("utf-8", "replace")
    if tekst.startswith("stream: ") and tekst.endswith(" FOUND"):
        return Scanuitslag(tekst.removeprefix("stream: ").removesuffix(" FOUND"))
    raise ScannerWeg(tekst[:80] or "geen antwoord")


def _wacht_tot(lijn: socket.socket, eind: float) -> None:
    """Give the next step what is left of the time; raises `TimeoutError` when that is nothing."""
    over = eind - monotonic()
    if over <= 0:
        raise TimeoutError
    lijn.settimeout(over)
