"""Which act takes over how a samenwerkingsverband works?"""

from __future__ import annotations

from datetime import datetime

from overstap.domain.scholen.enums import Organisatiesoort
from overstap.domain.scholen.models import Organisatie
from overstap.domain.zorgroutes.models import Zorginrichting
from overstap.domain.zorgroutes.rules import Inrichting, ZorgrouteGeweigerd
from overstap.foundation.access import Actor, Recht
from overstap.foundation.audit.record import record


def laad_inrichting(*, inrichting: Inrichting, by: Actor, at: datetime) -> None:
    """Take over the file of a samenwerkingsverband; loading it again renews it.

    Raises `ZorgrouteGeweigerd` when the samenwerkingsverband is not there: it comes with its region.
    """
    by.require(Recht.REGIO_INRICHTEN)
    swv = Organisatie.objects.filter(soort=Organisatiesoort.SWV, brin=inrichting.code, oefening_van=None).first()
    if swv is None:
        zin = f"Samenwerkingsverband {inrichting.code} is er niet. Laad eerst het bestand van de regio."
        raise ZorgrouteGeweigerd(zin)
    waarden = {"instellingen": inrichting.instellingen(), "geladen_op": at}
    Zorginrichting.objects.update_or_create(swv=swv, defaults=waarden)
    record("zorginrichting.geladen", by=by, at=at, object_id=swv.id, routes=len(inrichting.routes))
