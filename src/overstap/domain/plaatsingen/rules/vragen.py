"""May this question or answer stand in a pupil's file?"""

from __future__ import annotations

from datetime import date

from overstap.domain.rapporten.catalogue.typen import Alinea
from overstap.domain.rapporten.enums import Ernst
from overstap.domain.rapporten.rules.teksten import Geschreven, bezwaren_in
from overstap.domain.rapporten.rules.waarden import een_jaar_eerder
from overstap.foundation.weigering import Weigering

LANGSTE_TEKST = 1500


class TekstGeweigerd(Weigering):
    """This text cannot be kept (so); `zin` says what to do. `let_op`: whoever looked again may keep it all the same."""

    def __init__(self, zin: str, *, let_op: bool = False) -> None:
        self.let_op = let_op
        super().__init__(zin, "tekst")


def controleer_tekst(tekst: str, vandaag: date, *, nagekeken: bool) -> str:
    """The text without spaces around it; it is watched like every free text of the report.

    What the law forbids is refused. What only looks like it is refused until somebody looked again (`nagekeken`).
    """
    kaal = tekst.strip()
    if not kaal:
        raise TekstGeweigerd("Schrijf eerst iets op.")
    if len(kaal) > LANGSTE_TEKST:
        raise TekstGeweigerd(f"De tekst is te lang: {len(kaal)} tekens. Er passen er {LANGSTE_TEKST}.")
    bezwaren = list(
        bezwaren_in([Geschreven(Alinea(LANGSTE_TEKST), kaal, van_de_school=True)], een_jaar_eerder(vandaag))
    )
    for bezwaar in bezwaren:
        if bezwaar.ernst is Ernst.FOUT:
            raise TekstGeweigerd(bezwaar.zin)
    if bezwaren and not nagekeken:
        zinnen = " ".join(bezwaar.zin for bezwaar in bezwaren)
        raise TekstGeweigerd(f"{zinnen} De ouders lezen dit ook.", let_op=True)
    return kaal
