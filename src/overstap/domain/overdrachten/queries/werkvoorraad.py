"""What waits for a po school, pupil by pupil, and what comes next?"""

from __future__ import annotations

import json
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
from overstap.domain.rapporten.rules.aanvullen import Aanvulstand, aanvulstand
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
    jaar = _jaar(actor, schooljaar, at)
    rijen = _rijen(actor, schooljaar)
    groepen = sorted({rij.groep for rij in rijen})
    gekozen = groep if groep in groepen else groepen[0] if len(groepen) == 1 else ""
    regels = [_regel(rij, jaar) for rij in rijen if gekozen in {"", rij.groep}]
    return Klas(gekozen, groepen, jaar.kalender, regels)


def werkvoorraad_for(actor: Actor, schooljaar: str, groep: str, at: datetime) -> list[Regel]:
    """The pupils of the own school in one group (all when empty), by surname; as many queries for one as for thirty."""
    actor.require(Recht.WERKVOORRAAD_BEKIJKEN)
    jaar = _jaar(actor, schooljaar, at)
    return [_regel(rij, jaar) for rij in _rijen(actor, schooljaar) if groep in {"", rij.groep}]


def regel_for(actor: Actor, dossier: Dossier, at: datetime) -> Regel:
    """The same for one pupil; raises `NietGevonden` when it is not one of the actor's own school."""
    for rij in _rijen(actor, dossier.schooljaar, dossier.id):
        return _regel(rij, _jaar(actor, dossier.schooljaar, at))
    raise NietGevonden


class _Jaar(NamedTuple):
    """What is the same for every pupil of a school year."""

    vandaag: date
    kalender: Kalender
    reactietermijn: timedelta
    pro_besluit_vragen: bool


def _jaar(actor: Actor, schooljaar: str, at: datetime) -> _Jaar:
    instellingen = regio_for(actor, actor.werkt_bij).instellingen
    termijn = timedelta(days=instellingen["reactietermijn_dagen"])
    kalender = kalender_uit_instellingen(instellingen, schooljaar)
    return _Jaar(dag(at), kalender, termijn, instellingen["pro_besluit_vragen"])


class _Rij(NamedTuple):
    """One pupil as the database gives it."""

    dossier_id: UUID
    roepnaam: str
    voorvoegsel: str
    achternaam: str
    groep: str
    staat: str
    klaar: int
    bezig: int
    totaal: int
    voorlopig: str
    definitief: str
    toetsadvies: str
    toetsstand: str
    correcties: int
    nieuwe_zienswijzen: int
    geweigerd: int
    geweigerde_stukken: int
    aangeboden: int
    geopend: int
    beantwoord: int
    zienswijzen: int
    eerste_aanbod: date | None
    op: date | None
    mislukt: int
    onbewezen: int
    laatste_bewijs: date | None
    te_bieden: int
    aanvullingen: str


