"""Which brugklassen has a vo school in a schooljaar, and how full are they?"""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from overstap.domain.adviezen.enums import Niveau
from overstap.domain.plaatsingen.models import Brugklas, Plaatsing
from overstap.domain.plaatsingen.rules import waarschuwingen
from overstap.foundation.access import Actor, NietGevonden, Recht


@dataclass(frozen=True)
class Klasbeeld:
    """One brugklas with the number of pupils placed in it."""

    rij: Brugklas
    bezet: int

    @property
    def van(self) -> Niveau | None:
        """The lowest advice it is meant for."""
        return Niveau(self.rij.advies_van) if self.rij.advies_van else None

    @property
    def tot(self) -> Niveau | None:
        """The highest advice it is meant for."""
        return Niveau(self.rij.advies_tot) if self.rij.advies_tot else None

    @property
    def vrij(self) -> int | None:
        """How many places are left; None when there is no number."""
        return None if self.rij.capaciteit is None else self.rij.capaciteit - self.bezet

    def let_op(self, advies: Niveau | None) -> tuple[str, ...]:
        """What somebody should see before placing a pupil with this advice here."""
        return tuple(waarschuwingen(advies, self.van, self.tot, self.rij.capaciteit, self.bezet))


def brugklassen_for(actor: Actor, schooljaar: str) -> tuple[Klasbeeld, ...]:
    """The brugklassen of the actor's own vo school, by advice and name; one query for any number."""
    actor.require(Recht.DOSSIER_ONTVANGEN)
    rijen = _met_bezet(Brugklas.objects.filter(school_id=actor.werkt_bij, schooljaar=schooljaar))
    beelden = [Klasbeeld(rij, rij.bezet) for rij in rijen]  # type: ignore[attr-defined]  # annotated below
    return tuple(sorted(beelden, key=_op_niveau))


def brugklas_for(actor: Actor, brugklas_id: UUID, *, vergrendel: bool = False) -> Klasbeeld:
    """One brugklas of the actor's own school; raises `NietGevonden`. With `vergrendel` its row is locked first."""
    eigen = Brugklas.objects.filter(school_id=actor.werkt_bij, id=brugklas_id)
    if vergrendel:
        # Apart from the counting below, which PostgreSQL does not lock.
        eigen.select_for_update().first()
    rij = _met_bezet(eigen).first()
    if rij is None:
        raise NietGevonden
    return Klasbeeld(rij, rij.bezet)  # type: ignore[attr-defined]  # annotated below


def _met_bezet(rijen: QuerySet[Brugklas]) -> QuerySet[Brugklas]:
    # A pupil whose report was withdrawn takes no place: row-level security leaves that row out, and so do we.
    geplaatst = Plaatsing.objects.filter(brugklas_id=OuterRef("id"), overdracht__ingetrokken_op=None).order_by()
    tel = geplaatst.values("brugklas_id").annotate(aantal=Count("id")).values("aantal")
    return rijen.annotate(bezet=Coalesce(Subquery(tel), 0))


def _op_niveau(beeld: Klasbeeld) -> tuple[int, str]:
    rang = beeld.van.rang if beeld.van else None
    return (99 if rang is None else rang, beeld.rij.naam)
