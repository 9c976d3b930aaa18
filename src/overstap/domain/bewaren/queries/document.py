"""After an incident with a document: in which dossiers is it, who received it, and who opened it?"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from typing import BinaryIO
from uuid import UUID

from django.db.models import QuerySet

from overstap.domain.bijlagen.enums import Scanstaat
from overstap.domain.bijlagen.models import Bijlage
from overstap.domain.bijlagen.queries import bron_for
from overstap.domain.dossiers.models import Dossier
from overstap.domain.dossiers.queries import slot_for
from overstap.domain.overdrachten.queries import ging_mee_for, overdrachten_for
from overstap.domain.zorgroutes.enums import Zaakbestandsoort
from overstap.domain.zorgroutes.models import Zaakbestand
from overstap.domain.zorgroutes.queries import kopieen_for, zaakbestand_for, zorgroutes_for
from overstap.foundation.access import Actor, Recht
from overstap.foundation.audit.models import AuditEvent
from overstap.foundation.sleutels.kast import Slot

_PER_KEER = 64 * 1024


@dataclass(frozen=True)
class Spoor:
    """One place where exactly this document lies: whose it is, who received it, and what was done with it.

    `ontvangers` are vo schools with the version in which it went (0 for a samenwerkingsverband, which gets no version).
    """

    dossier_id: UUID
    naam: str
    schooljaar: str
    ontvangers: tuple[tuple[str, int], ...]
    gebeurtenissen: tuple[AuditEvent, ...]


def sporen_for(actor: Actor, inhoud: BinaryIO, omvang: int) -> list[Spoor]:
    """Where the actor's organisation has a document with these very bytes, as it came out of Overstap.

    Only files of the same length (`omvang`, in bytes) are opened, and what was refused or withdrawn has none. Row-level
    security decides of which dossiers that can be, and which events are read.
    """
    gezocht = _vinger(inhoud)
    if actor.mag(Recht.ZORGAANMELDING_BEHANDELEN):
        return list(_bij_swv(actor, gezocht, omvang))
    return list(_bij_school(actor, gezocht, omvang))


def _bij_school(actor: Actor, gezocht: bytes, omvang: int) -> Iterator[Spoor]:
    rijen = Bijlage.objects.filter(omvang=omvang, ingetrokken_op=None).exclude(scan=Scanstaat.GEWEIGERD)
    for bijlage in rijen.select_related("dossier__leerling").order_by("toegevoegd_op", "id"):
        slot = slot_for(actor, bijlage.dossier)
        if not _is(gezocht, bron_for(actor, bijlage, slot).open):
            continue
        yield _spoor(bijlage.dossier, _kregen(actor, bijlage, slot), AuditEvent.objects.filter(object_id=bijlage.id))


def _bij_swv(actor: Actor, gezocht: bytes, omvang: int) -> Iterator[Spoor]:
    rijen = Zaakbestand.objects.filter(omvang=omvang, tegengehouden_op=None, soort=Zaakbestandsoort.BIJLAGE)
    for rij in rijen.select_related("zaak__route__dossier__leerling").order_by("gemaakt_op", "id"):
        if not _is(gezocht, partial(_open_bij_swv, actor, rij)):
            continue
        gebeurd = AuditEvent.objects.filter(object_id=rij.zaak_id, gegevens__versie=str(rij.id))
        yield _spoor(rij.zaak.route.dossier, (), gebeurd)


def _open_bij_swv(actor: Actor, rij: Zaakbestand) -> BinaryIO:
    return zaakbestand_for(actor, rij.zaak_id, rij.id)[1]


def _spoor(dossier: Dossier, ontvangers: tuple[tuple[str, int], ...], gebeurd: QuerySet[AuditEvent]) -> Spoor:
    naam, jaar = dossier.leerling.naam, dossier.schooljaar
    return Spoor(dossier.id, naam, jaar, ontvangers, tuple(gebeurd.order_by("op")))


def _kregen(actor: Actor, bijlage: Bijlage, slot: Slot) -> tuple[tuple[str, int], ...]:
    """To whom it was sent; what was withdrawn since counts too."""
    vo = [
        (rij.ontvanger.naam, rij.versie.nummer)
        for rij in overdrachten_for(actor, bijlage.dossier)
        if bijlage.id in {een.rij.id for een in ging_mee_for(actor, rij, slot)}
    ]
    routes = zorgroutes_for(actor, bijlage.dossier).filter(verstuurd_op__isnull=False)
    swv = [(route.swv.naam, 0) for route in routes if bijlage.id in kopieen_for(actor, route).bijlagen]
    return tuple(sorted({*vo, *swv}))


def _is(gezocht: bytes, open_: Callable[[], BinaryIO]) -> bool:
    with closing(open_()) as inhoud:
        return _vinger(inhoud) == gezocht


def _vinger(inhoud: BinaryIO) -> bytes:
    vinger = hashlib.sha256()
    while stuk := inhoud.read(_PER_KEER):
        vinger.update(stuk)
    return vinger.digest()
