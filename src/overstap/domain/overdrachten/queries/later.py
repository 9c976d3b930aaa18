"""Which attachments came after definitief, may they go to the vo school yet, and which of them does it have?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from overstap.domain.bijlagen.models import Bijlage
from overstap.domain.bijlagen.queries import bijlagen_for
from overstap.domain.dossiers.models import Dossier
from overstap.domain.inzages.enums import Inzagerecht
from overstap.domain.inzages.queries import inzages_for
from overstap.domain.overdrachten.models import Overdracht
from overstap.domain.rapporten.queries import bevroren_for
from overstap.domain.rapporten.rules.aanvullen import Aanvulstand, aanvulstand
from overstap.domain.scholen.queries import regio_for
from overstap.foundation.access import Actor
from overstap.foundation.audit.queries import gebeurtenissen_for
from overstap.foundation.klok import dag
from overstap.foundation.sleutels.kast import Slot


@dataclass(frozen=True)
class Laterregel:
    """An attachment beside a definitive version, how far it is, and how many of those who are waited for saw it."""

    bijlage: Bijlage
    stand: Aanvulstand
    gelezen: int
    lezers: int


def latere_bijlagen_for(actor: Actor, dossier: Dossier, at: datetime) -> tuple[Laterregel, ...]:
    """What came after definitief and is released to the vo school, oldest first; for the pupil's own school.

    Parents saw one when they opened the report, which lists it, or the attachment itself after it was released.
    """
    rijen = list(bijlagen_for(actor, dossier).filter(later_bij__isnull=False, vrijgegeven_op__isnull=False))
    if not rijen:
        return ()
    ouders = {rij.ouder_id for rij in inzages_for(actor, dossier) if Inzagerecht(rij.recht).reageert}
    gekeken = gebeurtenissen_for(actor, dossier.id).filter(wat__in=_GEZIEN, actor_id__in=ouders)
    keren = list(gekeken.values_list("actor_id", "op"))
    termijn = regio_for(actor, dossier.school_id).instellingen["reactietermijn_dagen"]
    return tuple(_regel(rij, ouders, keren, termijn, at) for rij in rijen)


_GEZIEN = ("rapport.bekeken", "bijlage.bekeken")


def _regel(
    rij: Bijlage, ouders: set[UUID], keren: list[tuple[UUID | None, datetime]], termijn: int, at: datetime
) -> Laterregel:
    assert rij.vrijgegeven_op is not None
    vanaf = rij.vrijgegeven_op
    gezien = {wie for wie, op in keren if op > vanaf}
    stand = aanvulstand(
        gemaakt_op=dag(vanaf),
        gelezen=[ouder in gezien for ouder in ouders],
        termijn_dagen=termijn,
        vandaag=dag(at),
        verstuurd=rij.meegestuurd_op is not None,
        ingetrokken=False,
    )
    return Laterregel(rij, stand, len(gezien & ouders), len(ouders))


def meegestuurd_for(actor: Actor, tot: datetime) -> Q:
    """The condition on attachments: came after definitief, and went along with what was sent until this moment."""
    del actor
    return Q(later_bij__isnull=False, meegestuurd_op__lte=tot)


def ging_ooit_mee_for(actor: Actor, overdracht: Overdracht, slot: Slot, bijlage_id: UUID) -> bool:
    """Was this attachment in the version of a transfer, also when the basisschool took it back since?"""
    bijlagen = bevroren_for(actor, overdracht.versie, slot).bijlagen
    return any(bijlage["id"] == str(bijlage_id) and bijlage["gaat_mee"] for bijlage in bijlagen)


def nieuwe_bijlagen_for(actor: Actor, overdracht: Overdracht, at: datetime) -> bool:
    """Is there an attachment that came later, and that the vo school of this transfer does not have yet?"""
    return any(
        regel.stand is Aanvulstand.KAN_MEE
        or (regel.bijlage.meegestuurd_op is not None and regel.bijlage.meegestuurd_op > overdracht.verstuurd_op)
        for regel in latere_bijlagen_for(actor, overdracht.dossier, at)
    )
