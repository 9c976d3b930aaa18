"""Which codes does OSO 2019.1 admit, and which meaning was ever published? Read from `codelijsten.csv`.

The table is our own. Columns: `nummer` and `lijst` (the official number and name), `code` (exact: capitals
and leading zeros count), `betekenis` (empty when nobody published it: a guessed diagnosis is a false one)
and `bron` (where the meaning stands).
"""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

NIET_OPENBAAR = "betekenis niet openbaar"


@dataclass(frozen=True)
class Codelijst:
    """One official list: its number, its name, and the published meaning of each code (else empty)."""

    nummer: str
    naam: str
    codes: Mapping[str, str]

    def betekenis(self, code: str) -> str:
        """What this code means, or that this was never published; raises KeyError for a code of another list."""
        return self.codes[code] or NIET_OPENBAAR


@cache
def codelijsten() -> Mapping[str, Codelijst]:
    """The 33 lists of OSO 2019.1 by number."""
    tekst = files(__package__).joinpath("codelijsten.csv").read_text(encoding="utf-8")
    lijsten: dict[str, tuple[str, dict[str, str]]] = {}
    for rij in csv.DictReader(tekst.splitlines(), delimiter=";"):
        lijsten.setdefault(rij["nummer"], (rij["lijst"], {}))[1][rij["code"]] = rij["betekenis"]
    return {nummer: Codelijst(nummer, naam, codes) for nummer, (naam, codes) in lijsten.items()}
