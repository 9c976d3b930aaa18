"""Which kinds of organisation take part?"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

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


class Regioonderwerp(Choice):
    """What a region sets, one subject at a time. Columns: key, label, the tables and keys of its file that it holds."""

    sleutels: tuple[str, ...]

    TERMIJNEN = (
        "termijnen",
        "Termijnen en afspraken",
        "reactietermijn_dagen gegevens_hoogstens_dagen pro_besluit_vragen",
    )
    DATUMS = "datums", "Datums van het schooljaar", "kalender"
    VRAGEN = "vragen", "Vragen en uitleg in het rapport", "velden"
    BIJLAGEN = "bijlagen", "Bijlagen die vanzelf meegaan", "standaard_bijlagesoorten"
    WOORDEN = "woorden", "Woorden en kleuren", "woorden kleuren"
    CONTACT = "contact", "Wie de scholen helpt", "contact"
    SWV = "swv", "Samenwerkingsverbanden en routes", "swv"
    BESTUREN = "besturen", "Besturen", "besturen"
    SCHOLEN = "scholen", "Scholen en vestigingen", "scholen"
    MAILS = "mails", "Teksten van de mails", "mails"

    def __new__(cls, value: str, label: str = "", sleutels: str = "") -> Self:
        member = str.__new__(cls, value)
        member._value_ = value
        member.label, member.sleutels = label, tuple(sleutels.split())
        return member


class Mailsoort(Choice):
    """A mail of which a region may give the text. Columns: key, label, who reads it, what it may hold and must hold."""

    ouders: bool
    plekken: tuple[str, ...]
    verplicht: tuple[str, ...]

    UITNODIGING = "uitnodiging", "Ouders: er staat iets klaar", "ouders", "adres nummer", "adres"
    HERINNERING = "herinnering", "Ouders: herinnering", "ouders", "adres nummer", "adres"
    NIEUWE_VERSIE = "nieuwe_versie", "Ouders: er is iets veranderd", "ouders", "adres nummer", "adres"
    BERICHT = "bericht", "Ouders: de school vertelt iets", "ouders", "adres nummer", "adres"
    SEINTJE = "seintje", "Collega’s: er wacht iets", "collega", "regels adres", "regels adres"

    def __new__(cls, value: str, label: str = "", wie: str = "", plekken: str = "", verplicht: str = "") -> Self:
        member = str.__new__(cls, value)
        member._value_ = value
        member.label, member.ouders = label, wie == "ouders"
        member.plekken, member.verplicht = tuple(plekken.split()), tuple(verplicht.split())
        return member


class Duolijstsoort(Choice):
    """Which of DUO's open lists of vestigingen somebody chose. Columns: key, label, kind, education."""

    kolommen: dict[str, str]

    BO = "bo", "Basisonderwijs", "po", "bo"
    SBO = "sbo", "Speciaal basisonderwijs", "po", "sbo"
    SO = "so", "Speciaal onderwijs", "po", "so"
    VO = "vo", "Voortgezet onderwijs", "vo", "bo"

    def __new__(cls, value: str, label: str = "", soort: str = "", onderwijs: str = "") -> Self:
        member = str.__new__(cls, value)
        member._value_ = value
        member.label, member.kolommen = label, {"soort": soort, "onderwijs": onderwijs}
        return member

    def past(self, school: Mapping[str, Any]) -> bool:
        """Would a school of the region's file stand in this list?"""
        return all(school.get(veld) == waarde for veld, waarde in self.kolommen.items())


class Duovoorstelsoort(Choice):
    """What DUO's list says of one school of the region."""

    NIEUW = "nieuw", "Nieuw"
    FUSIE = "fusie", "Gaat op in een andere school"
    GESTOPT = "gestopt", "Stopt"
    GEWIJZIGD = "gewijzigd", "Gewijzigd"
