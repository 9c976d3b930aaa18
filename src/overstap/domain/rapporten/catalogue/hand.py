"""What do people fill in of a pupil who came without a file from the LAS?"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from overstap.domain.rapporten.catalogue.regio import catalogus_van_regio
from overstap.domain.rapporten.catalogue.register import Catalogus
from overstap.domain.rapporten.catalogue.toetsinvoer import Toetsgroep
from overstap.domain.rapporten.catalogue.typen import Groep, Rijen
from overstap.domain.rapporten.catalogue.veld import Bron, Deel, Veld


def catalogus_bij(instellingen: Mapping[str, Any], *, getypt: bool) -> Catalogus:
    """The catalogue with these settings of a region, of a pupil who was typed in or who came with a file."""
    lijst = catalogus_van_regio(instellingen)
    return met_de_hand(lijst) if getypt else lijst


def met_de_hand(lijst: Catalogus) -> Catalogus:
    """The catalogue in which people fill in what the LAS gives of another pupil, where the veld has words for that."""
    return Catalogus(
        tuple(replace(sectie, velden=tuple(_veld(veld) for veld in sectie.velden)) for sectie in lijst.secties)
    )


def _veld(veld: Veld) -> Veld:
    if not veld.met_de_hand:
        return veld
    soort = veld.type
    if isinstance(soort, Rijen):
        soort = replace(soort, groep=_groep(soort.groep))
    elif isinstance(soort, Groep):
        soort = _groep(soort)
    return replace(veld, type=soort, bron=Bron.SCHOOL, uitleg=veld.met_de_hand)


def _groep(groep: Groep) -> Groep:
    if isinstance(groep, Toetsgroep):
        return replace(groep, getypt=True)
    return replace(groep, delen=tuple(_deel(deel) for deel in groep.delen))


def _deel(deel: Deel) -> Deel:
    return replace(deel, bron=Bron.SCHOOL, bij_leeg=deel.met_de_hand) if deel.met_de_hand else deel
