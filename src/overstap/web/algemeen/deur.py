"""What is remembered of somebody who comes in: on which device, and when this person last proved to be it?

A new password ends every other session of its owner: whoever knew the old one is out.
"""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.contrib.auth.signals import user_logged_in
from django.http import HttpRequest
from django.utils import timezone

from overstap.domain.gebruikers.actions import eindig_sessies
from overstap.foundation.access import SYSTEEM
from overstap.foundation.rls import als
from overstap.web.algemeen.sessies import APPARAAT, apparaat, rijsleutel
from overstap.web.components.actor import SCHOOLLOGIN_SLEUTEL
from overstap.web.components.bevestigen import onthoud_bevestiging


def bij_inloggen(*, request: HttpRequest, **_signaal: Any) -> None:
    """Remember the device in words; of an earlier way in that somebody took in this session nothing stays."""
    request.session.pop(SCHOOLLOGIN_SLEUTEL, None)
    request.session[APPARAAT] = apparaat(request.headers.get("User-Agent", ""))
    onthoud_bevestiging(request)


def bij_schoollogin(*, request: HttpRequest, schoollogin: list[str] | None = None, **_signaal: Any) -> None:
    """Remember through which organisation somebody came in, and where to log out there; after `bij_inloggen`."""
    if schoollogin:
        request.session[SCHOOLLOGIN_SLEUTEL] = schoollogin


def bij_bewijs(*, request: HttpRequest, **_signaal: Any) -> None:
    """Remember when a password or a second step was right."""
    onthoud_bevestiging(request)


def bij_nieuw_wachtwoord(*, request: HttpRequest, user: AbstractBaseUser, **_signaal: Any) -> None:
    """End every session but this one."""
    hier = rijsleutel(request.session.session_key)
    with als(SYSTEEM):
        eindig_sessies(account_id=user.pk, by=SYSTEEM, at=timezone.now(), behalve=hier)


def luister() -> None:
    """Hear of it; called once, when the application starts."""
    from allauth.account import signals

    user_logged_in.connect(bij_inloggen, dispatch_uid="overstap.deur.inloggen")
    signals.user_logged_in.connect(bij_schoollogin, dispatch_uid="overstap.deur.schoollogin")
    signals.authentication_step_completed.connect(bij_bewijs, dispatch_uid="overstap.deur.bewijs")
    for signaal in (signals.password_changed, signals.password_reset):
        signaal.connect(bij_nieuw_wachtwoord, dispatch_uid="overstap.deur.wachtwoord")
