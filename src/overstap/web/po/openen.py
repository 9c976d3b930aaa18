"""Which dossier does this page show, and is it written down that somebody looked?"""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from overstap.domain.dossiers.actions import bekeken
from overstap.domain.dossiers.queries import dossier_for, slot_for
from overstap.foundation.access import Recht
from overstap.web.components.naar import Naar
from overstap.web.components.verzoek import Verzoek

if TYPE_CHECKING:
    from overstap.domain.dossiers.models import Dossier
    from overstap.foundation.sleutels.kast import Slot

__all__ = ["Naar", "open_dossier"]


def open_dossier(request: Verzoek, dossier_id: UUID, wat: str) -> tuple[Dossier, Slot]:
    """The dossier of this page and its lock; a GET writes down that somebody looked at `wat` (art. 15-1-c AVG).

    Raises `GeenRecht` and `NietGevonden`.
    """
    request.actor.require(Recht.DOSSIER_BEKIJKEN)
    dossier = dossier_for(request.actor, dossier_id)
    if request.method == "GET":
        bekeken(dossier=dossier, wat=wat, by=request.actor, at=request.nu)
    return dossier, slot_for(request.actor, dossier)
