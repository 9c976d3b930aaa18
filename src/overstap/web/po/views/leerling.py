"""How does a pupil without an OSO file come in, and where are typed particulars mended?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from overstap.domain.dossiers.queries import dossiers_for, nummer_gemaskeerd_for
from overstap.domain.dossiers.rules import NietInvulbaar
from overstap.domain.importen.actions import AlBekend, LijktOp, verbeter_invoer, voer_in
from overstap.domain.importen.queries import geschreven_bij
from overstap.domain.importen.rules import ImportGeweigerd, Invoer
from overstap.domain.overdrachten.actions import voer_gastleerling_in
from overstap.foundation.access import NietGevonden, Recht, Rol
from overstap.foundation.klok import dag
from overstap.web.components.publiek import voor
from overstap.web.components.verzoek import Verzoek, getypt
from overstap.web.po.forms.leerling import (
    Leerlingformulier,
    Ouderformulier,
    invoer_van,
    ouderformulieren,
    uit_inhoud,
)
from overstap.web.po.forms.velden import foutregels
from overstap.web.po.openen import Naar, open_dossier

if TYPE_CHECKING:
    from overstap.domain.dossiers.models import Dossier


@voor("po")
@require_http_methods(["GET", "POST"])
def nieuw(request: Verzoek) -> HttpResponse:
    """Type in a pupil; who looks like somebody that is there already is asked about first."""
    request.actor.require(Recht.LEERLING_INVOEREN)
    if request.method == "GET" and request.actor.rol is Rol.GAST and dossiers_for(request.actor).exists():
        return Naar("po:gast")
    leerling = Leerlingformulier(getypt(request), vandaag=dag(request.nu), use_required_attribute=False)
    ouders = ouderformulieren(getypt(request))
    bezwaar: ImportGeweigerd | None = None
    if _klopt(leerling, ouders):
        try:
            dossier = _voer_in(request, invoer_van(leerling, ouders))
        except ImportGeweigerd as reden:
            bezwaar = reden
        else:
            messages.success(request, _("De leerling is ingevoerd. Het dossier staat klaar."))
            return Naar("po:dossier", dossier_id=dossier.id)
    return _pagina(
        request, leerling, ouders, bezwaar, titel=_("Voer een leerling in"), knop=_("Maak het dossier"),
        kruimels=[
            {"naam": _("Uw uitnodiging"), "url": reverse("po:gast")}
            if request.actor.rol is Rol.GAST
            else {"naam": _("Importeren"), "url": reverse("po:import")}
        ],
    )  # fmt: skip


@voor("po")
@require_http_methods(["GET", "POST"])
def verbeteren(request: Verzoek, dossier_id: UUID) -> HttpResponse:
    """Mend what was typed in; what came from the LAS is mended there."""
    request.actor.require(Recht.LEERLING_INVOEREN)
    dossier, slot = open_dossier(request, dossier_id, "dossier")
    if not dossier.leerling.met_de_hand:
        raise NietGevonden
    inhoud = geschreven_bij(request.actor, dossier)
    leerling = Leerlingformulier(
        getypt(request), vandaag=dag(request.nu), initial=uit_inhoud(inhoud, dossier.groep),
        bekend=nummer_gemaskeerd_for(request.actor, dossier, slot), use_required_attribute=False,
    )  # fmt: skip
    ouders = ouderformulieren(getypt(request), inhoud)
    bezwaar: ImportGeweigerd | NietInvulbaar | None = None
    if _klopt(leerling, ouders):
        try:
            _verbeter(request, dossier_id, invoer_van(leerling, ouders))
        except (ImportGeweigerd, NietInvulbaar) as reden:
            bezwaar = reden
        else:
            messages.success(request, _("De gegevens zijn verbeterd."))
            return Naar("po:dossier", dossier_id=dossier_id)
    kruimel = {"naam": _("Rapport van %(naam)s") % {"naam": dossier.leerling.naam}, "url": _adres(dossier_id)}
    return _pagina(
        request, leerling, ouders, bezwaar, titel=_("Verbeter de gegevens"), knop=_("Bewaar de gegevens"),
        kruimels=[kruimel],
    )  # fmt: skip


def _voer_in(request: Verzoek, invoer: Invoer) -> Dossier:
    if request.actor.rol is Rol.GAST:
        return voer_gastleerling_in(invoer=invoer, by=request.actor, at=request.nu)
    return voer_in(invoer=invoer, ander=request.POST.get("ander") == "ja", by=request.actor, at=request.nu)


def _verbeter(request: Verzoek, dossier_id: UUID, invoer: Invoer) -> None:
    verbeter_invoer(dossier_id=dossier_id, invoer=invoer, by=request.actor, at=request.nu)


def _klopt(leerling: Leerlingformulier, ouders: list[Ouderformulier]) -> bool:
    """Is everything right? Every form is asked, so that every error is shown; somebody must have the gezag."""
    goed = [form.is_valid() for form in (leerling, *ouders)]
    if not leerling.is_bound or not all(goed):
        return False
    mensen = [form for form in ouders if form.has_changed()]
    if leerling.cleaned_data["gezag"] == "ouders" and not mensen:
        ouders[0].add_error("achternaam", _("Vul minstens één ouder of verzorger in."))
        return False
    return True


def _pagina(
    request: Verzoek,
    leerling: Leerlingformulier,
    ouders: list[Ouderformulier],
    bezwaar: ImportGeweigerd | NietInvulbaar | None,
    **woorden: Any,
) -> HttpResponse:
    fouten = foutregels(leerling, *ouders)
    lijkers = bezwaar.dossiers if isinstance(bezwaar, LijktOp) else ()
    bekend = bezwaar.dossier if isinstance(bezwaar, AlBekend) else None
    if bezwaar is not None:
        doel = "#lijkt-op" if lijkers else "#id_nummer" if bekend else "#inhoud"
        fouten = [{"tekst": bezwaar.zin, "href": doel}]
    context = {
        **woorden,
        "leerling": leerling,
        "ouders": ouders,
        "open_ouders": max(2, sum(bool(form.initial or form.errors) for form in ouders)),
        "lijkers": [(d.leerling.naam, d.groep, _adres(d.id)) for d in lijkers],
        "bekend": (bekend.leerling.naam, bekend.groep, _adres(bekend.id)) if bekend else None,
        "fouten": fouten,
        "fout": bool(fouten),
    }
    return render(request, "po/leerling.html", context, status=422 if fouten else 200)


def _adres(dossier_id: UUID) -> str:
    return reverse("po:dossier", kwargs={"dossier_id": dossier_id})


paden = [
    path("leerlingen/nieuw/", nieuw, name="leerling_nieuw"),
    path("dossiers/<uuid:dossier_id>/gegevens/", verbeteren, name="leerling_verbeteren"),
]
