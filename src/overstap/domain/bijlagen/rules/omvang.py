"""How big may attachments be, alone and together?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from overstap.foundation.weigering import Weigering

_MB = 1024 * 1024


@dataclass(frozen=True)
class Grenzen:
    """What attachments may cost, in one place: pages, reader, writer and docs/bijlagen.md take it from here.

    `per_stuk` is one attachment, `samen` and `aantal` those of one dossier, all in bytes after unpacking; `verhouding`
    how many times bigger a packed one may become, `diepte` how many ZIP files may lie in each other (the one that OSO
    asks for). `oso` is how big one may be for every reader of OSO files: some refuse a longer text.
    """

    per_stuk: int = 40 * _MB
    samen: int = 150 * _MB
    aantal: int = 100
    verhouding: int = 200
    diepte: int = 1
    oso: int = 7 * _MB


GRENZEN = Grenzen()
# What can be turned into a PDF, and what a browser shows as it is.
PLAATJE = frozenset({"image/jpeg", "image/png"})


class BijlageGeweigerd(Weigering):
    """This attachment cannot be added; `zin` says what to do."""


def controleer_omvang(omvang: int, aanwezig: Iterable[int], grenzen: Grenzen = GRENZEN) -> None:
    """Raise `BijlageGeweigerd` when one more attachment of `omvang` bytes does not fit beside those that are there."""
    er_al = list(aanwezig)
    if omvang > grenzen.per_stuk:
        raise BijlageGeweigerd(
            f"Dit bestand is {omvang / _MB:.0f} MB. Een bijlage mag hoogstens {grenzen.per_stuk // _MB} MB zijn."
            " Maak het bestand kleiner of splits het."
        )
    if len(er_al) >= grenzen.aantal:
        raise BijlageGeweigerd(
            f"{_er_zijn(len(er_al))} Meer dan {grenzen.aantal} kan niet. Trek eerst bijlagen in die niet nodig zijn,"
            " of voeg ze samen tot één PDF."
        )
    if sum(er_al) + omvang > grenzen.samen:
        raise BijlageGeweigerd(
            f"Alle bijlagen samen mogen hoogstens {grenzen.samen // _MB} MB zijn. Er is nog"
            f" {max(0, grenzen.samen - sum(er_al)) // _MB} MB over. Trek eerst bijlagen in die niet nodig zijn."
        )


def _er_zijn(aantal: int) -> str:
    return "Er is al 1 bijlage." if aantal == 1 else f"Er zijn al {aantal} bijlagen."
