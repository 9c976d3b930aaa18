"""What is done with one element of a file: put its value somewhere, refuse it, or go on below it?"""

# ruff: noqa: ARG001  # every handeling has one signature, because the walk does not know which one it calls

from __future__ import annotations

from functools import cache

from overstap.domain.rapporten.catalogue.typen import Groep, Meerkeuze, Rijen, Teksten
from overstap.domain.rapporten.catalogue.typen.lijsten import Decimalen
from overstap.integrations.oso.v2019 import documenten, vertaling
from overstap.integrations.oso.v2019.lot import lot
from overstap.integrations.oso.v2019.profielen import Profiel
from overstap.integrations.oso.v2019.regels.dossier import type_element
from overstap.integrations.oso.v2019.structuur import GEWEIGERD, VELD, Pad, boom, type_van
from overstap.integrations.oso.v2019.waarden import lees_tekst, lezer, snelle_lezer
from overstap.integrations.oso.v2019.wandeling import (
    Lezing,
    Stap,
    loop_kinderen,
    type_doel,
    type_handeling,
)


def _weiger(lezing: Lezing, element: type_element, stap: Stap, doel: type_doel) -> None:
    lezing.bevindingen.geweigerd[stap.pad.pad] += 1


def _wortel(lezing: Lezing, element: type_element, stap: Stap, doel: type_doel) -> None:
    # In the file the pupil stands inside the school; in the report they stand side by side.
    loop_kinderen(lezing, element, stap, lezing.waarden)


def _groep(lezing: Lezing, element: type_element, stap: Stap, doel: type_doel) -> None:
    nieuw: type_doel = {}
    loop_kinderen(lezing, element, stap, nieuw)
    doel[stap.deel] = nieuw


def _rij(lezing: Lezing, element: type_element, stap: Stap, doel: type_doel) -> None:
    nieuw: type_doel = {}
    loop_kinderen(lezing, element, stap, nieuw)
    doel.setdefault(stap.deel, []).append(nieuw)


def _communicatie(lezing: Lezing, element: type_element, stap: Stap, doel: type_doel) -> None:
    nieuw: type_doel = {}
    loop_kinderen(lezing, element, stap, nieuw)
    if vertaling.verberg_nummer(nieuw):
        lezing.bevindingen.geheim[f"{stap.pad.pad}/nummer"] += 1
    doel.setdefault(stap.deel, []).append(nieuw)


def _herhaal(lezing: Lezing, element: type_element, stap: Stap, doel: type_doel) -> None:
    """A block in which a group of elements repeats as a whole: a new row begins at its first member."""
    rijen = doel.setdefault(stap.deel, [])
    begin = stap.pad.kinderen[0].tag
    for kind in element:
        onder = stap.per_tag.get(kind.tag)
        if onder is None:
            lezing.bevindingen.onbekend(stap.pad, kind)
            continue
        if kind.tag == begin or not rijen:
            rijen.append({})
        onder.doe(lezing, kind, onder, rijen[-1])


def _tekst(element: type_element) -> str:
    """The text of a leaf without spaces around it; empty when there is none."""
    return (element.text or "").strip()


def _lees(lezing: Lezing, element: type_element, stap: Stap) -> object:
    """The value of a leaf, `None` when it is empty or cannot be read (noted)."""
    tekst = _tekst(element)
    if not tekst:
        return None
    try:
        return stap.lees(tekst)
    except ValueError:
        lezing.bevindingen.onleesbaar(stap.pad)
        return None


def _blad(lezing: Lezing, element: type_element, stap: Stap, doel: type_doel) -> None:
    doel[stap.deel] = _lees(lezing, element, stap)


def _bladen(lezing: Lezing, element: type_element, stap: Stap, doel: type_doel) -> None:
    waarde = _lees(lezing, element, stap)
    if waarde is not None:
        doel.setdefault(stap.deel, []).append(waarde)


def _land(lezing: Lezing, element: type_element, stap: Stap, doel: type_doel) -> None:
    doel["land"] = _lees(lezing, element, stap)
    doel["land_omschrijving"] = lees_tekst(element.get("omschrijving", "")).strip()


def _toetsadvies(lezing: Lezing, element: type_element, stap: Stap, doel: type_doel) -> None:
    doel[stap.deel] = tekst = _lees(lezing, element, stap)
    if isinstance(tekst, str):
        doel["toetsadvies"] = vertaling.toetsadvies(tekst)


def _afgeleid(lezing: Lezing, element: type_element, stap: Stap, doel: type_doel) -> None:
    if _lees(lezing, element, stap) is not None:
        lezing.afgeleid[stap.pad.pad] = (element.text or "").strip()


def _nummer(lezing: Lezing, element: type_element, stap: Stap, doel: type_doel) -> None:
    tekst = _tekst(element)
    if tekst:
        lezing.nummer = (stap.pad.naam, tekst)


def _documentdeel(lezing: Lezing, element: type_element, stap: Stap, doel: type_doel) -> None:
    if stap.pad.naam != documenten.INHOUD:
        doel[stap.pad.naam] = _tekst(element)


def _document(lezing: Lezing, element: type_element, stap: Stap, doel: type_doel) -> None:
    delen: type_doel = {}
    loop_kinderen(lezing, element, stap, delen)
    documenten.vind(lezing, element, stap.pad.sleutel, delen, doel.setdefault(stap.deel, []))


_OP_OMZETTING: dict[str, type_handeling] = {
    "wortel": _wortel,
    "communicatie": _communicatie,
    "document": _document,
    "herhaal": _herhaal,
    "toetsadvies": _toetsadvies,
    "nummer": _nummer,
    "land": _land,
}


def _handeling(pad: Pad, profiel: Profiel) -> type_handeling:
    """Which function this path asks for."""
    if lot(pad, profiel).soort == GEWEIGERD:
        return _weiger
    if pad.omzetting in _OP_OMZETTING:
        return _OP_OMZETTING[pad.omzetting]
    if pad.lot != VELD:
        return loop_kinderen if pad.soort == "blok" else _afgeleid
    soort = type_van(pad.sleutel)
    if pad.soort == "blok":
        return {Groep: _groep, Rijen: _rij}[type(soort)]
    return _bladen if isinstance(soort, Decimalen | Teksten | Meerkeuze) else _blad


def _maak(pad: Pad, profiel: Profiel) -> Stap:
    stap = Stap(pad, _handeling(pad, profiel))
    if pad.soort != "blok":
        stap.lees = lezer(pad)
        if stap.doe is _blad:
            stap.snel = snelle_lezer(pad)
    if stap.doe is not _weiger:
        for kind in pad.kinderen:
            onder = _maak(kind, profiel)
            if pad.omzetting == "document":
                onder.doe = _documentdeel
            stap.per_tag[kind.tag] = onder
    return stap


@cache
def stappen(profiel: Profiel) -> Stap:
    """The tree for walking a file of this profile, made once per process."""
    return _maak(boom(), profiel)
