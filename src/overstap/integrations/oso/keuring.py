"""Can this report become an OSO file? Asked before the report is frozen and before it is sent, not after."""

from __future__ import annotations

from datetime import date

from overstap.domain.importen.snapshot import InzageInOso, Persoonsnummer
from overstap.domain.rapporten.enums import Ernst
from overstap.domain.rapporten.snapshot import Inhoud
from overstap.integrations.oso.geschreven import Schrijffout
from overstap.integrations.oso.schrijven import stel_op


def bezwaren(inhoud: Inhoud, *, nummer: Persoonsnummer | None, inzage: InzageInOso, datum: date) -> tuple[str, ...]:
    """Sentences about what keeps the file of this content from being made on the day `datum`; empty is well.

    The attachments don't matter here: a broken one was refused when it came in.
    """
    try:
        stel_op(inhoud, nummer=nummer, inzage=inzage, bestanden=(), datum=datum)
    except Schrijffout as fout:
        zinnen = [f"{melding.tekst} {melding.herstel}" for melding in fout.meldingen if melding.ernst is Ernst.FOUT]
        return tuple(dict.fromkeys(zinnen))
    return ()
