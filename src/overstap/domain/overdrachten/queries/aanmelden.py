"""By which code or particulars may a vo school open a report, what did po release, and who asked for it?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connection
from django.db.models import QuerySet

from overstap.domain.dossiers.models import Dossier
from overstap.domain.overdrachten.enums import Aanmeldwijze
from overstap.domain.overdrachten.models import Aanmelding, UniekeCode, Vrijgave
from overstap.domain.overdrachten.rules import in_groepen
from overstap.domain.rapporten.enums import Versiesoort
from overstap.domain.rapporten.models import Versie
from overstap.domain.rapporten.queries import versies_for
from overstap.domain.scholen.queries import organisatienamen_for
from overstap.foundation.access import Actor
from overstap.foundation.audit.models import AuditEvent
from overstap.foundation.sleutels.kast import Slot


@dataclass(frozen=True)
class Leesbarecode:
    """The running code of a pupil, as it stands on paper: "ABCD-EFGH-JKLM"."""

    rij: UniekeCode
    code: str


@dataclass(frozen=True)
class Gevraagd:
    """A vo school that gave the right code or particulars before the report was open; `door` is the account."""

    ontvanger_id: UUID
    naam: str
    door: UUID
    op: datetime
    wijze: Aanmeldwijze


@dataclass(frozen=True)
class Gevonden:
    """What a code or particulars lead to: ids with which a vo school can read nothing, and whether it may open it."""

    dossier_id: UUID
    school_id: UUID
    open: bool


def unieke_codes_for(actor: Actor, dossier: Dossier) -> QuerySet[UniekeCode]:
    """The running code of a dossier: at most one, for the own school and the parents."""
    return UniekeCode.objects.filter(dossier=dossier, ingetrokken_op=None)


def unieke_code_for(actor: Actor, dossier: Dossier, slot: Slot) -> Leesbarecode | None:
    """The running code in full, or None when there is none."""
    rij = unieke_codes_for(actor, dossier).first()
    if rij is None:
        return None
    return Leesbarecode(rij, in_groepen(slot.ontsleutel(rij.geheim, f"uniekecode:{rij.id}").decode()))


def vrijgaven_for(actor: Actor, dossier: Dossier) -> QuerySet[Vrijgave]:
    """The running vrijgave of a dossier: at most one, for the own school only."""
    return Vrijgave.objects.filter(dossier=dossier, ingetrokken_op=None).select_related("versie")


def vrij_for(actor: Actor, dossier_ids: Iterable[UUID]) -> frozenset[UUID]:
    """Of these dossiers of the own school: those whose newest definitive version is released; in one query."""
    rijen = Vrijgave.objects.filter(dossier_id__in=list(dossier_ids), ingetrokken_op=None)
    nieuwste = Versie.objects.filter(soort=Versiesoort.DEFINITIEF).order_by("dossier_id", "-nummer")
    versies = nieuwste.distinct("dossier_id").values("id")
    return frozenset(rijen.filter(versie_id__in=versies).values_list("dossier_id", flat=True))


def definitieve_versie_for(actor: Actor, dossier: Dossier) -> Versie | None:
    """The newest definitive version, also when the report is being written in again."""
    return versies_for(actor, dossier).filter(soort=Versiesoort.DEFINITIEF).first()


def gevraagd_for(actor: Actor, dossier: Dossier) -> tuple[Gevraagd, ...]:
    """The vo schools that gave the code of this dossier of the own school and wait, by when they last did."""
    return wachtenden_for(actor, [dossier.id]).get(dossier.id, ())


def wachtenden_for(actor: Actor, dossier_ids: Iterable[UUID]) -> dict[UUID, tuple[Gevraagd, ...]]:
    """The same for many dossiers of the own school: only those for which somebody waits; four queries at the most.

    A school whose aanmelding was recorded or withdrawn since does not wait, nor one whose code was taken back since: a
    release would send the report to it.
    """
    keer = AuditEvent.objects.filter(wat="overdracht.gevraagd", dossier_id__in=list(dossier_ids)).order_by("op")
    laatste = {(g.dossier_id, g.object_id): g for g in keer if g.object_id and g.actor_id}
    if not laatste:
        return {}
    codes = UniekeCode.objects.filter(dossier_id__in={g.dossier_id for g in laatste.values()}, ingetrokken_op=None)
    sinds = dict(codes.values_list("dossier_id", "gemaakt_op"))
    laatste = {sleutel: g for sleutel, g in laatste.items() if _geldt_nog(g, sinds)}
    for aanmelding in Aanmelding.objects.filter(dossier_id__in={dossier_id for dossier_id, _wie in laatste}):
        sleutel = (aanmelding.dossier_id, aanmelding.ontvanger_id)
        vraag = laatste.get(sleutel)
        if vraag and (aanmelding.ingetrokken_op is None or aanmelding.ingetrokken_op >= vraag.op):
            del laatste[sleutel]
    namen = organisatienamen_for(actor, {wie for _dossier_id, wie in laatste})
    gevonden: dict[UUID, tuple[Gevraagd, ...]] = {}
    for (dossier_id, wie), g in laatste.items():
        if dossier_id and wie in namen and g.actor_id:
            een = Gevraagd(wie, namen[wie], g.actor_id, g.op, Aanmeldwijze(g.gegevens["wijze"]))
            gevonden[dossier_id] = (*gevonden.get(dossier_id, ()), een)
    return gevonden


def _geldt_nog(gevraagd: AuditEvent, sinds: dict[UUID, datetime]) -> bool:
    """Was this asked with the code that runs now (made at `sinds`, by dossier), or with particulars?"""
    if gevraagd.gegevens["wijze"] != Aanmeldwijze.CODE.value:
        return True
    gemaakt_op = sinds.get(gevraagd.dossier_id) if gevraagd.dossier_id else None
    return gemaakt_op is not None and gemaakt_op <= gevraagd.op


def zoek_for(actor: Actor, *, codehash: bytes | None, kenmerken: Iterable[bytes]) -> Gevonden | None:
    """What these keyed hashes lead to; every question costs the same, whatever comes of it."""
    with connection.cursor() as cursor:
        cursor.execute(
            "select dossier_id, school_id, open from overdrachten_zoek(%s, %s::bytea[])", [codehash, list(kenmerken)]
        )
        rij = cursor.fetchone()
    return Gevonden(*rij) if rij else None
