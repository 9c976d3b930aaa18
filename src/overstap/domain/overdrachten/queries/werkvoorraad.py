"""What waits for a po school, pupil by pupil, and what comes next?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, NamedTuple, TypeVar
from uuid import UUID

from django.db import connection

from overstap.domain.adviezen.enums import Niveau, Toetsadvies, Toetsstand
from overstap.domain.dossiers.enums import Staat
from overstap.domain.dossiers.models import Dossier
from overstap.domain.dossiers.queries import dossiers_for
from overstap.domain.overdrachten.enums import Rijstatus, Volgende
from overstap.domain.overdrachten.rules import Feiten, Inzagestand, bepaal
from overstap.domain.scholen.queries import regio_for
from overstap.domain.scholen.rules import kalender_uit_instellingen
from overstap.foundation.access import Actor, Recht, Rol
from overstap.foundation.klok import dag

_Rij = TypeVar("_Rij")


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
    rijen = (rijen.filter(groep=groep) if groep else rijen).order_by("leerling__sorteernaam", "id")
    # Values and not models: a list of thirty would make two hundred of them, and show six fields of each.
    return _regels(actor, [_Leerling(*rij) for rij in rijen.values_list(*_LEERLING)], schooljaar, dag(at))


def regel_for(actor: Actor, dossier: Dossier, at: datetime) -> Regel:
    """The same for one pupil."""
    wie = dossier.leerling
    rij = _Leerling(dossier.id, dossier.staat, dossier.groep, wie.roepnaam, wie.voorvoegsel, wie.achternaam)
    return _regels(actor, [rij], dossier.schooljaar, dag(at))[0]


def groepen_for(actor: Actor, schooljaar: str) -> list[str]:
    """The groups of the actor's school that have dossiers in this school year."""
    rijen = dossiers_for(actor).filter(school_id=actor.organisatie_id, schooljaar=schooljaar)
    return list(rijen.order_by("groep").values_list("groep", flat=True).distinct())


class _Leerling(NamedTuple):
    id: UUID
    staat: str
    groep: str
    roepnaam: str
    voorvoegsel: str
    achternaam: str


_LEERLING = ("id", "staat", "groep", "leerling__roepnaam", "leerling__voorvoegsel", "leerling__achternaam")


def _regels(actor: Actor, leerlingen: Sequence[_Leerling], schooljaar: str, vandaag: date) -> list[Regel]:
    ids = [leerling.id for leerling in leerlingen]
    instellingen = regio_for(actor, actor.organisatie_id).instellingen if actor.organisatie_id else {}
    jaar = {
        "vandaag": vandaag,
        "uitslag_vanaf": kalender_uit_instellingen(instellingen, schooljaar).toetsuitslag,
        "reactietermijn": timedelta(days=instellingen["reactietermijn_dagen"]),
        "pro_besluit_vragen": instellingen["pro_besluit_vragen"],
    }
    standen = _standen(ids)
    inzages, zienswijzen = _per_dossier(_INZAGES, ids, _Inzage), _per_dossier(_ZIENSWIJZEN, ids, _Zienswijze)
    return [
        _regel(leerling, standen.get(leerling.id), inzages[leerling.id], zienswijzen[leerling.id], jaar)
        for leerling in leerlingen
    ]


def _regel(
    leerling: _Leerling,
    stand: _Stand | None,
    inzages: Sequence[_Inzage],
    zienswijzen: Sequence[_Zienswijze],
    jaar: Mapping[str, Any],
) -> Regel:
    gelezen = stand.gelezen_op if stand else None
    feiten = Feiten(
        staat=Staat(leerling.staat),
        ouders=_inzagestand(inzages, zienswijzen),
        nieuwe_zienswijzen=sum(gelezen is None or z.ingediend_op > gelezen for z in zienswijzen),
        **(stand.feiten() if stand else {"klaar": 0, "bezig": 0, "totaal": 0}),
        **jaar,
    )
    rest = " ".join(deel for deel in (leerling.voorvoegsel, leerling.achternaam) if deel)
    return Regel(leerling.id, leerling.roepnaam, rest, leerling.groep, feiten, *bepaal(feiten))


class _Stand(NamedTuple):
    klaar: int
    bezig: int
    totaal: int
    voorlopig: str
    definitief: str
    toetsadvies: str
    toetsstand: str
    open_correcties: int
    gelezen_op: datetime | None

    def feiten(self) -> dict[str, Any]:
        return {
            "klaar": self.klaar,
            "bezig": self.bezig,
            "totaal": self.totaal,
            "voorlopig": Niveau(self.voorlopig) if self.voorlopig else None,
            "definitief": Niveau(self.definitief) if self.definitief else None,
            "toets": Toetsadvies(self.toetsadvies) if self.toetsadvies else None,
            "toetsstand": Toetsstand(self.toetsstand) if self.toetsstand else None,
            "open_correcties": self.open_correcties,
        }


# By hand, because the ORM needs four queries for this and most of the time of the page to think of them; the ids come
# from `dossiers_for`, and each table shows only what this actor may see.
_STANDEN = """
select c.dossier_id, c.klaar, c.bezig, c.totaal, coalesce(a.voorlopig, ''), coalesce(a.definitief, ''),
       coalesce(a.toetsadvies, ''), coalesce(a.toetsstand, ''),
       (select count(*) from inzages_correctieverzoek v where v.dossier_id = c.dossier_id and v.besluit = ''),
       (select max(e.op) from audit_auditevent e
        where e.dossier_id = c.dossier_id and e.wat = 'zienswijze.bekeken' and e.rol <> %s)
from rapporten_concept c left join adviezen_schooladvies a on a.dossier_id = c.dossier_id
where c.dossier_id = any(%s)
"""


def _standen(ids: Sequence[UUID]) -> dict[UUID, _Stand]:
    """How far each report is, its advice, the corrections not answered, and when the school last read a zienswijze."""
    with connection.cursor() as cursor:
        cursor.execute(_STANDEN, [Rol.OUDER.value, list(ids)])
        return {rij[0]: _Stand(*rij[1:]) for rij in cursor.fetchall()}


class _Inzage(NamedTuple):
    dossier_id: UUID
    id: UUID
    aangeboden_op: datetime
    papier_op: date | None
    geopend_op: datetime | None
    gezien_op: datetime | None

    @property
    def aangeboden(self) -> date:
        return self.papier_op or dag(self.aangeboden_op)


class _Zienswijze(NamedTuple):
    dossier_id: UUID
    inzage_id: UUID
    ingediend_op: datetime


_INZAGES = """
select dossier_id, id, aangeboden_op, papier_op, geopend_op, gezien_op
from inzages_inzage where dossier_id = any(%s) and ingetrokken_op is null
"""
_ZIENSWIJZEN = "select dossier_id, inzage_id, ingediend_op from inzages_zienswijze where dossier_id = any(%s)"


def _inzagestand(inzages: Sequence[_Inzage], zienswijzen: Sequence[_Zienswijze]) -> Inzagestand:
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


def _per_dossier(vraag: str, ids: Sequence[UUID], soort: Callable[..., _Rij]) -> dict[UUID, list[_Rij]]:
    gevonden: dict[UUID, list[_Rij]] = defaultdict(list)
    with connection.cursor() as cursor:
        cursor.execute(vraag, [list(ids)])
        for rij in cursor.fetchall():
            gevonden[rij[0]].append(soort(*rij))
    return gevonden
