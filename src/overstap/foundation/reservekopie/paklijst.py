"""What is in one reservekopie, and how do we know that it is ours and whole?"""

from __future__ import annotations

import hashlib
import hmac
import json
from dataclasses import asdict, dataclass
from enum import Enum
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

NAAM = "paklijst.json"
_VORM = 1
_BLOK = 1024 * 1024


class ReservekopieFout(Exception):
    """A reservekopie could not be made or put back; the message says what to do. Nothing was half done."""


class Soort(Enum):
    """Of what it is a reservekopie: never both in one place."""

    HOOFD = "hoofd"
    SLEUTELS = "sleutels"


@dataclass(frozen=True)
class Deel:
    """One file of a reservekopie."""

    naam: str
    omvang: int
    sha256: str


@dataclass(frozen=True)
class Telling:
    """How many rows a table has, and a sum of the fingerprints of them all, in whatever order they lie."""

    rijen: int
    afdruk: str


@dataclass(frozen=True)
class Paklijst:
    """Everything that a reservekopie should have; `bestanden` is the number of files of the store."""

    soort: Soort
    moment: str
    delen: tuple[Deel, ...]
    tabellen: dict[str, Telling]
    bestanden: int

    @property
    def rijen(self) -> int:
        """The rows of all tables together."""
        return sum(telling.rijen for telling in self.tabellen.values())

    def schrijf(self, map_: Path, zegelsleutel: bytes) -> None:
        """Write it beside the parts, sealed."""
        inhoud = _tekst({**asdict(self), "soort": self.soort.value, "vorm": _VORM})
        zegel = _zegel(inhoud, zegelsleutel)
        (map_ / NAAM).write_text(json.dumps({"zegel": zegel, "inhoud": json.loads(inhoud)}, indent=1), encoding="utf-8")

    @classmethod
    def lees(cls, map_: Path, zegelsleutel: bytes) -> Paklijst:
        """What the folder should hold; raises `ReservekopieFout` where the list is missing, changed or not ours."""
        try:
            gelezen = json.loads((map_ / NAAM).read_text(encoding="utf-8"))
            inhoud, zegel = gelezen["inhoud"], gelezen["zegel"]
        except (OSError, ValueError, KeyError, TypeError) as fout:
            raise ReservekopieFout(f"{map_} is geen reservekopie: {NAAM} ontbreekt of is niet te lezen.") from fout
        if not hmac.compare_digest(_zegel(_tekst(inhoud), zegelsleutel), str(zegel)):
            raise ReservekopieFout(
                f"{map_ / NAAM} is veranderd, of van een andere installatie. Geef OVERSTAP_ZOEKSLEUTEL van de"
                " installatie die deze reservekopie maakte."
            )
        return _van(inhoud)


def afdruk_van(pad: Path) -> str:
    """The SHA-256 of a file, read piece by piece."""
    hash_ = hashlib.sha256()
    with pad.open("rb") as bron:
        while blok := bron.read(_BLOK):
            hash_.update(blok)
    return hash_.hexdigest()


def zegelsleutel(geheim: bytes) -> bytes:
    """The key of the seal, from a secret that stays the same for the life of an installation."""
    return HKDF(algorithm=SHA256(), length=32, salt=None, info=b"reservekopie:paklijst").derive(geheim)


def _van(inhoud: dict[str, Any]) -> Paklijst:
    if inhoud["vorm"] != _VORM:
        raise ReservekopieFout(f"Deze reservekopie heeft vorm {inhoud['vorm']}; deze versie leest vorm {_VORM}.")
    return Paklijst(
        soort=Soort(inhoud["soort"]),
        moment=inhoud["moment"],
        delen=tuple(Deel(**deel) for deel in inhoud["delen"]),
        tabellen={naam: Telling(**telling) for naam, telling in inhoud["tabellen"].items()},
        bestanden=inhoud["bestanden"],
    )


def _tekst(inhoud: dict[str, Any]) -> str:
    return json.dumps(inhoud, sort_keys=True, separators=(",", ":"))


def _zegel(inhoud: str, sleutel: bytes) -> str:
    return hmac.new(sleutel, inhoud.encode(), hashlib.sha256).hexdigest()
