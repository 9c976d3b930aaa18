"""Which pupils does a vo school look back on, because their basisschool asked, and did a basisschool ask?"""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db.models import OuterRef, Subquery

from overstap.domain.adviezen.enums import Niveau
from overstap.domain.plaatsingen.enums import Aanmeldstatus, Vervolgstand
from overstap.domain.plaatsingen.models import Plaatsing, Terugvraag, Vervolg
from overstap.foundation.access import Actor, Recht


@dataclass(frozen=True)
class Terugblikrij:
    """One pupil who was placed, and where this pupil stands after a year; None while nobody said so."""

    plaatsing_id: UUID
    naam: str
    school: str
    advies: Niveau | None
    stand: Vervolgstand | None


def terugvragen_for(actor: Actor) -> frozenset[str]:
    """Of which schooljaren the actor's own school asked."""
    actor.require(Recht.VOORTGANG_TELLEN)
    return frozenset(Terugvraag.objects.filter(school_id=actor.werkt_bij).values_list("schooljaar", flat=True))


def terugblik_for(actor: Actor, schooljaar: str) -> list[Terugblikrij]:
    """The pupils of one schooljaar whom the own vo school placed and whose basisschool asked, by school and name."""
    actor.require(Recht.BESLUIT_NEMEN)
    gevraagd = Terugvraag.objects.filter(schooljaar=schooljaar)
    rijen = Plaatsing.objects.filter(
        ontvanger_id=actor.werkt_bij, status=Aanmeldstatus.GEPLAATST, overdracht__ingetrokken_op=None,
        dossier__schooljaar=schooljaar, school_id__in=gevraagd.values("school_id"),
    )  # fmt: skip
    stand = Vervolg.objects.filter(plaatsing_id=OuterRef("id")).values("stand")
    rijen = rijen.select_related("dossier__leerling", "dossier__school", "overdracht").annotate(vervolg=Subquery(stand))
    volgorde = ("dossier__school__naam", "dossier__leerling__sorteernaam", "id")
    return [_rij(rij) for rij in rijen.order_by(*volgorde)]


def _rij(rij: Plaatsing) -> Terugblikrij:
    vervolg: str | None = getattr(rij, "vervolg", None)
    advies = rij.overdracht.advies
    return Terugblikrij(
        plaatsing_id=rij.id,
        naam=rij.dossier.leerling.naam,
        school=rij.dossier.school.naam,
        advies=Niveau(advies) if advies else None,
        stand=Vervolgstand(vervolg) if vervolg else None,
    )
