"""Which pages may somebody open who looks along at a school, and what do both sides see of it on every page?"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import UUID

from django.http import HttpRequest
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from overstap.domain.meekijken.actions import kijk_mee
from overstap.domain.meekijken.queries import gekregen_een_for, lopend_for
from overstap.foundation.access import Actor, NietGevonden, Recht, Rol
from overstap.foundation.rls import als, huidige_actor

if TYPE_CHECKING:
    from django.http import HttpResponse

    from overstap.domain.meekijken.models import Meekijktoestemming
    from overstap.web.components.verzoek import OpenVerzoek

View = TypeVar("View", bound=Callable[..., Any])

# Key in the session of the helper: which consent is used now.
MEEKIJKEN_SLEUTEL = "meekijken_id"
_MERK = "overstap_meekijkbaar"
# The kinds of organisation with people who look along, or at which somebody does.
_SOORTEN = frozenset({"po", "regio"})


def meekijkbaar(view: View) -> View:
    """Mark a page that somebody who looks along may open too: every other page stays closed to this person.

    Such a page opens no key of a dossier, and writes nothing: both would be refused.
    """
    setattr(view, _MERK, True)
    return view


def is_meekijkbaar(view: Callable[..., Any]) -> bool:
    """Was the page marked so?"""
    return getattr(view, _MERK, False)


def herken_meekijker(request: OpenVerzoek) -> None:
    """Let a helper who chose so act as somebody who looks along at that school, while its consent runs."""
    gekozen = request.session.get(MEEKIJKEN_SLEUTEL)
    if not gekozen or request.actor is None:
        return
    toestemming = _lopende(request.actor, UUID(gekozen), request)
    if toestemming is None:
        del request.session[MEEKIJKEN_SLEUTEL]
        request.uitgekeken = True
        return
    request.meekijken, request.soort = toestemming, toestemming.school.soort
    request.organisatie = toestemming.school
    request.actor = Actor(rol=Rol.MEEKIJKER, id=request.actor.id, organisatie_id=toestemming.school_id)


def leg_blik_vast(request: OpenVerzoek, kwargs: dict[str, Any]) -> None:
    """Write down which page is opened, before it is; raises `NietGevonden` for a dossier of another school."""
    if request.meekijken is not None and request.actor is not None:
        kijk_mee(toestemming=request.meekijken, dossier_id=kwargs.get("dossier_id"), by=request.actor, at=request.nu)


def uitgekeken(request: OpenVerzoek) -> HttpResponse:
    """Send a helper back whose time is over, to the page that says so."""
    return redirect(f"{reverse('regio:meekijken')}?voorbij=ja")


def meekijkband(request: HttpRequest) -> dict[str, Any] | None:
    """What stands above every page: who looks along where until when, for who looks, is looked at, or may look."""
    actor, soort = getattr(request, "actor", None), getattr(request, "soort", None)
    if actor is None or soort not in _SOORTEN:
        return None
    loopt = getattr(request, "meekijken", None)
    if loopt is None:
        nu = getattr(request, "nu", None) or timezone.now()
        loopt = _ook_buiten(actor, lambda: lopend_for(actor, nu))
    if loopt is None:
        return None
    kijkt = actor.rol is Rol.MEEKIJKER
    return {"toestemming": loopt, "kijkt": kijkt, "mag_kijken": not kijkt and loopt.school_id != actor.organisatie_id}


def _lopende(actor: Actor, toestemming_id: UUID, request: OpenVerzoek) -> Meekijktoestemming | None:
    if not actor.mag(Recht.MEEKIJKEN_HELPEN):
        return None
    try:
        with als(actor):
            return gekregen_een_for(actor, toestemming_id, request.nu)
    except NietGevonden:
        return None


def _ook_buiten(actor: Actor, vraag: Callable[[], Meekijktoestemming | None]) -> Meekijktoestemming | None:
    """Ask it also where a page is drawn after its transaction, such as one that says what went wrong."""
    if huidige_actor() is not None:
        return vraag()
    with als(actor):
        return vraag()
