"""Which kinds of attachment exist, on which article do they rest, and what must the parents have said?"""

from __future__ import annotations

from typing import Self

from overstap.foundation.choice import Choice


class Instemming(Choice):
    """What is needed from the parents before an attachment may travel along."""

    GEEN = "geen", "Geen toestemming nodig: u informeert de ouders"
    GOEDKEURING = "goedkeuring", "Goedkeuring van de ouders nodig"
    UITDRUKKELIJK = "uitdrukkelijk", "Uitdrukkelijke toestemming van de ouders nodig"
    WENS = "wens", "Alleen als de ouders dat willen"


class Bijlagesoort(Choice):
    """The kinds of attachment. Columns: key, label, ground, what is needed from the parents.

    `grondslag` is Dutch text; empty where no article names the document, so that only the permission
    of the parents carries it. Documents of ZAT, VIR, police, justice and jeugdzorg have no kind here on purpose:
    they may not be in the report.
    """

    grondslag: str
    instemming: Instemming

    LEERLINGRAPPORT = (
        "leerlingrapport",
        "Leerlingrapport van de doorstroomtoets",
        "artikel 8, lid 3 van het Toetsbesluit PO",
        "geen",
    )
    LVS_PROFIEL = (
        "lvs_profiel",
        "Overzicht uit het leerlingvolgsysteem",
        "artikel 4, lid 1, onder b van het Besluit",
        "geen",
    )
    RAPPORT = ("rapport", "Rapport met cijfers", "artikel 4, lid 1, onder b van het Besluit", "geen")
    OPP = (
        "opp",
        "Ontwikkelingsperspectief of groeidocument",
        "artikel 6, onder c van het Besluit; artikel 43, lid 1 van de WEC",
        "geen",
    )
    HANDELINGSPLAN = ("handelingsplan", "Handelingsplan", "artikel 6, onder c van het Besluit", "geen")
    ONDERSTEUNING = (
        "ondersteuning",
        "Beschikking of toelichting over ondersteuning",
        "artikel 6, onder c van het Besluit",
        "geen",
    )
    VERZUIM = ("verzuim", "Overzicht van het verzuim", "artikel 7 van het Besluit", "geen")
    VERKLARING = (
        "verklaring",
        "Dyslexieverklaring of dyscalculieverklaring",
        "artikel 6, onder b van het Besluit",
        "goedkeuring",
    )
    ONDERZOEK = (
        "onderzoek",
        "Verslag van een onderzoek door een deskundige",
        "artikel 4, lid 1, onder d en artikel 6, onder b van het Besluit",
        "uitdrukkelijk",
    )
    PORTFOLIO = ("portfolio", "Portfolio, foto of film", "", "goedkeuring")
    ZIENSWIJZE = ("zienswijze", "Zienswijze van de ouders", "artikel 16 en 18 van de AVG", "wens")
    OVERIG = ("overig", "Ander document", "", "goedkeuring")

    def __new__(cls, value: str, label: str = "", grondslag: str = "", instemming: str = "geen") -> Self:
        member = str.__new__(cls, value)
        member._value_ = value
        member.label, member.grondslag, member.instemming = label, grondslag, Instemming(instemming)
        return member

    @property
    def ouders_nodig(self) -> bool:
        """Must the parents have said something before this kind may travel along?"""
        return self.instemming is not Instemming.GEEN


class Herkomst(Choice):
    """Where an attachment came from."""

    OSO = "oso", "Uit de leerlingadministratie"
    SCHOOL = "school", "Toegevoegd door de school"
