"""Can this report become an OSO file? Asked before the report is frozen and before it is sent, not after."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from overstap.domain.dossiers.enums import Nummersoort
from overstap.domain.dossiers.queries import nummer_for
from overstap.domain.importen.snapshot import InzageInOso, Persoonsnummer
from overstap.domain.rapporten.enums import Ernst
from overstap.integrations.oso import Schrijffout, stel_op

if TYPE_CHECKING:
    from overstap.domain.dossiers.models import Dossier
    from overstap.domain.rapporten.snapshot import Inhoud
    from overstap.foundation.access import Actor
    from overstap.foundation.sleutels.kast import Slot


def bezwaren(actor: Actor, dossier: Dossier, slot: Slot, inhoud: Inhoud, op: date) -> tuple[str, ...]:
    """Sentences about what keeps the OSO file of this content from being made on the day `op`; empty is well.

    The attachments don't matter here: a broken one was refused when it came in.
    """
    nummer = nummer_for(actor, dossier, slot)
    persoon = Persoonsnummer(Nummersoort(nummer[0]), nummer[1]) if nummer else None
    try:
        stel_op(inhoud, nummer=persoon, inzage=InzageInOso(datum=op), bestanden=(), datum=op)
    except Schrijffout as fout:
        zinnen = [f"{melding.tekst} {melding.herstel}" for melding in fout.meldingen if melding.ernst is Ernst.FOUT]
        return tuple(dict.fromkeys(zinnen))
    return ()
