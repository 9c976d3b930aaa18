"""Which proof of inzage can the school print, and which talks did it announce to the parents?"""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from overstap.domain.dossiers.actions import opgehaald
from overstap.domain.dossiers.queries import dossier_for, slot_for
from overstap.domain.inzages.actions import InzageGeweigerd, kondig_warme_overdracht_aan, leg_warme_overdracht_vast
from overstap.domain.inzages.queries import gesprekken_for
from overstap.domain.overdrachten.queries import aanmeldingen_for
from overstap.domain.rapporten.queries import versies_for
from overstap.domain.scholen.queries import collegas_for
from overstap.foundation.access import Recht
from overstap.foundation.audit.queries import gebeurtenissen_for
from overstap.foundation.klok import dag
from overstap.integrations.pdf import maak_pdf
from overstap.web.components.daad import probeer
from overstap.web.components.downloads import download
from overstap.web.components.publiek import voor
from overstap.web.components.verzoek import Verzoek, getypt
from overstap.web.po.bewijsblad import bewijsblad
from overstap.web.po.forms.ouders import Gespreksformulier
from overstap.web.po.forms.velden import foutregels
from overstap.web.po.openen import Naar, open_dossier
from overstap.web.po.ouderkaarten import kaarten_for

if TYPE_CHECKING:
    from overstap.domain.dossiers.models import Dossier


@voor("po")
@require_GET
def bewijs(request: Verzoek, dossier_id: UUID) -> HttpResponse:
    """Give the sheet with all proof of inzage as a PDF."""
    actor = request.actor
    actor.require(Recht.LOGBOEK_BEKIJKEN)
    actor.require(Recht.DOSSIER_BEKIJKEN)
    dossier = dossier_for(actor, dossier_id)
    slot, versies = slot_for(actor, dossier), list(versies_for(actor, dossier))
    blad = bewijsblad(
        dossier,
        kaarten_for(actor, dossier, slot, dag(request.nu)),
        versies,
        list(gebeurtenissen_for(actor, dossier_id)),
        gesprekken_for(actor, dossier, slot),
        door=collegas_for(actor, [actor.persoon_id]).get(actor.persoon_id, ""),
        at=request.nu,
    )
    # Before anything was frozen it is about the dossier as such.
    versie = versies[0].id if versies else dossier.id
    opgehaald(dossier=dossier, wat="bewijs", versie=versie, by=actor, at=request.nu)
    return download(maak_pdf(blad), "application/pdf", "bewijs", dossier_id)


@voor("po")
@require_http_methods(["GET", "POST"])
def gesprek(request: Verzoek, dossier_id: UUID) -> HttpResponse:
    """Tell the parents beforehand that the school will talk with a vo school about their child."""
    request.actor.require(Recht.OUDERS_UITNODIGEN)
    dossier, _slot = open_dossier(request, dossier_id, "ouders")
    form = Gespreksformulier(getypt(request), scholen=_scholen(request, dossier))
    if request.method == "POST" and form.is_valid() and _kondig_aan(request, dossier_id, form):
        messages.success(request, _("De ouders lezen dit nu. Wie digitaal leest, krijgt een e-mail."))
        return Naar("po:ouders", dossier_id=dossier_id)
    context = {"dossier": dossier, "form": form, "fouten": foutregels(form), "fout": bool(form.errors)}
    return render(request, "po/gesprek.html", context, status=422 if form.errors else 200)


@voor("po")
@require_POST
def gesprek_klaar(request: Verzoek, dossier_id: UUID, warm_id: UUID) -> HttpResponse:
    """Record that the talk took place today, or that it will not."""
    gehouden_op = dag(request.nu) if request.POST.get("wat") == "gehouden" else None
    gelukt = _("Vastgelegd. De ouders zien dit ook.")
    probeer(request, leg_warme_overdracht_vast, gelukt, dossier_id=dossier_id, warm_id=warm_id, gehouden_op=gehouden_op)
    return Naar("po:ouders", dossier_id=dossier_id)


def _scholen(request: Verzoek, dossier: Dossier) -> list[tuple[str, str]]:
    # Without an aanmelding nobody talks about a pupil either: the form knows no other schools.
    aanmeldingen = aanmeldingen_for(request.actor, dossier)
    return [(str(aanmelding.ontvanger_id), aanmelding.ontvanger.naam) for aanmelding in aanmeldingen]


def _kondig_aan(request: Verzoek, dossier_id: UUID, form: Gespreksformulier) -> bool:
    """Whether it was announced; otherwise the form says why not."""
    wat = form.cleaned_data
    try:
        kondig_warme_overdracht_aan(
            dossier_id=dossier_id, ontvanger_id=UUID(wat["ontvanger_id"]), gepland_op=wat["gepland_op"],
            gegevens={vraag: wat[vraag] for vraag in ("wie", "met_wie", "waarover")}, by=request.actor, at=request.nu,
        )  # fmt: skip
    except InzageGeweigerd as fout:
        form.add_error("gepland_op" if "dag" in fout.zin else "waarover", fout.zin)
    return form.is_valid()


paden = [
    path("dossiers/<uuid:dossier_id>/ouders/bewijs/", bewijs, name="bewijs"),
    path("dossiers/<uuid:dossier_id>/ouders/gesprek/", gesprek, name="gesprek"),
    path("dossiers/<uuid:dossier_id>/ouders/gesprek/<uuid:warm_id>/", gesprek_klaar, name="gesprek_klaar"),
]
