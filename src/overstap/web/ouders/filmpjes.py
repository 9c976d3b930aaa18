"""Which clips show a parent how it goes, on a phone and in the own language? Every build makes them (ADR 46).

What a clip says is what the answers of the help say (`hulp.py`), in the language of the reader.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from overstap.web.components.film import Film, film_in
from overstap.web.components.talen import Taal
from overstap.web.ouders.hulp import STUKKEN

FILMPJES = Path(__file__).parent / "static" / "ouders" / "film"
# The window of a phone, in CSS pixels.
BREED, HOOG = 390, 740


@dataclass(frozen=True)
class Filmpje:
    """One clip in every language: the answers it shows (it stands beside the first), and the pages it passes."""

    naam: str
    stukken: tuple[str, ...]
    schermen: tuple[str, ...]

    def stappen(self) -> list[list[str]]:
        """The sentences of each answer, in the language that is active."""
        zinnen = {stuk.naam: stuk.zinnen for stuk in STUKKEN}
        return [[str(zin) for zin in zinnen[naam]] for naam in self.stukken]

    def bestand(self, taal: Taal) -> str:
        """The name of its files in this language, without what kind of file."""
        return f"{self.naam}.{taal.code}"


FILMS = (
    Filmpje("lezen", ("binnen", "lezen", "tekenen"), ("ouders/code.html", "ouders/rapport.html")),
    Filmpje(
        "reageren",
        ("mening",),
        ("ouders/rapport.html", "ouders/mening.html", "ouders/nalezen.html", "ouders/mening_verstuurd.html"),
    ),
)


@cache
def films_in(taal: Taal) -> Mapping[str, Film]:
    """By the answer beside which it stands: each clip that was made in this language."""
    gemaakt = ((filmpje.stukken[0], film_in(FILMPJES, filmpje.bestand(taal))) for filmpje in FILMS)
    return {stuk: film for stuk, film in gemaakt if film}
