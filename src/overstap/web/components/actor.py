"""Who makes this request, and may this person have this page?"""

from __future__ import annotations

import logging
from collections.abc import Callable
from contextlib import nullcontext
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import ObjectDoesNotExist
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.template.response import SimpleTemplateResponse
from django.urls import reverse
from django.utils import timezone

from overstap.domain.dossiers.queries import dossiers_for
from overstap.domain.gebruikers.queries import codemerk_for, gast_for, is_oefenouder_for
from overstap.domain.scholen.queries import aanstellingen_for, onthoud_regio, plekken_for
from overstap.foundation.access import Actor, GeenRecht, NietGevonden, Rol
from overstap.foundation.opslag import OpslagStoring
from overstap.foundation.rls import als
from overstap.foundation.weigering import Weigering
from overstap.integrations.pdf import oefenband
from overstap.web.components import fouten
from overstap.web.components.bevestigen import bevestig_eerst
from overstap.web.components.meekijken import herken_meekijker, is_meekijkbaar, leg_blik_vast, uitgekeken
from overstap.web.components.menu import publiek
from overstap.web.components.publiek import IEDEREEN, INGELOGD, is_van_allauth, publiek_van
from overstap.web.components.verzoek import OpenVerzoek

if TYPE_CHECKING:
    from overstap.domain.scholen.models import Aanstelling

log = logging.getLogger(__name__)

# Keys in the session. The doors of parents and guests write their two after `session.flush()`.
AANSTELLING_SLEUTEL = "aanstelling_id"
# What was chosen before somebody went to practise.
VOOR_OEFENEN_SLEUTEL = "voor_oefenen"
# [organisation, where to log out there] of who came in with the login service of a school.
SCHOOLLOGIN_SLEUTEL = "schoollogin"
OUDER_SLEUTEL = "ouder_id"
OUDER_CODEMERK = "ouder_codemerk"
GAST_SLEUTEL = "gastcode_id"
GAST_CODEMERK = "gast_codemerk"

KIES_ORGANISATIE = "algemeen:kies_organisatie"


