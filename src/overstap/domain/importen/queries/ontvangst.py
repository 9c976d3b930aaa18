"""What did a vo school take in itself, from outside the region?"""

from __future__ import annotations

import zlib
from uuid import UUID

from django.db.models import QuerySet

from overstap.domain.importen.models import Ontvangst
from overstap.domain.importen.rules import Beeld
from overstap.domain.leerlingen.rules import sorteernaam
from overstap.foundation.access import Actor, NietGevonden, Recht
from overstap.foundation.sleutels.kast import Slot


def ontvangsten_for(actor: Actor, naam: str = "") -> QuerySet[Ontvangst]:
    """What the actor's vo school took in, newest first, for a pupil whose name holds `naam`."""
    actor.require(Recht.DOSSIER_ONTVANGEN)
    rijen = Ontvangst.objects.filter(school_id=actor.organisatie_id)
    for woord in sorteernaam("", "", naam).split():
        rijen = rijen.filter(sorteernaam__contains=woord)
    return rijen.order_by("-ontvangen_op", "sorteernaam")


def ontvangst_for(actor: Actor, ontvangst_id: UUID) -> Ontvangst:
    """One of them; raises `NietGevonden`."""
    rij = ontvangsten_for(actor).filter(id=ontvangst_id).first()
    if rij is None:
        raise NietGevonden
    return rij


def ontvangstbeeld_for(actor: Actor, ontvangst: Ontvangst) -> Beeld:
    """Everything that came in with it, and what stayed out with the reason."""
    ruw = Slot(ontvangst.sleutel_id).ontsleutel(ontvangst.geheim, f"ontvangst:{ontvangst.id}")
    return Beeld.uit_bytes(zlib.decompress(ruw))
