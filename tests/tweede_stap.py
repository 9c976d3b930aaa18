"""How does everybody in a test get a second step to log in with, as everybody has in production?

An account that a test makes gets an app with codes at once. A test about who has none yet says `zonder_tweede_stap()`.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

GEHEIM = "JBSWY3DPEHPK3PXP"
_UID = "tests.tweede_stap"


def _geef(*, instance: Any, created: bool, **_signaal: Any) -> None:
    from allauth.mfa.models import Authenticator

    if created and not instance.gastmail:
        # Without the key that goes with it: most tests never type a code (see `code_van`).
        Authenticator.objects.create(user=instance, type=Authenticator.Type.TOTP, data={"secret": ""})


def geef_iedereen_een_tweede_stap() -> None:
    """Let every account that is made from now on have one; called once for a process."""
    from django.contrib.auth import get_user_model
    from django.db.models.signals import post_save

    post_save.connect(_geef, sender=get_user_model(), dispatch_uid=_UID)


@contextmanager
def zonder_tweede_stap() -> Iterator[None]:
    """Make accounts as they begin: with a password only."""
    from django.contrib.auth import get_user_model
    from django.db.models.signals import post_save

    post_save.disconnect(sender=get_user_model(), dispatch_uid=_UID)
    try:
        yield
    finally:
        geef_iedereen_een_tweede_stap()


def code_van(account: Any) -> str:
    """The code that the app of this account shows now."""
    from allauth.mfa.models import Authenticator
    from allauth.mfa.utils import encrypt

    Authenticator.objects.filter(user=account, type=Authenticator.Type.TOTP).update(data={"secret": encrypt(GEHEIM)})
    return code(GEHEIM)


def code(geheim: str) -> str:
    """The code that an app with this secret shows now.

    Of all that are taken now it is the one in the middle. The first is of the half minute before: it is refused
    when the clock strikes between reading and typing, which a slow machine gives it time for.
    """
    from allauth.mfa.totp.internal import auth

    nu = sorted(auth.yield_hotp_counters_from_time())
    return str(auth.format_hotp_value(auth.hotp_value(geheim, nu[len(nu) // 2])))
