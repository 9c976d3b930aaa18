"""Which brugklassen has this vo school, for whom are they, and how full?"""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from overstap.domain.plaatsingen.actions import bewaar_brugklas, verwijder_brugklas
from overstap.domain.plaatsingen.queries import brugklas_for, brugklassen_for
from overstap.domain.plaatsingen.rules import BrugklasGeweigerd
from overstap.domain.scholen.rules import schooljaar_van, tweede_jaar
from overstap.foundation.access import Recht
from overstap.foundation.klok import dag
from overstap.web.components.daad import probeer
from overstap.web.components.publiek import voor
from overstap.web.components.velden import foutregels
from overstap.web.components.verzoek import Verzoek, getypt
from overstap.web.vo.forms.plaatsing import Brugklasformulier
from overstap.web.vo.openen import Naar


@voor("vo")
@require_GET
def brugklassen(request: Verzoek) -> HttpResponse:
    """Show the brugklassen for the pupils who are in group 8 now."""
    jaar = schooljaar_van(dag(request.nu))
    klassen = brugklassen_for(request.actor, jaar)
    context = {
        "klassen": klassen,
        "vanaf": tweede_jaar(jaar),
        "geplaatst": sum(klas.bezet for klas in klassen),
        "mag": request.actor.mag(Recht.BRUGKLASSEN_INRICHTEN),
    }
    return render(request, "vo/brugklassen.html", context)


@voor("vo")
@require_http_methods(["GET", "POST"])
def nieuw(request: Verzoek) -> HttpResponse:
    """Make a brugklas."""
    return _bewaar(request, Brugklasformulier(getypt(request)), None, titel=_("Maak een brugklas"))


@voor("vo")
@require_http_methods(["GET", "POST"])
def brugklas(request: Verzoek, brugklas_id: UUID) -> HttpResponse:
    """Change a brugklas."""
    request.actor.require(Recht.BRUGKLASSEN_INRICHTEN)
    klas = brugklas_for(request.actor, brugklas_id)
    velden = ("naam", "advies_van", "advies_tot", "capaciteit")
    form = Brugklasformulier(getypt(request), initial={veld: getattr(klas.rij, veld) for veld in velden})
    return _bewaar(request, form, brugklas_id, titel=_("Wijzig brugklas %(naam)s") % {"naam": klas.rij.naam}, klas=klas)


@voor("vo")
@require_POST
def verwijderen(request: Verzoek, brugklas_id: UUID) -> HttpResponse:
    """Remove a brugklas in which nobody is placed."""
    gelukt = _("De brugklas is verwijderd.")
    probeer(request, verwijder_brugklas, gelukt, brugklas_id=brugklas_id)
    return Naar("vo:brugklassen")


def _bewaar(request: Verzoek, form: Brugklasformulier, brugklas_id: UUID | None, **context: Any) -> HttpResponse:
    request.actor.require(Recht.BRUGKLASSEN_INRICHTEN)
    if request.method == "POST" and form.is_valid():
        try:
            bewaar_brugklas(
                schooljaar=schooljaar_van(dag(request.nu)), brugklas_id=brugklas_id, by=request.actor, at=request.nu,
                **form.cleaned_data,
            )  # fmt: skip
        except BrugklasGeweigerd as fout:
            form.add_error(fout.veld or None, fout.zin)
        else:
            messages.success(request, _("De brugklas is bewaard."))
            return Naar("vo:brugklassen")
    context |= {
        "form": form,
        "fouten": foutregels(form),
        "fout": bool(form.errors),
        "kruimels": [{"naam": _("Brugklassen"), "url": reverse("vo:brugklassen")}],
    }
    return render(request, "vo/brugklas.html", context, status=422 if form.errors else 200)


paden = [
    path("brugklassen/", brugklassen, name="brugklassen"),
    path("brugklassen/nieuw/", nieuw, name="brugklas_nieuw"),
    path("brugklassen/<uuid:brugklas_id>/", brugklas, name="brugklas"),
    path("brugklassen/<uuid:brugklas_id>/verwijderen/", verwijderen, name="brugklas_verwijderen"),
]
