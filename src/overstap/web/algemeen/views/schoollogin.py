"""How does a colleague come in with the login service of the school, and link it to the own account?"""

from __future__ import annotations

from uuid import UUID

from allauth.account.utils import get_next_redirect_url
from allauth.socialaccount.providers.base import AuthProcess
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.oauth2.views import OAuth2CallbackView
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_GET, require_http_methods, require_POST
from requests import RequestException

from overstap.domain.schoollogins.actions import ontkoppel
from overstap.domain.schoollogins.queries import is_gekoppeld_for, met_schoollogin_for
from overstap.foundation.access import NietGevonden
from overstap.web.algemeen.openid import SchoolloginProvider, provider_van
from overstap.web.algemeen.schooladapter import niet_gelukt
from overstap.web.components.bevestigen import na_bevestiging
from overstap.web.components.daad import probeer
from overstap.web.components.naar import Naar
from overstap.web.components.publiek import openbaar, voor
from overstap.web.components.verzoek import OpenVerzoek, Verzoek

# Entree gives every school the same address to come back to; who went there remembers for which school.
_VOOR_SCHOOL = "schoollogin_voor"


@openbaar
@never_cache
@require_GET
def kies(request: OpenVerzoek) -> HttpResponse:
    """List the schools with a login service, each with its button. The page is not there where no school has one."""
    scholen = list(met_schoollogin_for(None))
    if not scholen:
        raise NietGevonden
    return render(request, "account/school_kies.html", {"scholen": scholen, "verder": get_next_redirect_url(request)})


@openbaar
@never_cache
@require_GET
def begin(request: OpenVerzoek, organisatie_id: UUID) -> HttpResponse:
    """Send somebody to the login service. Nothing happens here that a page of somebody else could not do too."""
    if request.user.is_authenticated:
        return redirect("algemeen:start")
    provider = provider_van(request, organisatie_id)
    return _ga(request, provider, AuthProcess.LOGIN, verder=get_next_redirect_url(request))


@openbaar
@never_cache
@require_GET
def terug(request: OpenVerzoek, organisatie_id: UUID) -> HttpResponse:
    """Take somebody in who comes back from the login service, after all that allauth and we ask of the answer."""
    return _kom_terug(request, organisatie_id)


@openbaar
@never_cache
@require_GET
def entree(request: OpenVerzoek) -> HttpResponse:
    """The same for Entree Federatie."""
    try:
        return _kom_terug(request, UUID(request.session.get(_VOOR_SCHOOL, "")))
    except ValueError:
        return niet_gelukt(request, bij_ons=True)


@voor("po", "vo", "swv", "regio")
@na_bevestiging()
@require_http_methods(["GET", "POST"])
def koppel(request: Verzoek) -> HttpResponse:
    """Say what linking does; after the own password or code, go to the login service and come back linked."""
    provider = provider_van(request, request.actor.werkt_bij)
    context = {"school": provider.app.name, "gekoppeld": is_gekoppeld_for(request.actor), "naar": ""}
    if request.method == "POST":
        antwoord = _ga(request, provider, AuthProcess.CONNECT, verder=None, account=str(request.actor.persoon_id))
        if antwoord.status_code >= 400:
            return antwoord
        # A form may not lead away from here (`components/csp.py`), so this is a link.
        context["naar"] = antwoord.headers["Location"]
    return render(request, "account/school_koppelen.html", context)


@voor("po", "vo", "swv", "regio")
@require_POST
def los(request: Verzoek) -> HttpResponse:
    """End the link of the own account."""
    probeer(request, ontkoppel, _("U logt niet meer in via uw school."))
    return Naar("algemeen:account")


@sensitive_variables("provider")
def _ga(
    request: OpenVerzoek, provider: SchoolloginProvider, proces: str, *, verder: str | None, account: str = ""
) -> HttpResponse:
    request.session[_VOOR_SCHOOL] = provider.app.provider_id
    try:
        antwoord: HttpResponse = provider.redirect(request, proces, next_url=verder, data={"account": account})
    except (OAuth2Error, RequestException):
        return niet_gelukt(request, bij_ons=False)
    return antwoord


@sensitive_variables("provider")
def _kom_terug(request: OpenVerzoek, organisatie_id: UUID) -> HttpResponse:
    provider = provider_van(request, organisatie_id)
    try:
        antwoord: HttpResponse = OAuth2CallbackView.adapter_view(provider.get_oauth2_adapter(request))(request)
    except (OAuth2Error, RequestException):
        return niet_gelukt(request, bij_ons=False)
    return antwoord


paden = [
    path("account/school/", kies, name="schoollogin_kies"),
    path("account/school/koppelen/", koppel, name="schoollogin_koppelen"),
    path("account/school/los/", los, name="schoollogin_los"),
    path("account/school/terug/", entree, name="schoollogin_entree"),
    path("account/school/<uuid:organisatie_id>/", begin, name="schoollogin_begin"),
    path("account/school/<uuid:organisatie_id>/terug/", terug, name="schoollogin_terug"),
]
