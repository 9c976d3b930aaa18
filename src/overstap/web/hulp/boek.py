"""What does the help say? Everything stands in `teksten/*.toml`, and is read once.

A file of manuals has `titel`, `kort`, `soorten` (whose help it is: see `Soort` in components/publiek.py) and tasks:

    [taken.importeren]
    titel = "…"                     # what somebody wants to do
    kort = "…"                      # one or two sentences
    recht = "import.uitvoeren"      # who does it, by the table of rights; leave it out when everybody does
    schermen = ["po:import"]        # the pages of which this is the help; a name may end with *
    beeld = "import"                # a picture (beelden.toml); or `geen_beeld` with the reason
                                    # a clip has the name of its task (filmpjes.toml)
    stappen = ["Kies [Neem over]."] # numbered; [..] is the name of something on the screen, and tests find it there

How a sentence is written: `opmaak.py`.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path
from typing import Any

from PIL import Image

from overstap.foundation.access import PROGRAMMAS, RECHTEN, VOORBIJGANGERS, Recht, Rol
from overstap.web.components.film import Film, film_in

TEKSTEN = Path(__file__).parent / "teksten"
BEELDEN = Path(__file__).parent / "static" / "hulp"
FILMPJES = BEELDEN / "film"
# In the order in which somebody without an organisation reads them.
_HANDLEIDINGEN = ("po", "vo", "swv", "regio", "gast", "iedereen")


@dataclass(frozen=True)
class Stuk:
    """A part of a task with a heading of its own."""

    kop: str
    zinnen: tuple[str, ...]


@dataclass(frozen=True)
class Beeld:
    """A picture of a page: its file, what it shows for who does not see it, and its size in pixels."""

    naam: str
    tekst: str
    breed: int
    hoog: int


@dataclass(frozen=True)
class Taak:
    """One thing somebody does, step by step."""

    naam: str
    titel: str
    kort: str
    stappen: tuple[str, ...] = ()
    weten: tuple[str, ...] = ()
    stukken: tuple[Stuk, ...] = ()
    schermen: tuple[str, ...] = ()
    zoek: str = ""
    recht: Recht | None = None
    beeld: Beeld | None = None
    geen_beeld: str = ""
    film: Film | None = None

    @property
    def rollen(self) -> list[str]:
        """The functions that may do this; nobody named when everybody may."""
        rollen = (rol for rol in Rol if rol not in {Rol.SYSTEEM, *PROGRAMMAS} and self.recht in RECHTEN[rol])
        return list(dict.fromkeys(rol.label for rol in rollen if rol not in VOORBIJGANGERS))

    def zinnen(self) -> Iterator[str]:
        """Every sentence of this task, for who searches it."""
        yield from (self.kort, *self.stappen, *self.weten)
        for stuk in self.stukken:
            yield from (stuk.kop, *stuk.zinnen)


@dataclass(frozen=True)
class Handleiding:
    """The tasks of one kind of people, in the order in which they come."""

    naam: str
    titel: str
    kort: str
    soorten: tuple[str, ...]
    taken: tuple[Taak, ...]


@dataclass(frozen=True)
class Vraag:
    """A question that is often asked; `taak` is where more stands."""

    naam: str
    vraag: str
    antwoord: str
    taak: str = ""


@dataclass(frozen=True)
class Nieuws:
    """What is different in one school year, the newest first."""

    schooljaar: str
    wet: tuple[str, ...]
    overstap: tuple[str, ...]


@dataclass(frozen=True)
class Boek:
    """The whole help."""

    handleidingen: tuple[Handleiding, ...]
    vragen: Mapping[str, tuple[Vraag, ...]] = field(default_factory=dict)
    nieuws: tuple[Nieuws, ...] = ()

    def taken(self) -> Iterator[tuple[Handleiding, Taak]]:
        """Every task, with the manual it stands in."""
        return ((handleiding, taak) for handleiding in self.handleidingen for taak in handleiding.taken)

    def taak(self, naam: str) -> tuple[Handleiding, Taak] | None:
        """One task by its name in an address."""
        return next(((h, taak) for h, taak in self.taken() if taak.naam == naam), None)

    def bij_scherm(self, scherm: str) -> Taak | None:
        """The task that helps on a page ("po:import"); its own name goes before one that ends with a star."""
        passend = [(naam, taak) for _h, taak in self.taken() for naam in taak.schermen if fnmatchcase(scherm, naam)]
        return max(passend, key=lambda paar: len(paar[0]), default=("", None))[1]


@cache
def boek() -> Boek:
    """Read the help."""
    beelden = lees("beelden")
    vragen = {kop: tuple(Vraag(n, **v) for n, v in deel.items()) for kop, deel in lees("vragen").items()}
    nieuws = tuple(Nieuws(jaar, tuple(v["wet"]), tuple(v["overstap"])) for jaar, v in lees("nieuw").items())
    return Boek(tuple(_handleiding(naam, lees(naam), beelden) for naam in _HANDLEIDINGEN), vragen, nieuws)


def lees(naam: str) -> dict[str, Any]:
    """One of the files with texts, as it stands."""
    return tomllib.loads((TEKSTEN / f"{naam}.toml").read_text(encoding="utf-8"))


def _handleiding(naam: str, inhoud: Mapping[str, Any], beelden: Mapping[str, Any]) -> Handleiding:
    taken = tuple(_taak(taaknaam, taak, beelden) for taaknaam, taak in inhoud["taken"].items())
    return Handleiding(naam, inhoud["titel"], inhoud["kort"], tuple(inhoud["soorten"]), taken)


def _taak(naam: str, ruw: Mapping[str, Any], beelden: Mapping[str, Any]) -> Taak:
    delen: dict[str, Any] = {sleutel: tuple(w) if isinstance(w, list) else w for sleutel, w in ruw.items()}
    delen["stukken"] = tuple(Stuk(stuk["kop"], tuple(stuk["zinnen"])) for stuk in ruw.get("stukken", ()))
    delen["recht"] = Recht(ruw["recht"]) if "recht" in ruw else None
    delen["beeld"] = _beeld(ruw["beeld"], beelden) if "beeld" in ruw else None
    delen["film"] = film_in(FILMPJES, naam)
    return Taak(naam, **delen)


def _beeld(naam: str, beelden: Mapping[str, Any]) -> Beeld | None:
    """None as long as `./dev beelden` did not put it there; a test asks for it."""
    bestand = BEELDEN / f"{naam}.webp"
    if not bestand.exists():
        return None
    with Image.open(bestand) as beeld:
        return Beeld(naam, beelden[naam]["tekst"], *beeld.size)
