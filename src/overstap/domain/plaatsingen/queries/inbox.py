"""What came in at a vo school, how far is it, and what should be looked at first?"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import connection

from overstap.domain.adviezen.enums import Niveau
from overstap.domain.leerlingen.rules import sorteernaam
from overstap.domain.plaatsingen.enums import Aanmeldstatus, Inboxstand, Volgorde
from overstap.domain.plaatsingen.rules import OPEN, STIL_NA
from overstap.foundation.access import Actor, Recht
from overstap.foundation.klok import middag

BESLUIT_BINNEN = timedelta(days=21)
"""From so many days before the term ends a decision stands in the inbox as needed."""
PER_BLADZIJDE = 30


@dataclass(frozen=True)
class Inboxvraag:
    """What of the inbox is wanted, in which order, and which page of it."""

    stand: Inboxstand | None = None
    naam: str = ""
    volgorde: Volgorde = Volgorde.AANKOMST
    bladzijde: int = 1


@dataclass(frozen=True)
class Inboxrij:
    """One report that was sent here and what the vo school did with it: names, dates and states, nothing decrypted."""

    overdracht_id: UUID
    naam: str
    school: str
    advies: str
    verstuurd_op: datetime | None
    gelezen_op: datetime | None
    opgehaald_op: datetime | None
    heropend_op: datetime | None
    met_vraag: bool
    met_tlv: bool
    gesprek_gevraagd: bool
    status: Aanmeldstatus
    besluit_voor: date
    brugklas: str
    vraag_open: bool
    antwoord: bool

    @property
    def nieuw(self) -> bool:
        """Did nobody here read or fetch it?"""
        return self.gelezen_op is None and self.opgehaald_op is None


@dataclass(frozen=True)
class Inbox:
    """The rows of one page, how many fit what was asked, and how many there are of each stand and in all."""

    rijen: tuple[Inboxrij, ...]
    gevonden: int
    telling: dict[Inboxstand, int]
    totaal: int


def inbox_van_for(actor: Actor, vandaag: date, vraag: Inboxvraag) -> Inbox:
    """What was sent to the actor's school and runs, as one page: past the last one it is the last one.

    One query for any number, that reads each table once: row-level security costs something for every row.
    """
    actor.require(Recht.DOSSIER_ONTVANGEN)
    with connection.cursor() as cursor:
        cursor.execute(_vraag_aan_database(vraag), _waarden(actor, vandaag, vraag))
        kolommen = [kolom.name for kolom in cursor.description or ()]
        gevonden = [dict(zip(kolommen, rij, strict=True)) for rij in cursor.fetchall()]
    eerste = gevonden[0]
    return Inbox(
        tuple(_rij(rij) for rij in gevonden if rij["overdracht_id"] is not None),
        eerste["n_gevonden"],
        {stand: eerste[f"n_{stand.value}"] for stand in Inboxstand},
        eerste["n_totaal"],
    )


_STANDEN = {
    Inboxstand.NIEUW: "gelezen_op is null and opgehaald_op is null",
    Inboxstand.ONDERSTEUNING: "(met_vraag or met_tlv or gesprek_gevraagd)",
    Inboxstand.VRAAG_OPEN: "vraag_open",
    Inboxstand.ANTWOORD: "antwoord",
    Inboxstand.BESLUIT_NODIG: "status = any(%(open)s::text[]) and besluit_voor <= %(besluit_voor)s",
    Inboxstand.TOELAATBAAR: f"status = '{Aanmeldstatus.TOELAATBAAR.value}'",
    Inboxstand.GEPLAATST: f"status = '{Aanmeldstatus.GEPLAATST.value}'",
    Inboxstand.STIL: f"(status = any(%(open)s::text[]) or status = '{Aanmeldstatus.TOELAATBAAR.value}') "
    "and laatste_stap < %(stil_voor)s",
}
_VOLGORDE = {
    Volgorde.NAAM: "",
    Volgorde.ADVIES: "coalesce((%(rangen)s::jsonb ->> advies)::int, -1) desc,",
    Volgorde.AANKOMST: "verstuurd_op desc,",
    Volgorde.ZORG: "met_tlv desc, met_vraag desc, gesprek_gevraagd desc,",
    Volgorde.BESLUIT: "case when status = any(%(open)s::text[]) then besluit_voor end nulls last,",
}
# Surname, roepnaam and voorvoegsel each stand in sorteernaam, in that order: every word may be anywhere.
_OP_NAAM = "not exists (select from unnest(%(woorden)s::text[]) w where position(w in sorteernaam) = 0)"
_TELLING = ", ".join(f'count(*) filter (where {wat}) as "n_{stand.value}"' for stand, wat in _STANDEN.items())
# Read once and kept, because the counts and the page are two looks at the same rows.
_ALLES = """
with alles as materialized (
  select p.id, p.overdracht_id, p.school_id, p.brugklas_id, p.status, p.besluit_voor, p.met_vraag, p.met_tlv,
    p.gesprek_gevraagd, o.advies, o.verstuurd_op, o.gelezen_op, o.opgehaald_op, d.heropend_op, l.roepnaam,
    l.voorvoegsel, l.achternaam, l.sorteernaam, coalesce(v.open, false) as vraag_open,
    coalesce(v.antwoord, false) as antwoord,
    greatest(p.status_op, o.verstuurd_op, o.gelezen_op, o.opgehaald_op) as laatste_stap
  from plaatsingen_plaatsing p
  join overdrachten_overdracht o on o.id = p.overdracht_id and o.ingetrokken_op is null
  join dossiers_dossier d on d.id = p.dossier_id
  join leerlingen_leerling l on l.id = d.leerling_id
  left join (
    select q.plaatsing_id, bool_or(q.beantwoord_op is null) as open, bool_or(q.beantwoord_op is not null) as antwoord
    from plaatsingen_vraag q where q.ontvanger_id = %(school)s and q.gezien_op is null group by q.plaatsing_id
  ) v on v.plaatsing_id = p.id
  where p.ontvanger_id = %(school)s
)"""


def _vraag_aan_database(vraag: Inboxvraag) -> str:
    """The counts, and beside them the rows of the page; without rows the counts stand alone."""
    eisen = [_STANDEN[vraag.stand]] if vraag.stand else []
    past = " and ".join([*eisen, *([_OP_NAAM] if vraag.naam else [])]) or "true"
    return f"""{_ALLES},
    geteld as (select count(*) as n_totaal, count(*) filter (where {past}) as n_gevonden, {_TELLING} from alles),
    blad as (select * from alles where {past} order by {_VOLGORDE[vraag.volgorde]} sorteernaam, id
      limit %(per)s offset (select least(%(van)s, greatest(n_gevonden - 1, 0) / %(per)s * %(per)s) from geteld))
    select geteld.*, blad.*, s.naam as school, s.plaats, b.naam as brugklas from geteld
    left join blad on true left join scholen_organisatie s on s.id = blad.school_id
    left join plaatsingen_brugklas b on b.id = blad.brugklas_id
    order by {_VOLGORDE[vraag.volgorde]} sorteernaam, blad.id"""  # noqa: S608  # our own words; values are parameters


def _waarden(actor: Actor, vandaag: date, vraag: Inboxvraag) -> dict[str, Any]:
    rangen = {niveau.value: niveau.rang for niveau in Niveau if niveau.rang is not None}
    return {
        "school": actor.werkt_bij,
        "open": [status.value for status in OPEN],
        "besluit_voor": vandaag + BESLUIT_BINNEN,
        # Midnight after the last day that counts as still.
        "stil_voor": middag(vandaag - STIL_NA + timedelta(days=1)).replace(hour=0),
        "rangen": json.dumps(rangen),
        "woorden": sorteernaam("", "", vraag.naam).split(),
        "per": PER_BLADZIJDE,
        "van": (vraag.bladzijde - 1) * PER_BLADZIJDE,
    }


def _rij(rij: dict[str, Any]) -> Inboxrij:
    return Inboxrij(
        overdracht_id=rij["overdracht_id"],
        naam=" ".join(deel for deel in (rij["roepnaam"], rij["voorvoegsel"], rij["achternaam"]) if deel),
        school=", ".join(deel for deel in (rij["school"], rij["plaats"]) if deel),
        advies=rij["advies"],
        verstuurd_op=rij["verstuurd_op"],
        gelezen_op=rij["gelezen_op"],
        opgehaald_op=rij["opgehaald_op"],
        heropend_op=rij["heropend_op"],
        met_vraag=rij["met_vraag"],
        met_tlv=rij["met_tlv"],
        gesprek_gevraagd=rij["gesprek_gevraagd"],
        status=Aanmeldstatus(rij["status"]),
        besluit_voor=rij["besluit_voor"],
        brugklas=rij["brugklas"] or "",
        vraag_open=rij["vraag_open"],
        antwoord=rij["antwoord"],
    )
