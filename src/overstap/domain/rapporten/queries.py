"""What does the report of this dossier say: as it is being written, and as it was frozen?"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from overstap.domain.adviezen.queries import adviesvelden_for
from overstap.domain.bijlagen.queries import LeesbareBijlage, leesbaar_for
from overstap.domain.dossiers.models import Dossier
from overstap.domain.rapporten.catalogue import (
    Catalogus,
    Veld,
    catalogus,
    catalogus_bij,
    zonder_opp_vraag,
)
from overstap.domain.rapporten.models import Aanvulling, Concept, Versie, Versiepdf
from overstap.domain.rapporten.rules import onderwijs_van, vraagt_opp
from overstap.domain.rapporten.rules.toetsen import zonder_oude_toetsen
from overstap.domain.rapporten.snapshot import Inhoud
from overstap.domain.rapporten.snapshot.aanvulling import Aanvultekst
from overstap.domain.rapporten.snapshot.documenten import alleen_documenten
from overstap.domain.scholen.queries import regio_for, school_for
from overstap.foundation import opslag
from overstap.foundation.access import Actor, NietGevonden
from overstap.foundation.audit.queries import gebeurtenissen_for
from overstap.foundation.queue import mislukt
from overstap.foundation.sleutels.kast import Slot
from overstap.foundation.vaste_vraag import VasteVraag


@dataclass(frozen=True)
class Bevroren:
    """What a version holds: the content, and which attachments stood ready to travel."""

    inhoud: Inhoud
    bijlagen: tuple[dict[str, Any], ...]

    def naar_bytes(self) -> bytes:
        """Canonical JSON: the same version always gives the same bytes and so the same fingerprint."""
        ruw = {"inhoud": self.inhoud.naar_json(), "bijlagen": list(self.bijlagen)}
        return json.dumps(ruw, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()

    @classmethod
    def uit_bytes(cls, ruw: bytes) -> Bevroren:
        """The inverse of `naar_bytes`."""
        gelezen = json.loads(ruw)
        return cls(Inhoud.uit_json(gelezen["inhoud"]), tuple(gelezen["bijlagen"]))


def catalogus_for(actor: Actor, dossier: Dossier) -> Catalogus:
    """The catalogue with what the region of this school explains and asks for, and who fills in what of this pupil."""
    return catalogus_bij(regio_for(actor, dossier.school_id).instellingen, getypt=dossier.leerling.met_de_hand)


def vragen_for(actor: Actor, dossier: Dossier, inhoud: Inhoud) -> Catalogus:
    """The catalogue that a form asks from: the same, without what the law does not ask of this pupil at this school."""
    lijst = catalogus_for(actor, dossier)
    onderwijs = onderwijs_van(inhoud, school_for(actor, dossier.school_id).gegevens.get("onderwijs", ""))
    return lijst if vraagt_opp(inhoud, onderwijs) else zonder_opp_vraag(lijst)


_CONCEPT = VasteVraag(lambda dossier_id: Concept.objects.filter(dossier_id=dossier_id))


def concept_for(actor: Actor, dossier: Dossier) -> Concept:
    """The row of the concept; only its own school has it. Raises `NietGevonden`."""
    concept = _CONCEPT.een(dossier.id)
    if concept is None:
        raise NietGevonden
    return concept


def vergrendeld_concept_for(actor: Actor, dossier: Dossier) -> Concept | None:
    """The row of the concept, locked until the act is done; None where another school has it."""
    del actor
    return _CONCEPT.een(dossier.id, vergrendel=True)


def inhoud_for(actor: Actor, dossier: Dossier, slot: Slot, concept: Concept | None = None) -> Inhoud:
    """The report as it stands now: what was written (in `concept`, when read already), together with the advice."""
    geschreven = geschreven_for(actor, concept or concept_for(actor, dossier), slot)
    advies = Inhoud.uit_json(adviesvelden_for(actor, dossier, slot))
    return geschreven.met(advies)


def geschreven_for(actor: Actor, concept: Concept, slot: Slot) -> Inhoud:
    """Decrypt what people wrote (without the advice)."""
    return Inhoud.uit_bytes(zlib.decompress(slot.ontsleutel(concept.geheim, f"concept:{concept.dossier_id}")))


@dataclass(frozen=True)
class RapportNu:
    """The report as it stands now with its attachments, read once for everything that a page asks about it."""

    inhoud: Inhoud
    bijlagen: tuple[LeesbareBijlage, ...]


def rapport_nu_for(actor: Actor, dossier: Dossier, slot: Slot) -> RapportNu:
    """Read the content and the attachments as they are now."""
    return RapportNu(inhoud_for(actor, dossier, slot), leesbaar_for(actor, dossier, slot))


def bevries_for(actor: Actor, dossier: Dossier, slot: Slot, op: date, nu: RapportNu | None = None) -> Bevroren:
    """The report as it stands now (`nu`, when read already), as the value that a version of the day `op` holds.

    Only what counts (`Inhoud.geldend`) and may still travel; it points only at released attachments.
    """
    nu = nu or rapport_nu_for(actor, dossier, slot)
    bijlagen = nu.bijlagen
    vrij = frozenset(bijlage.rij.sleutel for bijlage in bijlagen if bijlage.rij.vrijgegeven)
    inhoud = zonder_oude_toetsen(nu.inhoud.geldend(), op)
    mee = Inhoud(alleen_documenten(inhoud, catalogus().velden.values(), vrij))
    return Bevroren(mee, tuple(map(_regel, bijlagen)))


def versies_for(actor: Actor, dossier: Dossier) -> QuerySet[Versie]:
    """The frozen versions that the actor may see, newest first."""
    return Versie.objects.filter(dossier=dossier).order_by("-nummer")


def laatste_versie_for(actor: Actor, dossier: Dossier) -> Versie:
    """The newest version that the actor may see; raises `NietGevonden`."""
    versie = versies_for(actor, dossier).first()
    if versie is None:
        raise NietGevonden
    return versie


def versie_for(actor: Actor, dossier: Dossier, versie_id: UUID) -> Versie:
    """One version; raises `NietGevonden`."""
    versie = versies_for(actor, dossier).filter(id=versie_id).first()
    if versie is None:
        raise NietGevonden
    return versie


def bevroren_for(actor: Actor, versie: Versie, slot: Slot) -> Bevroren:
    """Decrypt a version."""
    return Bevroren.uit_bytes(zlib.decompress(slot.ontsleutel(versie.geheim, f"versie:{versie.id}")))


def pdf_for(actor: Actor, versie: Versie, publiek: str, slot: Slot) -> bytes | None:
    """The PDF of a version, or None while the worker has not made it yet."""
    rij = Versiepdf.objects.filter(versie=versie, publiek=publiek).first()
    if rij is None:
        return None
    return slot.ontsleutel(opslag.lees(rij.bestand_id), f"pdf:{rij.bestand_id}")


def pdf_klaar_for(actor: Actor, versie: Versie, publiek: str) -> bool:
    """Has the worker made the PDF of this version yet?"""
    return Versiepdf.objects.filter(versie=versie, publiek=publiek).exists()


def pdf_mislukt_for(actor: Actor, versies: Iterable[Versie]) -> frozenset[UUID]:
    """Of these versions: those whose PDFs the worker could not make, also not after trying for two hours."""
    ids = {versie.id for versie in versies}
    klaar = Versiepdf.objects.filter(versie_id__in=ids).values_list("versie_id", flat=True)
    return mislukt("pdf.maken", "versie_id", ids - set(klaar))


@dataclass(frozen=True)
class LeesbareAanvulling:
    """What was added to a version, decrypted. `veld` is None when the catalogue no longer knows it."""

    rij: Aanvulling
    inhoud: Aanvultekst

    @property
    def veld(self) -> Veld | None:
        """The veld of the report that it is about."""
        return catalogus().velden.get(self.inhoud.veld)


def aanvullingen_for(actor: Actor, dossier: Dossier, slot: Slot) -> tuple[LeesbareAanvulling, ...]:
    """What was added and this actor may read, oldest first: for its own school also what was withdrawn.

    Without its version: a vo school that got a later one may not see that.
    """
    rijen = Aanvulling.objects.filter(dossier=dossier).select_related("dossier").order_by("nummer")
    return tuple(
        LeesbareAanvulling(rij, Aanvultekst.uit_bytes(slot.ontsleutel(rij.geheim, f"aanvulling:{rij.id}")))
        for rij in rijen
    )


def aanvulling_for(actor: Actor, dossier: Dossier, aanvulling_id: UUID) -> Aanvulling:
    """One aanvulling; raises `NietGevonden`."""
    rij = Aanvulling.objects.filter(dossier=dossier, id=aanvulling_id).select_related("versie", "dossier").first()
    if rij is None:
        raise NietGevonden
    return rij


def aanvullingpdf_for(actor: Actor, aanvulling: Aanvulling, slot: Slot) -> bytes | None:
    """The PDF of an aanvulling, or None while the worker has not made it yet."""
    if aanvulling.bestand_id is None:
        return None
    return slot.ontsleutel(opslag.lees(aanvulling.bestand_id), f"aanvullingpdf:{aanvulling.bestand_id}")


def gelezen_versie_for(actor: Actor, dossier: Dossier, anders_dan: Versie) -> Versie | None:
    """The version that this parent, or this school, read last before the one it reads now; None when it read no other.

    It follows from the logboek, so nobody has to remember it anywhere else.
    """
    wie = {"actor_id": actor.id} if actor.ouder_id else {"organisatie_id": actor.organisatie_id}
    gelezen = gebeurtenissen_for(actor, dossier.id).filter(wat="rapport.bekeken", **wie)
    laatst = (
        gelezen.exclude(object_id=None).exclude(object_id=anders_dan.id).values_list("object_id", flat=True).first()
    )
    return versies_for(actor, dossier).filter(id=laatst).first() if laatst else None


def _regel(bijlage: LeesbareBijlage) -> dict[str, Any]:
    return {
        "id": str(bijlage.rij.id),
        "soort": bijlage.rij.soort,
        "bestandsnaam": bijlage.bestandsnaam,
        "omschrijving": bijlage.omschrijving,
        "omvang": bijlage.rij.omvang,
        "gaat_mee": bijlage.rij.vrijgegeven,
    }