# By hand, because the ORM needs seven queries for this and most of the time of the page to think of them. It begins at
# `toegang`, as `dossiers_for` does, and each table shows only what this actor may see. What hangs on the pupils is
# counted for all of them at once. Its text is the same for any number of pupils, so that PostgreSQL plans it once per
# connection.
_LEERLINGEN = """
with klas as materialized (
  select d.id, d.leerling_id, d.groep, d.staat
  from dossiers_toegang t join dossiers_dossier d on d.id = t.dossier_id
  where t.organisatie_id = %(school)s and t.tot is null and d.school_id = %(school)s and d.schooljaar = %(schooljaar)s
    and {wie}
)
select d.id, l.roepnaam, l.voorvoegsel, l.achternaam, d.groep, d.staat,
       coalesce(c.klaar, 0), coalesce(c.bezig, 0), coalesce(c.totaal, 0),
       coalesce(a.voorlopig, ''), coalesce(a.definitief, ''), coalesce(a.toetsadvies, ''), coalesce(a.toetsstand, ''),
       coalesce(v.aantal, 0), coalesce(z.nieuw, 0), coalesce(b.geweigerd, 0), coalesce(k.geweigerd, 0),
       coalesce(i.aangeboden, 0), coalesce(i.geopend, 0), coalesce(i.beantwoord, 0), coalesce(z.aantal, 0),
       i.eerste_aanbod, (greatest(i.op, z.op) at time zone %(zone)s)::date,
       coalesce(i.mislukt, 0), coalesce(i.onbewezen, 0), i.laatste_bewijs, coalesce(i.te_bieden, 0),
       coalesce(n.open, '[]'::jsonb)
from klas d
join leerlingen_leerling l on l.id = d.leerling_id
left join rapporten_concept c on c.dossier_id = d.id
left join adviezen_schooladvies a on a.dossier_id = d.id
left join (
  select dossier_id, count(*) as geweigerd from bijlagen_bijlage
  where dossier_id = any(array(select id from klas)) and scan = 'geweigerd' and ingetrokken_op is null group by 1
) b on b.dossier_id = d.id
left join (
  -- Until somebody who reads what parents write looked at the page that says it.
  select s.dossier_id, count(*) as geweigerd from inzages_ouderstuk s
  where s.dossier_id = any(array(select id from klas)) and s.scan = 'geweigerd' and not exists (
    select from audit_auditevent e where e.dossier_id = s.dossier_id and e.rol <> %(ouder)s
    and e.wat = case when s.zienswijze_id is null then 'ouders.bekeken' else 'zienswijze.bekeken' end
    and e.nummer > (select max(w.nummer) from audit_auditevent w
      where w.dossier_id = s.dossier_id and w.object_id = s.id and w.wat = 'stuk.geweigerd'))
  group by 1
) k on k.dossier_id = d.id
left join (
  select dossier_id, count(*) as aangeboden,
         count(*) filter (where geopend_op is not null or gezien_op is not null) as geopend,
         count(*) filter (where beantwoord) as beantwoord,
         count(*) filter (where not beantwoord and mail_mislukt_op is not null and bewezen is null) as mislukt,
         count(*) filter (where not beantwoord and bewezen is null) as onbewezen,
         min(bewezen) as eerste_aanbod, max(bewezen) filter (where not beantwoord) as laatste_bewijs,
         (array_agg(te_bieden order by aangeboden_op desc))[1] as te_bieden,
         max(greatest(aangeboden_op, geopend_op, gezien_op)) as op
  from (
    select *, gezien_op is not null or exists (
             select from inzages_zienswijze m where m.inzage_id = inzages_inzage.id) as beantwoord,
           -- `inzages.rules.bewezen_op`; whose access was closed cannot answer, so no term runs.
           case when gesloten_op is null then coalesce(papier_op,
             (least(geopend_op, case when mail_mislukt_op is null then mail_verzonden_op end)
             at time zone %(zone)s)::date) end as bewezen
    from inzages_inzage where dossier_id = any(array(select id from klas)) and ingetrokken_op is null
    and recht not in ('meelezer', 'zonder_gezag')
    offset 0  -- A fence: without it `beantwoord` is asked anew for each column above that says it.
  ) o group by dossier_id
) i on i.dossier_id = d.id
left join (
  select a.dossier_id, jsonb_agg(jsonb_build_array(
           (a.gemaakt_op at time zone %(zone)s)::date, lezers.aantal, lezers.gelezen) order by a.nummer) as open
  from rapporten_aanvulling a cross join lateral (
    select count(*) as aantal, count(*) filter (where
      exists (select from inzages_aanvullezing p where p.aanvulling_id = a.id and p.inzage_id = r.id)
      or exists (select from audit_auditevent e where e.dossier_id = a.dossier_id and e.object_id = a.id
        and e.actor_id = r.ouder_id and e.wat = 'aanvulling.bekeken')) as gelezen
    from inzages_inzage r where r.dossier_id = a.dossier_id and r.ingetrokken_op is null and r.gesloten_op is null
    and r.recht not in ('meelezer', 'zonder_gezag')
  ) lezers
  where a.dossier_id = any(array(select id from klas)) and a.gaat_mee_op is null and a.ingetrokken_op is null
  group by a.dossier_id
) n on n.dossier_id = d.id
left join (
  select dossier_id, count(*) as aantal, max(ingediend_op) as op,
         count(*) filter (where not exists (
           select from audit_auditevent e where e.dossier_id = inzages_zienswijze.dossier_id and e.op >= ingediend_op
           and e.wat = 'zienswijze.bekeken' and e.rol <> %(ouder)s)) as nieuw
  from inzages_zienswijze where dossier_id = any(array(select id from klas))
  group by dossier_id
) z on z.dossier_id = d.id
left join (
  select dossier_id, count(*) as aantal
  from inzages_correctieverzoek where dossier_id = any(array(select id from klas)) and besluit = ''
  group by dossier_id
) v on v.dossier_id = d.id
order by l.sorteernaam, d.id
"""


