"""How does the countdown of the school year look today?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from overstap.domain.scholen.queries import regio_for
from overstap.domain.scholen.rules import Kalenderstand, Kalenderstap, kalender_uit_instellingen, stappen_tot_deadline
from overstap.foundation.access import Actor
from overstap.web.components.jinja.filters import dag as dag_maand
from overstap.web.components.jinja.filters import datum

# The steps of the year that fit beside each other; the ones to count down to are the school's own work.
_OP_DE_BAND = ("voorlopig", "toets", "toetsuitslag", "definitief", "aanmelden")
_TELT_AF = ("voorlopig", "definitief")


@dataclass(frozen=True)
class Band:
    """What the macro `tijdband` draws: days left, until which day and for what, and the points on the line."""

    dagen: int
    doel: str
    wat: str
    datums: tuple[dict[str, str], ...]


def stappen(actor: Actor, schooljaar: str, vandaag: date) -> list[Kalenderstap]:
    """The steps of this school year in the actor's region."""
    assert actor.organisatie_id is not None  # only people of a school come here
    instellingen = regio_for(actor, actor.organisatie_id).instellingen
    return stappen_tot_deadline(kalender_uit_instellingen(instellingen, schooljaar), vandaag)


def band(alle: list[Kalenderstap], vandaag: date) -> Band | None:
    """The countdown to the school's next own deadline; None when the year has none left."""
    doel = next((stap for stap in alle if stap.sleutel in _TELT_AF and stap.dagen >= 0), None)
    if doel is None:
        return None
    punten = [_punt(stap, doel) for stap in alle if stap.sleutel in _OP_DE_BAND]
    hier = sum(stap.sleutel in _OP_DE_BAND and stap.stand is Kalenderstand.VOORBIJ for stap in alle)
    vandaag_punt = {
        "dag": _("Vandaag, %(dag)s") % {"dag": dag_maand(vandaag)},
        "wat": _("Rapporten invullen"),
        "staat": "nu",
    }
    return Band(doel.dagen, datum(doel.tot), doel.wat, (*punten[:hier], vandaag_punt, *punten[hier:]))


def _punt(stap: Kalenderstap, doel: Kalenderstap) -> dict[str, str]:
    if stap.sleutel == "aanmelden" and (stap.van.year, stap.van.month) == (stap.tot.year, stap.tot.month):
        wanneer = f"{stap.van.day}-{dag_maand(stap.tot)}"
    else:
        wanneer = dag_maand(stap.tot)
    staat = "doel" if stap is doel else "klaar" if stap.stand is Kalenderstand.VOORBIJ else "straks"
    return {"dag": wanneer, "wat": stap.wat, "staat": staat}
