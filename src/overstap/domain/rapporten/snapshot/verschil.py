"""What changed between two contents, veld by veld?"""

from dataclasses import dataclass

from overstap.domain.rapporten.catalogue import Catalogus, catalogus
from overstap.domain.rapporten.snapshot.inhoud import Inhoud


@dataclass(frozen=True)
class Verschil:
    """One veld that differs; an empty text means that the veld was not filled in."""

    sectie: str
    veld: str
    label: str
    oud: str
    nieuw: str

    @property
    def soort(self) -> str:
        """In one word, for a reader."""
        if not self.oud:
            return "toegevoegd"
        return "gewijzigd" if self.nieuw else "weggehaald"


def verschil(oud: Inhoud, nieuw: Inhoud, lijst: Catalogus | None = None) -> tuple[Verschil, ...]:
    """Every veld with another value, in the order of the report."""
    return tuple(
        Verschil(
            sectie.naam,
            veld.naam,
            veld.label,
            veld.type.tekst(oud[veld.naam]) if veld.naam in oud else "",
            veld.type.tekst(nieuw[veld.naam]) if veld.naam in nieuw else "",
        )
        for sectie in (lijst or catalogus()).secties
        for veld in sectie.velden
        if oud.get(veld.naam) != nieuw.get(veld.naam)
    )
