"""Everything of one care route that the page of the basisschool, or of a parent, needs?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from overstap.domain.bijlagen.queries import LeesbareBijlage
from overstap.domain.dossiers.queries import slot_for
from overstap.domain.scholen.models import Aanstelling
from overstap.domain.zorgroutes.enums import Routesoort, Routestaat
from overstap.domain.zorgroutes.models import Zorgroute
from overstap.domain.zorgroutes.queries.formulier import (
    formulier_for,
    na_te_sturen_for,
    zorgchecklist_for,
)
from overstap.domain.zorgroutes.queries.lijn import Zorglijn, zorglijn_for
from overstap.domain.zorgroutes.queries.route import (
    Terugkoppeling,
    Vraag,
    aanmelding_for,
    besluit_for,
    bestanden_mislukt_for,
    kijkers_bij_swv_for,
    nagestuurd_for,
    route_for,
    vragen_for,
    zaakinrichting_for,
    zienswijzen_for,
)
from overstap.domain.zorgroutes.queries.verband import aanvrager_for
from overstap.domain.zorgroutes.rules import (
    IN_BEHANDELING,
    WET,
    Toets,
    Zorgpunt,
    eindigt_in_advies,
    toets,
    waarschuwingen,
)
from overstap.domain.zorgroutes.rules.inrichting import Routeinrichting
from overstap.domain.zorgroutes.snapshot import Zorgformulier
from overstap.foundation.access import Actor, NietGevonden
from overstap.foundation.klok import dag


@dataclass(frozen=True)
class Zorgblad:
    """One care route as its own school sees it.

    `formulier` is what would go now, or what went. `nieuw_voor_ouders`: does it say something else than what the
    parents could read last? `aanvrager_bekend`: is there an aanmelding at a vo school that could be added?
    `wacht_op_aanmelding`: must a vo school ask for this, and is none known?
    `na_te_sturen`: which documents were released to the samenwerkingsverband since, that it does not have.
    `bestanden_mislukt`: did the worker give up on making the files for the samenwerkingsverband?
    `lijn`: how far it is over the line, None when it does not go there.
    """

    route: Zorgroute
    soort: Routesoort
    staat: Routestaat
    formulier: Zorgformulier
    punten: tuple[Zorgpunt, ...]
    toetsen: tuple[Toets, ...]
    let_op: tuple[str, ...]
    vragen: tuple[Vraag, ...]
    zienswijzen: int
    besluit: Terugkoppeling | None
    kijkers: tuple[Aanstelling, ...]
    inrichting: Routeinrichting
    nieuw_voor_ouders: bool
    aanvrager_bekend: bool
    wacht_op_aanmelding: bool
    na_te_sturen: tuple[LeesbareBijlage, ...]
    bestanden_mislukt: bool
    lijn: Zorglijn | None


def zorgblad_for(actor: Actor, route_id: UUID, at: datetime) -> Zorgblad:
    """Everything of one route of the own school; raises `NietGevonden`."""
    route = route_for(actor, route_id)
    slot, soort, staat = slot_for(actor, route.dossier), Routesoort(route.soort), Routestaat(route.staat)
    voorgelegd = aanmelding_for(actor, route, slot)
    open_ = staat is Routestaat.IN_VOORBEREIDING
    formulier = voorgelegd[1] if voorgelegd and not open_ else formulier_for(actor, route, slot, at)
    onderzoek = formulier.voorbereiding.drempelonderzoek
    wil_scores = WET[soort].drempelonderzoek
    aanvrager = aanvrager_for(actor, route)
    return Zorgblad(
        route=route,
        soort=soort,
        staat=staat,
        formulier=formulier,
        punten=zorgchecklist_for(actor, route, formulier, slot, at) if open_ else (),
        toetsen=toets(onderzoek, formulier.op) if wil_scores and not onderzoek.leeg else (),
        let_op=waarschuwingen(onderzoek, dag(at)) if open_ else (),
        vragen=vragen_for(actor, route, slot),
        zienswijzen=len(zienswijzen_for(actor, route, slot)),
        besluit=besluit_for(actor, route, slot),
        kijkers=kijkers_bij_swv_for(actor, route.swv_id),
        inrichting=zaakinrichting_for(actor, route),
        nieuw_voor_ouders=open_ and voorgelegd is not None and not voorgelegd[1].zegt_hetzelfde(formulier),
        na_te_sturen=na_te_sturen_for(actor, route, formulier) if staat in IN_BEHANDELING else (),
        bestanden_mislukt=bestanden_mislukt_for(actor, route),
        lijn=zorglijn_for(actor, route, slot),
        aanvrager_bekend=route.vo_school_id is None and aanvrager is not None,
        wacht_op_aanmelding=eindigt_in_advies(soort, vo_bekend=bool(route.vo_school_id or aanvrager)),
    )


@dataclass(frozen=True)
class Ouderzorgblad:
    """One care route as a parent sees it: without the words of the other parent.

    `nagestuurd`: which documents went after the zorgaanmelding itself (their id in the dossier), and when.
    """

    route: Zorgroute
    soort: Routesoort
    staat: Routestaat
    formulier: Zorgformulier
    eigen_zienswijzen: tuple[str, ...]
    vragen: tuple[Vraag, ...]
    besluit: Terugkoppeling | None
    nagestuurd: Mapping[str, datetime]

    @property
    def kan_reageren(self) -> bool:
        """Can this parent still write an own view that goes along?"""
        return self.staat is Routestaat.IN_VOORBEREIDING


def ouderzorgblad_for(actor: Actor) -> Ouderzorgblad | None:
    """The newest care route that the parent may read; None when nothing was laid before the parents."""
    if actor.ouder_id is None:
        raise NietGevonden
    route = (
        Zorgroute.objects.select_related("swv", "vo_school", "school", "dossier__leerling")
        .exclude(staat=Routestaat.INGETROKKEN)
        .order_by("-begonnen_op")
        .first()
    )
    if route is None:
        return None
    slot = slot_for(actor, route.dossier)
    gevonden = aanmelding_for(actor, route, slot)
    if gevonden is None:
        return None
    return Ouderzorgblad(
        route=route,
        soort=Routesoort(route.soort),
        staat=Routestaat(route.staat),
        formulier=gevonden[1],
        eigen_zienswijzen=tuple(tekst for _rij, tekst in zienswijzen_for(actor, route, slot)),
        vragen=vragen_for(actor, route, slot),
        besluit=besluit_for(actor, route, slot),
        nagestuurd=nagestuurd_for(actor, route, slot),
    )
