"""How does a vo school ask the basisschool about a pupil, and talk with it so that the parents know?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from overstap.domain.plaatsingen import actions
from overstap.domain.plaatsingen.rules import BesluitGeweigerd, TekstGeweigerd
from overstap.foundation.access import Recht
from overstap.web.components.daad import lukt, probeer
from overstap.web.components.publiek import voor
from overstap.web.components.velden import foutregels
from overstap.web.components.verzoek import Verzoek, getypt
from overstap.web.vo.forms.plaatsing import Gehoudenformulier, Gesprekformulier, Vraagformulier
from overstap.web.vo.openen import Naar, open_plaatsing

if TYPE_CHECKING:
    from overstap.domain.plaatsingen.models import Plaatsing


@voor("vo")
@require_http_methods(["GET", "POST"])
def vraag(request: Verzoek, overdracht_id: UUID) -> HttpResponse:
    """Ask the basisschool something, inside the dossier."""
    plaatsing = open_plaatsing(request, overdracht_id, Recht.VRAAG_STELLEN)
    form = Vraagformulier(getypt(request))
    let_op = False
    if request.method == "POST" and form.is_valid():
        try:
            actions.stel_vraag(overdracht_id=overdracht_id, by=request.actor, at=request.nu, **form.cleaned_data)
        except TekstGeweigerd as fout:
            let_op = fout.let_op
            form.add_error("tekst", fout.zin)
        else:
            messages.success(request, _("Uw vraag is gesteld. De basisschool krijgt bericht."))
            return Naar("vo:dossier", overdracht_id=overdracht_id)
    return _toon(request, "vo/vraag.html", plaatsing, form, let_op=let_op)


@voor("vo")
@require_http_methods(["GET", "POST"])
def gesprek(request: Verzoek, overdracht_id: UUID) -> HttpResponse:
    """Announce a talk with the basisschool: the parents hear of it beforehand."""
    plaatsing = open_plaatsing(request, overdracht_id, Recht.VRAAG_STELLEN)
    form = Gesprekformulier(getypt(request))
    if request.method == "POST" and form.is_valid():
        gegevens = dict(form.cleaned_data)
        gepland_op = gegevens.pop("gepland_op")
        try:
            actions.kondig_gesprek_aan(
                overdracht_id=overdracht_id, gepland_op=gepland_op, gegevens=gegevens, by=request.actor, at=request.nu
            )
        except BesluitGeweigerd as fout:
            form.add_error(fout.veld or None, fout.zin)
        else:
            messages.success(request, _("De ouders en de basisschool krijgen bericht van dit gesprek."))
            return Naar("vo:dossier", overdracht_id=overdracht_id)
    return _toon(request, "vo/gesprek.html", plaatsing, form)


@voor("vo")
@require_http_methods(["GET", "POST"])
def gesprek_vastleggen(request: Verzoek, overdracht_id: UUID, warm_id: UUID) -> HttpResponse:
    """Record on which day the talk took place."""
    plaatsing = open_plaatsing(request, overdracht_id, Recht.VRAAG_STELLEN)
    form = Gehoudenformulier(getypt(request))
    if lukt(request, form, actions.leg_gesprek_vast, overdracht_id=overdracht_id, warm_id=warm_id):
        messages.success(request, _("Het gesprek is vastgelegd."))
        return Naar("vo:dossier", overdracht_id=overdracht_id)
    return _toon(request, "vo/gesprek_vastleggen.html", plaatsing, form, warm_id=warm_id)


@voor("vo")
@require_POST
def gesprek_vervalt(request: Verzoek, overdracht_id: UUID, warm_id: UUID) -> HttpResponse:
    """Record that the talk will not take place."""
    gelukt = _("Vastgelegd: het gesprek gaat niet door.")
    probeer(request, actions.leg_gesprek_vast, gelukt, overdracht_id=overdracht_id, warm_id=warm_id, gehouden_op=None)
    return Naar("vo:dossier", overdracht_id=overdracht_id)


def _toon(request: Verzoek, sjabloon: str, plaatsing: Plaatsing, form: forms.Form, **context: Any) -> HttpResponse:
    naam = plaatsing.dossier.leerling.naam
    context |= {
        "p": plaatsing,
        "naam": naam,
        "form": form,
        "fouten": foutregels(form),
        "fout": bool(form.errors),
        "kruimels": [
            {"naam": _("Inbox"), "url": reverse("vo:inbox")},
            {"naam": naam, "url": reverse("vo:dossier", args=[plaatsing.overdracht_id])},
        ],
    }
    return render(request, sjabloon, context, status=422 if form.errors else 200)


_EEN = "overdrachten/<uuid:overdracht_id>/"
paden = [
    path(f"{_EEN}vraag/", vraag, name="vraag"),
    path(f"{_EEN}gesprek/", gesprek, name="gesprek"),
    path(f"{_EEN}gesprek/<uuid:warm_id>/", gesprek_vastleggen, name="gesprek_vastleggen"),
    path(f"{_EEN}gesprek/<uuid:warm_id>/vervalt/", gesprek_vervalt, name="gesprek_vervalt"),
]
