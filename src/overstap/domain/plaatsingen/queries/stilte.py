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
from overstap.foundation.klok import dag


@dataclass(frozen=True)
class Stand:
    """Where a pupil with a definitive report stands, and since which day."""

    stilstand: Stilstand | None
    sinds: date

    def is_stil(self, vandaag: date) -> bool:
        """Should somebody look, because nothing happened for two weeks?"""
        return self.stilstand is not None and is_stil(self.sinds, vandaag)


# What happened last to each pupil, and each running application; one query for a school.
_SPOREN = """
select d.id, d.staat, a.id is not null, o.id is not null, coalesce(p.status, 'ontvangen'), t.gegevens ? %(buiten)s,
  greatest(
    (select max(v.gemaakt_op) from rapporten_versie v where v.dossier_id = d.id),
    (select max(greatest(x.vastgelegd_op, x.ingetrokken_op)) from overdrachten_aanmelding x where x.dossier_id = d.id),
    (select max(greatest(x.verstuurd_op, x.gelezen_op, x.opgehaald_op)) from overdrachten_overdracht x
      where x.dossier_id = d.id),
    (select max(b.op) from plaatsingen_besluit b where b.dossier_id = d.id),
    (select max(greatest(q.gesteld_op, q.beantwoord_op)) from plaatsingen_vraag q where q.dossier_id = d.id))
from dossiers_dossier d
left join overdrachten_aanmelding a on a.dossier_id = d.id and a.ingetrokken_op is null
left join scholen_organisatie t on t.id = a.ontvanger_id
left join overdrachten_overdracht o on o.aanmelding_id = a.id and o.ingetrokken_op is null
left join plaatsingen_plaatsing p on p.aanmelding_id = a.id
where d.school_id = %(school)s and d.id = any(%(dossiers)s)
"""


def standen_for(actor: Actor, dossier_ids: Iterable[UUID]) -> dict[UUID, Stand]:
    """Where the pupils of the actor's own basisschool with a definitive report stand; one query for any number."""
    actor.require(Recht.WERKVOORRAAD_BEKIJKEN)
    sporen: dict[UUID, list[Spoor]] = {}
    laatste: dict[UUID, datetime] = {}
    waarden: dict[str, Any] = {"buiten": BUITEN_REGIO, "school": actor.werkt_bij, "dossiers": list(dossier_ids)}
    with connection.cursor() as cursor:
        cursor.execute(_SPOREN, waarden)
        for dossier_id, staat, aangemeld, verstuurd, status, buiten, op in cursor.fetchall():
            if Staat(staat) in BEVROREN and op is not None:
                lopend = sporen.setdefault(dossier_id, [])
                laatste[dossier_id] = op
                if aangemeld:
                    lopend.append(Spoor(verstuurd, Aanmeldstatus(status), buiten=bool(buiten)))
    return {wie: Stand(stilstand(lopend), dag(laatste[wie])) for wie, lopend in sporen.items()}


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
