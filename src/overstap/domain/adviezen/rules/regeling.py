"""Which law on the schooladvies holds on a given date?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Regeling:
    """One legal regime, from a first day on until the next one begins."""

    vanaf: date
    naam: str
    bron: str
    ondersteund: bool


REGELINGEN = (
    Regeling(
        vanaf=date(2014, 8, 1),
        naam="eindtoets en heroverweging",
        bron="WPO art. 9b en 42, oud",
        ondersteund=False,
    ),
    Regeling(
        vanaf=date(2023, 8, 1),
        naam="doorstroomtoets en bijstelling",
        bron="WPO art. 45d lid 2, WEC art. 48e lid 2; Kamerstuk 35671 nr. 10",
        ondersteund=True,
    ),
)


class OudeRegelingNietOndersteund(ValueError):
    """The date lies before the first law that this system applies; the message is Dutch and can be shown."""


def regeling_op(op: date) -> Regeling:
    """The regime that holds on a day. Raises ``OudeRegelingNietOndersteund`` before 1-8-2023."""
    geldend = [regeling for regeling in REGELINGEN if regeling.vanaf <= op]
    if geldend and geldend[-1].ondersteund:
        return geldend[-1]
    eerste = next(regeling for regeling in REGELINGEN if regeling.ondersteund)
    raise OudeRegelingNietOndersteund(
        f"Op {op.day}-{op.month}-{op.year} gold een oude regeling voor het schooladvies. "
        f"Overstap rekent alleen met de regeling vanaf "
        f"{eerste.vanaf.day}-{eerste.vanaf.month}-{eerste.vanaf.year}. Controleer de datum."
    )
