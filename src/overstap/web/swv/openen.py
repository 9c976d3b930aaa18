"""Which case does this page show, and is it written down that somebody looked?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from overstap.domain.zorgroutes.actions import bekijk_zaak
from overstap.domain.zorgroutes.queries import zaak_for
from overstap.foundation.access import Recht
from overstap.web.components.verzoek import Verzoek

if TYPE_CHECKING:
    from overstap.domain.zorgroutes.models import Zorgroute


def open_zaak(request: Verzoek, route_id: UUID, recht: Recht = Recht.ZORGAANMELDING_BEHANDELEN) -> Zorgroute:
    """The case of this page; a GET writes down that somebody looked (AVG art. 15-1-c).

    Raises `NietGevonden` for a case of another samenwerkingsverband, whatever the function of who asks, then
    `GeenRecht`.
    """
    route = zaak_for(request.actor, route_id)
    request.actor.require(recht)
    if request.method == "GET":
        bekijk_zaak(route_id=route_id, by=request.actor, at=request.nu)
    return route


def kruimels(route: Zorgroute) -> list[dict[str, Any]]:
    """The way back to the case."""
    return [
        {
            "naam": _("Zorgaanmelding van %(naam)s") % {"naam": route.dossier.leerling.naam},
            "url": reverse("swv:zaak", args=[route.id]),
        }
    ]
