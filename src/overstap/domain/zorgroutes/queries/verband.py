"""To which samenwerkingsverband can a care route of a pupil go, and which one decides?"""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from overstap.domain.dossiers.models import Dossier
from overstap.domain.overdrachten.queries import aanmeldingen_for
from overstap.domain.scholen.models import Organisatie
from overstap.domain.scholen.queries import verband_van_school_for, verbanden_for
from overstap.domain.zorgroutes.enums import Partij, Routesoort
from overstap.domain.zorgroutes.models import Zorgroute
from overstap.domain.zorgroutes.rules import WET
from overstap.foundation.access import Actor


@dataclass(frozen=True)
class Swvkeuze:
    """Where the care routes of one pupil can go: `verbanden`, by name; also one elsewhere, of the vo school applied at.

    `vo_school` is the name of that school, `daar` its samenwerkingsverband; empty and None while there is none, and
    `daar` also while its region did not say.
    """

    verbanden: tuple[Organisatie, ...]
    vo_school: str = ""
    daar: Organisatie | None = None

    def beslist(self, soort: Routesoort) -> Organisatie | None:
        """Who alone may decide, where the vo school asks: its own (WVO 2020 art. 2.29, 2.43). None: the school says."""
        return self.daar if WET[soort].vraagt is Partij.VO else None

    def met_id(self, swv_id: UUID | None) -> Organisatie | None:
        """The one with this id, None when it cannot go there."""
        return next((swv for swv in self.verbanden if swv.id == swv_id), None)

    @property
    def voorstel(self) -> Organisatie | None:
        """The one to begin with: of the vo school, or the only one; None when the school must say."""
        return self.daar or (self.verbanden[0] if len(self.verbanden) == 1 else None)

    def bezwaar(self, soort: Routesoort, swv: Organisatie) -> str:
        """Why this one cannot decide, with what to do; empty when it can."""
        moet = self.beslist(soort)
        if moet is None or moet.id == swv.id:
            return ""
        return (
            f"De leerling is aangemeld bij {self.vo_school}. Daar beslist {moet.naam}, niet {swv.naam}. "
            f"Kies {moet.naam}."
        )


def swvkeuze_for(actor: Actor, dossier: Dossier) -> Swvkeuze:
    """Where the care routes of a dossier can go: the region's own, and that of the vo school it was applied at."""
    verbanden = verbanden_for(actor, dossier.school_id)
    aanmelding = aanmeldingen_for(actor, dossier).first()
    if aanmelding is None:
        return Swvkeuze(tuple(verbanden))
    daar = verband_van_school_for(actor, aanmelding.ontvanger)
    if daar is not None and all(swv.id != daar.id for swv in verbanden):
        verbanden.append(daar)
    return Swvkeuze(tuple(verbanden), aanmelding.ontvanger.naam, daar)


def swvbezwaar_for(actor: Actor, route: Zorgroute) -> str:
    """Why the samenwerkingsverband of a route cannot decide on it, with what to do; empty when it can."""
    return swvkeuze_for(actor, route.dossier).bezwaar(Routesoort(route.soort), route.swv)
