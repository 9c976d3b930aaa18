"""Which data does a report hold, as one list for the page "Welke gegevens", for JSON and for other programs?"""

from typing import TypedDict

from overstap.domain.rapporten.catalogue.elders import ELDERS, GEWEIGERD, Elders
from overstap.domain.rapporten.catalogue.register import Catalogus
from overstap.domain.rapporten.catalogue.veld import Veld


class Veldregel(TypedDict):
    """One veld, or one piece of data that is stored elsewhere (then `sectie` is empty)."""

    naam: str
    sectie: str
    grondslag: str
    grondslag_tekst: str
    label: str
    ouders: str
    privacy: str
    zichtbaar_voor: list[str]
    bron: str
    categorie: str
    verplicht: bool


class Weigering(TypedDict):
    """One piece of OSO data that a report does not take."""

    element: str
    grondslag: str
    reden: str


class Overzicht(TypedDict):
    """Everything that is taken and everything that is refused."""

    velden: list[Veldregel]
    geweigerd: list[Weigering]


def overzicht(lijst: Catalogus) -> Overzicht:
    """The register "Welke gegevens": every veld in order, then what is stored elsewhere, then what is refused."""
    velden = [_regel(veld, sectie.naam) for sectie in lijst.secties for veld in sectie.velden]
    return {
        "velden": velden + [_regel(elders, "") for elders in ELDERS],
        "geweigerd": [
            {"element": geweigerd.element, "grondslag": geweigerd.grondslag.kort, "reden": geweigerd.reden}
            for geweigerd in GEWEIGERD
        ],
    }


def _regel(veld: Veld | Elders, sectie: str) -> Veldregel:
    return {
        "naam": veld.naam,
        "sectie": sectie,
        "grondslag": veld.grondslag.kort,
        "grondslag_tekst": veld.grondslag.tekst,
        "label": veld.label,
        "ouders": veld.ouders,
        "privacy": veld.privacy.value,
        "zichtbaar_voor": sorted(publiek.value for publiek in veld.zichtbaar_voor),
        "bron": veld.bron.value,
        "categorie": veld.categorie.value,
        "verplicht": veld.verplicht,
    }
