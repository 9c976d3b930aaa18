"""What may an organisation take along in one go, what does it consist of, and which bundels wait for it?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from overstap.domain.bijlagen.queries import bron_for, controleer_vertrek_for
from overstap.domain.bijlagen.rules import VertrekGeweigerd
from overstap.domain.bijlagen.snapshot import Bron
from overstap.domain.dossiers.models import Dossier
from overstap.domain.dossiers.queries import dossiers_for, slot_for
from overstap.domain.dossiers.rules import BEVROREN
from overstap.domain.inzages.queries import Tekst, meegaande_stukken_for, zienswijzen_for
from overstap.domain.overdrachten.models import Bundel, Overdracht
from overstap.domain.overdrachten.queries.aanmelden import definitieve_versie_for
from overstap.domain.overdrachten.queries.overdracht import inbox_for, meegaand_for, meegegane_aanvullingen_for
from overstap.domain.rapporten.models import Versie
from overstap.domain.rapporten.queries import aanvullingen_for, aanvullingpdf_for, bevroren_for, pdf_for
from overstap.foundation import opslag
from overstap.foundation.access import Actor, NietGevonden, Recht
from overstap.foundation.sleutels.kast import Slot


@dataclass(frozen=True)
class Meegave:
    """One pupil whose report may be taken along: of the own school, or as it was sent to the own vo school."""

    dossier: Dossier
    versie: Versie
    overdracht: Overdracht | None

    @property
    def id(self) -> UUID:
        """By what it is chosen: the overdracht of a vo school, the dossier of a po school."""
        return self.overdracht.id if self.overdracht else self.dossier.id

    def tegengehouden_sinds(self, moment: datetime) -> bool:
        """Was something that went to this vo school held back since: a virus, or an attachment taken back?"""
        op = self.overdracht.tegengehouden_op if self.overdracht else None
        return op is not None and op >= moment


@dataclass(frozen=True)
class Stukken:
    """Everything of one pupil that travels along, as values; attachments are read when their turn comes."""

    rapport: bytes
    aanvullingen: tuple[bytes, ...]
    zienswijzen: tuple[Tekst, ...]
    bijlagen: tuple[Bron, ...]


def meenemer(actor: Actor) -> Recht:
    """The right by which this kind of colleague takes reports along."""
    return Recht.DOSSIER_ONTVANGEN if actor.mag(Recht.DOSSIER_ONTVANGEN) else Recht.DOSSIER_OVERDRAGEN


def meegaven_for(actor: Actor, ids: Iterable[UUID]) -> tuple[Meegave, ...]:
    """Of these pupils: those whose report this organisation may take along now, by name."""
    gevraagd = list(ids)
    van_vo = inbox_for(actor).filter(id__in=gevraagd).order_by("dossier__leerling__sorteernaam", "id")
    meegaven = [Meegave(rij.dossier, rij.versie, rij) for rij in van_vo]
    eigen = dossiers_for(actor).filter(id__in=gevraagd, school_id=actor.werkt_bij, staat__in=BEVROREN)
    for dossier in eigen.order_by("leerling__sorteernaam", "id"):
        versie = definitieve_versie_for(actor, dossier)
        if versie is not None:
            meegaven.append(Meegave(dossier, versie, None))
    return tuple(meegaven)


def stukken_van_for(actor: Actor, meegave: Meegave, at: datetime) -> Stukken | None:
    """What travels along of one pupil, or None while a PDF is not made yet or an attachment may not leave us."""
    dossier, overdracht = meegave.dossier, meegave.overdracht
    slot = slot_for(actor, dossier)
    rapport = pdf_for(actor, meegave.versie, "vo", slot)
    bij = meegegane_aanvullingen_for(actor, overdracht, slot) if overdracht else aanvullingen_for(actor, dossier, slot)
    aanvullingen = [aanvullingpdf_for(actor, rij.rij, slot) for rij in bij if rij.rij.ingetrokken_op is None]
    op = overdracht.verstuurd_op if overdracht else at
    vrij = list(meegaand_for(actor, dossier, bevroren_for(actor, meegave.versie, slot), op))
    try:
        controleer_vertrek_for(actor, vrij)
        stukken = meegaande_stukken_for(actor, dossier, slot)
    except VertrekGeweigerd:
        return None
    if rapport is None or None in aanvullingen:
        return None
    return Stukken(
        rapport=rapport,
        aanvullingen=tuple(pdf for pdf in aanvullingen if pdf is not None),
        zienswijzen=zienswijzen_for(actor, dossier, slot),
        bijlagen=(*(bron_for(actor, rij, slot) for rij in vrij), *stukken),
    )


def bundels_for(actor: Actor, at: datetime) -> QuerySet[Bundel]:
    """What waits to be fetched by the actor's organisation, or is being made; newest first."""
    return Bundel.objects.filter(school_id=actor.werkt_bij, vervalt_op__gt=at).order_by("-gevraagd_op")


def bundel_for(actor: Actor, bundel_id: UUID, at: datetime, *, vergrendel: bool = False) -> Bundel:
    """One of them; raises `NietGevonden`, also once it was fetched."""
    rijen = bundels_for(actor, at)
    rij = (rijen.select_for_update() if vergrendel else rijen).filter(id=bundel_id).first()
    if rij is None:
        raise NietGevonden
    return rij


def open_bundel_for(actor: Actor, bundel: Bundel) -> opslag.Lezer | None:
    """The ZIP, opened to be read in pieces; None while it is not made yet."""
    if bundel.bestand_id is None:
        return None
    return opslag.lezer(bundel.bestand_id, Slot(bundel.sleutel_id), f"bundel:{bundel.bestand_id}")
