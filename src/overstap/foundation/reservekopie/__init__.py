"""How is everything kept a second time, and put back after a loss, without a child's file ever lying open?

Two places, because who has only one of them must read nothing: one for the main database with the files, one for the
key store. In each a folder for every reservekopie, named after its moment (UTC), complete or not there at all:

    20270316T013000Z/paklijst.json   what is in it: fingerprints, rows of every table; sealed (`paklijst.py`)
    20270316T013000Z/database.age    pg_dump of one moment, encrypted to a public key (`dump.py`)
    20270316T013000Z/bestanden.txt   which files belong to it (only of the main database)
    bestanden/3f/3f…                 those files, ciphertext as the store holds it, once for all reservekopieën

The order makes the parts of different moments fit. A key is made before the row that uses it, and a file before the
row that names it; both go after that row. So: first the main database, then the files, then the key store.
The server that makes them cannot read them: the private half of the key pair (kopiesleutel) is needed to put back only.
"""

from __future__ import annotations

from overstap.foundation.reservekopie.bewaarplek import Bewaarplek
from overstap.foundation.reservekopie.controle import controleer
from overstap.foundation.reservekopie.maken import maak
from overstap.foundation.reservekopie.paklijst import Paklijst, ReservekopieFout, Soort
from overstap.foundation.reservekopie.terugzetten import Doel, zet_terug
from overstap.foundation.reservekopie.versleuteling import maak_kopiesleutel

__all__ = [
    "Bewaarplek", "Doel", "Paklijst", "ReservekopieFout", "Soort", "controleer", "maak", "maak_kopiesleutel",
    "zet_terug",
]  # fmt: skip
