"""Which cases has a samenwerkingsverband in all: of schools in Overstap, and of schools elsewhere?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID

from overstap.domain.zorgroutes.enums import Routestaat
from overstap.domain.zorgroutes.queries.bord import (
    Zaakkaart,
    Zaakregel,
    routedagen_for,
    routekaarten_for,
    routeregels_for,
)
from overstap.domain.zorgroutes.queries.buiten import buitendagen_for, buitenkaarten_for, buitenregels_for
from overstap.foundation.access import Actor


def zaken_for(actor: Actor, *, at: datetime, naam: str = "") -> list[Zaakregel]:
    """All cases of the actor's own samenwerkingsverband: the oldest first, and then what was closed, the newest first.

    With `naam` each says whether every word of it stands somewhere in the name of the pupil.
    """
    alles = [*routeregels_for(actor, at=at, naam=naam), *buitenregels_for(actor, at=at, naam=naam)]
    klaar = [regel for regel in alles if regel.staat is Routestaat.TERUGGEKOPPELD]
    open_ = [regel for regel in alles if regel.staat is not Routestaat.TERUGGEKOPPELD]
    klaar.sort(key=_volgorde, reverse=True)
    return [*sorted(open_, key=_volgorde), *klaar]


def kaarten_for(actor: Actor, route_ids: Iterable[UUID], *, at: datetime) -> dict[UUID, Zaakkaart]:
    """The cards of these cases, by id; as many queries for one as for a hundred."""
    ids = list(route_ids)
    van_routes = routekaarten_for(actor, ids, at=at)
    buiten = [een for een in ids if een not in van_routes]
    return van_routes | (buitenkaarten_for(actor, buiten, at=at) if buiten else {})


def zaakdagen_for(actor: Actor) -> list[tuple[date, int]]:
    """(last day, for how many cases) of what the actor's own samenwerkingsverband must still decide."""
    geteld = Counter(dict(routedagen_for(actor))) + Counter(buitendagen_for(actor))
    return sorted(geteld.items())


def _volgorde(regel: Zaakregel) -> tuple[datetime, UUID]:
    return regel.volgorde, regel.route_id
