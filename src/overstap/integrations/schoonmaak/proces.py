"""How is a file from outside opened without harm? By a process apart, which may fail, hang or fall over."""

from __future__ import annotations

import subprocess
import sys

from overstap.domain.bijlagen.enums import Weigerreden
from overstap.integrations.schoonmaak.uitkomst import Uitkomst

_TIJD = 60.0
ZONDER_INHOUD = frozenset({"text/plain"})


def maak_schoon(inhoud: bytes, mime: str, *, tijd: float = _TIJD) -> Uitkomst:
    """Clean a file of the type `mime`, in at most `tijd` seconds.

    What cannot be opened in that time, or at all, is refused. Holds the file in memory; a plain text has nothing to
    take out. Raises `OSError` when the machine cannot start a process.
    """
    if mime in ZONDER_INHOUD:
        return Uitkomst()
    try:
        klaar = subprocess.run(
            [sys.executable, "-P", "-m", "overstap.integrations.schoonmaak", mime],
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