def _rijen(actor: Actor, schooljaar: str, dossier_id: UUID | None = None) -> list[_Rij]:
    """The pupils whom this person follows, or one of the school; a teacher does not meet another group in lists."""
    wie = "d.id = %(dossier)s" if dossier_id else "d.groep = any(%(groepen)s)" if actor.groepen else "true"
    waarden: dict[str, Any] = {
        "school": actor.werkt_bij,
        "schooljaar": schooljaar,
        "zone": NEDERLAND.key,
        "ouder": Rol.OUDER.value,
        "groepen": sorted(actor.groepen),
        "dossier": dossier_id,
    }
    with connection.cursor() as cursor:
        cursor.execute(_LEERLINGEN.format(wie=wie), waarden)
        return [_Rij(*rij) for rij in cursor.fetchall()]


def _regel(rij: _Rij, jaar: _Jaar) -> Regel:
    feiten = Feiten(
        staat=Staat(rij.staat),
        klaar=rij.klaar,
        bezig=rij.bezig,
        totaal=rij.totaal,
        vandaag=jaar.vandaag,
        voorlopig=Niveau(rij.voorlopig) if rij.voorlopig else None,
        definitief=Niveau(rij.definitief) if rij.definitief else None,
        toets=Toetsadvies(rij.toetsadvies) if rij.toetsadvies else None,
        toetsstand=Toetsstand(rij.toetsstand) if rij.toetsstand else None,
        ouders=_inzagestand(rij),
        aanvullingen=tuple(_aanvulstand(open_, jaar) for open_ in json.loads(rij.aanvullingen)),
        nieuwe_zienswijzen=rij.nieuwe_zienswijzen,
        open_correcties=rij.correcties,
        geweigerde_bijlagen=rij.geweigerd,
        geweigerde_stukken=rij.geweigerde_stukken,
        uitslag_vanaf=jaar.kalender.toetsuitslag,
        reactietermijn=jaar.reactietermijn,
        pro_besluit_vragen=jaar.pro_besluit_vragen,
    )
    rest = f"{rij.voorvoegsel} {rij.achternaam}".strip()
    return Regel(rij.dossier_id, rij.roepnaam, rest, rij.groep, feiten, *bepaal(feiten))


def _inzagestand(rij: _Rij) -> Inzagestand:
    return Inzagestand(
        rij.aangeboden, rij.geopend, rij.beantwoord, rij.zienswijzen, rij.eerste_aanbod, rij.op,
        mislukt=rij.mislukt, onbewezen=rij.onbewezen, laatste_bewijs=rij.laatste_bewijs,
        te_bieden=rij.te_bieden,
    )  # fmt: skip


def _aanvulstand(open_: tuple[str, int, int], jaar: _Jaar) -> Aanvulstand:
    gemaakt_op, lezers, gelezen = open_
    return aanvulstand(
        gemaakt_op=date.fromisoformat(gemaakt_op),
        gelezen=(nummer < gelezen for nummer in range(lezers)),
        termijn_dagen=jaar.reactietermijn.days,
        vandaag=jaar.vandaag,
        verstuurd=False,
        ingetrokken=False,
    )
