"""How far is each application of a pupil, as far as this actor may know it?"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from overstap.domain.dossiers.models import Dossier
from overstap.domain.plaatsingen.models import Besluit, Plaatsing
from overstap.domain.plaatsingen.rules import besluit_voor, telt_vanaf, termijnregel_op, tijdelijk_vanaf
from overstap.domain.scholen.queries import regio_for
from overstap.domain.scholen.rules import kalender_uit_instellingen
from overstap.foundation.access import Actor, NietGevonden
from overstap.foundation.sleutels.kast import Slot


@dataclass(frozen=True)
class LeesbaarBesluit:
    """One decision with its reason, decrypted; empty when none was given."""

    rij: Besluit
    toelichting: str


@dataclass(frozen=True)
class Termijn:
    """The last day when the term was made longer, the day from which a pupil is placed for now, and the law."""

    verlengd: date
    tijdelijk: date
    bron: str


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


def termijn_for(actor: Actor, plaatsing: Plaatsing) -> Termijn:
    """How long the vo school may take for an application, by the calendar of the region of the basisschool."""
    schooljaar = plaatsing.dossier.schooljaar
    kalender = kalender_uit_instellingen(regio_for(actor, plaatsing.school_id).instellingen, schooljaar)
    vanaf = telt_vanaf(plaatsing.aangemeld_op, schooljaar)
    return Termijn(
        besluit_voor(vanaf, kalender, verlengd=True), tijdelijk_vanaf(vanaf, kalender), termijnregel_op(vanaf).bron
    )


def _toelichting(rij: Besluit, slot: Slot) -> str:
    if rij.geheim is None:
        return ""
    return str(json.loads(slot.ontsleutel(rij.geheim, f"besluit:{rij.id}"))["toelichting"])
