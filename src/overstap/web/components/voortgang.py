"""What is a region told today, and what of it stands in a file?"""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext as _

from overstap.domain.scholen.queries import regio_for
from overstap.domain.scholen.rules import Kalender, kalender_uit_instellingen, schooljaar_van
from overstap.domain.tellingen.queries import STAPPEN, Regiovoortgang, Schoolregel, regiovoortgang_for
from overstap.domain.tellingen.rules import Aantal, minstens, zelfde_dag
from overstap.foundation.access import Actor
from overstap.foundation.klok import dag
from overstap.web.components.tellingen import in_woorden


def voortgang(actor: Actor, nu: datetime) -> tuple[Regiovoortgang, Kalender]:
    """All that may be told, and the dates of this school year."""
    vandaag = dag(nu)
    jaar, vorig = schooljaar_van(vandaag), schooljaar_van(zelfde_dag(vandaag, -1))
    kalender = kalender_uit_instellingen(regio_for(actor, actor.werkt_bij).instellingen, jaar)
    return regiovoortgang_for(actor, jaar, vorig, vandaag, voorbij=vandaag > kalender.definitief), kalender


def schooltabel(gevonden: Regiovoortgang) -> tuple[list[str], list[list[str | int]]]:
    """The heads and rows of the table of the schools: exact numbers as numbers, the rest in the words of the page."""
    koppen = [
        _("Basisschool"), _("Plaats"), _("Leerlingen"), *(een.label for een in STAPPEN), _("Samen definitief"),
        _("14 dagen geen stap"), _("Loopt achter"),
    ]  # fmt: skip
    return koppen, [_rij(school) for school in gevonden.scholen]


def staat_stil(school: Schoolregel) -> str:
    """How many pupils of a school stand still, in words. "10 of meer": the places together, each told in fives."""
    samen = minstens(school.stil)
    if not samen.laag or all(een.klein or not een.hoog for een in school.stil):
        return in_woorden(samen, None)
    return _("%(n)s of meer") % {"n": samen.laag}


def _rij(school: Schoolregel) -> list[str | int]:
    def cel(aantal: Aantal) -> str | int:
        return aantal.laag if aantal.exact else in_woorden(aantal, school.totaal)

    delen = [cel(deel) for deel in school.delen] if school.delen else [_("niet te zeggen")] * len(STAPPEN)
    achter = _("ja") if school.achter else _("nee")
    return [school.naam, school.plaats, school.totaal, *delen, cel(school.klaar), staat_stil(school), achter]
