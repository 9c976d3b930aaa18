"""Which acts begin a care route, and say to which samenwerkingsverband it goes?"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from uuid import UUID, uuid4

from overstap.domain.dossiers.queries import dossier_for, slot_for
from overstap.domain.scholen.models import Organisatie
from overstap.domain.zorgroutes.actions.voorbereiden import in_voorbereiding
from overstap.domain.zorgroutes.enums import Routesoort
from overstap.domain.zorgroutes.models import Zorgroute
from overstap.domain.zorgroutes.queries import Swvkeuze, inrichting_for, lopende_for, swvkeuze_for, voorbereiding_for
from overstap.domain.zorgroutes.rules import EINDE, ZorgrouteGeweigerd
from overstap.domain.zorgroutes.snapshot import Voorbereiding
from overstap.foundation.access import Actor, NietGevonden, Recht
from overstap.foundation.audit.record import record

_KIES = "Kies naar welk samenwerkingsverband deze route gaat."


def begin_zorgroute(
    *, dossier_id: UUID, soort: Routesoort, by: Actor, at: datetime, swv_id: UUID | None = None
) -> UUID:
    """Begin a care route of a pupil of the own school; one runs at a time. Returns the route.

    Without `swv_id` it goes to the samenwerkingsverband of the vo school applied at, or to the only one there is.
    """
    by.require(Recht.ZORGROUTE_LOPEN)
    dossier = dossier_for(by, dossier_id, vergrendel=True)
    if dossier.school_id != by.organisatie_id:
        raise NietGevonden
    laatste = lopende_for(by, dossier)
    if laatste is not None and laatste.staat not in EINDE:
        raise ZorgrouteGeweigerd("Er loopt al een zorgroute voor deze leerling. Maak die eerst af of trek haar in.")
    swv = _gekozen(swvkeuze_for(by, dossier), soort, swv_id)
    _controleer_aangenomen(soort, by, swv)
    route_id = uuid4()
    Zorgroute.objects.create(
        id=route_id,
        dossier=dossier,
        school_id=dossier.school_id,
        swv=swv,
        soort=soort,
        geheim=Voorbereiding().verpakt(slot_for(by, dossier), route_id),
        begonnen_op=at,
        begonnen_door=by.persoon_id,
        bijgewerkt_op=at,
    )
    record("zorgroute.begonnen", by=by, at=at, dossier_id=dossier.id, object_id=swv.id, soort=soort.value)
    return route_id


def kies_swv(*, route_id: UUID, swv_id: UUID | None, by: Actor, at: datetime) -> None:
    """Let a route that is being prepared go to another samenwerkingsverband; harmless when it goes there already.

    The parents were told of the one before, so they are told again: until then they read nothing of it.
    """
    route, slot = in_voorbereiding(route_id=route_id, by=by, at=at)
    soort = Routesoort(route.soort)
    swv = _gekozen(swvkeuze_for(by, route.dossier), soort, swv_id)
    if swv.id == route.swv_id:
        return
    _controleer_aangenomen(soort, by, swv)
    wat = replace(voorbereiding_for(by, route, slot), ouders_ingelicht_op=None)
    route.swv, route.geheim, route.voorgelegd_op, route.bijgewerkt_op = swv, wat.verpakt(slot, route.id), None, at
    route.save(update_fields=["swv", "geheim", "voorgelegd_op", "bijgewerkt_op"])
    record("zorgroute.ander_swv", by=by, at=at, dossier_id=route.dossier_id, object_id=swv.id)


def _gekozen(keuze: Swvkeuze, soort: Routesoort, swv_id: UUID | None) -> Organisatie:
    if not keuze.verbanden:
        raise NietGevonden
    swv = keuze.met_id(swv_id) if swv_id else keuze.voorstel
    if swv is None:
        raise ZorgrouteGeweigerd(_KIES, "swv_id")
    if bezwaar := keuze.bezwaar(soort, swv):
        raise ZorgrouteGeweigerd(bezwaar, "swv_id")
    return swv


def _controleer_aangenomen(soort: Routesoort, by: Actor, swv: Organisatie) -> None:
    inrichting = inrichting_for(by, swv.id).route(soort)
    if inrichting.neemt_aan:
        return
    if inrichting.open:
        zin = f"Over {soort.label.lower()} beslissen de vo-scholen hier zelf. U meldt dit niet bij hen aan via het swv."
        raise ZorgrouteGeweigerd(zin, "soort")
    raise ZorgrouteGeweigerd(f"{swv.naam} neemt deze route niet aan. Kies een andere.", "soort")
