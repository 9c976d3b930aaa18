"""Which DLE and DL does the LAS hold already, so that nobody types them again for the drempelonderzoek?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from overstap.domain.zorgroutes.enums import Domein
from overstap.domain.zorgroutes.rules.scores import dl_fout, fouten
from overstap.domain.zorgroutes.snapshot import Domeinscore, Drempelonderzoek

# By what a LAS calls the subject of a test: one of these words stands in it, and none of the others.
_WOORDEN: tuple[tuple[Domein, tuple[str, ...], tuple[str, ...]], ...] = (
    (Domein.INZICHTELIJK_REKENEN, ("rekenen",), ("automatiser", "basisbewerking", "tempo")),
    (Domein.BEGRIJPEND_LEZEN, ("begrijpend lezen",), ()),
    (Domein.TECHNISCH_LEZEN, ("technisch lezen", "dmt", "avi"), ()),
    (Domein.SPELLEN, ("spelling", "spellen"), ("werkwoord",)),
)


def scores_uit_las(toetsen: Iterable[Mapping[str, Any]], vandaag: date) -> dict[Domein, Domeinscore]:
    """Of each domain the newest test of the veld `toetsen` with a DLE and a DL; a value that cannot be is left out."""
    gevonden: dict[Domein, Domeinscore] = {}
    for toets in sorted(toetsen, key=lambda toets: toets["afnamedatum"]):
        domein = _domein(f"{toets.get('leergebied') or ''} {toets.get('toetsnaam') or ''}".lower())
        score = domein and _score(domein, toets)
        if domein and score and not fouten(Drempelonderzoek(scores={domein: score}), vandaag):
            gevonden[domein] = score
    return gevonden


def _domein(naam: str) -> Domein | None:
    for domein, wel, niet in _WOORDEN:
        if any(woord in naam for woord in wel) and not any(woord in naam for woord in niet):
            return domein
    return None


def _score(domein: Domein, toets: Mapping[str, Any]) -> Domeinscore | None:
    dl = toets.get("dl")
    if dl is None or dl_fout(domein.label, int(dl)):
        return None
    for score in toets.get("referentiescores") or ():
        waarde = str(score.get("waarde") or "").strip()
        if score.get("soort") == "DLE" and waarde.isascii() and waarde.isdigit():
            return Domeinscore(domein, int(waarde), int(dl), toets.get("toetsnaam") or "", toets["afnamedatum"])
    return None
