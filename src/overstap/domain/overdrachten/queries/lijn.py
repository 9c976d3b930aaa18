"""What lies ready for a vo school that asks over the line (OSO), and who asked for which dossier?"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Exists, OuterRef

from overstap.domain.dossiers.models import Beperking, Dossier
from overstap.domain.dossiers.queries import beperking_for
from overstap.domain.overdrachten.enums import TAAK_MELDEN, Meldstand
from overstap.domain.overdrachten.models import Aanmelding, Lasvraag, Overdracht
from overstap.domain.overdrachten.queries.overdracht import inbox_for
from overstap.domain.overdrachten.rules.lijn import GELUKT, mag_melden
from overstap.foundation.access import Actor, NietGevonden
from overstap.foundation.queue import mislukt


@dataclass(frozen=True)
class Ligtklaar:
    """What there is of one pupil for a vo school: `klaar_op` is when its file was made, None while there is none."""

    ontvanger_id: UUID
    overdracht_id: UUID | None
    klaar_op: datetime | None


def ligt_klaar_for(actor: Actor, dossier_id: UUID, ontvangers: Collection[UUID]) -> Ligtklaar | None:
    """For one of these vestigingen of a vo school; None when the pupil is not applied there now.

    The actor is the basisschool of the pupil. What was held back, is restricted (art. 18 AVG), or is sent but not made
    yet, is not ready.
    """
    van = {"dossier_id": dossier_id, "school_id": actor.werkt_bij, "ontvanger_id__in": ontvangers}
    gestuurd = Overdracht.objects.filter(**van, ingetrokken_op=None).order_by("-verstuurd_op").first()
    if gestuurd is not None:
        dicht = gestuurd.tegengehouden_op or beperking_for(actor, gestuurd.dossier)
        klaar_op = None if dicht else gestuurd.klaargezet_op
        return Ligtklaar(gestuurd.ontvanger_id, gestuurd.id, klaar_op)
    aangemeld = Aanmelding.objects.filter(**van, ingetrokken_op=None).order_by("aangemeld_op").first()
    return Ligtklaar(aangemeld.ontvanger_id, None, None) if aangemeld else None


def gestuurde_dossiers_for(actor: Actor) -> dict[UUID, list[UUID]]:
    """The dossiers that were sent to the actor's vo school, by the basisschool that sent them."""
    gevonden: dict[UUID, list[UUID]] = {}
    for school_id, dossier_id in inbox_for(actor).values_list("school_id", "dossier_id"):
        gevonden.setdefault(school_id, []).append(dossier_id)
    return gevonden


@dataclass(frozen=True)
class Lijnvraag:
    """That a vo school asked over the line, as its page shows it; `mag_melden`: can it be told now?

    `nieuwer`: did it get a file, and does a younger one stand ready for it since?
    """

    rij: Lasvraag
    gestuurd: bool
    staat_klaar: bool
    mag_melden: bool
    meldstand: Meldstand
    nieuwer: bool = False


def lijnvragen_for(actor: Actor, dossier_ids: Iterable[UUID]) -> dict[UUID, list[Lijnvraag]]:
    """Who asked for these dossiers of the actor's own school, the newest first; three queries for any number."""
    rijen = list(
        Lasvraag.objects.filter(dossier_id__in=list(dossier_ids), school_id=actor.werkt_bij)
        .select_related("vrager")
        .order_by("-gevraagd_op")
    )
    gestuurd = _gestuurd(actor, {rij.dossier_id for rij in rijen})
    gestrand = mislukt(TAAK_MELDEN, "lasvraag_id", (r.id for r in rijen if r.meldstand == Meldstand.ONDERWEG))
    gevonden: dict[UUID, list[Lijnvraag]] = {}
    for rij in rijen:
        paar = (rij.dossier_id, rij.vrager_id)
        klaar_op = gestuurd.get(paar)
        nieuwer = klaar_op is not None and rij.uitkomst == GELUKT and klaar_op > rij.gevraagd_op
        stand = Meldstand.NIET_GELUKT if rij.id in gestrand else Meldstand(rij.meldstand)
        if nieuwer and rij.gemeld_op is not None and klaar_op is not None and rij.gemeld_op < klaar_op:
            # What was told was about another file.
            stand = Meldstand.NIET
        mag = mag_melden(
            uitkomst=rij.uitkomst,
            staat_klaar=klaar_op is not None,
            gemeld=stand in {Meldstand.ONDERWEG, Meldstand.ONTVANGEN},
            nieuwer=nieuwer,
        )
        een = Lijnvraag(rij, paar in gestuurd, klaar_op is not None, mag, stand, nieuwer)
        gevonden.setdefault(rij.dossier_id, []).append(een)
    return gevonden


def lijnvraag_for(actor: Actor, dossier: Dossier, lasvraag_id: UUID) -> Lijnvraag:
    """One of them; raises `NietGevonden`."""
    for vraag in lijnvragen_for(actor, [dossier.id]).get(dossier.id, ()):
        if vraag.rij.id == lasvraag_id:
            return vraag
    raise NietGevonden


def _gestuurd(actor: Actor, dossier_ids: Collection[UUID]) -> dict[tuple[UUID, UUID], datetime | None]:
    """Of every (dossier, vo school) to which it was sent: since when its file stands ready; None when none may go."""
    beperkt = Exists(Beperking.objects.filter(dossier_id=OuterRef("dossier_id"), opgeheven_op=None))
    rijen = Overdracht.objects.filter(dossier_id__in=dossier_ids, school_id=actor.werkt_bij, ingetrokken_op=None)
    gevonden: dict[tuple[UUID, UUID], datetime | None] = {}
    for rij in rijen.annotate(beperkt=beperkt).order_by("klaargezet_op"):
        dicht = rij.tegengehouden_op is not None or rij.beperkt
        paar = (rij.dossier_id, rij.ontvanger_id)
        gevonden[paar] = (None if dicht else rij.klaargezet_op) or gevonden.get(paar)
    return gevonden
