"""Whom does somebody tell who found a hole? The answer of RFC 9116, when this installation names an address."""

from __future__ import annotations

from datetime import timedelta

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from overstap.web.beheer.views.gezondheid import PLAT
from overstap.web.components.publiek import openbaar

# It is made at every question, so it is never old; RFC 9116 wants less than a year.
GELDIG = timedelta(days=30)


@openbaar
@require_safe
def security_txt(request: HttpRequest) -> HttpResponse:
    """The contact of OVERSTAP_BEVEILIGING_CONTACT (`mailto:…` or `https://…`); 404 where none is set."""
    if not settings.OVERSTAP_BEVEILIGING_CONTACT:
        raise Http404
    tot = (timezone.now() + GELDIG).strftime("%Y-%m-%dT%H:%M:%SZ")
    regels = {
        "Contact": settings.OVERSTAP_BEVEILIGING_CONTACT,
        "Expires": tot,
        "Preferred-Languages": "nl, en",
        "Canonical": f"{settings.OVERSTAP_ADRES}/.well-known/security.txt",
    }
    return HttpResponse("".join(f"{naam}: {waarde}\n" for naam, waarde in regels.items()), content_type=PLAT)
