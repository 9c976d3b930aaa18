"""How does a colleague who was invited begin: with a new account, or with the one that is there?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from allauth.account.internal.flows.login import perform_password_login
from allauth.account.models import Login
from django.contrib.auth import authenticate
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from overstap.domain.medewerkers.actions import begin_als_nieuw, neem_uitnodiging_aan
from overstap.domain.medewerkers.queries import Link, aangeboden_for, heeft_account_for, link_for
from overstap.domain.medewerkers.rules import UitnodigingGeweigerd
from overstap.domain.scholen.queries import organisatie_for
from overstap.foundation.access import Actor, NietGevonden, Rol
from overstap.foundation.rls import als
from overstap.web.algemeen.forms.medewerkers import Beginformulier
from overstap.web.components.publiek import openbaar
from overstap.web.components.verzoek import OpenVerzoek

if TYPE_CHECKING:
    from uuid import UUID

    from overstap.domain.medewerkers.models import Collegauitnodiging

_SLEUTEL = "collegauitnodiging"


@openbaar
@never_cache
@require_http_methods(["GET", "POST"])
def uitnodiging(request: OpenVerzoek) -> HttpResponse:
    """Show who invites, and let this person begin. Every link that does not work gives the same answer."""
    if "sleutel" in request.GET:
        # Out of the address: what stands there is kept by browsers, and read over somebody's shoulder.
        request.session[_SLEUTEL] = request.GET["sleutel"][:500]
        return redirect("algemeen:uitnodiging")
    try:
        link = link_for(None, request.session.get(_SLEUTEL, ""))
        with als(Actor(rol=Rol.SYSTEEM, organisatie_id=link.organisatie_id)) as by:
            aangeboden = aangeboden_for(by, link, request.nu, vergrendel=request.method == "POST")
            bekend = heeft_account_for(by, aangeboden)
            wie = {"van": organisatie_for(by), "functie": aangeboden.functie.label}
            if bekend:
                return _met_account(request, link, bekend, by, {**wie, "email": aangeboden.email})
            return _zonder_account(request, link, aangeboden, by, wie)
    except NietGevonden:
        return render(request, "account/uitnodiging_werkt_niet.html", status=404)


def _zonder_account(
    request: OpenVerzoek, link: Link, aangeboden: Collegauitnodiging, by: Actor, wie: dict[str, Any]
) -> HttpResponse:
    getypt = request.POST if request.method == "POST" else None
    form = Beginformulier(aangeboden.email, getypt, initial={"naam": aangeboden.naam})
    if getypt is None or not form.is_valid():
        context = {**wie, "form": form, "email": aangeboden.email, "fout": bool(form.errors)}
        return render(request, "account/uitnodiging.html", context, status=422 if form.errors else 200)
    velden = form.cleaned_data
    begin_als_nieuw(link=link, naam=velden["naam"], wachtwoord=velden["wachtwoord"], by=by, at=request.nu)
    return _binnen(request, aangeboden.email, velden["wachtwoord"])


def _met_account(
    request: OpenVerzoek, link: Link, account_id: UUID, by: Actor, context: dict[str, Any]
) -> HttpResponse:
    zelf = request.user.is_authenticated and request.user.pk == account_id
    context |= {"zelf": zelf, "verder": reverse("algemeen:uitnodiging")}
    if request.method != "POST" or not request.user.is_authenticated:
        return render(request, "account/uitnodiging_bekend.html", context)
    try:
        neem_uitnodiging_aan(link=link, account_id=request.user.id, by=by, at=request.nu)
    except UitnodigingGeweigerd as reden:
        return render(request, "account/uitnodiging_bekend.html", {**context, "fout": reden.zin}, status=422)
    request.session.pop(_SLEUTEL, None)
    return redirect("algemeen:kies_organisatie")


def _binnen(request: OpenVerzoek, email: str, wachtwoord: str) -> HttpResponse:
    """Log in as who just chose a password, as if it was typed on the login page."""
    request.session.pop(_SLEUTEL, None)
    account = authenticate(request, email=email, password=wachtwoord)
    antwoord: HttpResponse = perform_password_login(request, {"email": email}, Login(user=account))
    return antwoord
