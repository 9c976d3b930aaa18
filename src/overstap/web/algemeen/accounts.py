"""Whose session is it? The login of allauth; what every page asks is asked in one composed question."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from allauth.account.auth_backends import AuthenticationBackend

from overstap.domain.gebruikers.queries import account_for

if TYPE_CHECKING:
    from overstap.domain.gebruikers.models import Account


class Accounts(AuthenticationBackend):  # type: ignore[misc]  # allauth has no types
    """Lets people in as allauth does."""

    def get_user(self, user_id: UUID) -> Account | None:
        """Return the account of a session, when it may still be used."""
        account = account_for(None, user_id)
        return account if account is not None and self.user_can_authenticate(account) else None
