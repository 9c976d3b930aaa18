"""Who could help a school, who looks along now, and what was looked at?"""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from overstap.domain.meekijken.models import Meekijktoestemming
from overstap.domain.scholen.enums import Organisatiesoort
from overstap.domain.scholen.models import Aanstelling
from overstap.domain.scholen.queries import oefening_for, regio_for
from overstap.foundation.access import RECHTEN, Actor, NietGevonden, Recht
from overstap.foundation.vaste_vraag import VasteVraag

_HELPERS = [rol.value for rol, rechten in RECHTEN.items() if Recht.MEEKIJKEN_HELPEN in rechten]


def helpers_for(actor: Actor) -> QuerySet[Aanstelling]:
    """The people of the own region who help schools; nobody for who practises."""
    actor.require(Recht.MEEKIJKEN_TOESTAAN)
    rijen = Aanstelling.objects.filter(
        rol__in=_HELPERS, tot=None, organisatie__soort=Organisatiesoort.REGIO, organisatie__oefening_van=None,
        organisatie__regio=regio_for(actor, actor.werkt_bij),
    )  # fmt: skip
    rijen = rijen.none() if oefening_for(actor) else rijen
    return rijen.select_related("account", "organisatie").order_by("account__naam", "id")


def lopend_for(actor: Actor, at: datetime) -> Meekijktoestemming | None:
    """The consent that runs at this moment: of the actor's school, or given to the actor as a helper."""
    if actor.organisatie_id is None:
        return None
    return _LOPEND.een(at, actor.organisatie_id, actor.id)


def gekregen_for(actor: Actor, at: datetime) -> list[Meekijktoestemming]:
    """The consents that run at this moment and were given to the actor, the one that ends first in front."""
    actor.require(Recht.MEEKIJKEN_HELPEN)
    return list(_lopende(at).filter(plek_id=actor.werkt_bij, helper_id=actor.persoon_id).order_by("tot"))


def gekregen_een_for(actor: Actor, toestemming_id: UUID, at: datetime) -> Meekijktoestemming:
    """One of them; raises `NietGevonden` when it ended, or is somebody else's."""
    rij = next((een for een in gekregen_for(actor, at) if een.id == toestemming_id), None)
    if rij is None:
        raise NietGevonden
    return rij


def eerdere_for(actor: Actor, at: datetime, hoeveel: int = 10) -> list[Meekijktoestemming]:
    """The last consents of the own school that ended, newest first."""
    actor.require(Recht.MEEKIJKEN_TOESTAAN)
    voorbij = Meekijktoestemming.objects.filter(Q(tot__lte=at) | Q(beeindigd_op__isnull=False), school=actor.werkt_bij)
    return list(voorbij.select_related("helper", "plek").order_by("-gegeven_op")[:hoeveel])


def helpernamen_for(actor: Actor) -> dict[UUID, str]:
    """The names of everybody who ever looked along at the actor's school, by account."""
    if actor.organisatie_id is None:
        return {}
    rijen = Meekijktoestemming.objects.filter(school_id=actor.organisatie_id)
    return dict(rijen.values_list("helper_id", "helper__naam"))


def _lopende(at: Any) -> QuerySet[Meekijktoestemming]:
    return Meekijktoestemming.objects.filter(beeindigd_op=None, tot__gt=at).select_related(
        "school__regio", "plek", "helper"
    )


_LOPEND = VasteVraag(
    lambda at, organisatie_id, helper_id: (
        _lopende(at)
        .filter(Q(school_id=organisatie_id) | Q(plek_id=organisatie_id, helper_id=helper_id))
        .order_by("-gegeven_op")
    )
)
