"""The process apart: takes a file on its input, and puts the outcome on its output."""

from __future__ import annotations

import resource
import sys

from overstap.domain.bijlagen.enums import Weigerreden
from overstap.integrations.schoonmaak.uitkomst import ALS_PDF, TEKST, Uitkomst

_GB = 1024**3
# Room for a picture of 64 million points, and for a PDF of 40 MB twice over.
_GRENZEN = (
    (resource.RLIMIT_AS, 2 * _GB),
    (resource.RLIMIT_CPU, 50),
    (resource.RLIMIT_FSIZE, 0),
    (resource.RLIMIT_CORE, 0),
)


def _doe(inhoud: bytes, mime: str) -> Uitkomst:
    if mime == TEKST:
        from overstap.integrations.schoonmaak.tekst import eerste_bladzijde

        return Uitkomst(inhoud=eerste_bladzijde(inhoud).encode("utf-8", "ignore"))
    if mime == ALS_PDF:
        from overstap.integrations.schoonmaak.plaatje import als_pdf as schoon
    elif mime == "application/pdf":
        from overstap.integrations.schoonmaak.pdf import schoon
    elif mime in {"image/jpeg", "image/png"}:
        from overstap.integrations.schoonmaak.plaatje import schoon
    else:
        from overstap.integrations.schoonmaak.kantoor import schoon
    return schoon(inhoud)


def main() -> None:
    """Whatever goes wrong with a file from outside is one answer: it cannot be read."""
    for grens, waarde in _GRENZEN:
        resource.setrlimit(grens, (waarde, waarde))
    inhoud = sys.stdin.buffer.read()
    try:
        uitkomst = _doe(inhoud, sys.argv[1])
    except Exception:  # noqa: BLE001  # the libraries raise anything on damaged files
        uitkomst = Uitkomst(reden=Weigerreden.ONLEESBAAR)
    sys.stdout.buffer.write(uitkomst.naar_bytes())


if __name__ == "__main__":
    main()
