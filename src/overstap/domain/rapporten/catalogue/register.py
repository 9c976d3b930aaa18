"""Which secties and velden exist? The one register, put together from a module per sectie."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from overstap.domain.rapporten.catalogue import (
    gedrag,
    leerling,
    leerresultaten,
    ondersteuning_gekregen,
    ondersteuning_nodig,
    schooladvies,
    schoolloopbaan,
    verzuim,
)
from overstap.domain.rapporten.catalogue.veld import Sectie, Veld


@dataclass(frozen=True)
class Catalogus:
    """The secties in the order of the report; names of velden are unique over all of them."""

    secties: tuple[Sectie, ...]
    velden: Mapping[str, Veld] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        velden = [veld for sectie in self.secties for veld in sectie.velden]
        per_naam = {veld.naam: veld for veld in velden}
        if len(per_naam) != len(velden):
            raise ValueError("twee velden met dezelfde naam")
        object.__setattr__(self, "velden", per_naam)

    def sectie(self, naam: str) -> Sectie:
        """The sectie with this name; raises KeyError."""
        return {sectie.naam: sectie for sectie in self.secties}[naam]


@cache
def catalogus() -> Catalogus:
    """The catalogue of the running version."""
    return Catalogus(
        (
            leerling.SECTIE,
            schoolloopbaan.SECTIE,
            verzuim.SECTIE,
            leerresultaten.SECTIE,
            gedrag.SECTIE,
            ondersteuning_gekregen.SECTIE,
            ondersteuning_nodig.SECTIE,
            schooladvies.SECTIE,
        )
    )
