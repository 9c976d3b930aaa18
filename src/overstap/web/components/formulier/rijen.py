"""How many rows does a form have, and what does the button 'voeg toe' or 'verwijder' do, without JavaScript?"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.datastructures import MultiValueDict

from overstap.domain.rapporten.catalogue import Sectie, Veld
from overstap.domain.rapporten.catalogue.typen import Rijen
from overstap.domain.rapporten.snapshot import Inhoud
from overstap.web.components.formulier.invulbaar import eigen_delen, eigen_rijen

VOEG_TOE = "erbij"
VERWIJDER = "weg"


@dataclass(frozen=True)
class Rijknop:
    """Which button of which rows was pressed; `nummer` is the row to take away."""

    veld: str
    opdracht: str
    nummer: int = 0

    @classmethod
    def uit(cls, waarde: str) -> "Rijknop | None":
        """Read the value of a button, `capaciteitenonderzoek:weg:0`; None for anything else."""
        veld, _, rest = waarde.partition(":")
        opdracht, _, nummer = rest.partition(":")
        if opdracht == VOEG_TOE:
            return cls(veld, opdracht)
        return cls(veld, opdracht, int(nummer)) if opdracht == VERWIJDER and nummer.isdecimal() else None


def aantal_naam(veld: Veld) -> str:
    """The hidden input that says how many rows the page showed."""
    return f"{veld.naam}-aantal"


def aantal_rijen(veld: Veld, inhoud: Inhoud, data: Mapping[str, Any] | None) -> int:
    """The number of rows: as the page said, as stored, and one empty row to begin with."""
    opgeslagen = len(inhoud.get(veld.naam, ()))
    if not eigen_rijen(veld):
        return opgeslagen
    gezegd = str((data or {}).get(aantal_naam(veld), ""))
    aantal = int(gezegd) if gezegd.isdecimal() and len(gezegd) < 5 else max(opgeslagen, 1)
    return min(aantal, veld.type.maximum if isinstance(veld.type, Rijen) else aantal)


def na_knop(data: Mapping[str, Any], knop: Rijknop, sectie: Sectie, inhoud: Inhoud) -> MultiValueDict[str, Any]:
    """What was typed, with the row added or taken away; untouched when the button is not of this sectie."""
    nieuw = _kopie(data)
    veld = next((veld for veld in sectie.velden if veld.naam == knop.veld and eigen_rijen(veld)), None)
    if veld is None or not isinstance(veld.type, Rijen):
        return nieuw
    aantal = aantal_rijen(veld, inhoud, data)
    if knop.opdracht == VOEG_TOE:
        nieuw[aantal_naam(veld)] = str(aantal + 1)
    elif knop.nummer < aantal:
        _schuif_op(nieuw, veld, knop.nummer, aantal)
        nieuw[aantal_naam(veld)] = str(aantal - 1)
    return nieuw


def zonder_lege_rijen(data: Mapping[str, Any], sectie: Sectie, inhoud: Inhoud) -> MultiValueDict[str, Any]:
    """What was typed, without rows in which nothing stands: those are not stored either."""
    nieuw = _kopie(data)
    for veld in filter(eigen_rijen, sectie.velden):
        for nummer in reversed(range(aantal_rijen(veld, inhoud, nieuw))):
            if _is_lege_rij(nieuw, veld, nummer):
                nieuw = na_knop(nieuw, Rijknop(veld.naam, VERWIJDER, nummer), sectie, inhoud)
    return nieuw


def _is_lege_rij(data: MultiValueDict[str, Any], veld: Veld, nummer: int) -> bool:
    namen = [deel.naam for deel in eigen_delen(veld.type)] if isinstance(veld.type, Rijen) else []
    return not any("".join(data.getlist(f"{veld.naam}-{nummer}-{naam}")).strip() for naam in namen)


def _kopie(data: Mapping[str, Any]) -> MultiValueDict[str, Any]:
    if isinstance(data, MultiValueDict):
        return MultiValueDict({naam: list(data.getlist(naam)) for naam in data})
    return MultiValueDict({naam: [waarde] for naam, waarde in data.items()})


def _schuif_op(data: MultiValueDict[str, Any], veld: Veld, weg: int, aantal: int) -> None:
    """Give every row after the one that goes the number before its own."""
    namen = [deel.naam for deel in eigen_delen(veld.type)] if isinstance(veld.type, Rijen) else []
    for nummer in range(weg, aantal):
        for naam in namen:
            volgende = data.getlist(f"{veld.naam}-{nummer + 1}-{naam}") if nummer + 1 < aantal else []
            data.setlist(f"{veld.naam}-{nummer}-{naam}", volgende)
