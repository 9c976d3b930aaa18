"""How does a reservekopie come back, into an empty database only, and is everything there again?"""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path

import psycopg

from overstap.foundation import opslag
from overstap.foundation.reservekopie import bestanden, dump
from overstap.foundation.reservekopie.controle import controleer
from overstap.foundation.reservekopie.paklijst import Paklijst, ReservekopieFout, Soort
from overstap.foundation.reservekopie.telling import momentopname, tabellen, tel, verschil
from overstap.foundation.reservekopie.versleuteling import lees_kopiesleutel

# Of another role an owner sees that it is there, and no more; what the server does by itself has no name.
_ANDEREN = """
select count(*) from pg_stat_activity
where datname = current_database() and pid <> pg_backend_pid() and usename is not null
"""

# A connection that was closed stands there until the server noticed.
_KEREN, _EVEN = 10, 0.2


@dataclass(frozen=True)
class Doel:
    """Where one reservekopie goes: `map` is its folder, `adres` the database, as its owner."""

    soort: Soort
    map: Path
    adres: str


def zet_terug(doelen: list[Doel], *, kopiesleutel: Path, zegelsleutel: bytes, vervang: bool) -> list[Paklijst]:
    """Put these back, with the files where the main database is one of them; return what was in each.

    Everything is checked before the first is touched. Raises `ReservekopieFout` where something is damaged, where there
    is something already (unless `vervang`: that is lost then), or where afterwards a row is missing.
    """
    sleutel = lees_kopiesleutel(kopiesleutel)
    paklijsten = [_gecontroleerd(doel, zegelsleutel) for doel in doelen]
    for doel in doelen:
        _controleer_leeg(doel, vervang=vervang)
    for doel, paklijst in zip(doelen, paklijsten, strict=True):
        if vervang:
            _maak_leeg(doel.adres)
        dump.lees_in(doel.adres, doel.map, sleutel)
        if doel.soort is Soort.HOOFD:
            bestanden.zet_terug(doel.map.parent, doel.map)
        _controleer_heel(doel, paklijst)
    return paklijsten


def _gecontroleerd(doel: Doel, zegelsleutel: bytes) -> Paklijst:
    paklijst, fouten = controleer(doel.map, zegelsleutel=zegelsleutel)
    if paklijst.soort is not doel.soort:
        raise ReservekopieFout(
            f"{doel.map} is een reservekopie van {paklijst.soort.value}, niet van {doel.soort.value}."
        )
    if fouten:
        raise ReservekopieFout("Niets teruggezet. " + "; ".join(fouten[:5]))
    return paklijst


def _controleer_leeg(doel: Doel, *, vervang: bool) -> None:
    with psycopg.connect(doel.adres, autocommit=True) as verbinding:
        gevuld = bool(tabellen(verbinding))
        anderen = _wacht_op_anderen(verbinding)
    if anderen:
        raise ReservekopieFout(f"{anderen} programma's gebruiken de database nog. Stop eerst web en worker.")
    if doel.soort is Soort.HOOFD:
        gevuld = gevuld or next(opslag.alle(), None) is not None
    if gevuld and not vervang:
        raise ReservekopieFout(
            f"Niets teruggezet: de plaats voor {doel.soort.value} is niet leeg. Neem een lege database en een lege map,"
            " of geef --vervang; wat er nu staat, is dan weg."
        )


def _wacht_op_anderen(verbinding: psycopg.Connection) -> int:
    """Return how many others use this database; whoever stopped just now may take a moment to go."""
    for _keer in range(_KEREN):
        rij = verbinding.execute(_ANDEREN).fetchone()
        if not (anderen := int(rij[0]) if rij else 0):
            break
        time.sleep(_EVEN)
    return anderen


def _maak_leeg(adres: str) -> None:
    """Remove everything that the owner owns in this database, and what it promised to others there."""
    with psycopg.connect(adres, autocommit=True) as verbinding:
        verbinding.execute("drop owned by current_user cascade")


def _controleer_heel(doel: Doel, paklijst: Paklijst) -> None:
    with momentopname(doel.adres) as (verbinding, _moment):
        anders = verschil(paklijst.tabellen, tel(verbinding))
    if anders:
        raise ReservekopieFout("Teruggezet, maar niet heel: " + "; ".join(anders[:10]))
    with psycopg.connect(doel.adres, autocommit=True) as verbinding:
        # Without it the first pages after the loss would be the slowest ever.
        verbinding.execute("analyze")
