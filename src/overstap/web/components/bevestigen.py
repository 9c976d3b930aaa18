"""Did this colleague prove a moment ago who it is? If not, ask before something weighty, and then go on with it.

Somebody may sit down at a computer that was left open. So before many reports leave at once, a report becomes
definitief or a whole BSN is shown, the password is asked (or the code of the app), unless that was given just before.
The page that asks carries along what was sent, so that nothing chosen or typed is lost. Parents and guests have a code
for one pupil and no password; in a demo nobody has one.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from allauth.account.internal.flows.reauthentication import reauthenticate_by_password
from allauth.core import ratelimit
from allauth.mfa.models import Authenticator
from django import forms
from django.conf import settings
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from overstap.web.components.appcode import is_gebruikt, neem
from overstap.web.components.verzoek import OpenVerzoek

View = TypeVar("View", bound=Callable[..., Any])

_WANNEER = "bevestigd_op"
_VELD = "bevestiging"
_MERK = "overstap_bevestig"


class Bevestigformulier(forms.Form):
    """One proof: the password, or the code that the app shows now."""

    bevestiging = forms.CharField(
        label=gettext_lazy("Uw wachtwoord, of de code uit uw app"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
        error_messages={"required": gettext_lazy("Typ uw wachtwoord of de code uit uw app")},
    )

    def __init__(self, request: HttpRequest) -> None:
        super().__init__(request.POST if _VELD in request.POST else None)
        self.request = request

    def clean_bevestiging(self) -> str:
        """Refuse what is wrong, and what was tried too often."""
        getypt: str = self.cleaned_data["bevestiging"]
        if not ratelimit.consume(self.request, action="reauthenticate", user=self.request.user):
            raise forms.ValidationError(_("Dit ging te vaak achter elkaar. Wacht 5 minuten."))
        if not (self.request.user.check_password(getypt) or _is_code(self.request, getypt)):
            raise forms.ValidationError(_("Dit klopt niet. Typ uw wachtwoord of de code uit uw app."))
        return getypt


def onthoud_bevestiging(request: HttpRequest) -> None:
    """Remember that somebody just proved who it is."""
    request.session[_WANNEER] = timezone.now().timestamp()


def na_bevestiging(wanneer: Callable[[QueryDict], bool] = lambda _gestuurd: True) -> Callable[[View], View]:
    """Mark a view: what is sent to it happens only after `bevestig_eerst`; looking at it needs nothing.

    `wanneer` says of what was sent whether it is weighty, where one page knows more than one act.
    """

    def merk(view: View) -> View:
        setattr(view, _MERK, wanneer)
        return view

    return merk


def bevestig_eerst(request: OpenVerzoek, view: Callable[..., Any]) -> HttpResponse | None:
    """Return the page that asks who it is, or None when the view may go on.

    Outside the transaction of the view: what is refused is undone there, and tries must be counted.
    """
    wanneer = getattr(view, _MERK, None)
    if settings.OVERSTAP_DEMO or wanneer is None or request.method != "POST" or not request.user.is_authenticated:
        return None
    if not wanneer(request.POST) or _is_vers(request):
        return None
    form = Bevestigformulier(request)
    if form.is_valid():
        reauthenticate_by_password(request)
        return None
    mee = [(naam, waarde) for naam, waarden in request.POST.lists() if naam not in _NIET_MEE for waarde in waarden]
    context = {"form": form, "mee": mee, "terug": _terug(request)}
    return render(request, "account/bevestig.html", context, status=422 if form.errors else 403)


_NIET_MEE = frozenset({_VELD, "csrfmiddlewaretoken"})


def _is_vers(request: OpenVerzoek) -> bool:
    sinds = request.nu.timestamp() - float(request.session.get(_WANNEER, 0))
    return sinds < settings.OVERSTAP_BEVESTIGD.total_seconds()


def _is_code(request: HttpRequest, getypt: str) -> bool:
    """Whether this is what the app shows; a code counts once."""
    apps = Authenticator.objects.filter(user_id=request.user.pk, type=Authenticator.Type.TOTP)
    code = getypt.replace(" ", "")
    if not code.isdigit() or is_gebruikt(request.user, code):
        return False
    return any(app.wrap().validate_code(code) for app in apps) and neem(request.user, code)


def _terug(request: OpenVerzoek) -> str:
    """Where somebody comes from who does not go on: the page with the button, which is one of ours."""
    van = request.headers.get("Referer", "")
    return van if van.startswith(f"{request.scheme}://{request.get_host()}/") else "/"
