"""How does a vo school invite a basisschool without Overstap for one pupil, follow that, and end it?"""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_GET, require_http_methods

from overstap.domain.gebruikers.rules import leesbaar
from overstap.domain.overdrachten.actions import nodig_gast_opnieuw_uit, nodig_gast_uit, trek_gastuitnodiging_in
from overstap.domain.overdrachten.enums import Gaststand
from overstap.domain.overdrachten.queries import gasten_for, gastregel_for
from overstap.domain.overdrachten.rules import GEWOON, UitnodigingGeweigerd, laatste_dag
from overstap.domain.scholen.queries import collegas_for, organisatienamen_for
from overstap.domain.scholen.rules.buiten import SchoolGeweigerd
from overstap.foundation.access import Recht
from overstap.foundation.audit.queries import gebeurtenissen_over_for
from overstap.foundation.klok import dag
from overstap.web.components.logzinnen import Logregel, als_collega, genoemde_organisaties, logregels
from overstap.web.components.publiek import voor
from overstap.web.components.velden import foutregels
from overstap.web.components.verzoek import Verzoek, getypt
from overstap.web.vo.forms.gast import Gastformulier, Opnieuwformulier
from overstap.web.vo.openen import Naar

LOGREGELS = 20
# (colour of the tag, icon)
_VORM = {
    Gaststand.UITGENODIGD: ("grijs", "wacht"),
    Gaststand.BEGONNEN: ("blauw", "bezig"),
    Gaststand.DEFINITIEF: ("groen", "open"),
    Gaststand.ONTVANGEN: ("groen", "klaar"),
    Gaststand.VERLOPEN: ("amber", "letop"),
    Gaststand.INGETROKKEN: ("grijs", "terug"),
}


@voor("vo")
@require_GET
def gasten(request: Verzoek) -> HttpResponse:
    """List whom this school invited, and how far they are; nothing of any report stands here."""
    context = {"regels": gasten_for(request.actor, request.nu), "vormen": _VORM, "laatste_dag": laatste_dag}
    return render(request, "vo/gasten.html", context)


@voor("vo")
@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
def nieuw(request: Verzoek) -> HttpResponse:
    """Ask which school and colleague, then invite. The code stands in this one answer and nowhere else."""
    request.actor.require(Recht.GAST_UITNODIGEN)
    form = Gastformulier(getypt(request), initial={"tot": dag(request.nu) + GEWOON})
    if request.method == "POST" and form.is_valid():
        try:
            uitnodiging_id, code = nodig_gast_uit(**form.waarden, by=request.actor, at=request.nu)
        except SchoolGeweigerd as fout:
            form.add_error("brin", fout.zin)
        except UitnodigingGeweigerd as fout:
            form.add_error(fout.veld or None, fout.zin)
        else:
            return _code(request, uitnodiging_id, code)
    context = {"form": form, "fouten": foutregels(form), "fout": bool(form.errors), "kruimels": [_lijst()]}
    return render(request, "vo/gast_nieuw.html", context, status=422 if form.errors else 200)


@voor("vo")
@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
def gast(request: Verzoek, uitnodiging_id: UUID) -> HttpResponse:
    """Show one invitation; mail the link again, with a fresh code and until another day."""
    regel = gastregel_for(request.actor, uitnodiging_id, request.nu)
    vandaag, tot = dag(request.nu), laatste_dag(regel.rij.verloopt_op)
    eerst = {"mail": regel.rij.account.postadres, "tot": tot if tot > vandaag else vandaag + GEWOON}
    form = Opnieuwformulier(getypt(request), initial=eerst)
    if request.method == "POST" and form.is_valid():
        try:
            code = nodig_gast_opnieuw_uit(
                uitnodiging_id=uitnodiging_id, **form.cleaned_data, by=request.actor, at=request.nu
            )
        except UitnodigingGeweigerd as fout:
            form.add_error(fout.veld or None, fout.zin)
        else:
            return _code(request, uitnodiging_id, code)
    door = regel.rij.uitgenodigd_door
    context = {
        "regel": regel,
        "vorm": _VORM[regel.stand],
        "tot": tot,
        "door": collegas_for(request.actor, [door]).get(door, ""),
        "log": _log(request, regel.rij.school_id),
        "form": form,
        "fouten": foutregels(form),
        "fout": bool(form.errors),
        "kruimels": [_lijst()],
    }
    return render(request, "vo/gast.html", context, status=422 if form.errors else 200)


@voor("vo")
@require_http_methods(["GET", "POST"])
def intrekken(request: Verzoek, uitnodiging_id: UUID) -> HttpResponse:
    """Ask whether the invitation must end; then close the way in at once."""
    regel, fout = gastregel_for(request.actor, uitnodiging_id, request.nu), ""
    if request.method == "POST":
        try:
            trek_gastuitnodiging_in(uitnodiging_id=uitnodiging_id, by=request.actor, at=request.nu)
        except UitnodigingGeweigerd as reden:
            fout = reden.zin
        else:
            messages.success(request, _("De uitnodiging is ingetrokken. De link en de code werken niet meer."))
            return Naar("vo:gasten")
    context = {
        "regel": regel,
        "fouten": [{"tekst": fout, "href": "#inhoud"}] if fout else [],
        "fout": bool(fout),
        "kruimels": [{"naam": regel.rij.school.naam, "url": reverse("vo:gast", args=[uitnodiging_id])}],
    }
    return render(request, "vo/gast_intrekken.html", context, status=422 if fout else 200)


def _code(request: Verzoek, uitnodiging_id: UUID, code: str) -> HttpResponse:
    """The code, to be told by telephone; drawn here and now, because it is kept nowhere."""
    regel = gastregel_for(request.actor, uitnodiging_id, request.nu)
    context = {
        "regel": regel,
        "code": leesbaar(code),
        "tot": laatste_dag(regel.rij.verloopt_op),
        "kruimels": [_lijst()],
    }
    return render(request, "vo/gast_code.html", context)


def _log(request: Verzoek, school_id: UUID) -> list[Logregel]:
    """What this school did about an invitation, newest first."""
    gevonden = list(gebeurtenissen_over_for(request.actor, school_id)[:LOGREGELS])
    namen = collegas_for(request.actor, (g.actor_id for g in gevonden if g.actor_id))
    scholen = organisatienamen_for(request.actor, genoemde_organisaties(gevonden))
    return logregels(gevonden, als_collega(namen, scholen), scholen)


def _lijst() -> dict[str, str]:
    return {"naam": _("Uitnodigingen"), "url": reverse("vo:gasten")}


paden = [
    path("gasten/", gasten, name="gasten"),
    path("gasten/nieuw/", nieuw, name="gast_nieuw"),
    path("gasten/<uuid:uitnodiging_id>/", gast, name="gast"),
    path("gasten/<uuid:uitnodiging_id>/intrekken/", intrekken, name="gast_intrekken"),
]
