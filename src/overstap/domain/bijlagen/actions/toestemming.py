"""How is recorded, and ended, what the parents said of one attachment?"""

from __future__ import annotations

import json
from datetime import datetime
from uuid import uuid4

from overstap.domain.bijlagen.enums import Bijlagesoort
from overstap.domain.bijlagen.models import Bijlage, Toestemming
from overstap.domain.bijlagen.queries import toestemmingen_for
from overstap.domain.bijlagen.rules import TEKSTVERSIE, Gegeven, toestemmingstekst
from overstap.domain.dossiers.models import Dossier
from overstap.domain.dossiers.queries import slot_for
from overstap.foundation.access import Actor
from overstap.foundation.audit.record import record


def leg_toestemming_vast(
    *, bijlage: Bijlage, dossier: Dossier, soort: Bijlagesoort, gegeven: Gegeven | None, by: Actor, at: datetime
) -> None:
    """End the permission that runs when it was another one, and record this one with the words as they were shown.

    Another kind of document is another question, so it needs another answer. The caller saves `bijlage`.
    """
    slot = slot_for(by, dossier)
    loopt = toestemmingen_for(by, dossier, slot).get(bijlage.id)
    if (gegeven is None and loopt is None) or (loopt and loopt.gegeven == gegeven and bijlage.soort == soort):
        return
    if loopt:
        beeindig(bijlage=bijlage, by=by, at=at)
    if gegeven is None:
        return
    toestemming_id = uuid4()
    ruw = {"van": gegeven.van, "tekst": toestemmingstekst(soort, gegeven.voor)}
    Toestemming.objects.create(
        id=toestemming_id,
        dossier=dossier,
        school_id=dossier.school_id,
        bijlage=bijlage,
        gegeven_op=gegeven.op,
        ontvangers=sorted(gegeven.voor),
        tekstversie=TEKSTVERSIE,
        geheim=slot.versleutel(json.dumps(ruw, ensure_ascii=False).encode(), f"toestemming:{toestemming_id}"),
        vastgelegd_op=at,
        vastgelegd_door=by.id,
    )
    bijlage.instemming_op = gegeven.op
    record("toestemming.vastgelegd", by=by, at=at, dossier_id=dossier.id, object_id=bijlage.id, tekst=TEKSTVERSIE)


def beeindig(*, bijlage: Bijlage, by: Actor, at: datetime) -> bool:
    """End the permission that runs; False when there is none. The row stays, and the caller saves `bijlage`."""
    lopend = Toestemming.objects.filter(bijlage=bijlage, ingetrokken_op=None)
    if not lopend.update(ingetrokken_op=at, ingetrokken_door=by.id):
        return False
    bijlage.instemming_op = None
    record("toestemming.ingetrokken", by=by, at=at, dossier_id=bijlage.dossier_id, object_id=bijlage.id)
    return True
