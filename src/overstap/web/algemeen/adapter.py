"""What does allauth do differently here? Nobody signs up, and it speaks to adults with u."""

from __future__ import annotations

import base64
from typing import Any, ClassVar
from uuid import UUID

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from overstap.foundation.sleutels.kast import Slot, maak_sleutel
from overstap.web.algemeen.tweede_stap import stelt_net_in

_PLEK = "tweede stap"


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth has no types
    """A school makes the accounts; a person logs in with them."""

    error_messages: ClassVar = {
        **DefaultAccountAdapter.error_messages,
        "account_inactive": _("Dit account is gesloten. Vraag uw directeur om een nieuw account."),
        "email_password_mismatch": _("Controleer uw e-mailadres en wachtwoord. De combinatie klopt niet."),
        "incorrect_code": _("Controleer de code. Deze klopt niet of is verlopen."),
        "invalid_password_reset": _("Deze link werkt niet meer. Vraag een nieuwe link aan."),
        "incorrect_password": _("Controleer uw wachtwoord. Het klopt niet."),
        "enter_current_password": _("Typ uw huidige wachtwoord"),
        "too_many_login_attempts": _("U probeerde het te vaak. Wacht 5 minuten en probeer het opnieuw."),
        "rate_limited": _("Dit ging te vaak achter elkaar. Wacht 5 minuten."),
    }

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        """Ask for the password again, but not of who typed it a moment ago and now sets up the first second step."""
        if app == "allauth.mfa" and self.request is not None and stelt_net_in(self.request):
            return False
        # Who links the login service of a school proved it before going there (`views/schoollogin.py`).
        if app == "allauth.socialaccount":
            return False
        return bool(super().is_reauthentication_required(app=app, **kwargs))

    def pre_login(self, request: HttpRequest, user: Any, **kwargs: Any) -> HttpResponse | None:
        """Remember of a login service through which organisation somebody comes, and nothing else of it.

        allauth would keep the whole person in the session until the second step was done, password hash and all.
        """
        meegegeven = kwargs.get("signal_kwargs") or {}
        if sociallogin := meegegeven.pop("sociallogin", None):
            meegegeven["schoollogin"] = [sociallogin.account.provider, sociallogin.state.get("uit", "")]
        antwoord: HttpResponse | None = super().pre_login(request, user, **kwargs)
        return antwoord

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Say no: an account begins at a school."""
        return False


class MFAAdapter(DefaultMFAAdapter):  # type: ignore[misc]  # allauth has no types
    """The secret of an app with codes, and of the recovery codes, lies under a key that the key store has."""

    error_messages: ClassVar = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": _("Controleer de code. Deze klopt niet of is verlopen."),
    }

    def encrypt(self, text: str) -> str:
        """Return the id of a fresh key, and what that key makes of the text."""
        sleutel_id = maak_sleutel(at=timezone.now())
        geheim = Slot(sleutel_id).versleutel(text.encode(), _PLEK)
        return f"{sleutel_id}:{base64.b64encode(geheim).decode()}"

    def decrypt(self, encrypted_text: str) -> str:
        """Return the text; raises `SleutelVernietigd` or `Onleesbaar` when it cannot be had any more."""
        sleutel_id, geheim = encrypted_text.split(":")
        return Slot(UUID(sleutel_id)).ontsleutel(base64.b64decode(geheim), _PLEK).decode()
