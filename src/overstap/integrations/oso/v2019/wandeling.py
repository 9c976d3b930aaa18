"""How do we walk through the elements of a file, each with the function that its path asks for?

The table of paths is turned once into a tree of `Stap`; a file is then one walk over that tree.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from overstap.domain.bijlagen.snapshot import Bestand, Bron, KapotBestand
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
        self.bestanden: list[Bestand | Bron] = []
        self.kapot: list[KapotBestand] = []
        self.sleutels: set[str] = set()
        self.budget = Budget()
        self.bevindingen = Bevindingen(profiel)

    def houd_vast(self, wortel: type_element) -> None:
        """Keep the objects of a tree: lxml would make each anew for whoever looks next, the walk and then the rules."""
        self._elementen = [*wortel.iter()]


class Stap:
    """One path, ready for walking: its function, and its own children."""

    __slots__ = (
        "deel", "doe", "lees", "pad", "per_tag", "snel",
    )  # fmt: skip

    def __init__(self, pad: Pad, doe: type_handeling) -> None:
        self.pad = pad
        self.doe = doe
        self.deel = pad.deel
        self.lees: Callable[[str], Any] = str
        # For a leaf with an ordinary value: the value at once, or an exception and `doe` looks closer.
        self.snel: Callable[[Any], Any] | None = None
        self.per_tag: dict[str, Stap] = {}


# What `snel` raises for a value that needs a closer look.
_ANDERS = (KeyError, TypeError, ValueError)


def loop_kinderen(lezing: Lezing, element: type_element, stap: Stap, doel: type_doel) -> None:
    """Do what every child of `element` asks for. Whether it may stand there is judged elsewhere (`regels`)."""
    per_tag = stap.per_tag
    for kind in element:
        onder = per_tag.get(kind.tag)
        if onder is None:
            lezing.bevindingen.onbekend(stap.pad, kind)
        elif onder.snel is not None and not len(kind):
            try:
                doel[onder.deel] = onder.snel(kind.text)
            except _ANDERS:
                onder.doe(lezing, kind, onder, doel)
        else:
            onder.doe(lezing, kind, onder, doel)
