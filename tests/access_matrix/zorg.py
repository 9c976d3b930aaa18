"""Which care routes stand in the world of the access matrix: one in preparation, one asked about, one decided?"""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from overstap.config.demo.regio import Mensen
from overstap.domain.zorgroutes.actions import bewaar_koppelsleutel, bied_aan, geef_zorgzienswijze
from overstap.domain.zorgroutes.enums import Routestaat
from overstap.domain.zorgroutes.queries import zaakblad_for
from overstap.domain.zorgroutes.rules.lijn import Lijnadres
from overstap.foundation.access import Actor
from overstap.foundation.rls import als
from overstap.jobs.taak import systeem_voor
from overstap.jobs.zorg import mail_school, mail_swv, zet_zorg_klaar
from tests.wereld import dagen_terug
from tests.zorggang import Zorggang

if TYPE_CHECKING:
    from tests.access_matrix.wereld import Zaak

# The states of the dossiers that have a route, and how far that is.
ROUTES = {
    "ter_inzage": Routestaat.IN_VOORBEREIDING,
    "getekend": Routestaat.VRAAG_GESTELD,
    "besproken": Routestaat.TERUGGEKOPPELD,
}


def loop_zorgroutes(zaken: dict[str, Zaak], swv: Mensen) -> None:
    """Walk the route of each of these pupils; what the worker does is done at once."""
    for staat, tot in ROUTES.items():
        zaak = zaken[staat]
        gang = Zorggang(zaak, swv, at=dagen_terug(9))
        gang.begin()
        gang.leg_voor()
        zaak.route_id = gang.route_id
        for ouder in zaak.ouders[:2]:
            with als(ouder.actor) as by:
                geef_zorgzienswijze(route_id=gang.route_id, tekst="Onze mening.", by=by, at=gang.at)
        if tot is not Routestaat.IN_VOORBEREIDING:
            gang.verder(Routestaat.IN_VOORBEREIDING, tot)
            zaak.zorgvraag_id = gang.vraag_id
            zaak.zaakbestand_id = _bij_het_swv(gang)


def _over_de_lijn(gang: Zorggang, by: Actor) -> None:
    """Its own system was told of it as well, over the line."""
    adres = Lijnadres(f"kenmerk-{gang.route_id}"[:40], "00SV", "kenmerk-swv")
    bied_aan(route_id=gang.route_id, adres=adres, by=by, at=gang.at)
    bewaar_koppelsleutel(route_id=gang.route_id, koppelsleutel=str(gang.route_id), by=by, at=gang.at)


def _bij_het_swv(gang: Zorggang) -> UUID:
    """What the samenwerkingsverband has of it; the id of its OSO file."""
    gang.noteer()
    with als(systeem_voor(gang.geval.school.id)) as by:
        for taak in (zet_zorg_klaar, mail_swv, mail_school):
            taak(route_id=gang.route_id, by=by, at=gang.at)
        _over_de_lijn(gang, by)
    with als(gang.loket) as by:
        return zaakblad_for(by, gang.route_id, gang.at).bestanden[0].id
