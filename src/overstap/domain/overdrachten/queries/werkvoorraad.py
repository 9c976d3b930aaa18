"""What waits for a po school, pupil by pupil, and what comes next?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Max

from overstap.domain.adviezen.enums import Niveau, Toetsadvies, Toetsstand
from overstap.domain.adviezen.models import Schooladvies
from overstap.domain.dossiers.enums import Staat
from overstap.domain.dossiers.models import Dossier
from overstap.domain.dossiers.queries import dossiers_for
from overstap.domain.inzages.models import Correctieverzoek, Inzage, Zienswijze
from overstap.domain.overdrachten.enums import Rijstatus, Volgende
from overstap.domain.overdrachten.rules import Feiten, Inzagestand, bepaal
from overstap.domain.rapporten.models import Concept
from overstap.domain.scholen.queries import regio_for
from overstap.domain.scholen.rules import kalender_uit_instellingen
from overstap.foundation.access import Actor, Recht, Rol
from overstap.foundation.audit.models import AuditEvent
from overstap.foundation.klok import dag


@dataclass(frozen=True)
class Regel:
    """One pupil in the werkvoorraad: names, counts and states, nothing that had to be decrypted."""

    dossier_id: UUID
    roepnaam: str
    rest: str
    groep: str
    feiten: Feiten
    status: Rijstatus
    volgende: Volgende

    @property
    def naam(self) -> str:
        """The name as people say it."""
        return f"{self.roepnaam} {self.rest}".strip()


def werkvoorraad_for(actor: Actor, schooljaar: str, groep: str, at: datetime) -> list[Regel]:
    """The pupils of the own school in one group (all when empty), by surname; as many queries for one as for thirty."""
    actor.require(Recht.WERKVOORRAAD_BEKIJKEN)
    rijen = dossiers_for(actor).filter(school_id=actor.organisatie_id, schooljaar=schooljaar)
    dossiers = list((rijen.filter(groep=groep) if groep else rijen).order_by("leerling__sorteernaam", "id"))
    return _regels(actor, dossiers, schooljaar, dag(at))


def regel_for(actor: Actor, dossier: Dossier, at: datetime) -> Regel:
    """The same for one pupil."""
    return _regels(actor, [dossier], dossier.schooljaar, dag(at))[0]


def groepen_for(actor: Actor, schooljaar: str) -> list[str]:
    """The groups of the actor's school that have dossiers in this school year."""
    rijen = dossiers_for(actor).filter(school_id=actor.organisatie_id, schooljaar=schooljaar)
    return list(rijen.order_by("groep").values_list("groep", flat=True).distinct())


def _regels(actor: Actor, dossiers: Sequence[Dossier], schooljaar: str, vandaag: date) -> list[Regel]:
    ids = [dossier.id for dossier in dossiers]
    instellingen = regio_for(actor, actor.organisatie_id).instellingen if actor.organisatie_id else {}
    uitslag_vanaf = kalender_uit_instellingen(instellingen, schooljaar).toetsuitslag
    termijn = timedelta(days=instellingen["reactietermijn_dagen"])
    concepten = {rij.dossier_id: rij for rij in Concept.objects.filter(dossier_id__in=ids).defer("geheim")}
    adviezen = {rij.dossier_id: rij for rij in Schooladvies.objects.filter(dossier_id__in=ids).defer("geheim")}
    ouders, nieuw, correcties = _inzagestanden(ids)
    return [
        _regel(dossier, Feiten(
            staat=Staat(dossier.staat), vandaag=vandaag, uitslag_vanaf=uitslag_vanaf, reactietermijn=termijn,
            ouders=ouders[dossier.id], nieuwe_zienswijzen=nieuw[dossier.id], open_correcties=correcties[dossier.id],
            **_telling(concepten.get(dossier.id)), **_adviesfeiten(adviezen.get(dossier.id)),
        ))
        for dossier in dossiers
    ]  # fmt: skip


def _regel(dossier: Dossier, feiten: Feiten) -> Regel:
    leerling = dossier.leerling
    rest = " ".join(deel for deel in (leerling.voorvoegsel, leerling.achternaam) if deel)
    return Regel(dossier.id, leerling.roepnaam, rest, dossier.groep, feiten, *bepaal(feiten))


def _telling(concept: Concept | None) -> dict[str, Any]:
    return {naam: getattr(concept, naam, 0) for naam in ("klaar", "bezig", "totaal")}


def _adviesfeiten(advies: Schooladvies | None) -> dict[str, Any]:
    if advies is None:
        return {}
    return {
        "voorlopig": Niveau(advies.voorlopig) if advies.voorlopig else None,
        "definitief": Niveau(advies.definitief) if advies.definitief else None,
        "toets": Toetsadvies(advies.toetsadvies) if advies.toetsadvies else None,
        "toetsstand": Toetsstand(advies.toetsstand) if advies.toetsstand else None,
    }


def _inzagestanden(ids: Sequence[UUID]) -> tuple[dict[UUID, Inzagestand], dict[UUID, int], dict[UUID, int]]:
    """(how far the parents are, zienswijzen not read yet, corrections not answered) by dossier."""
    inzages = _per_dossier(Inzage.objects.filter(dossier_id__in=ids, ingetrokken_op=None).defer("geheim"))
    zienswijzen = _per_dossier(Zienswijze.objects.filter(dossier_id__in=ids).defer("geheim"))
    correcties = _per_dossier(Correctieverzoek.objects.filter(dossier_id__in=ids, besluit="").only("dossier_id"))
    bekeken = AuditEvent.objects.filter(dossier_id__in=ids, wat="zienswijze.bekeken").exclude(rol=Rol.OUDER)
    gelezen = dict(bekeken.values_list("dossier_id").annotate(Max("op")))
    nieuw = {d: sum(d not in gelezen or z.ingediend_op > gelezen[d] for z in zienswijzen[d]) for d in ids}
    standen = {d: _inzagestand(inzages[d], zienswijzen[d]) for d in ids}
    return standen, nieuw, {d: len(correcties[d]) for d in ids}


def _inzagestand(inzages: Sequence[Inzage], zienswijzen: Sequence[Zienswijze]) -> Inzagestand:
    met_mening = {zienswijze.inzage_id for zienswijze in zienswijzen}
    momenten = [
        dag(moment)
        for rij in inzages
        for moment in (rij.aangeboden_op, rij.geopend_op, rij.gezien_op)
        if moment is not None
    ] + [dag(zienswijze.ingediend_op) for zienswijze in zienswijzen]
    return Inzagestand(
        aangeboden=len(inzages),
        geopend=sum(rij.geopend_op is not None or rij.gezien_op is not None for rij in inzages),
        beantwoord=sum(rij.gezien_op is not None or rij.id in met_mening for rij in inzages),
        zienswijzen=len(zienswijzen),
        eerste_aanbod=min((inzage.aangeboden for inzage in inzages), default=None),
        op=max(momenten, default=None),
    )


def _per_dossier(rijen: Iterable[Any]) -> dict[UUID, list[Any]]:
    gevonden = defaultdict(list)
    for rij in rijen:
        gevonden[rij.dossier_id].append(rij)
    return gevonden
