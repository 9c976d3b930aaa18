"""How far may the check of an attachment go, and may it leave us in this state?"""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from overstap.domain.bijlagen.enums import Scanstaat
from overstap.domain.bijlagen.snapshot import Keuring
from overstap.foundation.weigering import Weigering

# From which state to which; the database knows the states too. What was safe is looked at again with newer
# signatures, which may refuse it but never call it unscanned; a refused one is never looked at again.
SCANSTAPPEN: dict[Scanstaat, frozenset[Scanstaat]] = {
    Scanstaat.WORDT_GECONTROLEERD: frozenset({Scanstaat.VEILIG, Scanstaat.GEWEIGERD, Scanstaat.NIET_GESCAND}),
    Scanstaat.NIET_GESCAND: frozenset({Scanstaat.VEILIG, Scanstaat.GEWEIGERD, Scanstaat.NIET_GESCAND}),
    Scanstaat.VEILIG: frozenset({Scanstaat.VEILIG, Scanstaat.GEWEIGERD}),
    Scanstaat.GEWEIGERD: frozenset(),
}


def scanstaat_na(keuring: Keuring) -> Scanstaat:
    """The state that a check leads to: without a scanner never `VEILIG`."""
    if keuring.reden is not None:
        return Scanstaat.GEWEIGERD
    return Scanstaat.VEILIG if keuring.gescand else Scanstaat.NIET_GESCAND


def mag_scanstap(van: Scanstaat, naar: Scanstaat) -> bool:
    """Does the table allow this step?"""
    return naar in SCANSTAPPEN[van]


class VertrekGeweigerd(Weigering):
    """This attachment may not leave the platform (yet); `zin` says what to do."""


_VERTREK = {
    Scanstaat.GEWEIGERD: "Een bijlage is geweigerd en kan niet mee. Trek haar in of vervang haar.",
    Scanstaat.WORDT_GECONTROLEERD: (
        "Een bijlage wordt nog gecontroleerd op virussen. Wacht even en probeer het daarna opnieuw."
    ),
    Scanstaat.NIET_GESCAND: (
        "Een bijlage is nog niet gecontroleerd op virussen. Zolang dat niet kan, gaat zij niet mee."
        " Vraag uw beheerder om de virusscanner aan te zetten, of trek de bijlage in."
    ),
}


def controleer_vertrek(standen: Iterable[Scanstaat], *, scanplicht: bool) -> None:
    """Raise `VertrekGeweigerd` unless attachments in these states may leave: to a vo school, a parent, or in an export.

    With `scanplicht` (always in production) only what was scanned; a refused one never.
    """
    gevonden = set(standen)
    for staat, zin in _VERTREK.items():
        if staat in gevonden and (scanplicht or staat is Scanstaat.GEWEIGERD):
            raise VertrekGeweigerd(zin)


def controleer_tonen(scan: Scanstaat) -> None:
    """Raise `VertrekGeweigerd` unless this may be shown inside a browser: only what was cleaned before.

    Where no scanner is, cleaning still happened.
    """
    if scan is Scanstaat.WORDT_GECONTROLEERD:
        raise VertrekGeweigerd("Deze bijlage wordt nog gecontroleerd. Wacht even en probeer het daarna opnieuw.")


def plek_van_bestand(bestand_id: UUID) -> str:
    """What binds the bytes of an attachment to their place in the store."""
    return f"bestand:{bestand_id}"
