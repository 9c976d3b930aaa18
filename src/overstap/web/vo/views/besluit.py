"""How does a vo school decide about an application: yes or no, longer, otherwise, and in which brugklas?"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from overstap.domain.adviezen.enums import Niveau
from overstap.domain.dossiers.queries import slot_for
from overstap.domain.plaatsingen import actions
from overstap.domain.plaatsingen.enums import Aanmeldstatus, Afwijsgrond
from overstap.domain.plaatsingen.queries import besluiten_for, brugklassen_for, termijn_for
from overstap.domain.plaatsingen.rules import OPEN
from overstap.foundation.access import Recht
from overstap.web.components.daad import lukt
from overstap.web.components.publiek import voor
from overstap.web.components.velden import foutregels
from overstap.web.components.verzoek import Verzoek, getypt
from overstap.web.vo.forms.plaatsing import Besluitformulier, Herzienformulier, Plaatsformulier, Verlengformulier
from overstap.web.vo.openen import Naar, open_plaatsing

if TYPE_CHECKING:
    from overstap.domain.plaatsingen.models import Plaatsing


@voor("vo")
@require_http_methods(["GET", "POST"])
def besluit(request: Verzoek, overdracht_id: UUID) -> HttpResponse:
    """Ask for the first decision, with the term and the zorgplicht beside it; without one to take, show what was."""
    plaatsing = open_plaatsing(request, overdracht_id, Recht.BESLUIT_NEMEN)
    form = Besluitformulier(Aanmeldstatus(plaatsing.status), getypt(request))
    doe = partial(actions.besluit, overdracht_id=overdracht_id)
    return _doe(request, plaatsing, form, doe, "vo/besluit.html", klaar=_("Het besluit is vastgelegd."))


@voor("vo")
@require_http_methods(["GET", "POST"])
def herzien(request: Verzoek, overdracht_id: UUID) -> HttpResponse:
    """Ask for another decision, and why it changes."""
    plaatsing = open_plaatsing(request, overdracht_id, Recht.BESLUIT_NEMEN)
    form = Herzienformulier(Aanmeldstatus(plaatsing.status), getypt(request))
    doe = partial(actions.herzie, overdracht_id=overdracht_id)
    return _doe(request, plaatsing, form, doe, "vo/besluit_herzien.html", klaar=_("Het besluit is herzien."))


@voor("vo")
@require_http_methods(["GET", "POST"])
def verlengen(request: Verzoek, overdracht_id: UUID) -> HttpResponse:
    """Ask why more time is needed."""
    plaatsing = open_plaatsing(request, overdracht_id, Recht.BESLUIT_NEMEN)
    form = Verlengformulier(getypt(request))
    doe = partial(actions.verleng, overdracht_id=overdracht_id)
    return _doe(request, plaatsing, form, doe, "vo/besluit_verlengen.html", klaar=_("De termijn is verlengd."))


@voor("vo")
@require_http_methods(["GET", "POST"])
def plaatsen(request: Verzoek, overdracht_id: UUID) -> HttpResponse:
    """Ask in which brugklas; what does not fit is said first, and placed all the same by whoever says so."""
    plaatsing = open_plaatsing(request, overdracht_id, Recht.BESLUIT_NEMEN)
    klassen = brugklassen_for(request.actor, plaatsing.dossier.schooljaar)
    form = Plaatsformulier(klassen, getypt(request))
    niveau = Niveau(plaatsing.overdracht.advies) if plaatsing.overdracht.advies else None
    let_op = {klas.rij.id: klas.let_op(niveau) for klas in klassen}

    def doe(*, brugklas: UUID, gezien: bool, **wie: Any) -> None:
        zinnen = let_op.get(brugklas, ()) if gezien else ()
        actions.plaats(overdracht_id=overdracht_id, brugklas_id=brugklas, gezien=zinnen, **wie)

    context = {"klassen": klassen, "let_op": let_op, "advies": niveau}
    return _doe(request, plaatsing, form, doe, "vo/plaatsen.html", klaar=_("De leerling is geplaatst."), **context)


def _doe(
    request: Verzoek,
    plaatsing: Plaatsing,
    form: forms.Form,
    doe: Callable[..., None],
    sjabloon: str,
    *,
    klaar: str,
    **context: Any,
) -> HttpResponse:
    """Show the form; do the act when it was sent, and say what it asks otherwise."""
    if lukt(request, form, doe):
        messages.success(request, klaar)
        return Naar("vo:dossier", overdracht_id=plaatsing.overdracht_id)
    context |= {**_zaak(request, plaatsing), "form": form, "fouten": foutregels(form), "fout": bool(form.errors)}
    return render(request, sjabloon, context, status=422 if form.errors else 200)


def _zaak(request: Verzoek, plaatsing: Plaatsing) -> dict[str, Any]:
    """What every page about a decision shows of the application."""
    naam = plaatsing.dossier.leerling.naam
    slot = slot_for(request.actor, plaatsing.dossier)
    return {
        "p": plaatsing,
        "naam": naam,
        "status": Aanmeldstatus(plaatsing.status),
        "open": plaatsing.status in OPEN,
        "besluiten": besluiten_for(request.actor, plaatsing.dossier, slot),
        "gronden": Afwijsgrond,
        "termijn": termijn_for(request.actor, plaatsing),
        "kruimels": [
            {"naam": _("Inbox"), "url": reverse("vo:inbox")},
            {"naam": naam, "url": reverse("vo:dossier", args=[plaatsing.overdracht_id])},
        ],
    }


_EEN = "overdrachten/<uuid:overdracht_id>/besluit/"
paden = [
    path(_EEN, besluit, name="besluit"),
    path(f"{_EEN}herzien/", herzien, name="besluit_herzien"),
    path(f"{_EEN}verlengen/", verlengen, name="besluit_verlengen"),
    path(f"{_EEN}plaatsen/", plaatsen, name="plaatsen"),
]
