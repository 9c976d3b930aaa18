"""Where does a person begin, and for which organisation does this person work now?"""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods

from overstap.web.components.actor import AANSTELLING_SLEUTEL
from overstap.web.components.meekijken import meekijkbaar
from overstap.web.components.menu import publiek
from overstap.web.components.publiek import ingelogd, openbaar, voor
from overstap.web.components.verzoek import OpenVerzoek, Verzoek


@voor("po", "vo", "swv", "regio", "ouder")
@meekijkbaar
@require_GET
def start(request: Verzoek) -> HttpResponse:
    """Lead to the first page of this audience."""
    if van := publiek(request.soort):
        return redirect(van.start)
    return render(request, "algemeen/welkom.html")


@ingelogd
@require_http_methods(["GET", "POST"])
def kies_organisatie(request: OpenVerzoek) -> HttpResponse:
    """Choose for which organisation, and in which role, one works until the next choice."""
    fout = ""
    if request.method == "POST":
        for aanstelling in request.aanstellingen:
            if str(aanstelling.id) == request.POST.get("aanstelling"):
                request.session[AANSTELLING_SLEUTEL] = str(aanstelling.id)
                return redirect(_verder(request))
        fout = _("Kies waarvoor u nu werkt")
    context = {"aanstellingen": request.aanstellingen, "fout": fout, "verder": _verder(request)}
    return render(request, "algemeen/kies_organisatie.html", context, status=422 if fout else 200)


@openbaar
@never_cache
@require_GET
def wakker(request: OpenVerzoek) -> HttpResponse:
    """Say whether somebody is still inside; asking keeps it so (frontend/js/stilte.mjs, while somebody types)."""
    return HttpResponse(status=204 if request.actor or request.user.is_authenticated else 403)


def _verder(request: OpenVerzoek) -> str:
    """Return the page somebody came from, when it is one of ours."""
    adres = request.POST.get("next") or request.GET.get("next") or ""
    return adres if url_has_allowed_host_and_scheme(adres, allowed_hosts=None) else reverse("algemeen:start")
