"""How do we walk through the elements of a file, each with the function that its path asks for?

The table of paths is turned once into a tree of `Stap`; a file is then one walk over that tree.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from overstap.domain.bijlagen.snapshot import Bestand, KapotBestand
from overstap.integrations.oso.inpakken import Budget
from overstap.integrations.oso.v2019.bevindingen import Bevindingen
from overstap.integrations.oso.v2019.documenten import Gevonden
from overstap.integrations.oso.v2019.profielen import Profiel
from overstap.integrations.oso.v2019.regels.dossier import type_element
from overstap.integrations.oso.v2019.structuur import Pad

type_doel = dict[str, Any]
type_handeling = Callable[["Lezing", type_element, "Stap", type_doel], None]


class Lezing:
    """What one walk gathers: the values, what was derived, the attachments and the findings."""

    def __init__(self, profiel: Profiel) -> None:
        self.waarden: type_doel = {}
        self.afgeleid: dict[str, str] = {}
        self.nummer: tuple[str, str] | None = None
        self.gevonden: list[Gevonden] = []
        self.bestanden: list[Bestand] = []
        self.kapot: list[KapotBestand] = []
        self.sleutels: set[str] = set()
        self.budget = Budget()
        self.bevindingen = Bevindingen(profiel)


class Stap:
    """One path, ready for walking: its function, its place among its siblings, and its own children."""

    __slots__ = (
        "deel", "doe", "keuzes", "lees", "pad", "per_tag", "snel", "toets", "uniek", "verplicht", "volgorde",
    )  # fmt: skip

    def __init__(self, pad: Pad, volgorde: int, doe: type_handeling) -> None:
        self.pad = pad
        self.volgorde = volgorde
        self.doe = doe
        self.deel = pad.deel
        self.uniek = pad.maximum == 1
        self.lees: Callable[[str], Any] = str
        # For a leaf with an ordinary value: the value at once, or an exception and `doe` looks closer.
        self.snel: Callable[[Any], Any] | None = None
        self.toets = bool(pad.patroon or pad.bereik or pad.tekens[1] is not None)
        self.per_tag: dict[str, Stap] = {}
        self.verplicht: frozenset[str] = frozenset(kind.tag for kind in pad.kinderen if kind.minimum)
        self.keuzes = _keuzes(pad)


def _keuzes(pad: Pad) -> tuple[tuple[tuple[Pad, ...], bool], ...]:
    """(members, obligatory) of every choice among the children."""
    groepen: dict[str, list[Pad]] = {}
    for kind in pad.kinderen:
        if kind.keuze:
            groepen.setdefault(kind.keuze, []).append(kind)
    return tuple((tuple(leden), keuze.endswith("!")) for keuze, leden in groepen.items())


# What `snel` raises for a value that needs a closer look.
_ANDERS = (KeyError, TypeError, ValueError)


def loop_kinderen(lezing: Lezing, element: type_element, stap: Stap, doel: type_doel) -> None:
    """Do what every child of `element` asks for, and note where the structure is broken."""
    per_tag, bevindingen = stap.per_tag, lezing.bevindingen
    vorige = -1
    gezien = set()
    for kind in element:
        tag = kind.tag
        onder = per_tag.get(tag)
        if onder is None:
            bevindingen.onbekend(kind)
            continue
        volgorde = onder.volgorde
        if volgorde < vorige:
            bevindingen.volgorde(kind, onder.pad)
        elif volgorde == vorige and onder.uniek:
            bevindingen.te_vaak(kind, onder.pad)
        vorige = volgorde
        gezien.add(tag)
        if kind.tail is not None:
            bevindingen.losse_tekst(kind, kind.tail)
        if onder.snel is not None and not len(kind):
            try:
                doel[onder.deel] = onder.snel(kind.text)
            except _ANDERS:
                onder.doe(lezing, kind, onder, doel)
        else:
            onder.doe(lezing, kind, onder, doel)
    if element.text is not None:
        bevindingen.losse_tekst(element, element.text)
    if stap.keuzes or not stap.verplicht <= gezien:
        controleer_compleet(bevindingen, element, stap, gezien)


def controleer_compleet(bevindingen: Bevindingen, element: type_element, stap: Stap, gezien: set[Any]) -> None:
    """Note which obligatory children of `element` were not among `gezien`, and which choices were not made."""
    if not stap.verplicht <= gezien:
        bevindingen.ontbreekt(element, [kind.naam for kind in stap.pad.kinderen if kind.tag in stap.verplicht - gezien])
    for leden, verplicht in stap.keuzes:
        aanwezig = sum(lid.tag in gezien for lid in leden)
        if aanwezig > 1:
            bevindingen.keuze(element, [lid.naam for lid in leden])
        elif verplicht and not aanwezig:
            bevindingen.ontbreekt(element, [" of ".join(lid.naam for lid in leden)])
