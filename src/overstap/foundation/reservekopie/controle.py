"""Is a reservekopie still what it was when it was made? Asked without the kopiesleutel, so by who made it."""

from __future__ import annotations

from pathlib import Path

from overstap.foundation.reservekopie import bestanden
from overstap.foundation.reservekopie.paklijst import Paklijst, Soort, afdruk_van


def controleer(map_: Path, *, zegelsleutel: bytes) -> tuple[Paklijst, list[str]]:
    """What should be in it, and in words what is missing or changed; raises `ReservekopieFout` for no reservekopie."""
    paklijst, fouten = Paklijst.lees(map_, zegelsleutel), []
    for deel in paklijst.delen:
        pad = map_ / deel.naam
        if not pad.exists():
            fouten.append(f"{pad} ontbreekt")
        elif pad.stat().st_size != deel.omvang or afdruk_van(pad) != deel.sha256:
            fouten.append(f"{pad} is beschadigd")
    if paklijst.soort is Soort.HOOFD and not fouten:
        fouten += bestanden.beschadigd(map_.parent, map_)
    return paklijst, fouten
