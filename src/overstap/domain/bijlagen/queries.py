"""Which attachments may this actor see, and what is in them?"""

from __future__ import annotations

import json
from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

from overstap.domain.bijlagen.models import Bijlage
from overstap.domain.bijlagen.snapshot import Bestand
from overstap.domain.dossiers.models import Dossier
from overstap.foundation import opslag
from overstap.foundation.access import Actor, NietGevonden
from overstap.foundation.sleutels.kast import Slot


@dataclass(frozen=True)
class LeesbareBijlage:
    """An attachment with its name decrypted."""

    rij: Bijlage
    bestandsnaam: str
    omschrijving: str


def bijlagen_for(actor: Actor, dossier: Dossier) -> QuerySet[Bijlage]:
    """The attachments of a dossier: all for its own school and the parents, the released ones for others."""
    rijen = Bijlage.objects.filter(dossier=dossier).order_by("toegevoegd_op", "sleutel")
    if actor.ouder_id is None and actor.organisatie_id != dossier.school_id:
        rijen = rijen.filter(vrijgegeven_op__isnull=False)
    return rijen


def bijlage_for(actor: Actor, dossier: Dossier, bijlage_id: UUID) -> Bijlage:
    """One attachment; raises `NietGevonden`."""
    bijlage = bijlagen_for(actor, dossier).filter(id=bijlage_id).first()
    if bijlage is None:
        raise NietGevonden
    return bijlage


def leesbaar_for(actor: Actor, dossier: Dossier, slot: Slot) -> tuple[LeesbareBijlage, ...]:
    """The attachments that the actor may see, with their names."""
    return tuple(LeesbareBijlage(rij, *_namen(rij, slot)) for rij in bijlagen_for(actor, dossier))


def bestand_for(actor: Actor, bijlage: Bijlage, slot: Slot) -> Bestand:
    """The attachment with its bytes, as a value."""
    naam, omschrijving = _namen(bijlage, slot)
    inhoud = slot.ontsleutel(opslag.lees(bijlage.bestand_id), f"bestand:{bijlage.bestand_id}")
    return Bestand(bijlage.sleutel, bijlage.plek, naam, omschrijving, bijlage.mime, inhoud)


def _namen(bijlage: Bijlage, slot: Slot) -> tuple[str, str]:
    namen = json.loads(slot.ontsleutel(bijlage.geheime_naam, f"bijlage:{bijlage.id}"))
    return namen["bestandsnaam"], namen["omschrijving"]
