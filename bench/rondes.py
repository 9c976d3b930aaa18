"""How long does a person wait for each of some pages, asked in turns in one run with an empty one?"""

from __future__ import annotations

import statistics
import time
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bench.server import Bezoeker

OPWARMEN = 5


def meet_om_beurten(bezoeker: Bezoeker, adressen: Mapping[str, str], keer: int) -> dict[str, Any]:
    """`<name>_p50_ms` and `<name>_p95_ms` of each address, after some warm-up, `keer` times each in turns."""
    for adres in adressen.values():
        for _ in range(OPWARMEN):
            bezoeker.vraag(adres)
    rondes = [{naam: _een(bezoeker, adres) for naam, adres in adressen.items()} for _ in range(keer)]
    uit: dict[str, Any] = {}
    for naam in adressen:
        tijden = sorted(ronde[naam] for ronde in rondes)
        uit |= {f"{naam}_p50_ms": round(statistics.median(tijden), 1), f"{naam}_p95_ms": round(tijden[-keer // 20], 1)}
    return uit


def _een(bezoeker: Bezoeker, adres: str) -> float:
    begin = time.perf_counter()
    bezoeker.vraag(adres)
    return (time.perf_counter() - begin) * 1000
