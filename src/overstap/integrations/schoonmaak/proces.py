"""How is a file from outside opened without harm? By a process apart, which may fail, hang or fall over."""

from __future__ import annotations

import subprocess
import sys

from overstap.domain.bijlagen.enums import Weigerreden
from overstap.integrations.schoonmaak.uitkomst import ALS_PDF, TEKST, Uitkomst

_TIJD = 60.0
ZONDER_INHOUD = frozenset({"text/plain"})


def maak_schoon(inhoud: bytes, mime: str, *, tijd: float = _TIJD) -> Uitkomst:
    """Clean a file of the type `mime`, in at most `tijd` seconds.

    What cannot be opened in that time, or at all, is refused. Holds the file in memory; a plain text has nothing to
    take out. Raises `OSError` when the machine cannot start a process.
    """
    return Uitkomst() if mime in ZONDER_INHOUD else _vraag(inhoud, mime, tijd)


def maak_pdf_van(inhoud: bytes, *, tijd: float = _TIJD) -> Uitkomst:
    """Turn a picture (JPG or PNG) into a PDF of one page, without hidden data; refused as above."""
    return _vraag(inhoud, ALS_PDF, tijd)


def lees_tekst(inhoud: bytes, *, tijd: float = _TIJD) -> str:
    """What the first page of a PDF says; empty when it cannot be read. Raises `OSError` as above."""
    return (_vraag(inhoud, TEKST, tijd).inhoud or b"").decode()


def _vraag(inhoud: bytes, wat: str, tijd: float) -> Uitkomst:
    try:
        klaar = subprocess.run(
            [sys.executable, "-P", "-m", "overstap.integrations.schoonmaak", wat],
            input=inhoud,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=tijd,
            check=True,
            env={},
        )
        return Uitkomst.uit_bytes(klaar.stdout)
    except (subprocess.SubprocessError, ValueError, KeyError):
        return Uitkomst(reden=Weigerreden.ONLEESBAAR)
