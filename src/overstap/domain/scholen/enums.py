"""Which kinds of organisation take part?"""

from __future__ import annotations

from overstap.foundation.choice import Choice


class Organisatiesoort(Choice):
    """The kind of an organisation; it decides which pages its people have."""

    PO = "po", "basisschool"
    VO = "vo", "vo-school"
    SWV = "swv", "samenwerkingsverband"
    REGIO = "regio", "regio"
