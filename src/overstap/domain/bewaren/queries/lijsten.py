"""Which lists for destruction has an organisation, and what stands on one?"""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

from overstap.domain.bewaren.enums import Beletsel, Bewaarsoort, Vernietigstand
from overstap.domain.bewaren.models import Vernietiging, Vernietigregel
from overstap.domain.dossiers.queries import dossiers_for
from overstap.domain.zorgroutes.models import Zorgroute
from overstap.foundation.access import Actor, NietGevonden, Recht


@dataclass(frozen=True)
class Lijstregel:
    """One line of a list; `naam` only as long as there is something to read it from."""

    rij: Vernietigregel
    naam: str

    @property
    def soort(self) -> Bewaarsoort:
        """What it is about."""
        return Bewaarsoort(self.rij.soort)

    @property
    def stand(self) -> Vernietigstand:
        """How far it is."""
        return Vernietigstand(self.rij.stand)

    @property
    def beletsel(self) -> Beletsel | None:
        """Why it was refused."""
        return Beletsel(self.rij.beletsel) if self.rij.beletsel else None

    @property
    def rijen(self) -> int:
        """How many rows went."""
        return sum(self.rij.weg.values())


def vernietigingen_for(actor: Actor) -> QuerySet[Vernietiging]:
    """The lists of the actor's organisation, newest first."""
    actor.require(Recht.BEWAARTERMIJN_BEWAKEN)
    return Vernietiging.objects.filter(school_id=actor.werkt_bij).order_by("-voorgesteld_op", "id")


def vernietiging_for(actor: Actor, vernietiging_id: UUID, *, vergrendel: bool = False) -> Vernietiging:
    """One list; raises `NietGevonden`. With `vergrendel` its row is locked."""
    rijen = vernietigingen_for(actor).filter(id=vernietiging_id)
    rij = (rijen.select_for_update() if vergrendel else rijen).first()
    if rij is None:
        raise NietGevonden
    return rij


def regels_for(actor: Actor, vernietiging: Vernietiging) -> list[Lijstregel]:
    """The lines of a list, with the names of pupils that the actor can still read."""
    rijen = list(Vernietigregel.objects.filter(vernietiging=vernietiging).order_by("soort", "vervalt_op", "id"))
    ids = [rij.object_id for rij in rijen]
    namen = {dossier.id: dossier.leerling.naam for dossier in dossiers_for(actor).filter(id__in=ids)}
    for route in Zorgroute.objects.filter(id__in=ids).select_related("dossier__leerling"):
        namen[route.id] = route.dossier.leerling.naam
    return [Lijstregel(rij, namen.get(rij.object_id, "")) for rij in rijen]


def op_een_lijst_for(actor: Actor) -> set[UUID]:
    """What stands on a list of the actor's organisation that is not done yet."""
    loopt = [Vernietigstand.WACHT, Vernietigstand.RIJEN_WEG]
    rijen = Vernietigregel.objects.filter(school_id=actor.werkt_bij, stand__in=loopt)
    return set(rijen.values_list("object_id", flat=True))


def regel_for(actor: Actor, regel_id: UUID) -> Vernietigregel:
    """One line, locked; raises `NietGevonden`."""
    rij = Vernietigregel.objects.select_for_update().filter(school_id=actor.werkt_bij, id=regel_id).first()
    if rij is None:
        raise NietGevonden
    return rij
