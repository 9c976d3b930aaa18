"""Was this code of an app used before? Each counts once, for as long as it would be taken.

allauth itself forgets a used code after one period, while the tolerance lets a code count for three: whoever watched
it being typed could use it again (RFC 6238, 5.2). What was used stands in the cache, which is a table that all
processes share.
"""

from __future__ import annotations

from hashlib import sha256
from typing import Any

from allauth.core.internal.cryptokit import normalize_user_code
from allauth.mfa import app_settings
from allauth.mfa.adapter import get_adapter
from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from allauth.mfa.base.internal.flows import check_rate_limit
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.forms import ActivateTOTPForm
from django.core.cache import cache


def is_gebruikt(account: Any, code: str) -> bool:
    """Whether this person used this code while it still counts."""
    return cache.get(_plek(account, code)) is not None


def neem(account: Any, code: str) -> bool:
    """Use a code that is right; False when somebody just was before us."""
    perioden = 2 * app_settings.TOTP_TOLERANCE + 1
    return bool(cache.add(_plek(account, code), "gebruikt", timeout=perioden * app_settings.TOTP_PERIOD))


class _Eenmalig:
    """A form of allauth that takes a code, and each code of an app once."""

    user: Any
    cleaned_data: dict[str, Any]

    def clean_code(self) -> str:
        """Refuse a used code as a wrong one; it counts as a try too."""
        code: str = self.cleaned_data["code"]
        if is_gebruikt(self.user, code):
            check_rate_limit(self.user)
            raise get_adapter().validation_error("incorrect_code")
        code = super().clean_code()  # type: ignore[misc]  # the form it is mixed into has it
        if self._is_van_een_app() and not neem(self.user, code):
            raise get_adapter().validation_error("incorrect_code")
        return code

    def _is_van_een_app(self) -> bool:
        # Recovery codes count once by themselves; the form that sets up an app knows no other code.
        gebruikt = getattr(self, "authenticator", None)
        return gebruikt is None or gebruikt.type == Authenticator.Type.TOTP


class Inloggen(_Eenmalig, AuthenticateForm):  # type: ignore[misc]  # allauth has no types
    """The second step at the door."""


class Bewijzen(_Eenmalig, ReauthenticateForm):  # type: ignore[misc]  # allauth has no types
    """The same, asked again of who is inside."""


class Instellen(_Eenmalig, ActivateTOTPForm):  # type: ignore[misc]  # allauth has no types
    """The code that shows that an app was set up: it opens nothing afterwards."""


def _plek(account: Any, code: str) -> str:
    # As a hash: what somebody typed may be long or strange, and need not be read in a table.
    return f"appcode:{account.pk}:{sha256(normalize_user_code(code).encode()).hexdigest()}"
