"""What does the samenwerkingsverband write in a case: a question back, an expert's advice, a note?"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from overstap.domain.dossiers.queries import beperking_for
from overstap.domain.zorgroutes.actions import (
    geef_deskundigenadvies,
    schrijf_notitie,
    stel_vraag,
)
from overstap.web.components.daad import lukt
from overstap.web.components.naar import Naar
from overstap.web.components.publiek import voor
from overstap.web.components.velden import foutregels
from overstap.web.components.verzoek import Verzoek, getypt
from overstap.web.swv.forms.zaak import Adviesformulier, Notitieformulier, Vraagformulier
from overstap.web.swv.openen import kruimels, open_zaak


@dataclass(frozen=True)
class Schrijfwerk:
    """One kind of text: its form and act, and the words around it. `wie_leest` is said before anything is typed."""

    titel: Any
    wie_leest: Any
    knop: Any
    mislukt: Any
    gedaan: Any
    form: type[forms.Form]
    act: Callable[..., object]


VRAAG = Schrijfwerk(
    _("Stel een vraag"),
    _("De basisschool leest uw vraag. Vraagt u iets aan de ouders? Dan lezen zij de vraag en het antwoord ook."),
    _("Verstuur de vraag"),
    _("Uw vraag is nog niet verstuurd"),
    _("Uw vraag is verstuurd. U krijgt bericht als het antwoord er is."),
    Vraagformulier,
    stel_vraag,
)
ADVIES = Schrijfwerk(
    _("Leg een deskundigenadvies vast"),
    _("Alleen uw samenwerkingsverband leest dit. Wat de ouders moeten weten, schrijft u in het besluit."),
    _("Bewaar het advies"),
    _("Het advies is nog niet bewaard"),
    _("Het advies is bewaard."),
    Adviesformulier,
    geef_deskundigenadvies,
)
NOTITIE = Schrijfwerk(
    _("Schrijf een notitie"),
    _("Alleen uw samenwerkingsverband leest dit. Vragen de ouders om inzage, dan lezen zij het ook."),
    _("Bewaar de notitie"),
    _("De notitie is nog niet bewaard"),
    _("De notitie is bewaard."),
    Notitieformulier,
    schrijf_notitie,
)


def _pagina(werk: Schrijfwerk) -> Callable[..., HttpResponse]:
    @voor("swv")
    @require_http_methods(["GET", "POST"])
    def pagina(request: Verzoek, route_id: UUID) -> HttpResponse:
        """Show the form, and do the act; what cannot be comes back with everything that was typed."""
        route = open_zaak(request, route_id)
        form = werk.form(getypt(request))
        if lukt(request, form, werk.act, route_id=route_id):
            messages.success(request, str(werk.gedaan))
            return Naar("swv:zaak", route_id=route_id)
        context: Mapping[str, Any] = {
            "werk": werk,
            "route": route,
            "beperking": beperking_for(request.actor, route.dossier),
            "naam": route.dossier.leerling.naam,
            "form": form,
            "fouten": foutregels(form),
            "fout": bool(form.errors),
            "kruimels": kruimels(route),
        }
        return render(request, "swv/schrijven.html", context, status=422 if form.errors else 200)

    return pagina


vraag, advies, notitie = _pagina(VRAAG), _pagina(ADVIES), _pagina(NOTITIE)
_EEN = "zaken/<uuid:route_id>/"
paden = [
    path(f"{_EEN}vraag/", vraag, name="vraag"),
    path(f"{_EEN}deskundigenadvies/", advies, name="deskundigenadvies"),
    path(f"{_EEN}notitie/", notitie, name="notitie"),
]
