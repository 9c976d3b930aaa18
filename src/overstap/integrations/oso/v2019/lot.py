"""What happens to a path in one profile: does it go to a veld, do we make it ourselves, or is it refused, and why?

The table gives the fate of a path wherever it may go. A profile only takes away from it: what its receiver
may not know according to the catalogue, and what the delivery matrix forbids. A bank account is refused
in the table, so in every profile.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from overstap.domain.importen.snapshot import InzageInOso, Persoonsnummer, Weigering
from overstap.domain.rapporten.catalogue import (
    ALLEEN_VAN_HET_VO,
    ELDERS,
    GEWEIGERD,
    NIET_VOOR_SWV,
    Elders,
    Geweigerd,
    Publiek,
    Veld,
    catalogus,
)
from overstap.domain.rapporten.snapshot import Inhoud
from overstap.integrations.oso.v2019 import structuur
from overstap.integrations.oso.v2019.profielen import MATRIX, VERBODEN, Profiel
from overstap.integrations.oso.v2019.structuur import VELD, Pad, paden

_WEIGERINGEN: Mapping[str, Geweigerd] = {weigering.element: weigering for weigering in GEWEIGERD}
_NIET_VOOR_SWV: Mapping[str, Geweigerd] = {weigering.element: weigering for weigering in NIET_VOOR_SWV}
# Why a category does not travel that the matrix forbids although the table maps it.
_VAN_CATEGORIE = {"cat_eindtoetsbo": _NIET_VOOR_SWV["doorstroomtoets"], "cat_vombo": ALLEEN_VAN_HET_VO}
_UITGEZET = "De school levert dit onderdeel niet (OPT-UIT)."


@dataclass(frozen=True)
class Lot:
    """The fate of one path in one profile; `weigering` is there when it is refused."""

    soort: str
    weigering: Geweigerd | None = None


@cache
def lot(pad: Pad, profiel: Profiel) -> Lot:
    """The fate of `pad` in `profiel`; what is inside a refused block is refused with it."""
    if pad.lot == structuur.GEWEIGERD:
        return Lot(structuur.GEWEIGERD, _WEIGERINGEN[pad.reden])
    ouder = paden().get(pad.pad.rpartition("/")[0])
    boven = lot(ouder, profiel) if ouder is not None else None
    weigering = boven.weigering if boven is not None else None
    weigering = weigering or _niet_voor(pad, profiel)
    return Lot(structuur.GEWEIGERD, weigering) if weigering else Lot(pad.lot)


def _niet_voor(pad: Pad, profiel: Profiel) -> Geweigerd | None:
    """Why this profile does not take a path that others do; `None` when it does."""
    naam = _naam(pad)
    if profiel.voor_swv and naam in _NIET_VOOR_SWV:
        return _NIET_VOOR_SWV[naam]
    if pad.categorie and MATRIX[profiel][pad.categorie] == VERBODEN:
        return _VAN_CATEGORIE[pad.categorie]
    return None


def _naam(pad: Pad) -> str:
    """The name under which the catalogue holds a path: a veld, or the personal number beside the report."""
    if pad.omzetting == "nummer":
        return "persoonsnummer"
    return pad.sleutel.partition(".")[0] if pad.lot == VELD else ""


def reden(weigering: Geweigerd) -> str:
    """The sentence with its article, for a reader."""
    return f"{weigering.reden} ({weigering.grondslag.kort})"


def geweigerd(
    inhoud: Inhoud,
    nummer: Persoonsnummer | None,
    inzage: InzageInOso | None,
    profiel: Profiel,
    uitgezet: frozenset[str],
) -> tuple[Weigering, ...]:
    """What of a report (and the number of the pupil, and the inzage) does not travel, by its name in the catalogue.

    That is what this profile does not take, and what is in the categories that the school switched off.
    """
    aanwezig = {*inhoud, *(("persoonsnummer",) if nummer else ())}
    redenen: dict[str, str] = {}
    for pad in paden().values():
        naam = _naam(pad)
        if naam not in aanwezig:
            continue
        if (weigering := lot(pad, profiel).weigering) is not None:
            redenen.setdefault(naam, reden(weigering))
        elif pad.categorie in uitgezet:
            redenen.setdefault(naam, _UITGEZET)
    niet_mee = tuple(Weigering(naam, _label(naam), 1, tekst) for naam, tekst in redenen.items())
    zonder_inzage = inzage is not None and "cat_ouderinzage" in uitgezet
    return (*niet_mee, *((Weigering("inzage", "Inzage door de ouders", 1, _UITGEZET),) if zonder_inzage else ()))


def _label(naam: str) -> str:
    veld = catalogus().velden.get(naam)
    return veld.lezerslabel() if veld else next(deel.label for deel in ELDERS if deel.naam == naam)


def onbekend_bij_swv() -> frozenset[str]:
    """The names in the catalogue of what a samenwerkingsverband may not see."""
    delen: list[Elders | Veld] = [*catalogus().velden.values(), *ELDERS]
    return frozenset(deel.naam for deel in delen if Publiek.SWV not in deel.zichtbaar_voor)
