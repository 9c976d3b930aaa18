"""Which attachments may this actor see, and what is in them?"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from uuid import UUID

from django.conf import settings
from django.db.models import F, QuerySet

from overstap.domain.bijlagen.enums import Bladstand, Ontvanger, Scanstaat
from overstap.domain.bijlagen.models import Bijlage, Keurbaar, LosBlad, Toestemming
from overstap.domain.bijlagen.rules import Gegeven, Kandidaat, controleer_tonen, controleer_vertrek, plek_van_bestand
from overstap.domain.bijlagen.snapshot import Bestand, Bron
from overstap.domain.dossiers.models import Dossier
from overstap.domain.dossiers.queries import dossier_for, dossiers_for, slot_for
from overstap.domain.dossiers.rules import INVULBAAR
from overstap.foundation import opslag
from overstap.foundation.access import Actor, NietGevonden, Recht
from overstap.foundation.sleutels.kast import Slot


@dataclass(frozen=True)
class LeesbareBijlage:
    """An attachment with its name decrypted."""

    rij: Bijlage
    bestandsnaam: str
    omschrijving: str


def bijlagen_for(actor: Actor, dossier: Dossier) -> QuerySet[Bijlage]:
    """The running attachments of a dossier: all for its own school and the parents, for others what each may have."""
    rijen = Bijlage.objects.filter(dossier=dossier, ingetrokken_op=None).order_by("toegevoegd_op", "sleutel")
    if _van_huis(actor, dossier):
        return rijen
    voor_hem = "vrijgegeven_swv_op" if _is_swv(actor) else "vrijgegeven_op"
    return rijen.filter(**{f"{voor_hem}__isnull": False})


def _van_huis(actor: Actor, dossier: Dossier) -> bool:
    return actor.ouder_id is not None or actor.organisatie_id == dossier.school_id


def _is_swv(actor: Actor) -> bool:
    return actor.mag(Recht.ZORGAANMELDING_BEHANDELEN)


def voor_swv(actor: Actor, dossier_id: UUID) -> tuple[LeesbareBijlage, ...]:
    """Exactly the attachments released to the samenwerkingsverband, oldest first, with their names.

    For the own school, the parents and people of a samenwerkingsverband with toegang. Raises `NietGevonden`.
    """
    dossier = dossier_for(actor, dossier_id)
    if not (_van_huis(actor, dossier) or _is_swv(actor)):
        raise NietGevonden
    alles = leesbaar_for(actor, dossier, slot_for(actor, dossier))
    return tuple(bijlage for bijlage in alles if Ontvanger.SWV in bijlage.rij.aan)


def oorsprong_for(actor: Actor, dossier: Dossier) -> dict[UUID, tuple[UUID, ...]]:
    """Of each attachment that a dossier ever had: itself, and those in whose place it came, the newest first."""
    del actor
    voor = dict(Bijlage.objects.filter(dossier=dossier).values_list("id", "vervangt_id"))

    def keten(bijlage_id: UUID | None) -> tuple[UUID, ...]:
        return (bijlage_id, *keten(voor.get(bijlage_id))) if bijlage_id else ()

    return {bijlage_id: keten(bijlage_id) for bijlage_id in voor}


def bijlage_for(actor: Actor, dossier: Dossier, bijlage_id: UUID) -> Bijlage:
    """One attachment; raises `NietGevonden`."""
    bijlage = bijlagen_for(actor, dossier).filter(id=bijlage_id).first()
    if bijlage is None:
        raise NietGevonden
    return bijlage


def leesbaar_for(actor: Actor, dossier: Dossier, slot: Slot) -> tuple[LeesbareBijlage, ...]:
    """The attachments that the actor may see, with their names."""
    return tuple(LeesbareBijlage(rij, *_namen(rij, slot)) for rij in bijlagen_for(actor, dossier))


def bron_for(actor: Actor, bijlage: Bijlage, slot: Slot) -> Bron:
    """The attachment as a value whose bytes are read when needed, piece by piece."""
    naam, omschrijving = _namen(bijlage, slot)
    lezer = partial(opslag.lezer, bijlage.bestand_id, slot, plek_van_bestand(bijlage.bestand_id))
    return Bron(bijlage.sleutel, bijlage.plek, naam, omschrijving, bijlage.mime, bijlage.omvang, lezer)


def open_for(actor: Actor, bijlage: Bijlage, slot: Slot) -> opslag.Lezer:
    """The content of an attachment that may leave us, opened here, under row-level security.

    What is read from it afterwards needs no database. Raises `VertrekGeweigerd` with a sentence.
    """
    controleer_vertrek_for(actor, [bijlage])
    return opslag.lezer(bijlage.bestand_id, slot, plek_van_bestand(bijlage.bestand_id))


def open_om_te_tonen_for(actor: Actor, bijlage: Bijlage, slot: Slot) -> opslag.Lezer:
    """The same, of an attachment that a browser shows: what was not cleaned yet it only keeps."""
    controleer_tonen(bijlage.scanstaat)
    return open_for(actor, bijlage, slot)


def ingetrokken_for(actor: Actor, dossier: Dossier, bijlage_id: UUID) -> Bijlage | None:
    """An attachment of this dossier that was withdrawn, for its own school and the parents; None when it was not."""
    if not _van_huis(actor, dossier):
        return None
    return Bijlage.objects.filter(dossier=dossier, id=bijlage_id, ingetrokken_op__isnull=False).first()


def bestand_for(actor: Actor, bijlage: Bijlage, slot: Slot) -> Bestand:
    """The attachment with its bytes, as a value: for a small one, or where all of it is needed."""
    bron = bron_for(actor, bijlage, slot)
    with bron.open() as lezer:
        return Bestand(bron.sleutel, bron.plek, bron.bestandsnaam, bron.omschrijving, bron.mime, lezer.read())


def controleer_vertrek_for(actor: Actor, bijlagen: Iterable[Keurbaar]) -> None:
    """Raise `VertrekGeweigerd` unless all of these may leave the platform: asked before anything is sent or given."""
    del actor
    controleer_vertrek((bijlage.scanstaat for bijlage in bijlagen), scanplicht=settings.OVERSTAP_SCANPLICHT)


def te_keuren_for(actor: Actor) -> QuerySet[Bijlage]:
    """The attachments of the actor's own school that no scanner has looked at yet, oldest first."""
    rijen = Bijlage.objects.filter(school_id=actor.organisatie_id, ingetrokken_op=None)
    return rijen.filter(scan__in=[Scanstaat.WORDT_GECONTROLEERD, Scanstaat.NIET_GESCAND]).order_by("toegevoegd_op")


