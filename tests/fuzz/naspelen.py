"""Try inputs without looking at coverage, three times as fast: `python -m tests.fuzz.naspelen DOEL MAP AANTAL [ZAAD]`.

First those that are kept in `MAP`, then `AANTAL` that follow from chance which is the same every time.
"""

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from random import Random

from tests.fuzz import brieven
from tests.fuzz.doelen import DOELEN, Telling
from tests.fuzz.verander import verander, zaden, zip_van_dossiers

_LANGSTE_KETEN = 5


def zaden_van(naam: str) -> tuple[bytes, ...]:
    """Where it begins for a reader."""
    return brieven.zaden() if naam == "deur" else zaden()


def naspelen(naam: str, bestanden: Sequence[bytes], aantal: int, zaad: int = 0) -> Telling:
    """Try these inputs and `aantal` new ones: of dossiers chains, each a change of the one before."""
    telling = Telling()
    for ruw in bestanden:
        telling.meet(DOELEN[naam], ruw)
    toeval = Random(zaad)  # noqa: S311  # the same inputs every time
    begin, ruw = [*bestanden, *zaden_van(naam)], b""
    for nummer in range(aantal):
        if naam == "zip":
            ruw = zip_van_dossiers(toeval)
        else:
            anders = brieven.verander if naam == "deur" else verander
            ruw = anders(ruw if nummer % _LANGSTE_KETEN else toeval.choice(begin), toeval)
        telling.meet(DOELEN[naam], ruw)
    return telling


if __name__ == "__main__":
    doel, map_, hoeveel = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])
    gevonden = [pad.read_bytes() for pad in sorted(map_.glob("*"))]
    print(json.dumps(naspelen(doel, gevonden, hoeveel, *map(int, sys.argv[4:])).regel()))
