"""Where do the pictures and clips go that a build makes, and are those in the repository still the same?

What is made lies in `var/hulpbeelden`. A server has no browser, so what it shows comes along in the repository; a build
in which the two differ to the eye is red. `./dev beelden` makes them and puts those that differ in the repository.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from tests.database import PROJECT, VAR
from tests.hulpbeelden.gelijkenis import anders

GEMAAKT = VAR / "hulpbeelden"
OVERNEMEN = os.environ.get("HULPBEELDEN") == "overnemen"


def lever_af(map_: Path, bestanden: Mapping[str, bytes]) -> None:
    """Leave the files of one picture or clip, and hold them against those of the same name in `map_`."""
    _schrijf(GEMAAKT / map_.relative_to(PROJECT / "src" / "overstap" / "web"), bestanden)
    verschillen = {naam: _verschil(map_ / naam, inhoud) for naam, inhoud in bestanden.items()}
    if not any(verschillen.values()):
        return
    if OVERNEMEN:
        _schrijf(map_, bestanden)
        return
    wat = "\n".join(f"  {map_.relative_to(PROJECT) / naam}: {wat}" for naam, wat in verschillen.items() if wat)
    raise AssertionError(
        f"De bladzijden zien er anders uit dan in de hulp:\n{wat}\n"
        "Klopt de bladzijde zo? Draai ./dev beelden (voor één ervan: ./dev beelden -k NAAM), en bekijk wat verandert."
    )


def _verschil(oud: Path, nieuw: bytes) -> str:
    return anders(nieuw, oud.read_bytes(), oud.suffix[1:]) if oud.exists() else "is er nog niet"


def _schrijf(map_: Path, bestanden: Mapping[str, bytes]) -> None:
    map_.mkdir(parents=True, exist_ok=True)
    for naam, inhoud in bestanden.items():
        (map_ / naam).write_bytes(inhoud)
