"""Has this colleague a second step to log in with? Without one no page of staff opens, whatever that page is.

Deny by default: `TweedeStap` stands before everything that runs a view, and lets through what is for everybody and
the few pages on which one sets up that step. Parents and guests have a door and a code of their own, and never come
here as somebody who is logged in. In a demo nobody has a password, and so no second step either.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser
from django.contrib.auth.signals import user_logged_in
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from overstap.web.components.publiek import IEDEREEN, publiek_van

# Recovery codes alone are no step: they stand in for one that was lost.
SOORTEN = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)
INSTELLEN = "tweede_stap"
_HIERHEEN = frozenset(
    {INSTELLEN, "mfa_activate_totp", "mfa_add_webauthn", "account_reauthenticate", "mfa_reauthenticate"}
)
# Keys in the session: whose second step it saw, and when it began without one.
_GEZIEN = "tweede_stap_van"
_BEGON_ZONDER = "begon_zonder_tweede_stap"
# Who just typed the password sets the step up without typing it again.
_NET_BEGONNEN = 15 * 60


class TweedeStap:
    """Lead a colleague without a second step to the page on which it is set up."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., HttpResponse], args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> HttpResponse | None:
        """Answer in the place of every page that is not open yet; None lets the page answer."""
        if settings.OVERSTAP_DEMO or not request.user.is_authenticated or IEDEREEN in publiek_van(view):
            return None
        if _is_instellen(request) or heeft_tweede_stap(request):
            return None
        return redirect(INSTELLEN)


def heeft_tweede_stap(request: HttpRequest) -> bool:
    """Whether this colleague has a second step. The session remembers a yes, so that no page has to ask again."""
    wie = str(request.user.pk)
    if request.session.get(_GEZIEN) == wie:
        return True
    if not is_mfa_enabled(request.user, types=SOORTEN):
        return False
    request.session[_GEZIEN] = wie
    return True


def stelt_net_in(request: HttpRequest) -> bool:
    """Whether somebody who had no second step logged in a moment ago, and is now setting it up."""
    return time.time() - float(request.session.get(_BEGON_ZONDER, 0)) < _NET_BEGONNEN


def onthoud_bij_inloggen(*, request: HttpRequest, user: AbstractBaseUser, **_signaal: Any) -> None:
    """Remember at the door what the pages behind it ask."""
    if is_mfa_enabled(user, types=SOORTEN):
        request.session[_GEZIEN] = str(user.pk)
    else:
        request.session[_BEGON_ZONDER] = time.time()


def vergeet_bij_weghalen(*, request: HttpRequest, **_signaal: Any) -> None:
    """Ask again after a step was removed: whoever has none left sets up another one first."""
    request.session.pop(_GEZIEN, None)


def luister() -> None:
    """Hear who logs in and who removes a step; called once, when the application starts."""
    from allauth.mfa.signals import authenticator_removed

    user_logged_in.connect(onthoud_bij_inloggen, dispatch_uid="overstap.tweede_stap.inloggen")
    authenticator_removed.connect(vergeet_bij_weghalen, dispatch_uid="overstap.tweede_stap.weghalen")


def _is_instellen(request: HttpRequest) -> bool:
    match = request.resolver_match
    return match is not None and match.view_name in _HIERHEEN
