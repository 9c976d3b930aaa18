"""What does allauth do differently for who comes from the login service of a school? It proves who, never what.

Nobody gets an account by it, and no account is found by a name or address that a service claims: only by a link that
its owner made while being inside.
"""

from __future__ import annotations

from typing import Any
from uuid import UUID

import requests
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.utils import is_mfa_enabled
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.providers.base import AuthError, AuthProcess
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from overstap.domain.schoollogins.actions import noteer_gekoppeld
from overstap.domain.schoollogins.queries import is_gekoppeld_for, werkt_bij_for
from overstap.domain.schoollogins.rules import SchoolloginGeweigerd, controleer_binnen
from overstap.foundation.rls import als
from overstap.integrations.openid import begrensde_sessie
from overstap.web.algemeen.openid import SchoolloginProvider, provider_van
from overstap.web.algemeen.tweede_stap import SOORTEN
from overstap.web.components.naar import Naar


class SchoolloginAdapter(DefaultSocialAccountAdapter):  # type: ignore[misc]  # allauth has no types
    """Where allauth asks us, while somebody comes from a login service."""

    def get_requests_session(self) -> requests.Session:
        return begrensde_sessie(ook_binnen=settings.OVERSTAP_INLOGDIENST_BINNEN)

    def get_provider(self, request: HttpRequest, provider: str, client_id: str | None = None) -> SchoolloginProvider:
        """The login service of the organisation with this id; there are no others."""
        return provider_van(request, UUID(provider))

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:
        """Say no: an account begins at a school."""
        return False

    def can_authenticate_by_email(self, login: Any, email: str) -> bool:
        """Say no: whoever runs a login service would choose whose account opens."""
        return False

    def on_authentication_error(
        self, request: HttpRequest, provider: Any, error: Any = None, exception: Any = None, **_meer: Any
    ) -> None:
        """Say in one sentence that it did not work; why stands with who runs the service, not here."""
        if error == AuthError.CANCELLED:
            raise ImmediateHttpResponse(afgebroken(request))
        raise ImmediateHttpResponse(niet_gelukt(request, bij_ons=exception is None))

    def pre_social_login(self, request: HttpRequest, sociallogin: Any) -> None:
        """Let somebody through who is known, works there and has a second step; link who asked for that inside."""
        # Nobody needs what the service would let us do with it.
        sociallogin.token = None
        koppelt = sociallogin.state.get("process") == AuthProcess.CONNECT
        try:
            if koppelt:
                _koppel(request, sociallogin)
            else:
                _controleer(sociallogin)
        except SchoolloginGeweigerd as reden:
            raise ImmediateHttpResponse(weiger(request, reden.zin, binnen=koppelt)) from reden
        if koppelt:
            messages.success(request, _("Gelukt. U kunt nu ook inloggen via uw school."))
            raise ImmediateHttpResponse(Naar("algemeen:account"))
        sociallogin.state["uit"] = sociallogin.provider.get_oauth2_adapter(request).uitloggen


def weiger(request: HttpRequest, zin: str, *, binnen: bool = False, status: int = 403) -> HttpResponse:
    """The page that says why somebody does not come in this way, and how else; `binnen`: who is inside already."""
    return render(request, "account/school_geweigerd.html", {"zin": zin, "binnen": binnen}, status=status)


def afgebroken(request: HttpRequest) -> HttpResponse:
    """The page for who said no at the login service."""
    zin = _("U brak het inloggen bij uw school af. Probeer het opnieuw, of log in met uw wachtwoord.")
    return weiger(request, zin, binnen=request.user.is_authenticated)


def niet_gelukt(request: HttpRequest, *, bij_ons: bool) -> HttpResponse:
    """The page after a try from which nothing came, whatever was wrong with it.

    With `bij_ons` the service was not asked anything: nobody went there from this browser, or it came back with an
    answer that we do not take. That is no failure of a server, and everybody can make it happen.
    """
    zin = _("Inloggen via uw school lukte nu niet. Log in met uw wachtwoord, of probeer het later opnieuw.")
    return weiger(request, zin, binnen=request.user.is_authenticated, status=400 if bij_ons else 502)


def _controleer(sociallogin: Any) -> None:
    school = sociallogin.provider.app
    if not sociallogin.is_existing:
        raise SchoolloginGeweigerd(
            _("%(school)s herkent u, maar deze login hoort nog bij geen account in Overstap.") % {"school": school.name}
        )
    controleer_binnen(
        werkt_hier=werkt_bij_for(None, sociallogin.user.pk, UUID(school.provider_id)),
        tweede_stap=settings.OVERSTAP_DEMO or is_mfa_enabled(sociallogin.user, types=SOORTEN),
        school=school.name,
    )


def _koppel(request: Any, sociallogin: Any) -> None:
    """Link who came back to the account that went there: in the same browser, still inside, still at that school."""
    actor, gevraagd = request.actor, (sociallogin.state.get("data") or {}).get("account")
    hier = actor is not None and request.user.is_authenticated and str(request.user.pk) == gevraagd
    if not hier or str(actor.organisatie_id) != sociallogin.account.provider:
        raise SchoolloginGeweigerd(_("U bent intussen uitgelogd of van organisatie gewisseld. Begin opnieuw."))
    if sociallogin.is_existing and sociallogin.user.pk != request.user.pk:
        raise SchoolloginGeweigerd(_("Deze schoollogin hoort al bij een ander account. Vraag wie uw school beheert."))
    if sociallogin.is_existing:
        return
    with als(actor) as by:
        if is_gekoppeld_for(by):
            raise SchoolloginGeweigerd(_("U koppelde al een schoollogin. Haal die eerst weg bij Mijn account."))
        sociallogin.connect(request, request.user)
        noteer_gekoppeld(by=by, at=timezone.now())
