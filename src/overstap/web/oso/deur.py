"""What does Overstap say to another system of OSO that knocks?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db import close_old_connections
from django.utils import timezone

from overstap.domain.importen.actions import hoor_notificatie
from overstap.domain.scholen.enums import Organisatiesoort
from overstap.domain.scholen.queries import organisaties_for
from overstap.foundation.access import SYSTEEM, Actor, Rol
from overstap.foundation.rls import als
from overstap.foundation.weigering import Weigering
from overstap.integrations.oso.draad.aansluiting import Aansluiting
from overstap.integrations.oso.draad.bericht import Bericht
from overstap.integrations.oso.draad.bron import Bron, Verzoek, Vondst
from overstap.integrations.oso.draad.deur import Antwoordbrief, Brief, Deur
from overstap.integrations.oso.draad.uitkomst import Uitkomst


def open_deur(aansluiting: Aansluiting) -> Deur:
    """The door of this installation, at the address of the connection."""
    bron = Bron(aansluiting, Databasekast(aansluiting))

    def behandel(brief: Brief) -> Antwoordbrief:
        close_old_connections()
        try:
            return bron.behandel(brief)
        finally:
            close_old_connections()

    return Deur(aansluiting.luister, aansluiting.papieren, behandel)


@dataclass(frozen=True)
class Databasekast:
    """Our own schools. Nothing is given over the line yet (docs/oso-draad.md); notifications are heard."""

    aansluiting: Aansluiting

    def nummers(self, verzoek: Verzoek) -> Iterable[str]:
        return ()

    def zoek(self, verzoek: Verzoek, nummer: str) -> Vondst | None:
        return None

    def onthoud(self, verzoek: Verzoek, nummer: str | None, uitkomst: Uitkomst) -> None:
        """Nothing is given, so nothing is remembered."""

    def notificatie(self, bericht: Bericht, oin: str) -> bool:
        """Only of an administration that this school asked before; everybody else hears that we know nothing."""
        punt = self.aansluiting.van_kenmerk(bericht["doel_kenmerk"])
        if punt is None or not oin or punt.brin != bericht["doel_brin"]:
            return False
        scholen = organisaties_for(SYSTEEM, Organisatiesoort.PO).filter(brin=punt.brin)
        return any(self._hoort(school.id, bericht) for school in scholen)

    @staticmethod
    def _hoort(school_id: UUID, bericht: Bericht) -> bool:
        with als(Actor(rol=Rol.SYSTEEM, organisatie_id=school_id)) as by:
            try:
                return hoor_notificatie(
                    sessie=bericht["sessie"], kenmerk=bericht["bron_kenmerk"], by=by, at=timezone.now()
                )
            except Weigering:
                # It is being asked for at this moment, by a person.
                return True
