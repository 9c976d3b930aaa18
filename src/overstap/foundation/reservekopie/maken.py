"""How is one reservekopie made of a database, and of the files when it is the main one?"""

from __future__ import annotations

from datetime import UTC, datetime

from overstap.foundation.reservekopie import bestanden, dump
from overstap.foundation.reservekopie.bewaarplek import Bewaarplek
from overstap.foundation.reservekopie.paklijst import Paklijst, Soort
from overstap.foundation.reservekopie.telling import momentopname, tel


def maak(
    soort: Soort, adres: str, plek: Bewaarplek, *, ontvanger: str, zegelsleutel: bytes, weken: int, at: datetime
) -> Paklijst:
    """Make one of the database at `adres` (as its owner), and remove those older than `weken`; return what is in it.

    The rows are counted at the very moment that is dumped, so that putting back can prove that none is missing.
    Raises `ReservekopieFout`; then nothing was made and nothing removed.
    """
    with plek.op_slot():
        eerdere = plek.alle()
        with plek.nieuwe(at) as map_:
            with momentopname(adres) as (verbinding, moment):
                tabellen = tel(verbinding)
                delen = [dump.schrijf(adres, moment, map_, ontvanger)]
            aantal = 0
            if soort is Soort.HOOFD:
                deel, aantal = bestanden.bewaar(plek.map, map_, eerdere[-1] if eerdere else None)
                delen.append(deel)
            paklijst = Paklijst(
                soort=soort,
                moment=at.astimezone(UTC).isoformat(timespec="seconds"),
                delen=tuple(delen),
                tabellen=tabellen,
                bestanden=aantal,
            )
            paklijst.schrijf(map_, zegelsleutel)
        plek.ruim_op(at=at, weken=weken)
        if soort is Soort.HOOFD:
            bestanden.ruim_op(plek.map, plek.alle())
    return paklijst
