"""To which samenwerkingsverband can a care route of a pupil go, and which one decides?"""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from overstap.domain.dossiers.models import Dossier
from overstap.domain.overdrachten.models import Aanmelding
from overstap.domain.overdrachten.queries import aanmeldingen_for
from overstap.domain.scholen.models import Organisatie
from overstap.domain.scholen.queries import verband_van_school_for, verbanden_for
from overstap.domain.zorgroutes.enums import Partij, Routesoort
from overstap.domain.zorgroutes.models import Zorgroute
from overstap.domain.zorgroutes.rules import WET
from overstap.foundation.access import Actor


@dataclass(frozen=True)
class Swvkeuze:
    """Where the care routes of one pupil can go.

    `verbanden` are those of the region, by name, and those elsewhere of the vo schools applied at. `aangemeld`: each
    running aanmelding, oldest first, with the samenwerkingsverband of its vo school; None where nobody said which.
    """

    verbanden: tuple[Organisatie, ...]
    aangemeld: tuple[tuple[Aanmelding, Organisatie | None], ...] = ()

    @property
    def voorstel(self) -> Organisatie | None:
        """The one to begin with: of the vo school, or the only one; None when the school must say."""
        daar = {swv.id: swv for _aanmelding, swv in self.aangemeld if swv} or {swv.id: swv for swv in self.verbanden}
        return next(iter(daar.values())) if len(daar) == 1 else None

    def met_id(self, swv_id: UUID | None) -> Organisatie | None:
        """The one with this id, None when it cannot go there."""
        return next((swv for swv in self.verbanden if swv.id == swv_id), None)

    def aanvrager(self, soort: Routesoort, swv_id: UUID) -> Aanmelding | None:
        """The aanmelding at the vo school that asks this one; None where no vo school has to, or none is known."""
        if WET[soort].vraagt is not Partij.VO:
            return None
        zo = sorted(self.aangemeld, key=lambda een: (een[1] is None or een[1].id != swv_id, een[1] is not None))
        return zo[0][0] if zo else None

    def bezwaar(self, soort: Routesoort, swv: Organisatie) -> str:
        """Why it cannot go to this one, with what to do; empty when it can.

        It cannot once an aanmelding at a school elsewhere ended: the pupil has nothing to do with that one any more.
        """
        if self.met_id(swv.id) is None:
            return (
                f"{swv.naam} hoort niet bij uw regio, en niet bij een vo-school waar de leerling nu is aangemeld. "
                "Kies een ander samenwerkingsverband."
            )
        return self.beslist_elders(soort, swv)

    def beslist_elders(self, soort: Routesoort, swv: Organisatie) -> str:
        """Why another one decides, with what to do; empty where it may be this one.

        Where the vo school asks, its own decides (WVO 2020 art. 2.29 and 2.43).
        """
        aanvrager = self.aanvrager(soort, swv.id)
        daar = next((daar for aanmelding, daar in self.aangemeld if aanmelding == aanvrager), None)
        if aanvrager is None or daar is None or daar.id == swv.id:
            return ""
        school = aanvrager.ontvanger.naam
        return f"De leerling is aangemeld bij {school}. Daar beslist {daar.naam}, niet {swv.naam}. Kies {daar.naam}."


def swvkeuze_for(actor: Actor, dossier: Dossier) -> Swvkeuze:
    """Where the care routes of a dossier can go: the region's own, and those of the vo schools it was applied at."""
    verbanden = verbanden_for(actor, dossier.school_id)
    aangemeld = tuple(
        (aanmelding, verband_van_school_for(actor, aanmelding.ontvanger))
        for aanmelding in aanmeldingen_for(actor, dossier)
    )
    hier = {swv.id for swv in verbanden}
    elders = {swv.id: swv for _aanmelding, swv in aangemeld if swv and swv.id not in hier}
    return Swvkeuze((*verbanden, *elders.values()), aangemeld)


def aanvrager_for(actor: Actor, route: Zorgroute) -> Aanmelding | None:
    """The recorded aanmelding of the vo school that asks for this route; None where nobody has to, or none is known."""
    return swvkeuze_for(actor, route.dossier).aanvrager(Routesoort(route.soort), route.swv_id)


def swvbezwaar_for(actor: Actor, route: Zorgroute) -> str:
    """Why a route cannot go to its samenwerkingsverband, with what to do; empty when it can."""
    return swvkeuze_for(actor, route.dossier).bezwaar(Routesoort(route.soort), route.swv)
