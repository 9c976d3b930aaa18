"""Which rule of the law on advice and test holds on a given date?

Every rule stands here once, with its source and its first day. A day before the first rule that this system applies
is refused in words; the newest rule that began wins. `docs/regelwijzigingen.md` tells the same to people.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Onderwerp(StrEnum):
    """What a rule is about."""

    BIJSTELLEN = "bijstellen"
    ZONDER_TOETS = "zonder_toets"
    ONTHEFFING = "ontheffing"
    VOORLOPIG = "voorlopig"
    DEFINITIEF = "definitief"
    TOETSDAG = "toetsdag"
    TOETSADVIES = "toetsadvies"
    LEERLINGRAPPORT = "leerlingrapport"
    NIVEAUS = "niveaus"


@dataclass(frozen=True)
class Regeling:
    """One rule, from a first day on until the next one on the same subject begins.

    `ondersteund`: does this system apply it? Rules of before the doorstroomtoets it only knows by name.
    """

    onderwerp: Onderwerp
    vanaf: date
    naam: str
    bron: str
    ondersteund: bool = True


_EINDTOETS, _DOORSTROOMTOETS = date(2014, 8, 1), date(2023, 8, 1)

REGELINGEN = (
    Regeling(Onderwerp.BIJSTELLEN, _EINDTOETS, "eindtoets en heroverweging", "WPO art. 9b en 42, oud", False),
    Regeling(
        Onderwerp.BIJSTELLEN,
        _DOORSTROOMTOETS,
        "doorstroomtoets en bijstelling",
        "WPO art. 45d lid 2, WEC art. 48e lid 2; Kamerstuk 35671 nr. 10",
    ),
    Regeling(
        Onderwerp.ZONDER_TOETS,
        _DOORSTROOMTOETS,
        "geen toets, dan wordt het voorlopige advies definitief",
        "WPO art. 45d, WEC art. 48e",
    ),
    Regeling(Onderwerp.ONTHEFFING, _EINDTOETS, "ontheffing van de eindtoets", "WPO art. 9b lid 4, oud", False),
    Regeling(
        Onderwerp.ONTHEFFING,
        _DOORSTROOMTOETS,
        "ontheffing van de doorstroomtoets",
        "WPO art. 45c lid 2, WEC art. 48d lid 2",
    ),
    Regeling(Onderwerp.VOORLOPIG, _EINDTOETS, "advies vóór 1 maart", "WPO art. 42, oud", False),
    Regeling(
        Onderwerp.VOORLOPIG,
        _DOORSTROOMTOETS,
        "voorlopig advies van 10 tot en met 31 januari",
        "WPO art. 45d lid 1; nieuwsbrief OCW van 16 november 2023",
    ),
    Regeling(
        Onderwerp.DEFINITIEF,
        _DOORSTROOMTOETS,
        "definitief advies uiterlijk 24 maart",
        "WPO art. 45d lid 3; nieuwsbrief OCW van 23 mei 2024",
    ),
    Regeling(
        Onderwerp.TOETSDAG,
        _DOORSTROOMTOETS,
        "doorstroomtoets rond de eerste volle week van februari",
        "nieuwsbrieven OCW van 16 november 2023 en 23 mei 2024",
    ),
    Regeling(
        Onderwerp.TOETSADVIES,
        _DOORSTROOMTOETS,
        "toetsadvies in zes categorieën",
        "Toetsbesluit PO art. 4 onder a",
    ),
    Regeling(
        Onderwerp.LEERLINGRAPPORT,
        _DOORSTROOMTOETS,
        "het leerlingrapport is deel van het onderwijskundig rapport",
        "Toetsbesluit PO art. 8 lid 3",
    ),
    Regeling(
        Onderwerp.NIVEAUS,
        _EINDTOETS,
        "geen advies over drie niveaus",
        "DUO, lijst 7.1.2 Advies-vo; Regeling structurele gegevenslevering WPO/WEC",
    ),
)  # fmt: skip


class OudeRegelingNietOndersteund(ValueError):
    """The date lies before the first law that this system applies; the message is Dutch and can be shown."""


def regeling_op(op: date, onderwerp: Onderwerp = Onderwerp.BIJSTELLEN) -> Regeling:
    """The rule on a subject that holds on a day. Raises ``OudeRegelingNietOndersteund`` before our first one."""
    over = [regeling for regeling in REGELINGEN if regeling.onderwerp is onderwerp]
    geldend = [regeling for regeling in over if regeling.vanaf <= op]
    if geldend and (laatste := max(geldend, key=lambda regeling: regeling.vanaf)).ondersteund:
        return laatste
    eerste = min(regeling.vanaf for regeling in over if regeling.ondersteund)
    raise OudeRegelingNietOndersteund(
        f"Op {op.day}-{op.month}-{op.year} gold een oude regeling voor het schooladvies. "
        f"Overstap rekent alleen met de regeling vanaf {eerste.day}-{eerste.month}-{eerste.year}. Controleer de datum."
    )
