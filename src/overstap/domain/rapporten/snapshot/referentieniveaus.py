"""Which reference levels did the doorstroomtoets show, among the levels that exist in each domain?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from overstap.domain.adviezen.enums import Referentieniveau, Toetsdomein


@dataclass(frozen=True)
class Niveaustand:
    """One domain: its name, the levels from low to high, and the index of the level that was reached."""

    naam: str
    treden: tuple[str, ...]
    bereikt: int

    @property
    def zin(self) -> str:
        """The same in words."""
        return f"{self.naam}: {self.treden[self.bereikt]}"


def referentieniveaus(inhoud: Mapping[str, Any]) -> tuple[Niveaustand, ...]:
    """The domains of the veld `doorstroomtoets` with a level, in the order of the law (Toetsbesluit PO art. 8).

    A level that does not exist in its domain (1S for reading) is left to the table.
    """
    bereikt = dict(_per_domein(inhoud.get("doorstroomtoets") or {}))
    return tuple(
        Niveaustand(domein.label, tuple(n.label for n in domein.niveaus), domein.niveaus.index(bereikt[domein]))
        for domein in Toetsdomein
        if bereikt.get(domein) in domein.niveaus
    )


def _per_domein(toets: Mapping[str, Any]) -> Iterator[tuple[Toetsdomein, Referentieniveau]]:
    for onderdeel in toets.get("onderdelen") or ():
        yield from _stand(onderdeel.get("onderdeel"), onderdeel)
        for domein in onderdeel.get("domeinen") or ():
            yield from _stand(domein.get("domein"), domein)


def _stand(naam: Any, waarde: Mapping[str, Any]) -> Iterator[tuple[Toetsdomein, Referentieniveau]]:
    if naam in set(Toetsdomein) and waarde.get("referentieniveau"):
        yield Toetsdomein(naam), Referentieniveau(waarde["referentieniveau"])
