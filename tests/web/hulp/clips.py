"""Which clips are there, of staff and of parents, and what was each made of?"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from overstap.web.components.film import Film, film_in
from overstap.web.components.talen import NEDERLANDS, TALEN, Taal
from overstap.web.hulp.boek import BEELDEN, FILMPJES, Taak, boek, lees
from overstap.web.ouders import filmpjes as van_ouders


@dataclass(frozen=True)
class Clip:
    """One clip in one language: where it lies, the pages it passes, and the steps it says in that language."""

    naam: str
    map: Path
    taal: str
    schermen: Sequence[str]
    stappen: Callable[[], Sequence[str]]
    soorten: tuple[str, ...]
    beeld: Path

    @property
    def pad(self) -> str:
        """Where it is, as `static` wants it, without what kind of file."""
        return "/".join((*self.map.parts[-2:], self.naam))

    @property
    def film(self) -> Film | None:
        """What its maker left of it."""
        return film_in(self.map, self.naam)


def clips() -> list[Clip]:
    """Every clip that should be there."""
    van_staf = [_van_staf(naam, film["schermen"]) for naam, film in lees("filmpjes").items()]
    return van_staf + [_van_ouders(filmpje, taal) for taal in TALEN for filmpje in van_ouders.FILMS]


def _van_staf(naam: str, schermen: Sequence[str]) -> Clip:
    _handleiding, taak = boek().taak(naam)
    beeld = BEELDEN / f"{taak.beeld.naam}.webp"
    return Clip(naam, FILMPJES, NEDERLANDS.code, schermen, partial(_stappen, taak), ("webm", "vtt"), beeld)


def _stappen(taak: Taak) -> Sequence[str]:
    return taak.stappen


def _van_ouders(filmpje: van_ouders.Filmpje, taal: Taal) -> Clip:
    naam = filmpje.bestand(taal)
    beeld = van_ouders.FILMPJES / f"{naam}.webp"
    return Clip(
        naam, van_ouders.FILMPJES, taal.code, filmpje.schermen, lambda: _zinnen(filmpje), ("webm", "vtt", "webp"), beeld
    )


def _zinnen(filmpje: van_ouders.Filmpje) -> Sequence[str]:
    return [zin for stap in filmpje.stappen() for zin in stap]
