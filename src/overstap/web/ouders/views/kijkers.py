"""Who looked at the report, and where did it go? A parent reads it from the logboek (art. 15-1-c AVG)."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from overstap.domain.inzages.queries import eigen_dossier_for
from overstap.domain.scholen.queries import organisatienamen_for
from overstap.foundation.audit.queries import gebeurtenissen_for
from overstap.web.components.logzinnen import dagregels, genoemde_organisaties
from overstap.web.components.publiek import voor
from overstap.web.components.verzoek import Verzoek

MEEST = 500


@voor("ouder")
@require_GET
def kijkers(request: Verzoek) -> HttpResponse:
    """Show one sentence per day and person, with everything that this person looked at or sent."""
    actor, dossier = request.actor, eigen_dossier_for(request.actor)
    gebeurtenissen = list(gebeurtenissen_for(actor, dossier.id)[:MEEST])
    namen = organisatienamen_for(actor, genoemde_organisaties(gebeurtenissen))
    regels = dagregels(gebeurtenissen, actor.persoon_id, namen)
    context = {"school": dossier.school.naam, "leerling": dossier.leerling.roepnaam, "regels": regels}
    return render(request, "ouders/kijkers.html", context)
