"""Who looked at the report, and where did it go? A parent reads it from the logboek (art. 15-1-c AVG)."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from overstap.domain.inzages.queries import eigen_dossier_for
from overstap.domain.scholen.queries import organisatienamen_for
from overstap.foundation.audit.queries import gebeurtenissen_for
from overstap.web.components.logzinnen import als_ouder, genoemde_organisaties, logregels
from overstap.web.components.publiek import voor
from overstap.web.components.verzoek import Verzoek

MEEST = 500


@voor("ouder")
@require_GET
def kijkers(request: Verzoek) -> HttpResponse:
    """Show one sentence per day for everybody who looked, and for everything that was sent."""
    actor, dossier = request.actor, eigen_dossier_for(request.actor)
    gebeurtenissen = list(gebeurtenissen_for(actor, dossier.id)[:MEEST])
    namen = organisatienamen_for(actor, genoemde_organisaties(gebeurtenissen))
    regels = logregels(gebeurtenissen, als_ouder(actor.persoon_id, namen), namen, per_dag=True)
    context = {"school": dossier.school.naam, "leerling": dossier.leerling.roepnaam, "regels": regels}
    return render(request, "ouders/kijkers.html", context)
