"""What waits for a po school, pupil by pupil, and what comes next?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, NamedTuple
from uuid import UUID

from django.db import connection

from overstap.domain.adviezen.enums import Niveau, Toetsadvies, Toetsstand
from overstap.domain.dossiers.enums import Staat
from overstap.domain.dossiers.models import Dossier
from overstap.domain.overdrachten.enums import Rijstatus, Volgende
from overstap.domain.overdrachten.rules import Feiten, Inzagestand, bepaal
from overstap.domain.scholen.queries import regio_for
from overstap.domain.scholen.rules import Kalender, kalender_uit_instellingen
from overstap.foundation.access import Actor, NietGevonden, Recht, Rol
from overstap.foundation.klok import NEDERLAND, dag


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


@dataclass(frozen=True)
class Klas:
    """One group of the actor's school (`groep` empty: all of them), the groups there are, and the dates of its year."""

    groep: str
    groepen: list[str]
    kalender: Kalender
    regels: list[Regel]


def klas_for(actor: Actor, schooljaar: str, groep: str, at: datetime) -> Klas:
    """The werkvoorraad of a group with what stands around it; of all groups when there is no such group."""
    actor.require(Recht.WERKVOORRAAD_BEKIJKEN)
    groepen = groepen_for(actor, schooljaar)
    gekozen = groep if groep in groepen else groepen[0] if len(groepen) == 1 else ""
    jaar = _jaar(actor, schooljaar, at)
    return Klas(gekozen, groepen, jaar.kalender, list(_regels(actor, jaar, gekozen)))


def werkvoorraad_for(actor: Actor, schooljaar: str, groep: str, at: datetime) -> list[Regel]:
    """The pupils of the own school in one group (all when empty), by surname; as many queries for one as for thirty."""
    actor.require(Recht.WERKVOORRAAD_BEKIJKEN)
    return list(_regels(actor, _jaar(actor, schooljaar, at), groep))


def regel_for(actor: Actor, dossier: Dossier, at: datetime) -> Regel:
    """The same for one pupil; raises `NietGevonden` when it is not one of the actor's own school."""
    for regel in _regels(actor, _jaar(actor, dossier.schooljaar, at), dossier_id=dossier.id):
        return regel
    raise NietGevonden


class _Jaar(NamedTuple):
    """What is the same for every pupil of a school year."""

    schooljaar: str
    vandaag: date
    kalender: Kalender
    reactietermijn: timedelta
    pro_besluit_vragen: bool


def _jaar(actor: Actor, schooljaar: str, at: datetime) -> _Jaar:
    instellingen = regio_for(actor, actor.werkt_bij).instellingen
    termijn = timedelta(days=instellingen["reactietermijn_dagen"])
    kalender = kalender_uit_instellingen(instellingen, schooljaar)
    return _Jaar(schooljaar, dag(at), kalender, termijn, instellingen["pro_besluit_vragen"])


# By hand, because the ORM needs seven queries for this and most of the time of the page to think of them. It begins at
# `toegang`, as `dossiers_for` does, and each table shows only what this actor may see. Its text is the same for any
# number of pupils, so that PostgreSQL plans it once per connection.
_VAN_DE_SCHOOL = """
from dossiers_toegang t join dossiers_dossier d on d.id = t.dossier_id
where t.organisatie_id = %(school)s and t.tot is null and d.school_id = %(school)s and d.schooljaar = %(schooljaar)s
"""
_LEERLINGEN = f"""
select d.id, l.roepnaam, l.voorvoegsel, l.achternaam, d.groep, d.staat,
       coalesce(c.klaar, 0), coalesce(c.bezig, 0), coalesce(c.totaal, 0),
       coalesce(a.voorlopig, ''), coalesce(a.definitief, ''), coalesce(a.toetsadvies, ''), coalesce(a.toetsstand, ''),
       (select count(*) from inzages_correctieverzoek v where v.dossier_id = d.id and v.besluit = ''),
       z.nieuw, i.aangeboden, i.geopend, i.beantwoord, z.aantal, i.eerste_aanbod,
       (greatest(i.op, z.op) at time zone %(zone)s)::date
from (select d.* {_VAN_DE_SCHOOL}) d
join leerlingen_leerling l on l.id = d.leerling_id
left join rapporten_concept c on c.dossier_id = d.id
left join adviezen_schooladvies a on a.dossier_id = d.id
cross join lateral (
  select count(*) as aangeboden,
         count(*) filter (where geopend_op is not null or gezien_op is not null) as geopend,
         count(*) filter (where gezien_op is not null or exists (
           select from inzages_zienswijze m where m.inzage_id = inzages_inzage.id)) as beantwoord,
         min(coalesce(papier_op, (aangeboden_op at time zone %(zone)s)::date)) as eerste_aanbod,
         max(greatest(aangeboden_op, geopend_op, gezien_op)) as op
  from inzages_inzage where dossier_id = d.id and ingetrokken_op is null
) i
cross join lateral (
  select count(*) as aantal, max(ingediend_op) as op,
         count(*) filter (where not exists (
           select from audit_auditevent e where e.dossier_id = d.id and e.op >= ingediend_op
           and e.wat = 'zienswijze.bekeken' and e.rol <> %(ouder)s)) as nieuw
  from inzages_zienswijze where dossier_id = d.id
) z
"""  # noqa: S608  # our own text, no value in it
_OP_NAAM = "order by l.sorteernaam, d.id"


