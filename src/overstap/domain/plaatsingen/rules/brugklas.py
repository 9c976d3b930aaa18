"""Does a pupil fit in a brugklas? The answer is a warning that a person reads, never a lock."""

from __future__ import annotations

from collections.abc import Iterator

from overstap.domain.adviezen.enums import Niveau
from overstap.foundation.weigering import Weigering


class BrugklasGeweigerd(Weigering):
    """This brugklas cannot be kept so; `zin` says what to do, `veld` which question it is about (empty: none)."""


def controleer_brugklas(naam: str, van: Niveau | None, tot: Niveau | None, capaciteit: int | None) -> None:
    """Raise `BrugklasGeweigerd` unless a brugklas has a name, adviezen in their order and a number of places."""
    if not naam.strip():
        raise BrugklasGeweigerd("Vul een naam in, bijvoorbeeld 1A of havo/vwo.", "naam")
    if capaciteit is not None and capaciteit < 1:
        raise BrugklasGeweigerd("Vul een aantal plaatsen van 1 of meer in, of laat het leeg.", "capaciteit")
    if van is None or tot is None:
        if van is not tot:
            raise BrugklasGeweigerd("Kies het laagste én het hoogste advies, of geen van beide.", "advies_tot")
        return
    if van.rang is None or tot.rang is None or van.rang > tot.rang:
        raise BrugklasGeweigerd("Het hoogste advies is lager dan het laagste. Draai ze om.", "advies_tot")


def waarschuwingen(
    advies: Niveau | None, van: Niveau | None, tot: Niveau | None, capaciteit: int | None, bezet: int
) -> Iterator[str]:
    """What somebody should see before placing a pupil with this advice where `bezet` places are taken."""
    if capaciteit is not None and bezet >= capaciteit:
        yield f"Deze brugklas is vol: {bezet} van de {capaciteit} plaatsen zijn bezet."
    if van is None or tot is None or van.rang is None or tot.rang is None:
        return
    if advies is None or advies.rang is None:
        yield "De leerling heeft geen specifiek advies. Kijk in het rapport welke klas past."
    elif advies.rang < van.rang:
        yield f"Het advies is {advies.label}. Deze brugklas vraagt ten minste {van.label}."
    elif advies.rang > tot.rang:
        yield f"Het advies is {advies.label}. Deze brugklas is voor hoogstens {tot.label}."
