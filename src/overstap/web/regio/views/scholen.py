"""Which schools and vestigingen has the region, and how is one added, changed or ended?"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from overstap.domain.scholen.enums import Organisatiesoort, Regioonderwerp
from overstap.domain.scholen.queries import bestand_for, regioscholen_for
from overstap.domain.scholen.rules.regioschrijven import inhoud_van
from overstap.domain.scholen.rules.regiowijziging import deel
from overstap.foundation.access import NietGevonden, Recht
from overstap.web.components.publiek import voor
from overstap.web.components.verzoek import Verzoek, getypt
from overstap.web.regio.forms.school import Schoolformulier
from overstap.web.regio.wijzigen import bewaar

if TYPE_CHECKING:
    from overstap.domain.scholen.models import Organisatie


@voor("regio")
@require_GET
def scholen(request: Verzoek) -> HttpResponse:
    """List the vestigingen of the region, by kind and name."""
    request.actor.require(Recht.REGIO_BEHEREN)
    rijen = list(regioscholen_for(request.actor))
    keuze = request.GET.get("soort", "")
    soorten = (Organisatiesoort.PO, Organisatiesoort.VO)
    tellingen = [("", _("Alle scholen"), len(rijen))] + [
        (soort.value, _("Basisscholen") if soort is Organisatiesoort.PO else _("Vo-scholen"),
         sum(rij.soort == soort for rij in rijen))
        for soort in soorten
    ]  # fmt: skip
    context = {
        "rijen": [_rij(rij) for rij in rijen if keuze in {"", rij.soort}],
        "filters": [
            {"naam": naam, "n": n, "href": f"?soort={waarde}", "actief": keuze == waarde}
            for waarde, naam, n in tellingen
        ],
    }
    return render(request, "regio/scholen.html", context)


@voor("regio")
@require_http_methods(["GET", "POST"])
def nieuw(request: Verzoek) -> HttpResponse:
    """Add one vestiging."""
    request.actor.require(Recht.REGIO_BEHEREN)
    return _formulier(request, None, _("Voeg een school toe"))


@voor("regio")
@require_http_methods(["GET", "POST"])
def school(request: Verzoek, organisatie_id: UUID) -> HttpResponse:
    """Change one vestiging of the own region, or give it a last day."""
    request.actor.require(Recht.REGIO_BEHEREN)
    rij = regioscholen_for(request.actor).filter(id=organisatie_id).first()
    if rij is None:
        raise NietGevonden
    return _formulier(request, rij, rij.naam)


def _formulier(request: Verzoek, rij: Organisatie | None, titel: str) -> HttpResponse:
    inhoud = inhoud_van(bestand_for(request.actor))
    tabel = deel(inhoud, Regioonderwerp.SCHOLEN)[f"{rij.brin}-{rij.vestiging}"] if rij else None
    form = Schoolformulier(inhoud, tabel, getypt(request))
    naam = form.cleaned_data.get("naam", "") if form.is_valid() else ""
    sub = _("BRIN %(brin)s, vestiging %(nummer)s") % {"brin": rij.brin, "nummer": rij.vestiging} if rij else ""
    gelukt = _("Bewaard: %(naam)s.") % {"naam": naam}
    return bewaar(request, form, gelukt, titel=titel, sub=sub, terug=reverse("regio:scholen"))


def _rij(rij: Organisatie) -> dict[str, Any]:
    einde = rij.gegevens.get("laatste_dag")
    return {
        "id": rij.id,
        "naam": rij.naam,
        "nummer": f"{rij.brin} {rij.vestiging}",
        "plaats": rij.plaats,
        "soort": Organisatiesoort(rij.soort).label,
        "bestuur": rij.gegevens.get("bestuur", ""),
        "swv": rij.gegevens.get("swv", ""),
        "einde": date.fromisoformat(einde) if einde else None,
        "opgegaan_in": rij.gegevens.get("opgegaan_in", ""),
    }


paden = [
    path("beheer/scholen/", scholen, name="scholen"),
    path("beheer/scholen/nieuw/", nieuw, name="school_nieuw"),
    path("beheer/scholen/<uuid:organisatie_id>/", school, name="school"),
]
