"""Which steps may a care route take, and who takes them? One table, repeated by the database and drawn in the docs."""

from __future__ import annotations

from overstap.domain.zorgroutes.enums import Partij, Routestaat
from overstap.foundation.weigering import Weigering

_S = Routestaat

TOEGESTANE_STAPPEN: dict[Routestaat, frozenset[Routestaat]] = {
    _S.IN_VOORBEREIDING: frozenset({_S.AANGEMELD, _S.INGETROKKEN}),
    _S.AANGEMELD: frozenset({_S.VRAAG_GESTELD, _S.COMPLEET, _S.INGETROKKEN}),
    _S.VRAAG_GESTELD: frozenset({_S.BEANTWOORD, _S.INGETROKKEN}),
    _S.BEANTWOORD: frozenset({_S.VRAAG_GESTELD, _S.COMPLEET, _S.INGETROKKEN}),
    # To a decision at once only where the samenwerkingsverband has no commissie for this route (`inrichting`).
    _S.COMPLEET: frozenset({_S.VRAAG_GESTELD, _S.IN_COMMISSIE, _S.BESLUIT, _S.INGETROKKEN}),
    _S.IN_COMMISSIE: frozenset({_S.VRAAG_GESTELD, _S.BESLUIT, _S.INGETROKKEN}),
    _S.BESLUIT: frozenset({_S.TERUGGEKOPPELD}),
    _S.TERUGGEKOPPELD: frozenset(),
    _S.INGETROKKEN: frozenset(),
}

# Who brings a route to a state; the database refuses the other.
DOOR: dict[Routestaat, Partij] = {
    _S.IN_VOORBEREIDING: Partij.PO,
    _S.AANGEMELD: Partij.PO,
    _S.BEANTWOORD: Partij.PO,
    _S.INGETROKKEN: Partij.PO,
    _S.VRAAG_GESTELD: Partij.SWV,
    _S.COMPLEET: Partij.SWV,
    _S.IN_COMMISSIE: Partij.SWV,
    _S.BESLUIT: Partij.SWV,
    _S.TERUGGEKOPPELD: Partij.SWV,
}

EINDE = frozenset(staat for staat, naar in TOEGESTANE_STAPPEN.items() if not naar)
LOPEND = frozenset(Routestaat) - EINDE
# The samenwerkingsverband has it and has not decided yet.
IN_BEHANDELING = frozenset({_S.AANGEMELD, _S.VRAAG_GESTELD, _S.BEANTWOORD, _S.COMPLEET, _S.IN_COMMISSIE})
BIJ_HET_SWV = IN_BEHANDELING | {_S.BESLUIT, _S.TERUGGEKOPPELD}

# The columns of the board, in order: a question back and forth happens within the first.
KOLOMMEN: tuple[tuple[str, frozenset[Routestaat]], ...] = (
    ("Aangemeld", frozenset({_S.AANGEMELD, _S.VRAAG_GESTELD, _S.BEANTWOORD})),
    ("Dossier compleet", frozenset({_S.COMPLEET})),
    ("In de commissie", frozenset({_S.IN_COMMISSIE})),
    ("Besluit genomen", frozenset({_S.BESLUIT})),
    ("Teruggekoppeld", frozenset({_S.TERUGGEKOPPELD})),
)


class ZorgstapNietMogelijk(Weigering):
    """The route is not in a state from which this step may be taken; `zin` says what to do."""

    def __init__(self, van: Routestaat, naar: Routestaat) -> None:
        super().__init__(
            _ZINNEN.get((van, naar))
            or f"Dit kan nu niet: de zorgaanmelding is {van.label.lower()}. "
            "Ververs de bladzijde en kijk wat er wel kan."
        )


_AL_BESLOTEN = "Het besluit is al genomen. U neemt het niet nog een keer. Ververs de bladzijde om het te lezen."
_ZINNEN = {
    (_S.BESLUIT, _S.BESLUIT): _AL_BESLOTEN,
    (_S.TERUGGEKOPPELD, _S.BESLUIT): _AL_BESLOTEN,
    (_S.AANGEMELD, _S.AANGEMELD): "U heeft deze zorgaanmelding al verstuurd.",
    (_S.VRAAG_GESTELD, _S.COMPLEET): "Er staat nog een vraag open. Wacht op het antwoord van de basisschool.",
    (_S.BESLUIT, _S.INGETROKKEN): "Het besluit is al genomen. Intrekken kan niet meer.",
    (_S.TERUGGEKOPPELD, _S.INGETROKKEN): "Het besluit is al genomen. Intrekken kan niet meer.",
    (_S.TERUGGEKOPPELD, _S.TERUGGEKOPPELD): "Het besluit is al teruggekoppeld.",
}


def controleer_zorgstap(van: Routestaat, naar: Routestaat) -> None:
    """Raise `ZorgstapNietMogelijk` unless the table allows this step."""
    if naar not in TOEGESTANE_STAPPEN[van]:
        raise ZorgstapNietMogelijk(van, naar)
