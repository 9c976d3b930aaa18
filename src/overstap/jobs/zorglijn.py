"""How is the own system of a samenwerkingsverband told, over the line (OSO), that a zorgaanmelding stands ready?"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from django.conf import settings

from overstap.domain.overdrachten.enums import Meldstand
from overstap.domain.zorgroutes.actions import bewaar_koppelsleutel, leg_aanbod_vast
from overstap.domain.zorgroutes.enums import TAAK_AANBIEDEN
from overstap.domain.zorgroutes.queries import route_for
from overstap.domain.zorgroutes.queries.lijn import koppeling_for
from overstap.foundation.access import Actor, NietGevonden
from overstap.foundation.rls import als
from overstap.integrations.oso.draad.aansluiting import aansluiting_uit
from overstap.integrations.oso.draad.fouten import Draadfout
from overstap.integrations.oso.draad.koppeling import bied_aan
from overstap.integrations.oso.draad.melder import Melding
from overstap.integrations.oso.draad.uitkomst import Uitkomst
from overstap.jobs.taak import taak

if TYPE_CHECKING:
    from overstap.domain.zorgroutes.models import Zorgroute
    from overstap.domain.zorgroutes.rules.lijn import Lijnadres


def lijnadres(route: Zorgroute) -> Lijnadres | None:
    """Where this route goes over the line; None when its samenwerkingsverband has no system of its own with OSO."""
    aansluiting = aansluiting_uit(settings.OVERSTAP_OSO_AANSLUITING)
    return aansluiting.naar_swv(route.school.brin, route.swv.brin) if aansluiting else None


@taak(TAAK_AANBIEDEN, opnieuw=None, los=True)
def bied_zorg_aan(*, route_id: UUID, by: Actor, at: datetime) -> None:
    """Tell it once. No transaction is open while we talk; the koppelsleutel is kept before that system hears of it."""
    with als(by):
        rij, brin = koppeling_for(by, route_id), route_for(by, route_id).school.brin
    if rij is None or rij.meldstand != Meldstand.ONDERWEG or rij.bestand_op is None:
        return

    def bewaar(koppelsleutel: str) -> None:
        try:
            with als(by):
                bewaar_koppelsleutel(route_id=route_id, koppelsleutel=koppelsleutel, by=by, at=at)
        except NietGevonden:
            raise Draadfout("ingetrokken") from None

    aansluiting = aansluiting_uit(settings.OVERSTAP_OSO_AANSLUITING)
    punt = aansluiting.van_kenmerk(rij.kenmerk) if aansluiting else None
    if aansluiting is None or punt is None or not brin.startswith(punt.brin[:4]):
        melding = Melding("", Uitkomst.NIET_AANGESLOTEN)
    else:
        van, naar = (punt.brin, punt.kenmerk), (rij.doel_brin, rij.aanleverpunt)
        melding = bied_aan(aansluiting, van=van, naar=naar, bewaar=bewaar)
    with als(by):
        leg_aanbod_vast(route_id=route_id, code=melding.code, ontvangen=melding.ontvangen, by=by, at=at)
