"""What did schools elsewhere offer to the samenwerkingsverband of the access matrix, over the line?"""

from __future__ import annotations

from uuid import UUID

from overstap.domain.importen.queries import ontvangst_for, ontvangstbijlagen_for
from overstap.domain.zorgroutes.actions import (
    adviseer_in_buitenzaak,
    besluit_buitenzaak,
    haal_aanbod_op,
    koppel_over_de_lijn_terug,
    leg_halen_vast,
    neem_aanbod_aan,
    noteer_aanbod,
    verklaar_buitenzaak_compleet,
    zet_buitenzaak_in_commissie,
)
from overstap.domain.zorgroutes.enums import Deskundige, Routesoort
from overstap.domain.zorgroutes.queries.aanbod import aanbod_for, aanbod_met_for
from overstap.foundation.access import Rol
from overstap.foundation.rls import als
from overstap.integrations.oso import lees
from overstap.jobs.taak import systeem_voor
from overstap.jobs.zorgaanbod import mail_aanbod
from tests.integrations.oso.leerling import opgesteld
from tests.wereld import AT, Wereld
from tests.zorggang import advies


def biedt_aan(wereld: Wereld) -> tuple[UUID, UUID, UUID]:
    """One that waits to be fetched, one that became a case, and the first attachment of that; a third was decided."""
    wacht, zaak, klaar = (_gemeld(wereld, f"koppelsleutel-{nummer}") for nummer in range(3))
    for aanbod_id in (zaak, klaar):
        _neem_aan(wereld, aanbod_id)
    _beslis(wereld, klaar)
    with als(wereld.swv[Rol.SWV_LOKET]) as by:
        ontvangst_id = aanbod_for(by, zaak).ontvangst_id
        assert ontvangst_id is not None
        return wacht, zaak, ontvangstbijlagen_for(by, ontvangst_for(by, ontvangst_id))[0].rij.id


def haal_op(wereld: Wereld, aanbod_id: UUID) -> bytes:
    """Fetch one, as the worker does who was asked to; the Traffic Center is away at the end. Returns what came."""
    xml = opgesteld(profiel="POSWV").xml
    with als(wereld.swv[Rol.SWV_LOKET]) as by:
        haal_aanbod_op(aanbod_id=aanbod_id, by=by, at=AT)
    with als(systeem_voor(wereld.swv.id)) as by:
        wat = {"aanbod_id": aanbod_id, "code": "OverdrachtGeslaagd", "uitkomst": "gelukt", "sessie": "s"}
        leg_halen_vast(**wat, stukken=[xml], afmelding="{}", by=by, at=AT)
        mail_aanbod(aanbod_id=aanbod_id, by=by, at=AT)
    return xml


def _neem_aan(wereld: Wereld, aanbod_id: UUID) -> None:
    xml = haal_op(wereld, aanbod_id)
    with als(wereld.swv[Rol.SWV_LOKET]) as by:
        neem_aanbod_aan(aanbod_id=aanbod_id, soort=Routesoort.PRO, gelezen=lees(xml), by=by, at=AT)


def _beslis(wereld: Wereld, aanbod_id: UUID) -> None:
    over = {"buitenzaak_id": aanbod_id, "at": AT}
    with als(wereld.swv[Rol.SWV_LOKET]) as by:
        for wie in (Deskundige.ORTHOPEDAGOOG, Deskundige.ARTS):
            adviseer_in_buitenzaak(deskundige=wie, tekst="Mijn advies.", by=by, **over)
        verklaar_buitenzaak_compleet(by=by, **over)
        zet_buitenzaak_in_commissie(by=by, **over)
    with als(wereld.swv[Rol.SWV_COMMISSIE]) as by:
        besluit_buitenzaak(besluit=advies(), by=by, **over)
        koppel_over_de_lijn_terug(by=by, **over)


def _gemeld(wereld: Wereld, koppelsleutel: str) -> UUID:
    wie = {"bron_brin": "00YY", "kenmerk": "k-school", "aanleverpunt": "k-swv", "oin": "oin"}
    with als(systeem_voor(wereld.swv.id)) as by:
        assert noteer_aanbod(koppelsleutel=koppelsleutel, **wie, by=by, at=AT)
        gevonden = aanbod_met_for(by, koppelsleutel)
        assert gevonden is not None
        return gevonden.id
