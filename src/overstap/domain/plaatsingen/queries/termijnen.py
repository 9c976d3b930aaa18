"""On which days do the terms of the applications at a vo school end?"""

from __future__ import annotations

from datetime import date

from django.db.models import Count

from overstap.domain.plaatsingen.models import Plaatsing
from overstap.domain.plaatsingen.rules import OPEN
from overstap.foundation.access import Actor, Recht


def besluitdagen_for(actor: Actor) -> list[tuple[date, int]]:
    """(last day, for how many applications) of what the actor's own vo school must still decide, soonest first."""
    actor.require(Recht.DOSSIER_ONTVANGEN)
    open_ = Plaatsing.objects.filter(ontvanger_id=actor.werkt_bij, overdracht__ingetrokken_op=None, status__in=OPEN)
    return list(open_.values_list("besluit_voor").annotate(n=Count("id")).order_by("besluit_voor"))
