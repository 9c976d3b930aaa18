"""What is a clip of the help? A video without sound and its captions, both with one name in one folder (ADR 46)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

# What its maker leaves in the captions, where no browser shows it.
_AANTEKENING = re.compile(r"^NOTE (\d+) seconden, woorden (\w+)$", re.MULTILINE)


@dataclass(frozen=True)
class Film:
    """A clip: the name of its files, how many seconds it lasts, and a fingerprint of the words it was made of."""

    naam: str
    seconden: int
    woorden: str


def film_in(map_: Path, naam: str) -> Film | None:
    """Read what is known of a clip; None as long as `./dev beelden` did not make it, and a test asks for it."""
    ondertitels = map_ / f"{naam}.vtt"
    if not ondertitels.exists():
        return None
    gevonden = _AANTEKENING.search(ondertitels.read_text(encoding="utf-8"))
    return Film(naam, int(gevonden[1]), gevonden[2]) if gevonden else None


def aantekening(seconden: int, woorden: str) -> str:
    """What the maker of a clip writes in its captions."""
    return f"NOTE {seconden} seconden, woorden {woorden}"
