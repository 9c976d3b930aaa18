"""What does every page know about the person who reads it?"""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone

from overstap.domain.scholen.rules import Regiowoorden
from overstap.domain.scholen.rules.kleuren import Regiokleuren
from overstap.web.components.meekijken import meekijkband
from overstap.web.components.menu import Publiek, menu, publiek
from overstap.web.components.taalkeuze import taalkeuzes

if TYPE_CHECKING:
    from overstap.domain.scholen.models import Organisatie

SNELTOETSEN = "sneltoetsen"


def schil(request: HttpRequest) -> dict[str, Any]:
    """Give the templates the actor, the organisation, its region's words, the menu and the moment of this request."""
    soort = getattr(request, "soort", None)
    van = publiek(soort) if soort else None
    return {
        "actor": getattr(request, "actor", None),
        "organisatie": getattr(request, "organisatie", None),
        "kleuren": _kleuren(request),
        "woorden": _woorden(getattr(request, "organisatie", None)),
        "aanstelling": getattr(request, "aanstelling", None),
        "soort": soort,
        "nu": getattr(request, "nu", None) or timezone.now(),
        "menu": menu(request),
        "talen": taalkeuzes(request),
        "zoek": _zoek(request, van),
        # Asked where it is drawn: not every answer has a head.
        "meekijkband": lambda: meekijkband(request),
        "oefening": getattr(request, "oefening", False),
        "demo": settings.OVERSTAP_DEMO,
        "demo_oso": settings.OVERSTAP_DEMO and settings.OVERSTAP_OSO_AANSLUITING is not None,
        # Seconds without doing anything after which somebody who is inside is logged out.
        "uitlog_na": int(settings.OVERSTAP_STILTE.total_seconds()) if _is_binnen(request) else 0,
        "sneltoetsen": request.COOKIES.get(SNELTOETSEN) != "uit",
    }


def _is_binnen(request: HttpRequest) -> bool:
    user = getattr(request, "user", None)
    return bool(getattr(request, "actor", None) or (user and user.is_authenticated))


def _zoek(request: HttpRequest, van: Publiek | None) -> dict[str, Any] | None:
    """The search field, for who has the list in which it searches."""
    if van is None or not van.zoek:
        return None
    url = reverse(van.zoek)
    return {"url": url, "label": van.zoeklabel} if any(punt["url"] == url for punt in menu(request)) else None


def _kleuren(request: HttpRequest) -> Regiokleuren | None:
    """The colours of the region of this colleague, or of who wrote what a parent reads; None: the usual ones."""
    organisatie = getattr(request, "organisatie", None)
    eigen: Regiokleuren | None = getattr(request, "kleuren", None)
    return Regiokleuren.uit(organisatie.regio.instellingen.get("kleuren", {})) if organisatie else eigen


def _woorden(organisatie: Organisatie | None) -> dict[str, str]:
    """What the region of this colleague calls things; the usual words for everybody else."""
    eigen = organisatie.regio.instellingen.get("woorden", {}) if organisatie else {}
    return {**asdict(Regiowoorden()), **eigen}
