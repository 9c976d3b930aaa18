"""What does a report say of care need, in three plain facts that an inbox may show without opening it?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Zorg:
    """Whether there is a support question, a toelaatbaarheidsverklaring, and a wish to talk. No kind, no diagnosis."""

    met_vraag: bool = False
    met_tlv: bool = False
    gesprek_gevraagd: bool = False

    @property
    def gewicht(self) -> int:
        """How far up an inbox that is sorted by care need; says nothing about a pupil."""
        return 4 * self.met_tlv + 2 * self.met_vraag + self.gesprek_gevraagd


def zorg_van(inhoud: Mapping[str, Any]) -> Zorg:
    """The three facts of the content of a report as it counts (`Inhoud.geldend`)."""
    return Zorg(
        met_vraag=inhoud.get("ondersteuningsvraag") is True,
        met_tlv=bool(inhoud.get("tlv")),
        gesprek_gevraagd=inhoud.get("contactnodig") is True,
    )
