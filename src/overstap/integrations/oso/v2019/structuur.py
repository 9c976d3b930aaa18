"""How is an OSO 2019.1 file built, and what happens to each of its 541 paths? Read from `paden.csv`.

The table is our own. Columns: `pad`; `soort` (blok, tekst, datum, janee, geheel, decimaal); `min` and
`max` (n: no limit); `tekens` (shortest-longest); `patroon`; `bereik`; `keuze` (one of the paths with
the same mark, "!": one is obligatory); `herhaalt` (the group repeats as a whole); `codelijst` (number);
`categorie` (delivery category); `lot`, the fate of the path: `veld` (goes to `sleutel` in the catalogue),
`afgeleid` (wrappers, metadata, what we make ourselves) or `geweigerd` (`reden`: a key of `weigeringen`);
`omzetting` (a translation of values, see `waarden`).
"""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

from overstap.domain.rapporten.catalogue import catalogus
from overstap.domain.rapporten.catalogue.typen import Groep, Rijen, Veldtype
from overstap.integrations.oso.v2019.naam import q

VELD, AFGELEID, GEWEIGERD = "veld", "afgeleid", "geweigerd"


@dataclass(eq=False)
class Pad:
    """One path of the table with its children. `minimum` is 0 for a member of a choice."""

    pad: str
    soort: str
    minimum: int
    maximum: int | None
    tekens: tuple[int, int | None]
    patroon: re.Pattern[str] | None
    bereik: tuple[int, int] | None
    keuze: str
    herhaalt: bool
    codelijst: str
    categorie: str
    lot: str
    sleutel: str
    omzetting: str
    reden: str
    naam: str = field(init=False)
    tag: str = field(init=False)
    kinderen: list["Pad"] = field(default_factory=list, repr=False)

    def __post_init__(self) -> None:
        self.naam = self.pad.rsplit("/", 1)[-1]
        self.tag = q(self.naam)

    @property
    def deel(self) -> str:
        """The last part of the key: the name in the mapping in which the value is put."""
        return self.sleutel.rsplit(".", 1)[-1]

    def loop(self) -> Iterator["Pad"]:
        """This path and all paths below it, in order."""
        yield self
        for kind in self.kinderen:
            yield from kind.loop()


def _grens(tekst: str) -> tuple[int, int | None]:
    laagste, _, hoogste = tekst.partition("-")
    return int(laagste or 0), int(hoogste) if hoogste else None


def _rij(rij: dict[str, str]) -> Pad:
    bereik = _grens(rij["bereik"]) if rij["bereik"] else None
    return Pad(
        pad=rij["pad"],
        soort=rij["soort"],
        minimum=int(rij["min"]),
        maximum=None if rij["max"] == "n" else int(rij["max"]),
        tekens=_grens(rij["tekens"]),
        patroon=re.compile(rij["patroon"]) if rij["patroon"] else None,
        bereik=(bereik[0], bereik[1] or 0) if bereik else None,
        keuze=rij["keuze"],
        herhaalt=rij["herhaalt"] == "ja",
        codelijst=rij["codelijst"],
        categorie=rij["categorie"],
        lot=rij["lot"],
        sleutel=rij["sleutel"],
        omzetting=rij["omzetting"],
        reden=rij["reden"],
    )


@cache
def paden() -> dict[str, Pad]:
    """Every path of the table by its name, in the order in which elements must stand, as one tree."""
    tekst = files(__package__).joinpath("paden.csv").read_text(encoding="utf-8")
    tabel = {rij["pad"]: _rij(rij) for rij in csv.DictReader(tekst.splitlines(), delimiter=";")}
    for pad in tabel.values():
        ouder = tabel.get(pad.pad.rsplit("/", 1)[0])
        if ouder is not None:
            ouder.kinderen.append(pad)
    return tabel


def boom() -> Pad:
    """The path `/dossier` with everything below it."""
    return paden()["/dossier"]


def type_van(sleutel: str) -> Veldtype:
    """The type in the catalogue of `veld` or `veld.deel.deel`; raises KeyError when it does not exist."""
    naam, *delen = sleutel.split(".")
    soort: Veldtype = catalogus().velden[naam].type
    for deel in delen:
        if not isinstance(soort, Groep | Rijen):
            raise KeyError(sleutel)
        groep = soort.groep if isinstance(soort, Rijen) else soort
        soort = groep.per_naam[deel].type
    return soort