def _in_mijn_lijst(actor: Actor) -> str:
    """Whom this person follows. A teacher may open another group's pupil, but does not meet it in lists."""
    return "d.groep = any(%(groepen)s)" if actor.groepen else "true"


def groepen_for(actor: Actor, schooljaar: str) -> list[str]:
    """The groups of the actor's school that have dossiers in this school year; of a teacher the own ones."""
    waarden: dict[str, Any] = {"school": actor.werkt_bij, "schooljaar": schooljaar, "groepen": sorted(actor.groepen)}
    with connection.cursor() as cursor:
        cursor.execute(f"select distinct d.groep {_VAN_DE_SCHOOL} and {_in_mijn_lijst(actor)} order by 1", waarden)
        return [groep for (groep,) in cursor.fetchall()]


def _regels(actor: Actor, jaar: _Jaar, groep: str = "", dossier_id: UUID | None = None) -> Iterator[Regel]:
    """The pupils of a group (all when empty), or one of them."""
    gevraagd = "d.id = %(dossier)s" if dossier_id else _in_mijn_lijst(actor)
    if groep:
        gevraagd += " and d.groep = %(groep)s"
    waarden: dict[str, Any] = {
        "school": actor.werkt_bij,
        "schooljaar": jaar.schooljaar,
        "zone": NEDERLAND.key,
        "ouder": Rol.OUDER.value,
        "groep": groep,
        "groepen": sorted(actor.groepen),
        "dossier": dossier_id,
    }
    with connection.cursor() as cursor:
        cursor.execute(f"{_LEERLINGEN} where {gevraagd} {_OP_NAAM}", waarden)
        rijen = cursor.fetchall()
    return (_regel(rij, jaar) for rij in rijen)


def _regel(rij: Sequence[Any], jaar: _Jaar) -> Regel:
    dossier_id, roepnaam, voorvoegsel, achternaam, groep, staat, klaar, bezig, totaal = rij[:9]
    voorlopig, definitief, toets, toetsstand, correcties, zienswijzen, *ouders = rij[9:]
    feiten = Feiten(
        staat=Staat(staat),
        klaar=klaar,
        bezig=bezig,
        totaal=totaal,
        vandaag=jaar.vandaag,
        voorlopig=Niveau(voorlopig) if voorlopig else None,
        definitief=Niveau(definitief) if definitief else None,
        toets=Toetsadvies(toets) if toets else None,
        toetsstand=Toetsstand(toetsstand) if toetsstand else None,
        ouders=Inzagestand(*ouders),
        nieuwe_zienswijzen=zienswijzen,
        open_correcties=correcties,
        uitslag_vanaf=jaar.kalender.toetsuitslag,
        reactietermijn=jaar.reactietermijn,
        pro_besluit_vragen=jaar.pro_besluit_vragen,
    )
    rest = f"{voorvoegsel} {achternaam}".strip()
    return Regel(dossier_id, roepnaam, rest, groep, feiten, *bepaal(feiten))
