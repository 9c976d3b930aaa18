"""After an incident: which pupils did somebody reach in a time, which versions, and who had received them by then?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from overstap.domain.dossiers.queries import dossiers_for
from overstap.domain.overdrachten.models import Overdracht
from overstap.domain.rapporten.models import Versie
from overstap.foundation.access import Actor
from overstap.foundation.audit.models import AuditEvent

# Who asked too early reached nothing, and may not learn here that the particulars were right.
_KREEG_NIETS = "overdracht.gevraagd"


@dataclass
class Geraakt:
    """One pupil: how often and when first and last, which versions were opened or taken, and who received which."""

    dossier_id: UUID
    naam: str
    schooljaar: str
    eerste: datetime
    laatste: datetime
    daden: list[str] = field(default_factory=list)
    versies: tuple[int, ...] = ()
    ontvangers: tuple[tuple[str, int], ...] = ()


def geraakt_for(actor: Actor, van: datetime, tot: datetime, account_id: UUID | None = None) -> list[Geraakt]:
    """The pupils of the actor's organisation that people reached from `van` until `tot`: all, or one account.

    From the logboek, so looking counts too. Row-level security decides which events that are: a basisschool reads all
    of its own pupils, another organisation its own acts.
    """
    rijen = AuditEvent.objects.filter(op__gte=van, op__lt=tot, dossier_id__isnull=False, actor_id__isnull=False)
    rijen = rijen.exclude(wat=_KREEG_NIETS)
    if account_id is not None:
        rijen = rijen.filter(actor_id=account_id)
    per_dossier: dict[UUID, list[AuditEvent]] = defaultdict(list)
    for gebeurtenis in rijen.order_by("op"):
        assert gebeurtenis.dossier_id is not None
        per_dossier[gebeurtenis.dossier_id].append(gebeurtenis)
    dossiers = {een.id: een for een in dossiers_for(actor).filter(id__in=per_dossier)}
    nummers = {str(k): n for k, n in Versie.objects.filter(dossier__in=dossiers).values_list("id", "nummer")}
    kregen = _ontvangers(dossiers, tot)
    gevonden = [
        Geraakt(
            dossier_id=dossier_id,
            naam=dossiers[dossier_id].leerling.naam if dossier_id in dossiers else "",
            schooljaar=dossiers[dossier_id].schooljaar if dossier_id in dossiers else "",
            eerste=events[0].op,
            laatste=events[-1].op,
            daden=sorted({event.wat for event in events}),
            versies=tuple(sorted({nummers[een] for een in _genoemd(events) if een in nummers})),
            ontvangers=tuple(sorted(kregen[dossier_id])),
        )
        for dossier_id, events in per_dossier.items()
    ]
    return sorted(gevonden, key=lambda een: (een.naam, een.dossier_id))


def _genoemd(events: Iterable[AuditEvent]) -> set[str]:
    """Every version that an event names, by what it is about or what was taken along."""
    return {str(een) for event in events for een in (event.object_id, event.gegevens.get("versie")) if een}


def _ontvangers(dossier_ids: Iterable[UUID], tot: datetime) -> dict[UUID, set[tuple[str, int]]]:
    rijen = Overdracht.objects.filter(dossier_id__in=dossier_ids, verstuurd_op__lt=tot)
    kregen: dict[UUID, set[tuple[str, int]]] = defaultdict(set)
    for rij in rijen.select_related("ontvanger", "versie"):
        kregen[rij.dossier_id].add((rij.ontvanger.naam, rij.versie.nummer))
    return kregen
