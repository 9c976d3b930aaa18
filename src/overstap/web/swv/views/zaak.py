"""What does the samenwerkingsverband know of one case, and what can it do with it at one press?"""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from overstap.domain.dossiers.queries import beperking_for
from overstap.domain.dossiers.rules import Beperkt
from overstap.domain.zorgroutes.actions import haal_zaakbestand_op, neem_in_behandeling
from overstap.domain.zorgroutes.queries import ZaakbestandTegengehouden, zaakbestand_for
from overstap.web.components.daad import probeer
from overstap.web.components.downloads import stroom
from overstap.web.components.naar import Naar
from overstap.web.components.publiek import voor
from overstap.web.components.verzoek import Verzoek
from overstap.web.swv.blad import Blad
from overstap.web.swv.openen import open_zaak
from overstap.web.swv.zetten import ZETTEN

if TYPE_CHECKING:
    from overstap.domain.zorgroutes.models import Zorgroute


@voor("swv")
@require_GET
def zaak(request: Verzoek, route_id: UUID) -> HttpResponse:
    """Show the whole case: what was sent, what was asked and answered, what experts say, what is decided."""
    route = open_zaak(request, route_id)
    kruimels = [{"naam": _("Zorgaanmeldingen"), "url": reverse("swv:bord")}]
    context = {
        "beperking": beperking_for(request.actor, route.dossier),
        "blad": Blad(request.actor, route, request.nu),
        "kruimels": kruimels,
    }
    return render(request, "swv/zaak.html", context)


@voor("swv")
@require_POST
def zet(request: Verzoek, route_id: UUID) -> HttpResponse:
    """Move the case to the next column, and go back to where the menu was."""
    route = open_zaak(request, route_id)
    stap = next((stap for stap in ZETTEN.values() if stap.staat == request.POST.get("naar")), None)
    if stap is None or stap.act is None:
        messages.error(request, _("Kies waar u de aanmelding naartoe zet."))
        return _terug(request, route)
    probeer(request, stap.act, str(stap.gedaan), route_id=route_id)
    return _terug(request, route)


@voor("swv")
@require_POST
def behandel(request: Verzoek, route_id: UUID) -> HttpResponse:
    """Write down that this person handles the case."""
    route = open_zaak(request, route_id)
    # What is said on the next page waits in the session, where no row-level security is: no name of a pupil.
    probeer(request, neem_in_behandeling, _("U behandelt nu deze aanmelding."), route_id=route_id)
    return _terug(request, route)


@voor("swv")
@require_GET
def bestand(request: Verzoek, route_id: UUID, zaakbestand_id: UUID) -> HttpResponseBase:
    """Give one file of the case: the OSO file, or an attachment."""
    open_zaak(request, route_id)
    try:
        regel, lezer = zaakbestand_for(request.actor, route_id, zaakbestand_id)
        haal_zaakbestand_op(route_id=route_id, bestand_id=zaakbestand_id, by=request.actor, at=request.nu)
    except (ZaakbestandTegengehouden, Beperkt) as fout:
        # Somebody had the page open: there it now says why.
        messages.error(request, fout.zin)
        return Naar("swv:zaak", route_id=route_id)
    return stroom(lezer, regel.mime, regel.soort.value, zaakbestand_id)


def _terug(request: Verzoek, route: Zorgroute) -> HttpResponse:
    """To the page of the press: the board with its filter, else the case."""
    adres = request.POST.get("terug", "")
    if adres.startswith(reverse("swv:bord")) and url_has_allowed_host_and_scheme(adres, allowed_hosts=None):
        antwoord = redirect(adres)
        antwoord.status_code = 303
        return antwoord
    return Naar("swv:zaak", route_id=route.id)


_EEN = "zaken/<uuid:route_id>/"
paden = [
    path(_EEN, zaak, name="zaak"),
    path(f"{_EEN}zet/", zet, name="zet"),
    path(f"{_EEN}behandelen/", behandel, name="behandel"),
    path(f"{_EEN}bestanden/<uuid:zaakbestand_id>/", bestand, name="bestand"),
]
