"""Which application does this page show, is it written down that somebody looked, and what was typed?"""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from overstap.domain.dossiers.actions import bekeken
from overstap.domain.plaatsingen.queries import plaatsing_for
from overstap.foundation.access import Recht
from overstap.web.components.naar import Naar
from overstap.web.components.verzoek import Verzoek

if TYPE_CHECKING:
    from overstap.domain.plaatsingen.models import Plaatsing

__all__ = ["Naar", "open_plaatsing"]


def open_plaatsing(request: Verzoek, overdracht_id: UUID, recht: Recht) -> Plaatsing:
    """The application behind a transfer to this school; a GET writes down that somebody looked (art. 15-1-c AVG).

    Raises `GeenRecht` and `NietGevonden`.
    """
    request.actor.require(Recht.DOSSIER_ONTVANGEN)
    plaatsing = plaatsing_for(request.actor, overdracht_id)
    request.actor.require(recht)
    if request.method == "GET":
        bekeken(dossier=plaatsing.dossier, wat="aanmeldstatus", by=request.actor, at=request.nu)
    return plaatsing
