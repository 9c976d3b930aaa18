"""Which school outside the region can be written down, by its BRIN?"""

from __future__ import annotations

import re

from overstap.foundation.weigering import Weigering

# In `Organisatie.gegevens`: nobody works there with Overstap, so it gets a file and no inbox.
BUITEN_REGIO = "buiten_regio"
# What an oefenschool, its vo school and its samenwerkingsverband are called (ADR 36): nobody has these at DUO.
OEFEN_PO, OEFEN_VO, OEFEN_SWV = "99OP", "99OV", "VO9990"
OEFENBRINS = frozenset({OEFEN_PO, OEFEN_VO, OEFEN_SWV})
_BRIN = re.compile(r"[0-9]{2}[A-Z]{2}")


class SchoolGeweigerd(Weigering):
    """This school cannot be written down; `zin` says what to do."""


def controleer_brin(brin: str, vestiging: str) -> None:
    """Raise `SchoolGeweigerd` unless these have the form of a BRIN and the number of a vestiging (DUO)."""
    if not _BRIN.fullmatch(brin):
        raise SchoolGeweigerd("Een BRIN heeft twee cijfers en twee hoofdletters, zoals 01AB. Zoek het op bij DUO.")
    if not re.fullmatch(r"[0-9]{2}", vestiging):
        raise SchoolGeweigerd("Het nummer van de vestiging heeft twee cijfers. De hoofdvestiging is 00.")
    if brin in OEFENBRINS:
        raise SchoolGeweigerd("Dit BRIN is van een oefenschool. Zoek het echte BRIN op bij DUO.")
