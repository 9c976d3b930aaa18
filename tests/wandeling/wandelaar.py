"""How does one pupil wander at random through the real acts, done by whoever may or may not do them?

Every act is the real one, on PostgreSQL, as the person who would do it. What a rule refuses is a step too: it changes
nothing. Beside it stands a memory of our own, of what was released to whom and what the parents agreed to, which is
written by the answers of the acts and never read from the tables.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random
from uuid import UUID

from overstap.domain.bijlagen.enums import Bijlagesoort, Ontvanger
from overstap.domain.dossiers.enums import Staat
from overstap.domain.dossiers.models import Dossier
from overstap.domain.overdrachten.models import Aanmelding, Overdracht
from overstap.domain.plaatsingen.enums import Aanmeldstatus
from overstap.domain.zorgroutes.enums import Routesoort, Routestaat
from overstap.domain.zorgroutes.rules import BIJ_HET_SWV
from overstap.foundation.access import Actor, GeenRecht, NietGevonden
from overstap.foundation.rls import als
from tests.wereld import Geval, Plek, Wereld

type_daad = Callable[["Wandeling"], None]


class Ontsnapt(AssertionError):
    """Somebody could do what nobody in that place may do."""


def is_weigering(fout: Exception) -> bool:
    """Is this a rule that says no, with words for a reader? Everything else is a mistake of ours."""
    return isinstance(fout, GeenRecht | NietGevonden) or any(hasattr(fout, naam) for naam in ("zin", "punten"))


@dataclass
class Routegeheugen:
    """What our own memory says of one care route: how far it is, whether parents were told, which questions wait."""

    soort: Routesoort
    staat: Routestaat
    ingelicht: bool = False
    open_vragen: list[UUID] = field(default_factory=list)

    @property
    def bij_swv(self) -> bool:
        """Does the samenwerkingsverband see it?"""
        return self.staat in BIJ_HET_SWV


@dataclass
class Wandeling:
    """One walk: who and when, what was done so far, and our own memory.

    That is of each attachment to whom it is open, what parents agreed to and its kind, of each care route and each
    application how far it is, and which questions of the vo school were answered.
    """

    wereld: Wereld
    geval: Geval
    kans: Random
    at: datetime
    ouders: dict[UUID, tuple[Actor, UUID, bool]] = field(default_factory=dict)
    verzorgers: tuple[UUID, ...] = ()
    aan: dict[UUID, frozenset[Ontvanger]] = field(default_factory=dict)
    ja: dict[UUID, frozenset[Ontvanger]] = field(default_factory=dict)
    soort: dict[UUID, Bijlagesoort] = field(default_factory=dict)
    verzoeken: list[UUID] = field(default_factory=list)
    routes: dict[UUID, Routegeheugen] = field(default_factory=dict)
    status: dict[UUID, Aanmeldstatus] = field(default_factory=dict)
    vragen: dict[UUID, bool] = field(default_factory=dict)
    gesprekken: list[UUID] = field(default_factory=list)
    brugklassen: tuple[UUID, ...] = ()
    bij_het_vo: bool = False
    spoor: list[str] = field(default_factory=list)
    gelukt: int = 0

    @property
    def dossier_id(self) -> UUID:
        return self.geval.dossier_id

    @property
    def plek(self) -> Plek:
        return self.wereld.a

    def staat(self) -> Staat:
        with als(self.plek.directeur):
            return Staat(Dossier.objects.values_list("staat", flat=True).get(id=self.dossier_id))

    def stap(self, daden: dict[type_daad, int]) -> bool:
        """Try one act; was it done?"""
        [daad] = self.kans.choices(list(daden), list(daden.values()))
        self.at += timedelta(minutes=self.kans.randint(1, 300))
        try:
            daad(self)
        except Exception as fout:
            if not is_weigering(fout):
                raise
            self.spoor.append(f"({daad.__name__}: {type(fout).__name__})")
            return False
        self.spoor.append(daad.__name__)
        self.gelukt += 1
        return True

    @property
    def route_id(self) -> UUID:
        """The newest care route; the dossier's own id when there is none."""
        return next(reversed(self.routes), self.dossier_id)

    def route(self) -> Routegeheugen:
        """What we remember of the newest care route; raises `NietGevonden` when there is none."""
        if not self.routes:
            raise NietGevonden
        return self.routes[self.route_id]

    def een_bijlage(self) -> UUID:
        return self.kans.choice(sorted(self.aan)) if self.aan else self.dossier_id

    def enige(self, kans: float = 0.5) -> frozenset[Ontvanger]:
        return frozenset(wie for wie in Ontvanger if self.kans.random() < kans)

    def een_ouder(self) -> tuple[Actor, UUID, bool]:
        if not self.ouders:
            raise NietGevonden
        return self.ouders[self.kans.choice(sorted(self.ouders))]

    def lopend(self, model: type[Overdracht | Aanmelding]) -> UUID:
        with als(self.plek.directeur):
            rijen = model.objects.filter(dossier_id=self.dossier_id, ingetrokken_op=None)
            ids = sorted(rijen.values_list("id", flat=True))
        return self.kans.choice(ids) if ids else self.dossier_id
