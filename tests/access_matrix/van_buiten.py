"""What did schools elsewhere offer to the samenwerkingsverband of the access matrix, over the line?"""

from __future__ import annotations

from uuid import UUID

from overstap.domain.importen.queries import ontvangst_for, ontvangstbijlagen_for
from overstap.domain.zorgroutes.actions import haal_aanbod_op, leg_halen_vast, neem_aanbod_aan, noteer_aanbod
from overstap.domain.zorgroutes.enums import Routesoort
from overstap.domain.zorgroutes.queries.aanbod import aanbod_for, aanbod_met_for
from overstap.foundation.access import Rol
from overstap.foundation.rls import als
from overstap.integrations.oso import lees
from overstap.jobs.taak import systeem_voor
from overstap.jobs.zorgaanbod import mail_aanbod
from tests.integrations.oso.leerling import opgesteld
from tests.wereld import AT, Wereld


def biedt_aan(wereld: Wereld) -> tuple[UUID, UUID, UUID]:
    """One that waits to be fetched, one that became a case, and the first attachment of that case."""
    wacht, zaak = (_gemeld(wereld, sleutel) for sleutel in ("koppelsleutel-1", "koppelsleutel-2"))
    xml = opgesteld(profiel="POSWV").xml
    with als(wereld.swv[Rol.SWV_LOKET]) as by:
        haal_aanbod_op(aanbod_id=zaak, by=by, at=AT)
    with als(systeem_voor(wereld.swv.id)) as by:
        wat = {"aanbod_id": zaak, "code": "OverdrachtGeslaagd", "uitkomst": "gelukt", "sessie": "s"}
        leg_halen_vast(**wat, stukken=[xml], by=by, at=AT)
        mail_aanbod(aanbod_id=zaak, by=by, at=AT)
    with als(wereld.swv[Rol.SWV_LOKET]) as by:
        neem_aanbod_aan(aanbod_id=zaak, soort=Routesoort.PRO, gelezen=lees(xml), by=by, at=AT)
        ontvangst_id = aanbod_for(by, zaak).ontvangst_id
        assert ontvangst_id is not None
        return wacht, zaak, ontvangstbijlagen_for(by, ontvangst_for(by, ontvangst_id))[0].rij.id


def _gemeld(wereld: Wereld, koppelsleutel: str) -> UUID:
    wie = {"bron_brin": "00YY", "kenmerk": "k-school", "aanleverpunt": "k-swv", "oin": "oin"}
    with als(systeem_voor(wereld.swv.id)) as by:
        assert noteer_aanbod(koppelsleutel=koppelsleutel, **wie, by=by, at=AT)
        gevonden = aanbod_met_for(by, koppelsleutel)
        assert gevonden is not None
        return gevonden.id
