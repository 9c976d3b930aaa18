"""Who changed what of the region, how does a change go back, and how does the whole go out and in as one file?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from overstap.domain.scholen.actions import laad_eigen_bestand, zet_terug
from overstap.domain.scholen.enums import Regioonderwerp
from overstap.domain.scholen.queries import bestand_for, eigen_bestand_for, regiowijziging_for, regiowijzigingen_for
from overstap.domain.scholen.rules.regioschrijven import inhoud_van, schrijf_regio
from overstap.domain.scholen.rules.regiowijziging import RegioGeweigerd, deel, met_deel, uit_bewaard, verschil
from overstap.foundation.access import Recht
from overstap.web.components.naar import Naar
from overstap.web.components.publiek import voor
from overstap.web.components.verzoek import Verzoek
from overstap.web.regio.swvwissel import wisselzin
from overstap.web.regio.woorden import Verschil, verschillen

if TYPE_CHECKING:
    from overstap.domain.scholen.models import Regiowijziging

PER_BLADZIJDE = 20
GROOTSTE_BESTAND = 1024 * 1024


@voor("regio")
@require_GET
def wijzigingen(request: Verzoek) -> HttpResponse:
    """Everything that was changed, newest first: by whom, from what to what."""
    request.actor.require(Recht.REGIO_BEHEREN)
    pagina = Paginator(regiowijzigingen_for(request.actor), PER_BLADZIJDE).get_page(request.GET.get("pagina"))
    context = {"pagina": pagina, "regels": [(rij, _verschil_van(rij)) for rij in pagina]}
    return render(request, "regio/wijzigingen.html", context)


@voor("regio")
@require_http_methods(["GET", "POST"])
def terugzetten(request: Verzoek, wijziging_id: UUID) -> HttpResponse:
    """Show what becomes otherwise when a subject goes back to how it was before a change; then do it."""
    request.actor.require(Recht.REGIO_BEHEREN)
    rij = regiowijziging_for(request.actor, wijziging_id)
    fout = ""
    if request.method == "POST":
        try:
            zet_terug(wijziging_id=wijziging_id, by=request.actor, at=request.nu)
        except RegioGeweigerd as weigering:
            fout = weigering.zin
        else:
            messages.success(request, _("Teruggezet: %(wat)s.") % {"wat": rij.get_onderwerp_display().lower()})
            return Naar("regio:wijzigingen")
    nu = inhoud_van(bestand_for(request.actor))
    onderwerp = Regioonderwerp(rij.onderwerp)
    straks = met_deel(nu, onderwerp, uit_bewaard(rij.van))
    context = {
        "rij": rij,
        "verschillen": verschillen(deel(nu, onderwerp), deel(straks, onderwerp)),
        "letop": wisselzin(request, nu, straks),
        "fout": fout,
    }
    return render(request, "regio/terugzetten.html", context, status=422 if fout else 200)


def _verschil_van(rij: Regiowijziging) -> list[Verschil]:
    return verschillen(uit_bewaard(rij.van), uit_bewaard(rij.naar))


@voor("regio")
@require_GET
def bestand(request: Verzoek) -> HttpResponse:
    """The whole region as its one readable file."""
    request.actor.require(Recht.REGIO_BEHEREN)
    antwoord = HttpResponse(schrijf_regio(bestand_for(request.actor)), content_type="application/toml; charset=utf-8")
    antwoord.headers["Content-Disposition"] = 'attachment; filename="regio.toml"'
    antwoord.headers["Cache-Control"] = "no-store"
    return antwoord


@voor("regio")
@require_http_methods(["GET", "POST"])
def laden(request: Verzoek) -> HttpResponse:
    """Read a file of the own region, show what becomes otherwise, and take it over when somebody says so."""
    request.actor.require(Recht.REGIO_BEHEREN)
    context: dict[str, Any] = {"fouten": [], "tekst": "", "onderwerpen": None}
    if request.method == "POST":
        try:
            context["tekst"] = _tekst(request)
            if "neem_over" in request.POST:
                laad_eigen_bestand(tekst=context["tekst"], by=request.actor, at=request.nu)
                messages.success(request, _("Het bestand is overgenomen."))
                return Naar("regio:beheer")
            context |= _anders(request, context["tekst"])
        except RegioGeweigerd as weigering:
            context["fouten"] = [str(fout) for fout in weigering.fouten]
        except _Onleesbaar as onleesbaar:
            context["fouten"] = [str(onleesbaar)]
    context["kruimels"] = [{"naam": _("Beheer"), "url": reverse("regio:beheer")}]
    return render(request, "regio/bestand.html", context, status=422 if context["fouten"] else 200)


class _Onleesbaar(Exception):
    """What came in is no text; the words say what to do."""


def _tekst(request: Verzoek) -> str:
    if "tekst" in request.POST:
        return str(request.POST["tekst"]).replace("\r\n", "\n")
    gekozen = request.FILES.get("bestand")
    if gekozen is None:
        raise _Onleesbaar(_("Kies het bestand van uw regio (.toml)."))
    if (gekozen.size or 0) > GROOTSTE_BESTAND:
        raise _Onleesbaar(_("Dit bestand is te groot. Het bestand van een regio is hoogstens 1 MB."))
    try:
        return str(gekozen.read().decode("utf-8-sig")).replace("\r\n", "\n")
    except UnicodeDecodeError as fout:
        raise _Onleesbaar(_("Dit bestand is geen tekst. Bewaar het als UTF-8 en probeer het opnieuw.")) from fout


def _anders(request: Verzoek, tekst: str) -> dict[str, Any]:
    """What becomes otherwise by this file, by subject, and what to know of it first."""
    bestand = bestand_for(request.actor)
    oud, nieuw = inhoud_van(bestand), inhoud_van(bestand.aangevuld_met(eigen_bestand_for(request.actor, tekst)))
    regels = [(wat.label, verschillen(van, naar)) for wat, (van, naar) in verschil(oud, nieuw).items()]
    return {"onderwerpen": regels, "letop": wisselzin(request, oud, nieuw)}


paden = [
    path("beheer/wijzigingen/", wijzigingen, name="wijzigingen"),
    path("beheer/wijzigingen/<uuid:wijziging_id>/terug/", terugzetten, name="terugzetten"),
    path("beheer/bestand/", laden, name="bestand_laden"),
    path("beheer/regio.toml", bestand, name="bestand"),
]