def te_herscannen_for(actor: Actor, met: str) -> QuerySet[Bijlage]:
    """Those of the own school that were scanned with other signatures than `met`, the longest ago first.

    Also what was sent: a vo school can fetch it from us once more.
    """
    rijen = Bijlage.objects.filter(school_id=actor.organisatie_id, ingetrokken_op=None, scan=Scanstaat.VEILIG)
    return rijen.exclude(gescand_met=met).order_by("gescand_op")


@dataclass(frozen=True)
class LeesbareToestemming:
    """What the parents said of an attachment: who, and to which words."""

    rij: Toestemming
    van: str
    tekst: str

    @property
    def gegeven(self) -> Gegeven:
        """The same as a value: when, who and for whom."""
        return Gegeven(self.rij.gegeven_op, self.van, self.rij.voor)


def toestemmingen_for(actor: Actor, dossier: Dossier, slot: Slot) -> dict[UUID, LeesbareToestemming]:
    """The permissions that run now, by attachment; for the own school only."""
    rijen = Toestemming.objects.filter(dossier=dossier, ingetrokken_op=None)
    return {rij.bijlage_id: _toestemming(rij, slot) for rij in rijen}


def toestemmingen_van_for(actor: Actor, bijlage: Bijlage, slot: Slot) -> tuple[LeesbareToestemming, ...]:
    """Everything that the parents ever said of one attachment, newest first; for the own school only."""
    rijen = Toestemming.objects.filter(bijlage=bijlage).order_by(F("ingetrokken_op").desc(nulls_first=True))
    return tuple(_toestemming(rij, slot) for rij in rijen)


def _toestemming(rij: Toestemming, slot: Slot) -> LeesbareToestemming:
    ruw = json.loads(slot.ontsleutel(rij.geheim, f"toestemming:{rij.id}"))
    return LeesbareToestemming(rij, ruw["van"], ruw["tekst"])


@dataclass(frozen=True)
class LeesbaarBlad:
    """A loose sheet with its name decrypted."""

    rij: LosBlad
    bestandsnaam: str


def blad_for(actor: Actor, blad_id: UUID, at: datetime) -> LeesbaarBlad | None:
    """One loose sheet of the own school that still waits for a person, or None."""
    return next((b for b in bladen_for(actor, at) if b.rij.id == blad_id and b.rij.stand == Bladstand.WACHT), None)


def bladlezer_for(actor: Actor, blad: LosBlad) -> opslag.Lezer:
    """The content of a loose sheet, to be closed."""
    del actor
    return opslag.lezer(blad.bestand_id, Slot(blad.sleutel_id), plek_van_bestand(blad.bestand_id))


def bladen_for(actor: Actor, at: datetime) -> tuple[LeesbaarBlad, ...]:
    """The loose sheets of the actor's own school that did not expire, oldest first; also those that were decided."""
    rijen = LosBlad.objects.filter(school_id=actor.werkt_bij, vervalt_op__gt=at).order_by("geupload_op", "id")
    return tuple(
        LeesbaarBlad(rij, Slot(rij.sleutel_id).ontsleutel(rij.geheime_naam, f"blad:{rij.id}").decode()) for rij in rijen
    )


def kandidaten_for(actor: Actor) -> tuple[Kandidaat, ...]:
    """The pupils of the actor's own school whose report still takes attachments, by name."""
    rijen = dossiers_for(actor).filter(school_id=actor.werkt_bij, staat__in=[staat.value for staat in INVULBAAR])
    return tuple(
        Kandidaat(rij.id, rij.leerling.roepnaam, f"{rij.leerling.voorvoegsel} {rij.leerling.achternaam}".strip())
        for rij in rijen.order_by("leerling__sorteernaam")
    )


def _namen(bijlage: Bijlage, slot: Slot) -> tuple[str, str]:
    namen = json.loads(slot.ontsleutel(bijlage.geheime_naam, f"bijlage:{bijlage.id}"))
    return namen["bestandsnaam"], namen["omschrijving"]
