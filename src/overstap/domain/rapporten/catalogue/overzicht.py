"""Which data does a report hold, as one list for the page "Welke gegevens", for JSON and for other programs?"""

from typing import TypedDict

from overstap.domain.rapporten.catalogue.elders import ELDERS, GEWEIGERD, Elders
from overstap.domain.rapporten.catalogue.register import Catalogus
from overstap.domain.rapporten.catalogue.veld import Veld, Voorwaarde


class Veldregel(TypedDict):
    """One veld, or one piece of data that is stored elsewhere (then `sectie` is empty)."""

    naam: str
    sectie: str
    grondslag: str
    grondslag_tekst: str
    label: str
    lezers: str
    ouders: str
    privacy: str
    zichtbaar_voor: list[str]
    bron: str
    categorie: str
    verplicht: bool
    alleen_als: str
    gevraagd: bool
    regio_uitleg: str


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


def _voorwaarde(als: Voorwaarde | None) -> str:
    """The condition as one text: `ondersteuningsvraag=True|None`, and `&` where two must hold."""
    if als is None:
        return ""
    plek = f"{als.veld}.{als.deel}" if als.deel else als.veld
    zelf = f"{plek}={'|'.join(map(str, als.waarden))}"
    return f"{zelf}&{_voorwaarde(als.en)}" if als.en else zelf


def _regel(veld: Veld | Elders, sectie: str) -> Veldregel:
    return {
        "naam": veld.naam,
        "sectie": sectie,
        "grondslag": veld.grondslag.kort,
        "grondslag_tekst": veld.grondslag.tekst,
        "label": veld.label,
        "lezers": veld.lezerslabel() if isinstance(veld, Veld) else veld.label,
        "ouders": veld.ouders,
        "privacy": veld.privacy.value,
        "zichtbaar_voor": sorted(publiek.value for publiek in veld.zichtbaar_voor),
        "bron": veld.bron.value,
        "categorie": veld.categorie.value,
        "verplicht": veld.verplicht,
        "alleen_als": _voorwaarde(veld.alleen_als) if isinstance(veld, Veld) else "",
        "gevraagd": isinstance(veld, Veld) and veld.gevraagd,
        "regio_uitleg": veld.regio_uitleg if isinstance(veld, Veld) else "",
    }
