"""Which steps may a dossier take? One table, repeated by the database."""

from __future__ import annotations

from overstap.domain.dossiers.enums import Staat, Stap
from overstap.foundation.weigering import Weigering

TOEGESTANE_STAPPEN: dict[Staat, frozenset[Staat]] = {
    Staat.CONCEPT: frozenset({Staat.TER_INZAGE}),
    Staat.TER_INZAGE: frozenset({Staat.DEFINITIEF, Staat.HEROPEND}),
    Staat.DEFINITIEF: frozenset({Staat.OVERGEDRAGEN, Staat.HEROPEND}),
    Staat.OVERGEDRAGEN: frozenset({Staat.OPGEHAALD, Staat.GELEZEN, Staat.INGETROKKEN, Staat.HEROPEND}),
    Staat.OPGEHAALD: frozenset({Staat.GELEZEN, Staat.INGETROKKEN, Staat.HEROPEND}),
    Staat.GELEZEN: frozenset({Staat.OPGEHAALD, Staat.INGETROKKEN, Staat.HEROPEND}),
    Staat.INGETROKKEN: frozenset({Staat.OVERGEDRAGEN, Staat.HEROPEND}),
    Staat.HEROPEND: frozenset({Staat.TER_INZAGE, Staat.DEFINITIEF}),
}

INVULBAAR = frozenset({Staat.CONCEPT, Staat.TER_INZAGE, Staat.HEROPEND})
BEVROREN = frozenset(Staat) - INVULBAAR
BIJ_HET_VO = frozenset({Staat.OVERGEDRAGEN, Staat.OPGEHAALD, Staat.GELEZEN})
# The only states that a vo school brings a dossier to; the database refuses it every other.
DOOR_HET_VO = frozenset({Staat.OPGEHAALD, Staat.GELEZEN})

_STAP = {
    Staat.CONCEPT: Stap.INVULLEN,
    Staat.HEROPEND: Stap.INVULLEN,
    Staat.TER_INZAGE: Stap.OUDERS_LEZEN,
    Staat.DEFINITIEF: Stap.DEFINITIEF,
    Staat.INGETROKKEN: Stap.DEFINITIEF,
    Staat.OVERGEDRAGEN: Stap.BIJ_HET_VO,
    Staat.OPGEHAALD: Stap.BIJ_HET_VO,
    Staat.GELEZEN: Stap.BIJ_HET_VO,
}


# On which ground somebody takes a file along. A vo school gets what the basisschool must send (and only that), a
# basisschool keeps what it must keep, a parent has a right to a copy, a samenwerkingsverband decides on what it gets.
GROND_VO, GROND_PO, GROND_OUDER, GROND_SWV = "WPO 42", "Besluit 7a", "AVG 15", "WVO 2020 2.47"


class StapNietMogelijk(Weigering):
    """The dossier is not in a state from which this step may be taken; `zin` says what to do."""

    def __init__(self, van: Staat, naar: Staat) -> None:
        super().__init__(
            f"Dit kan nu niet: het rapport is {van.label.lower()}. Ververs de bladzijde en kijk wat er wel kan."
        )


def controleer_stap(van: Staat, naar: Staat) -> None:
    """Raise `StapNietMogelijk` unless the table allows this step."""
    if naar not in TOEGESTANE_STAPPEN[van]:
        raise StapNietMogelijk(van, naar)


def stap(staat: Staat) -> Stap:
    """The stage on the pages to which a state belongs."""
    return _STAP[staat]


class BeperkingGeweigerd(Weigering):
    """This restriction cannot be set or lifted now."""


class Beperkt(Weigering):
    """The use of these data is restricted (art. 18 AVG): nothing of them leaves."""

    def __init__(self) -> None:
        super().__init__(
            "Het gebruik van deze gegevens is beperkt (AVG 18). Er gaat niets weg tot de basisschool dat opheft."
        )


class NietInvulbaar(Weigering):
    """The report is frozen: its content changes only after heropenen."""

    zin = "Het rapport is definitief. Laat de directeur het eerst heropenen als er echt iets moet veranderen."

    def __init__(self) -> None:
        super().__init__(self.zin)


def controleer_invulbaar(staat: Staat) -> None:
    """Raise `NietInvulbaar` when the content of the report may not change in this state."""
    if staat not in INVULBAAR:
        raise NietInvulbaar
