"""What does a report hold, as one frozen value that can be stored, compared and fingerprinted?"""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from overstap.domain.rapporten.catalogue import Catalogus, catalogus
from overstap.domain.rapporten.catalogue.typen import type_json, type_waarde, zonder_leeg
from overstap.domain.rapporten.snapshot.ondersteuning import antwoord_na_import
from overstap.domain.rapporten.snapshot.verversen import ververst


@dataclass(frozen=True)
class Inhoud(Mapping[str, type_waarde]):
    """The filled velden of one report, by the name of the veld. Empty values do not exist in it."""

    waarden: Mapping[str, type_waarde] = field(default_factory=dict)

    def __post_init__(self) -> None:
        object.__setattr__(self, "waarden", MappingProxyType(zonder_leeg(self.waarden)))

    def __getitem__(self, naam: str) -> type_waarde:
        return self.waarden[naam]

    def __iter__(self) -> Iterator[str]:
        return iter(self.waarden)

    def __len__(self) -> int:
        return len(self.waarden)

    def met(self, wijzigingen: Mapping[str, type_waarde]) -> "Inhoud":
        """A copy with these values; an empty value takes the veld away."""
        return Inhoud({**self.waarden, **wijzigingen})

    def alleen(self, namen: frozenset[str]) -> "Inhoud":
        """A copy with only these velden."""
        return Inhoud({naam: waarde for naam, waarde in self.waarden.items() if naam in namen})

    def geldend(self, lijst: Catalogus | None = None) -> "Inhoud":
        """A copy with only the velden that count, given the other answers: this is what may travel.

        An answer under a question that was closed again ("nee") stays in the concept, so that nobody
        loses text by a wrong click, but it is no part of the report.
        """
        velden = (lijst or catalogus()).velden
        return self.alleen(frozenset(naam for naam in self if velden[naam].telt_mee(self)))

    def ververst_uit_las(self, las: "Inhoud", lijst: Catalogus | None = None) -> "Inhoud":
        """A copy in which the velden of the LAS are renewed, and what people wrote stays.

        A veld that people fill in is only prefilled when it is still empty. In rows of the LAS to which
        people added something (the relation of a diagnosis), that addition stays with its row. What the LAS newly
        tells of support answers the question about support with yes.
        """
        velden = tuple((lijst or catalogus()).velden.values())
        vers = {**self.waarden, **dict(ververst(self, las, velden))}
        return Inhoud({**vers, **antwoord_na_import(self.waarden, vers, velden)})

    def naar_json(self, lijst: Catalogus | None = None) -> dict[str, type_json]:
        """JSON by veld, in the order of the catalogue; a name outside the catalogue is a KeyError."""
        velden = (lijst or catalogus()).velden
        vreemd = self.waarden.keys() - velden.keys()
        if vreemd:
            raise KeyError(f"niet in de catalogus: {sorted(vreemd)}")
        return {naam: velden[naam].type.naar_json(self[naam]) for naam in velden if naam in self}

    @classmethod
    def uit_json(cls, ruw: Mapping[str, type_json], lijst: Catalogus | None = None) -> "Inhoud":
        """The inverse of `naar_json`; raises `Waardefout` or KeyError on what does not fit."""
        velden = (lijst or catalogus()).velden
        return cls({naam: velden[naam].type.uit_json(waarde) for naam, waarde in ruw.items()})

    def naar_bytes(self) -> bytes:
        """The canonical form (sorted JSON, UTF-8): the same content always gives the same bytes."""
        return json.dumps(self.naar_json(), ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()

    @classmethod
    def uit_bytes(cls, ruw: bytes) -> "Inhoud":
        """The inverse of `naar_bytes`."""
        return cls.uit_json(json.loads(ruw))

    def vingerafdruk(self) -> str:
        """SHA-256 of the canonical form, in hexadecimals."""
        return hashlib.sha256(self.naar_bytes()).hexdigest()
