"""How does somebody add an attachment by hand, put a newer one in its place, or withdraw one?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from overstap.domain.bijlagen.actions import trek_bijlage_in
from overstap.domain.bijlagen.queries import LeesbareBijlage, ingetrokken_for, leesbaar_for
from overstap.domain.bijlagen.rules import GRENZEN, BijlageGeweigerd
from overstap.domain.dossiers.enums import Staat
from overstap.domain.dossiers.rules import INVULBAAR, NietInvulbaar
from overstap.domain.inzages.actions.bijlagen import voeg_bijlage_toe
from overstap.foundation.access import NietGevonden, Recht
from overstap.web.components.publiek import voor
from overstap.web.components.verzoek import Verzoek
from overstap.web.po.forms.bijlagen import Toevoegformulier
from overstap.web.po.forms.velden import foutregels
from overstap.web.po.openen import Naar, open_dossier

if TYPE_CHECKING:
    from overstap.domain.dossiers.models import Dossier
    from overstap.foundation.sleutels.kast import Slot

MB = 1024 * 1024


@voor("po")
@require_http_methods(["GET", "POST"])
def toevoegen(request: Verzoek, dossier_id: UUID) -> HttpResponse:
    """Choose a document and say what it is; it stays closed until somebody lets it go along."""
    request.actor.require(Recht.BIJLAGE_TOEVOEGEN)
    dossier, _slot = open_dossier(request, dossier_id, "bijlagen")
    return _pagina(request, dossier, None)


@voor("po")
@require_http_methods(["GET", "POST"])
def vervangen(request: Verzoek, dossier_id: UUID, bijlage_id: UUID) -> HttpResponse:
    """Put a newer document in the place of this one."""
    request.actor.require(Recht.BIJLAGE_TOEVOEGEN)
    dossier, slot = open_dossier(request, dossier_id, "bijlagen")
    if ingetrokken_for(request.actor, dossier, bijlage_id):
        # What somebody chose meanwhile is not lost: it comes beside the others.
        messages.info(
            request, _("De bijlage die u wilde vervangen, is intussen ingetrokken. Voeg de nieuwe gewoon toe.")
        )
        return _pagina(request, dossier, None)
    return _pagina(request, dossier, _een(request, dossier, slot, bijlage_id))


@voor("po")
@require_http_methods(["GET", "POST"])
def intrekken(request: Verzoek, dossier_id: UUID, bijlage_id: UUID) -> HttpResponse:
    """Ask whether the attachment must really go; then nobody sees it any more."""
    request.actor.require(Recht.BIJLAGE_TOEVOEGEN)
    dossier, slot = open_dossier(request, dossier_id, "bijlagen")
    if ingetrokken_for(request.actor, dossier, bijlage_id):
        messages.info(request, _("Deze bijlage is al ingetrokken of vervangen."))
        return Naar("po:bijlagen", dossier_id=dossier_id)
    bijlage = _een(request, dossier, slot, bijlage_id)
    if request.method == "POST":
        trek_bijlage_in(dossier_id=dossier_id, bijlage_id=bijlage_id, by=request.actor, at=request.nu)
        messages.success(request, _("De bijlage is ingetrokken. Wij hebben haar verwijderd."))
        return Naar("po:bijlagen", dossier_id=dossier_id)
    return render(request, "po/bijlage_intrekken.html", {"dossier": dossier, "bijlage": bijlage})


def _een(request: Verzoek, dossier: Dossier, slot: Slot, bijlage_id: UUID) -> LeesbareBijlage:
    for bijlage in leesbaar_for(request.actor, dossier, slot):
        if bijlage.rij.id == bijlage_id:
            return bijlage
    raise NietGevonden


def _pagina(request: Verzoek, dossier: Dossier, oud: LeesbareBijlage | None) -> HttpResponse:
    getypt = (request.POST, request.FILES) if request.method == "POST" else ()
    begin = {"soort": oud.rij.soort, "omschrijving": oud.omschrijving} if oud else None
    form = Toevoegformulier(*getypt, initial=begin)
    if request.method == "POST" and _voeg_toe(request, dossier.id, oud, form):
        messages.success(request, _("De bijlage is toegevoegd. Wij controleren haar nu."))
        return Naar("po:bijlagen", dossier_id=dossier.id)
    fouten = foutregels(form) if request.method == "POST" else []
    context: dict[str, Any] = {
        "dossier": dossier,
        "oud": oud,
        "form": form,
        "grenzen": {"mb": GRENZEN.per_stuk // MB, "aantal": GRENZEN.aantal, "samen": GRENZEN.samen // MB},
        "bevroren": Staat(dossier.staat) not in INVULBAAR,
        "fouten": fouten,
        "fout": bool(fouten),
    }
    return render(request, "po/bijlage_toevoegen.html", context, status=422 if fouten else 200)


def _voeg_toe(request: Verzoek, dossier_id: UUID, oud: LeesbareBijlage | None, form: Toevoegformulier) -> bool:
    """Whether it was added; otherwise the form says why not."""
    if not form.is_valid():
        return False
    wat = form.cleaned_data
    document = wat["bestand"]
    try:
        voeg_bijlage_toe(
            dossier_id=dossier_id, bestandsnaam=document.naam, omschrijving=wat["omschrijving"], mime=document.mime,
            soort=wat["soort"], inhoud=document.stukken(), omvang=document.omvang, besproken_op=wat["besproken_op"],
            vervangt=oud.rij.id if oud else None, als_pdf=wat["als_pdf"], by=request.actor, at=request.nu,
        )  # fmt: skip
    except BijlageGeweigerd as fout:
        form.add_error("bestand", fout.zin)
    except NietInvulbaar as fout:
        form.add_error(None, fout.zin)
    return form.is_valid()


_BIJLAGEN = "dossiers/<uuid:dossier_id>/bijlagen/"
paden = [
    path(f"{_BIJLAGEN}toevoegen/", toevoegen, name="bijlage_toevoegen"),
    path(f"{_BIJLAGEN}<uuid:bijlage_id>/vervangen/", vervangen, name="bijlage_vervangen"),
    path(f"{_BIJLAGEN}<uuid:bijlage_id>/intrekken/", intrekken, name="bijlage_intrekken"),
]
