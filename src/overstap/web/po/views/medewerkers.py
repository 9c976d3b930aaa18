"""Who works at this school, of which groups does a teacher follow the pupils, and whose role ends?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from overstap.domain.overdrachten.queries import werkvoorraad_for
from overstap.domain.scholen.actions import AanstellingGeweigerd, eindig_aanstelling, zet_groepen
from overstap.domain.scholen.queries import aanstelling_for, medewerkers_for
from overstap.domain.scholen.rules import schooljaar_van
from overstap.foundation.access import Recht, Rol
from overstap.foundation.klok import dag
from overstap.web.components.publiek import voor
from overstap.web.components.verzoek import Verzoek
from overstap.web.po.forms.medewerkers import Groepenformulier
from overstap.web.po.forms.velden import foutregels
from overstap.web.po.openen import Naar, getypt

if TYPE_CHECKING:
    from overstap.domain.scholen.models import Aanstelling


@voor("po")
@require_GET
def medewerkers(request: Verzoek) -> HttpResponse:
    """List the colleagues with their function and groups."""
    request.actor.require(Recht.MEDEWERKERS_BEHEREN)
    mensen = medewerkers_for(request.actor, request.actor.werkt_bij)
    return render(request, "po/medewerkers.html", {"rijen": [_rij(request, mens) for mens in mensen]})


@voor("po")
@require_http_methods(["GET", "POST"])
def groepen(request: Verzoek, aanstelling_id: UUID) -> HttpResponse:
    """Choose the groups of a teacher."""
    request.actor.require(Recht.MEDEWERKERS_BEHEREN)
    aanstelling = aanstelling_for(request.actor, aanstelling_id)
    bekend = {regel.groep for regel in werkvoorraad_for(request.actor, schooljaar_van(dag(request.nu)), "", request.nu)}
    keuzes = sorted(bekend.union(aanstelling.groepen))
    form = Groepenformulier(keuzes, getypt(request), initial={"groepen": aanstelling.groepen})
    if request.method == "POST" and form.is_valid():
        try:
            zet_groepen(
                aanstelling_id=aanstelling_id, groepen=form.cleaned_data["groepen"], by=request.actor, at=request.nu
            )
        except AanstellingGeweigerd as reden:
            form.add_error(None, reden.zin)
        else:
            messages.success(
                request, _("De groepen van %(naam)s zijn opgeslagen.") % {"naam": aanstelling.account.naam}
            )
            return Naar("po:medewerkers")
    context = {"mens": aanstelling.account, "form": form, "fouten": foutregels(form), "fout": bool(form.errors)}
    return render(request, "po/medewerker_groepen.html", context, status=422 if form.errors else 200)


@voor("po")
@require_http_methods(["GET", "POST"])
def beeindigen(request: Verzoek, aanstelling_id: UUID) -> HttpResponse:
    """Ask whether somebody no longer works here; then end it."""
    request.actor.require(Recht.MEDEWERKERS_BEHEREN)
    aanstelling = aanstelling_for(request.actor, aanstelling_id)
    fouten = []
    if request.method == "POST":
        try:
            eindig_aanstelling(aanstelling_id=aanstelling_id, by=request.actor, at=request.nu)
        except AanstellingGeweigerd as reden:
            fouten = [{"tekst": reden.zin, "href": "#inhoud"}]
        else:
            messages.success(
                request, _("%(naam)s kan niet meer inloggen bij deze school.") % {"naam": aanstelling.account.naam}
            )
            return Naar("po:medewerkers")
    context = {
        "mens": aanstelling.account,
        "functie": Rol(aanstelling.rol).label,
        "fouten": fouten,
        "fout": bool(fouten),
    }
    return render(request, "po/medewerker_beeindigen.html", context, status=422 if fouten else 200)


def _rij(request: Verzoek, mens: Aanstelling) -> dict[str, Any]:
    leerkracht = mens.rol == Rol.LEERKRACHT
    groepsnamen = ", ".join(_("groep %(groep)s") % {"groep": groep} for groep in mens.groepen)
    return {
        "id": mens.id,
        "naam": mens.account.naam,
        "mail": mens.account.email,
        "functie": Rol(mens.rol).label,
        "ziet": groepsnamen if leerkracht and groepsnamen else _("hele school"),
        "leerkracht": leerkracht,
        "ik": mens.account_id == request.actor.id,
    }


_MENSEN = "medewerkers/"
paden = [
    path(_MENSEN, medewerkers, name="medewerkers"),
    path(f"{_MENSEN}<uuid:aanstelling_id>/groepen/", groepen, name="medewerker_groepen"),
    path(f"{_MENSEN}<uuid:aanstelling_id>/beeindigen/", beeindigen, name="medewerker_beeindigen"),
]
