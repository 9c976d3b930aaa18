"""Of which pupils did nobody take a step for two weeks? Names for their own school, counts for the region."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import connection

from overstap.domain.dossiers.enums import Staat
from overstap.domain.dossiers.rules import BEVROREN
from overstap.domain.plaatsingen.enums import Aanmeldstatus, Stilstand
from overstap.domain.plaatsingen.rules import STIL_NA, Spoor, is_stil, stilstand
from overstap.domain.scholen.rules.buiten import BUITEN_REGIO
from overstap.foundation.access import Actor, Recht
from overstap.foundation.klok import NEDERLAND, dag


@dataclass(frozen=True)
class Stand:
    """Where a pupil stands, and since which day; None is nowhere, for who is placed or went outside the region."""

    stilstand: Stilstand | None
    sinds: date

    def is_stil(self, vandaag: date) -> bool:
        """Should somebody look, because nothing happened for two weeks?"""
        return self.stilstand is not None and is_stil(self.sinds, vandaag)


# What happened last to each pupil, and each running application; one query for a school. While the report is not
# definitive, what is written, added, advised and said by parents are steps too: afterwards a parent who reads is none.
# The days of an advice are days that somebody filled in. The region counts the same (migrations/0006).
_SPOREN = """
select d.id, d.staat, a.id is not null, o.id is not null, coalesce(p.status, 'ontvangen'), t.gegevens ? %(buiten)s,
  greatest(
    (select max(v.gemaakt_op) from rapporten_versie v where v.dossier_id = d.id),
    (select max(greatest(x.vastgelegd_op, x.ingetrokken_op)) from overdrachten_aanmelding x where x.dossier_id = d.id),
    (select max(greatest(x.verstuurd_op, x.gelezen_op, x.opgehaald_op)) from overdrachten_overdracht x
      where x.dossier_id = d.id),
    (select max(b.op) from plaatsingen_besluit b where b.dossier_id = d.id),
    (select max(greatest(q.gesteld_op, q.beantwoord_op)) from plaatsingen_vraag q where q.dossier_id = d.id),
    (select max(greatest(r.begonnen_op, r.bijgewerkt_op, r.voorgelegd_op, r.verstuurd_op, r.klaargezet_op,
      r.antwoord_op, r.ingetrokken_op)) from zorgroutes_zorgroute r where r.dossier_id = d.id),
    (select max(greatest(q.gesteld_op, q.beantwoord_op)) from zorgroutes_zorgvraag q where q.dossier_id = d.id),
    (select max(z.ingediend_op) from zorgroutes_zorgzienswijze z where z.dossier_id = d.id),
    (select max(b.teruggekoppeld_op) from zorgroutes_zorgbesluit b where b.dossier_id = d.id),
    case when d.staat <> all(%(bevroren)s) then greatest(d.gemaakt_op, d.heropend_op,
      (select c.bijgewerkt_op from rapporten_concept c where c.dossier_id = d.id),
      (select greatest(s.voorlopig_op, s.definitief_op)::timestamp at time zone %(zone)s
        from adviezen_schooladvies s where s.dossier_id = d.id),
      (select max(greatest(i.aangeboden_op, i.geopend_op, i.gezien_op)) from inzages_inzage i
        where i.dossier_id = d.id),
      (select max(z.ingediend_op) from inzages_zienswijze z where z.dossier_id = d.id),
      (select max(greatest(w.ingediend_op, w.besloten_op)) from inzages_correctieverzoek w where w.dossier_id = d.id),
      (select max(greatest(b.toegevoegd_op, b.vrijgegeven_op, b.ingetrokken_op)) from bijlagen_bijlage b
        where b.dossier_id = d.id)) end)
from dossiers_dossier d
left join overdrachten_aanmelding a on a.dossier_id = d.id and a.ingetrokken_op is null
left join scholen_organisatie t on t.id = a.ontvanger_id
left join overdrachten_overdracht o on o.aanmelding_id = a.id and o.ingetrokken_op is null
left join plaatsingen_plaatsing p on p.aanmelding_id = a.id
where d.school_id = %(school)s and d.id = any(%(dossiers)s)
"""


def standen_for(actor: Actor, dossier_ids: Iterable[UUID]) -> dict[UUID, Stand]:
    """Where these pupils of the actor's own basisschool stand; one query for any number."""
    actor.require(Recht.WERKVOORRAAD_BEKIJKEN)
    sporen: dict[UUID, list[Spoor]] = {}
    niet_af: set[UUID] = set()
    laatste: dict[UUID, datetime] = {}
    waarden: dict[str, Any] = {
        "buiten": BUITEN_REGIO,
        "school": actor.werkt_bij,
        "dossiers": list(dossier_ids),
        "bevroren": [staat.value for staat in BEVROREN],
        "zone": NEDERLAND.key,
    }
    with connection.cursor() as cursor:
        cursor.execute(_SPOREN, waarden)
        for dossier_id, staat, aangemeld, verstuurd, status, buiten, op in cursor.fetchall():
            laatste[dossier_id] = op
            lopend = sporen.setdefault(dossier_id, [])
            if Staat(staat) not in BEVROREN:
                niet_af.add(dossier_id)
            elif aangemeld:
                lopend.append(Spoor(verstuurd, Aanmeldstatus(status), buiten=bool(buiten)))
    return {
        wie: Stand(Stilstand.RAPPORT_NIET_AF if wie in niet_af else stilstand(lopend), dag(laatste[wie]))
        for wie, lopend in sporen.items()
    }


def stilte_for(actor: Actor, schooljaar: str, vandaag: date) -> dict[UUID, dict[Stilstand, int]]:
    """How many pupils stand still in the actor's own region, by school and place: a count, never a name; one query.

    The database itself asks whether the actor works for a region. These are not to be shown as they are: `tellingen`
    shields them.
    """
    actor.require(Recht.VOORTGANG_TELLEN)
    geteld: dict[UUID, dict[Stilstand, int]] = {}
    with connection.cursor() as cursor:
        cursor.execute(
            "select school_id, stilstand, aantal from plaatsingen_stil(%s, %s)", [schooljaar, vandaag - STIL_NA]
        )
        for school_id, waar, aantal in cursor.fetchall():
            geteld.setdefault(school_id, {})[Stilstand(waar)] = aantal
    return geteld
