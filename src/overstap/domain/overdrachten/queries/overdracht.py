"""What was sent to whom, who will see it, and what waits in a vo school's inbox?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from overstap.domain.bijlagen.models import Bijlage
from overstap.domain.bijlagen.queries import (
    LeesbareBijlage,
    bijlagen_for,
    bron_for,
    controleer_vertrek_for,
    leesbaar_for,
)
from overstap.domain.bijlagen.snapshot import Bron
from overstap.domain.dossiers.models import Dossier
from overstap.domain.dossiers.queries import dossier_for, nummer_for
from overstap.domain.inzages.models import Inzage
from overstap.domain.inzages.queries import Tekst, bewijs_van_inzage_for, meegaande_stukken_for, zienswijzen_for
from overstap.domain.overdrachten.models import Aanmelding, Overdracht
from overstap.domain.overdrachten.queries.later import latere_bijlagen_for, meegestuurd_for
from overstap.domain.rapporten.models import Versie
from overstap.domain.rapporten.queries import (
    Bevroren,
    LeesbareAanvulling,
    aanvullingen_for,
    aanvullingpdf_for,
    bevroren_for,
    pdf_for,
    pdf_mislukt_for,
)
from overstap.domain.rapporten.rules.aanvullen import Aanvulstand
from overstap.domain.rapporten.snapshot import Inhoud
from overstap.domain.scholen.models import Aanstelling
from overstap.domain.scholen.queries import medewerkers_for, regio_for
from overstap.foundation import opslag
from overstap.foundation.access import RECHTEN, Actor, NietGevonden, Recht, Rol
from overstap.foundation.queue import mislukt
from overstap.foundation.sleutels.kast import Slot


@dataclass(frozen=True)
class Zending:
    """Everything that travels along to the vo school, as values for the OSO file.

    `woord` is what the region calls the report.
    """

    inhoud: Inhoud
    nummer: tuple[str, str] | None
    bestanden: tuple[Bron, ...]
    rapport_pdf: bytes
    zienswijzen: tuple[Tekst, ...]
    aanvullingen: tuple[bytes, ...]
    inzage: Sequence[Inzage]
    vingerafdruk: str
    woord: str


@dataclass(frozen=True)
class Bestemming:
    """A vo school where a pupil was applied, and the newest transfer to it (also a withdrawn one)."""

    aanmelding: Aanmelding
    overdracht: Overdracht | None

    @property
    def loopt(self) -> bool:
        """Can the vo school see the report now?"""
        return self.overdracht is not None and self.overdracht.ingetrokken_op is None

    def heeft(self, versie: Versie | None) -> bool:
        """Does the vo school have this version now? One that was held back because of a virus it does not."""
        lopend = self.overdracht if self.loopt else None
        return (
            lopend is not None and versie is not None and lopend.versie_id == versie.id and not lopend.tegengehouden_op
        )


def bestemmingen_for(actor: Actor, dossier_ids: Iterable[UUID]) -> dict[UUID, list[Bestemming]]:
    """Where the pupils of these dossiers of the actor's own school go, by dossier; two queries for any number."""
    eigen = {"dossier_id__in": list(dossier_ids), "school_id": actor.werkt_bij}
    verstuurd = {
        overdracht.aanmelding_id: overdracht
        for overdracht in Overdracht.objects.filter(**eigen).select_related("versie").order_by("verstuurd_op")
    }
    aanmeldingen = Aanmelding.objects.filter(**eigen, ingetrokken_op=None).select_related("ontvanger")
    gevonden: dict[UUID, list[Bestemming]] = {}
    for aanmelding in aanmeldingen.order_by("aangemeld_op", "vastgelegd_op"):
        bestemming = Bestemming(aanmelding, verstuurd.get(aanmelding.id))
        gevonden.setdefault(aanmelding.dossier_id, []).append(bestemming)
    return gevonden


def aanmeldingen_for(actor: Actor, dossier: Dossier) -> QuerySet[Aanmelding]:
    """The running applications of this pupil."""
    return (
        Aanmelding.objects.filter(dossier=dossier, ingetrokken_op=None)
        .select_related("ontvanger")
        .order_by("aangemeld_op", "vastgelegd_op")
    )


