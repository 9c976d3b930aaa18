"""What may a region change about the questions: add an explanation, and ask for what the law leaves free?

The law names everything that a report may and must hold. So a region adds no veld of its own and leaves none out.
"""

import difflib
import json
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Any

from overstap.domain.rapporten.catalogue.register import Catalogus, catalogus
from overstap.domain.rapporten.catalogue.veld import Bron, Sectie, Veld
from overstap.domain.scholen.rules import Regioveld

LANGSTE_UITLEG = 300


def bezwaar_tegen_regioveld(naam: str, wat: Regioveld) -> str:
    """Why a region may not say this about a veld, in a sentence that says what to do; empty when it may."""
    velden = {veld.naam: veld for veld in catalogus().velden.values() if veld.bron is Bron.SCHOOL}
    if naam not in velden:
        return _onbekend(naam, list(velden))
    if wat.vragen is False and velden[naam].verplicht:
        return "De wet vraagt dit gegeven. Een regio kan het niet weglaten. Haal deze regel weg."
    if wat.vragen is False:
        return "Een school mag dit altijd invullen. Laat deze regel weg als uw regio er niet om vraagt."
    if len(wat.uitleg) > LANGSTE_UITLEG or "<" in wat.uitleg:
        return f"Schrijf een korte uitleg zonder opmaak, van hoogstens {LANGSTE_UITLEG} tekens."
    return ""


def _onbekend(naam: str, velden: list[str]) -> str:
    if naam in catalogus().velden:
        return "Dit komt uit de leerlingadministratie of van het advies. Daar stelt Overstap geen vraag over."
    lijkt = difflib.get_close_matches(naam, velden, n=1)
    tip = f"Bedoelt u {lijkt[0]}?" if lijkt else "Alle namen ziet u met: overstap catalogus."
    return f"Dit gegeven staat niet in de wet. Een regio kan geen eigen gegeven toevoegen. {tip}"


def catalogus_van_regio(instellingen: Mapping[str, Any]) -> Catalogus:
    """The catalogue with what the stored settings of a region add to it."""
    eigen = instellingen.get("velden") or {}
    return _met(json.dumps(eigen, sort_keys=True)) if eigen else catalogus()


@lru_cache(maxsize=64)
def _met(ruw: str) -> Catalogus:
    eigen = json.loads(ruw)
    return Catalogus(tuple(_sectie(sectie, eigen) for sectie in catalogus().secties))


def _sectie(sectie: Sectie, eigen: Mapping[str, Mapping[str, Any]]) -> Sectie:
    return replace(sectie, velden=tuple(_veld(veld, eigen.get(veld.naam)) for veld in sectie.velden))


def _veld(veld: Veld, eigen: Mapping[str, Any] | None) -> Veld:
    if not eigen:
        return veld
    return replace(veld, gevraagd=bool(eigen.get("vragen")), regio_uitleg=str(eigen.get("uitleg", "")))
