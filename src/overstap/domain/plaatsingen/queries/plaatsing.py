"""How far is each application of a pupil, as far as this actor may know it?"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

from overstap.domain.dossiers.models import Dossier
from overstap.domain.plaatsingen.models import Besluit, Plaatsing
from overstap.foundation.access import Actor, NietGevonden
from overstap.foundation.sleutels.kast import Slot


@dataclass(frozen=True)
class LeesbaarBesluit:
    """One decision with its reason, decrypted; empty when none was given."""

    rij: Besluit
    toelichting: str


def plaatsingen_for(actor: Actor, dossier: Dossier) -> QuerySet[Plaatsing]:
    """The applications of a pupil whose report arrived: all for basisschool and parents, the own one for a vo school.

    Also those that were withdrawn since; `overdracht` says so.
    """
    rijen = Plaatsing.objects.filter(dossier=dossier).select_related("ontvanger", "brugklas", "overdracht")
    if actor.ouder_id is None and actor.organisatie_id != dossier.school_id:
        rijen = rijen.filter(ontvanger_id=actor.werkt_bij, overdracht__ingetrokken_op=None)
    return rijen.order_by("aangemeld_op", "status_op")


def plaatsing_for(actor: Actor, overdracht_id: UUID, *, vergrendel: bool = False) -> Plaatsing:
    """What belongs to one running transfer to the actor's own school; raises `NietGevonden`."""
    rijen = Plaatsing.objects.filter(
        overdracht_id=overdracht_id, ontvanger_id=actor.werkt_bij, overdracht__ingetrokken_op=None
    ).select_related("dossier__leerling", "dossier__school", "brugklas", "overdracht", "ontvanger")
    if vergrendel:
        rijen = rijen.select_for_update(of=("self",))
    rij = rijen.first()
    if rij is None:
        raise NietGevonden
    return rij


def besluiten_for(actor: Actor, dossier: Dossier, slot: Slot) -> tuple[LeesbaarBesluit, ...]:
    """What the vo schools decided about a pupil, as far as the actor may read it, the oldest first."""
    rijen = Besluit.objects.filter(dossier=dossier).order_by("op")
    if actor.ouder_id is None and actor.organisatie_id != dossier.school_id:
        rijen = rijen.filter(ontvanger_id=actor.werkt_bij)
    return tuple(LeesbaarBesluit(rij, _toelichting(rij, slot)) for rij in rijen)


def plaatsingen_van_for(actor: Actor, dossier_ids: Iterable[UUID]) -> dict[UUID, list[Plaatsing]]:
    """The running applications of many pupils of the actor's own school, by dossier; one query for any number."""
    rijen = Plaatsing.objects.filter(
        school_id=actor.werkt_bij, dossier_id__in=list(dossier_ids), aanmelding__ingetrokken_op=None
    ).select_related("ontvanger", "brugklas", "overdracht")
    gevonden: dict[UUID, list[Plaatsing]] = {}
    for rij in rijen.order_by("aangemeld_op"):
        gevonden.setdefault(rij.dossier_id, []).append(rij)
    return gevonden


def _toelichting(rij: Besluit, slot: Slot) -> str:
    if rij.geheim is None:
        return ""
    return str(json.loads(slot.ontsleutel(rij.geheim, f"besluit:{rij.id}"))["toelichting"])