def ingetrokken_aanmeldingen_for(actor: Actor, dossier: Dossier) -> QuerySet[Aanmelding]:
    """The applications of this pupil that no longer hold, newest first; none for a vo school."""
    rijen = Aanmelding.objects.filter(dossier=dossier, ingetrokken_op__isnull=False)
    return rijen.select_related("ontvanger").order_by("-ingetrokken_op")


def overdrachten_for(actor: Actor, dossier: Dossier) -> QuerySet[Overdracht]:
    """What was sent of this dossier: everything for po and parents, the own part for a vo school."""
    rijen = Overdracht.objects.filter(dossier=dossier).select_related("ontvanger", "versie").order_by("-verstuurd_op")
    if actor.ouder_id is None and actor.organisatie_id != dossier.school_id:
        rijen = rijen.filter(ontvanger_id=actor.organisatie_id, ingetrokken_op=None)
    return rijen


def overdracht_for(actor: Actor, overdracht_id: UUID) -> Overdracht:
    """One running transfer to the actor's own school; raises `NietGevonden`."""
    actor.require(Recht.DOSSIER_ONTVANGEN)
    rij = inbox_for(actor).filter(id=overdracht_id).first()
    if rij is None:
        raise NietGevonden
    return rij


def inbox_for(actor: Actor) -> QuerySet[Overdracht]:
    """What was sent to the actor's vo school and not withdrawn, newest first."""
    return (
        Overdracht.objects.filter(ontvanger_id=actor.organisatie_id, ingetrokken_op=None)
        .select_related("dossier__leerling", "school", "versie", "ontvanger")
        .order_by("-verstuurd_op")
    )


def kijkers_for(actor: Actor, ontvanger_id: UUID) -> tuple[Aanstelling, ...]:
    """Exactly the people at a vo school who will see what is sent there: those whose role may receive."""
    mensen = medewerkers_for(actor, ontvanger_id)
    return tuple(mens for mens in mensen if Recht.DOSSIER_ONTVANGEN in RECHTEN[Rol(mens.rol)])


def gaat_mee_for(actor: Actor, dossier: Dossier, slot: Slot) -> tuple[LeesbareBijlage, ...]:
    """The attachments that are released now, which will travel along with the report."""
    return tuple(bijlage for bijlage in leesbaar_for(actor, dossier, slot) if bijlage.rij.vrijgegeven)


def gaat_nu_mee_for(
    actor: Actor, dossier: Dossier, slot: Slot, versie: Versie | None, at: datetime
) -> tuple[tuple[LeesbareBijlage, ...], tuple[LeesbareBijlage, ...]]:
    """(What travels along when this version is sent now, what is released but waits until parents could read it)."""
    vrij = gaat_mee_for(actor, dossier, slot)
    wacht = {een.bijlage.id for een in latere_bijlagen_for(actor, dossier, at) if een.stand is Aanvulstand.BIJ_OUDERS}
    if versie is not None and wacht:
        bevroren = bevroren_for(actor, versie, slot)
        wacht -= set(meegaand_for(actor, dossier, bevroren, at).values_list("id", flat=True))
    return (
        tuple(bijlage for bijlage in vrij if bijlage.rij.id not in wacht),
        tuple(bijlage for bijlage in vrij if bijlage.rij.id in wacht),
    )


def ging_mee_for(actor: Actor, overdracht: Overdracht, slot: Slot) -> tuple[LeesbareBijlage, ...]:
    """The attachments that went along with this transfer: what was released since did not."""
    toen = set(
        meegaand_for(
            actor,
            overdracht.dossier,
            bevroren_for(actor, overdracht.versie, slot),
            overdracht.verstuurd_op,
        ).values_list("id", flat=True)
    )
    return tuple(bijlage for bijlage in gaat_mee_for(actor, overdracht.dossier, slot) if bijlage.rij.id in toen)


def meegaand_for(actor: Actor, dossier: Dossier, bevroren: Bevroren, op: datetime) -> QuerySet[Bijlage]:
    """The attachments that travel with a frozen version at this moment: released then, or sent later; and still."""
    mee = Q(id__in=_meegegaan(bevroren)) | meegestuurd_for(actor, op)
    return bijlagen_for(actor, dossier).filter(mee, vrijgegeven_op__isnull=False)


