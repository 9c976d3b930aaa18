"""Which dates of the school year are somebody's own, how does the countdown to them look, and what is late?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from overstap.domain.plaatsingen.queries import besluitdagen_for
from overstap.domain.scholen.enums import Organisatiesoort
from overstap.domain.scholen.queries import regio_for
from overstap.domain.scholen.rules import Kalenderstand, Kalenderstap, kalender_uit_instellingen, stappen_tot_deadline
from overstap.domain.zorgroutes.queries import zaakdagen_for
from overstap.foundation.access import Actor
from overstap.web.components.jinja.filters import dag as dag_maand
from overstap.web.components.jinja.filters import datum

_PO, _VO, _SWV, _REGIO = (
    Organisatiesoort.PO, Organisatiesoort.VO, Organisatiesoort.SWV, Organisatiesoort.REGIO,
)  # fmt: skip
# So many steps fit beside each other, with today between them; so many of those went by.
_OP_DE_BAND, _VOORBIJ_OP_DE_BAND = 5, 2
# Nobody has to do anything by the day on which the toets ends or its result comes: what follows from it has a day too.
_TELT_NIET_AF = {"toets", "toetsuitslag"}
# What people do meanwhile, until the last day for definitive reports and after it.
_NU = {
    _PO: (gettext_lazy("Rapporten invullen"), gettext_lazy("Rapporten overdragen")),
    _VO: (gettext_lazy("Aanmeldingen lezen"), gettext_lazy("Aanmeldingen lezen")),
    _SWV: (gettext_lazy("Aanmeldingen behandelen"), gettext_lazy("Aanmeldingen behandelen")),
    _REGIO: (gettext_lazy("Scholen vullen in"), gettext_lazy("Scholen dragen over")),
}


@dataclass(frozen=True)
class Band:
    """What the macro `tijdband` draws: days left, until which day and for what, and the points on the line."""

    dagen: int
    doel: str
    wat: str
    datums: tuple[dict[str, str], ...]


@dataclass(frozen=True)
class Termijnen:
    """The terms of the cases of an organisation: the next last day and for how many, and how many are late."""

    eerste: date | None
    aantal: int
    te_laat: int


def stappen(actor: Actor, soort: str, schooljaar: str, vandaag: date) -> list[Kalenderstap]:
    """The own steps of this kind of organisation in this school year, with the dates of the actor's region."""
    kalender = kalender_uit_instellingen(regio_for(actor, actor.werkt_bij).instellingen, schooljaar)
    return stappen_tot_deadline(kalender, vandaag, Organisatiesoort(soort))


def band(alle: Sequence[Kalenderstap], soort: str, vandaag: date) -> Band | None:
    """The countdown to the next own day, with the steps around it; None when the year has none left."""
    doel = next((stap for stap in alle if stap.sleutel not in _TELT_NIET_AF and stap.dagen >= 0), None)
    if doel is None:
        return None
    voorbij = sum(stap.dagen < 0 for stap in alle)
    van = max(min(voorbij - _VOORBIJ_OP_DE_BAND, len(alle) - _OP_DE_BAND), 0)
    punten = [_punt(stap, doel) for stap in alle[van : van + _OP_DE_BAND]]
    overdragen = any(stap.sleutel == "definitief" and stap.dagen < 0 for stap in alle)
    vandaag_punt = {
        "dag": _("Vandaag, %(dag)s") % {"dag": dag_maand(vandaag)},
        "wat": str(_NU[Organisatiesoort(soort)][overdragen]),
        "staat": "nu",
    }
    hier = voorbij - van
    return Band(doel.dagen, datum(doel.tot), doel.wat, (*punten[:hier], vandaag_punt, *punten[hier:]))


def zaakdagen(actor: Actor, soort: str) -> list[tuple[date, int]]:
    """(last day, how many) of the cases that have a term of their own: applications at the vo, zorgaanmeldingen."""
    if soort == _VO:
        return besluitdagen_for(actor)
    return zaakdagen_for(actor) if soort == _SWV else []


def termijnen(dagen: Sequence[tuple[date, int]], vandaag: date) -> Termijnen:
    """Which term ends next, and how many ended already."""
    straks = [(dag, n) for dag, n in dagen if dag >= vandaag]
    eerste, aantal = straks[0] if straks else (None, 0)
    return Termijnen(eerste, aantal, sum(n for dag, n in dagen if dag < vandaag))


def _punt(stap: Kalenderstap, doel: Kalenderstap) -> dict[str, str]:
    if stap.sleutel == "aanmelden" and (stap.van.year, stap.van.month) == (stap.tot.year, stap.tot.month):
        wanneer = f"{stap.van.day}-{dag_maand(stap.tot)}"
    else:
        wanneer = dag_maand(stap.tot)
    staat = "doel" if stap is doel else "klaar" if stap.stand is Kalenderstand.VOORBIJ else "straks"
    return {"dag": wanneer, "wat": stap.wat, "staat": staat}
