"""What does allauth do differently here? Nobody signs up, and it speaks to adults with u."""

from __future__ import annotations

from typing import ClassVar

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _


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

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Say no: an account begins at a school."""
        return False