def meegegane_aanvullingen_for(actor: Actor, overdracht: Overdracht, slot: Slot) -> tuple[LeesbareAanvulling, ...]:
    """What was added to the version of this transfer, or to one before it, and went along with it."""
    return tuple(
        aanvulling
        for aanvulling in aanvullingen_for(actor, overdracht.dossier, slot)
        if aanvulling.rij.gaat_mee_op is not None and aanvulling.rij.gaat_mee_op <= overdracht.verstuurd_op
    )


def zat_erin_for(actor: Actor, overdracht: Overdracht, slot: Slot, bijlage_id: UUID) -> bool:
    """Is this attachment in the OSO file that was made for a transfer?"""
    if overdracht.bestand_id is None:
        return False
    later = Bijlage.objects.filter(meegestuurd_for(actor, overdracht.verstuurd_op), id=bijlage_id)
    return bijlage_id in _meegegaan(bevroren_for(actor, overdracht.versie, slot)) or later.exists()


def _meegegaan(bevroren: Bevroren) -> frozenset[UUID]:
    return frozenset(UUID(bijlage["id"]) for bijlage in bevroren.bijlagen if bijlage["gaat_mee"])


def zending_for(actor: Actor, overdracht: Overdracht) -> Zending | None:
    """Everything for the OSO file of a transfer, or None while a PDF of it is not made yet.

    Raises `VertrekGeweigerd` when an attachment may not leave us.
    """
    dossier = dossier_for(actor, overdracht.dossier_id)
    slot = Slot(dossier.sleutel_id)
    pdf = pdf_for(actor, overdracht.versie, "vo", slot)
    mee = meegegane_aanvullingen_for(actor, overdracht, slot)
    aanvullingen = [aanvullingpdf_for(actor, aanvulling.rij, slot) for aanvulling in mee]
    if pdf is None or None in aanvullingen:
        return None
    bewijs = bewijs_van_inzage_for(actor, dossier)
    bevroren = bevroren_for(actor, overdracht.versie, slot)
    vrij = meegaand_for(actor, dossier, bevroren, overdracht.verstuurd_op)
    controleer_vertrek_for(actor, vrij)
    return Zending(
        inhoud=bevroren.inhoud,
        nummer=nummer_for(actor, dossier, slot),
        bestanden=(
            *(bron_for(actor, bijlage, slot) for bijlage in vrij),
            *meegaande_stukken_for(actor, dossier, slot),
        ),
        rapport_pdf=pdf,
        zienswijzen=zienswijzen_for(actor, dossier, slot),
        aanvullingen=tuple(aanvulling for aanvulling in aanvullingen if aanvulling is not None),
        inzage=bewijs[1] if bewijs else (),
        vingerafdruk=overdracht.versie.vingerafdruk,
        woord=regio_for(actor, dossier.school_id).instellingen["woorden"]["rapport_lang"],
    )


def oso_mislukt_for(actor: Actor, overdrachten: Iterable[Overdracht]) -> frozenset[UUID]:
    """Of these transfers: those whose OSO file the worker could not make, also not after trying for two hours."""
    wacht = [rij for rij in overdrachten if rij.bestand_id is None and rij.ingetrokken_op is None]
    zelf = mislukt("oso.klaarzetten", "overdracht_id", (rij.id for rij in wacht))
    pdf = pdf_mislukt_for(actor, (rij.versie for rij in wacht)) if wacht else frozenset()
    return frozenset(rij.id for rij in wacht if rij.id in zelf or rij.versie_id in pdf)


def oso_bestand_for(actor: Actor, overdracht: Overdracht) -> opslag.Lezer | None:
    """The OSO file exactly as it was sent, opened to be read in pieces.

    None while the worker has not made it yet, and when it is held back because of a virus in it.
    """
    if overdracht.bestand_id is None or overdracht.tegengehouden_op is not None:
        return None
    slot = Slot(dossier_for(actor, overdracht.dossier_id).sleutel_id)
    return opslag.lezer(overdracht.bestand_id, slot, f"oso:{overdracht.bestand_id}")