class ActorMiddleware:
    """Give every request its actor, and run its view in a transaction that shows only what this actor may see.

    Makes of every request an `OpenVerzoek`, and of one for a page marked `voor(…)` a `Verzoek`. Stands
    last in the list: what it does in `process_view` is the view itself.
    """

    def __init__(self, get_response: Callable[[OpenVerzoek], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: OpenVerzoek) -> HttpResponse:
        request.nu = timezone.now()
        request.actor = request.soort = request.aanstelling = request.organisatie = None
        request.aanstellingen, request.oefenplekken, request.oefening = [], [], False
        request.meekijken, request.uitgekeken = None, False
        response = self.get_response(request)
        if response.status_code == 405 and not response.content:
            return fouten.verkeerde_manier(request, response)
        return response

    def process_view(
        self, request: OpenVerzoek, view: Callable[..., HttpResponse], args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> HttpResponse | None:
        """Answer with the page, or with the reason why this person does not get it."""
        voor_wie = publiek_van(view)
        _herken(request)
        if request.uitgekeken and IEDEREEN not in voor_wie:
            return uitgekeken(request)
        if request.meekijken and IEDEREEN not in voor_wie and not is_meekijkbaar(view):
            return fouten.dicht(request)
        if IEDEREEN not in voor_wie and (weigering := _weiger(request, voor_wie)):
            return weigering
        if eerst := bevestig_eerst(request, view):
            return eerst
        if is_van_allauth(view):
            return None
        # What is for everybody shows nobody's data, and counts a wrong code of whoever is logged in.
        actor = None if IEDEREEN in voor_wie else request.actor
        return _draai(request, actor, view, args, kwargs)


def _is_verknoeid(request: OpenVerzoek) -> bool:
    """Is there a NUL in the address? Nobody types it, and the database takes no such text; a form asks it itself."""
    return "%00" in request.META["QUERY_STRING"] or "\x00" in request.path


def _herken(request: OpenVerzoek) -> None:
    """Find the actor: a colleague in the chosen organisation, a parent, or the guest of a vo school."""
    if request.user.is_authenticated:
        request.aanstellingen, request.oefenplekken = plekken_for(None, request.user.id)
        _houd_bij_de_school(request)
        if aanstelling := _kies(request):
            _werkt_als(request, aanstelling)
            herken_meekijker(request)
    elif ouder := _ouder(request):
        request.soort = "ouder"
        request.actor = Actor(rol=Rol.OUDER, id=ouder)
        request.oefening = is_oefenouder_for(None, ouder)
    elif gast := _gast(request):
        _werkt_als(request, gast)


def _houd_bij_de_school(request: OpenVerzoek) -> None:
    """Who came in with the login service of a school works there only: it cannot speak for another organisation."""
    if van := request.session.get(SCHOOLLOGIN_SLEUTEL):
        request.aanstellingen = [een for een in request.aanstellingen if str(een.organisatie_id) == van[0]]
        oefent = (een for een in request.oefenplekken if str(een.organisatie.oefening_van_id) == van[0])
        request.oefenplekken = list(oefent)


def _werkt_als(request: OpenVerzoek, aanstelling: Aanstelling) -> None:
    request.aanstelling, request.organisatie = aanstelling, aanstelling.organisatie
    request.soort = aanstelling.organisatie.soort
    request.oefening = aanstelling.organisatie.oefening_van_id is not None
    request.actor = Actor(
        rol=Rol(aanstelling.rol),
        id=aanstelling.account_id,
        organisatie_id=aanstelling.organisatie_id,
        groepen=frozenset(aanstelling.groepen),
    )


def _gast(request: OpenVerzoek) -> Aanstelling | None:
    """Return as what a guest works here; nothing after the term or the end of the invitation, or with an older code."""
    code, merk = request.session.get(GAST_SLEUTEL), request.session.get(GAST_CODEMERK)
    gevonden = gast_for(None, UUID(code), request.nu) if code and merk else None
    if gevonden is None or gevonden[1] != merk:
        return None
    return aanstellingen_for(None, gevonden[0]).filter(rol=Rol.GAST.value).first()


def _ouder(request: OpenVerzoek) -> UUID | None:
    """Return the parent who came in; a new code ends what was opened with the old one, as it was perhaps stolen."""
    ouder, merk = request.session.get(OUDER_SLEUTEL), request.session.get(OUDER_CODEMERK)
    return UUID(ouder) if ouder and merk and merk == codemerk_for(None, UUID(ouder)) else None


def _kies(request: OpenVerzoek) -> Aanstelling | None:
    """Return the aanstelling in which this colleague works now: the chosen one, the only real one, or None."""
    alle = request.aanstellingen
    gekozen = request.session.get(AANSTELLING_SLEUTEL)
    for aanstelling in (*alle, *request.oefenplekken):
        if str(aanstelling.id) == gekozen:
            return aanstelling
    return alle[0] if len(alle) == 1 else None


def _weiger(request: OpenVerzoek, voor_wie: frozenset[str]) -> HttpResponse | None:
    """Return the answer for somebody who does not get this page, or None for somebody who does."""
    if _is_verknoeid(request):
        return fouten.ongeldig(request)
    if request.actor is None and not request.user.is_authenticated:
        return _eerst_inloggen(request, voor_wie)
    if INGELOGD in voor_wie:
        return None if request.user.is_authenticated else fouten.niet_gevonden(request)
    if request.actor is None:
        return redirect(KIES_ORGANISATIE)
    if request.soort not in voor_wie:
        return fouten.niet_gevonden(request)
    return None


def _eerst_inloggen(request: OpenVerzoek, voor_wie: frozenset[str]) -> HttpResponse:
    """Send somebody to the door; who was typing gets the typed text back first."""
    van = publiek("ouder") if voor_wie == {"ouder"} else None
    deur = reverse(van.inloggen if van else "account_login")
    if (gast := request.session.get(GAST_SLEUTEL)) and "po" in voor_wie:
        # Whose invitation ended has no password to log in with.
        deur = reverse("po:gastdeur", args=[gast])
    if request.method not in {"GET", "HEAD"}:
        return fouten.verlopen(request, deur)
    return redirect_to_login(request.get_full_path(), deur)


def _draai(
    request: OpenVerzoek,
    actor: Actor | None,
    view: Callable[..., HttpResponse],
    args: tuple[Any, ...],
    kwargs: dict[str, Any],
) -> HttpResponse:
    """Run the view as its actor: an error rolls the whole act back."""
    try:
        if actor:
            leg_blik_vast(request, kwargs)
        with als(actor) if actor else nullcontext(), oefenband(aan=request.oefening):
            if actor and request.organisatie:
                onthoud_regio(actor, request.organisatie)
            response = view(request, *args, **kwargs)
            # A page that is drawn later would be drawn outside the transaction, where nothing is visible.
            if isinstance(response, SimpleTemplateResponse):
                response.render()
            # A refused act leaves nothing behind, also when it got halfway before it was refused.
            if actor and response.status_code >= 400:
                transaction.set_rollback(True)
            return response
    except (NietGevonden, ObjectDoesNotExist) as reden:
        raise Http404 from reden
    except Weigering as reden:
        return fouten.kan_niet(request, reden.zin)
    except OpslagStoring:
        log.exception("de opslag van bestanden antwoordt niet")
        return fouten.zonder_bestanden(request)
    except GeenRecht as reden:
        if not _van_mij(request.actor, kwargs.get("dossier_id")):
            raise Http404 from reden
        log.warning("geen recht %s voor account %s", reden.recht.value, request.actor.id if request.actor else "-")
        return fouten.geen_recht(request, reden.recht)


def _van_mij(actor: Actor | None, dossier_id: UUID | None) -> bool:
    """Not yours comes before not your right: a stranger gets the same 404 whatever this person's function is."""
    if actor is None or dossier_id is None:
        return True
    with als(actor):
        return dossiers_for(actor).filter(id=dossier_id).exists()
