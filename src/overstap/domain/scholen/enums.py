"""Which kinds of organisation take part?"""

from __future__ import annotations

from overstap.foundation.choice import Choice


class Onderwijs(Choice):
    """Which primary education a school gives; in sbo and so the newest OPP is part of the report (WEC 43 lid 1)."""

    BO = "bo", "basisonderwijs"
    SBO = "sbo", "speciaal basisonderwijs"
    SO = "so", "speciaal onderwijs"

    @property
    def opp_verplicht(self) -> bool:
        """Has every pupil of such a school an OPP?"""
        return self is not Onderwijs.BO


class Organisatiesoort(Choice):
    """The kind of an organisation; it decides which pages its people have."""

    PO = "po", "basisschool"
    VO = "vo", "vo-school"
    SWV = "swv", "samenwerkingsverband"
    REGIO = "regio", "regio"
