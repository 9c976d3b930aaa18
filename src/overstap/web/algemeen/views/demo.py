"""Which pages does only a demo have? Logging in with one press, the sent mails, and all parts of our pages."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.contrib.auth import login
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from overstap.domain.scholen.enums import Organisatiesoort
from overstap.domain.scholen.queries import medewerkers_for, organisaties_for
from overstap.foundation.access import SYSTEEM
from overstap.integrations.mail import lees_bericht, lees_post
from overstap.integrations.oso.draad.aansluiting import aansluiting_uit
from overstap.integrations.oso.simulator.verslag import lees_op
from overstap.web.algemeen.voorbeeld import ONDERDELEN
from overstap.web.components.actor import AANSTELLING_SLEUTEL
from overstap.web.components.publiek import openbaar

PER_BLADZIJDE = 50


def alleen_demo(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Let the view exist in demo mode only, there for everybody."""

    @wraps(view)
    def binnen(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not settings.OVERSTAP_DEMO:
            raise Http404
        return view(request, *args, **kwargs)

    return openbaar(binnen)


def demo_groepen() -> list[dict[str, Any]]:
    """Return every organisation with people, and these people with their role."""
    organisaties = [organisatie for soort in Organisatiesoort for organisatie in organisaties_for(SYSTEEM, soort)]
    groepen = [{"organisatie": een, "mensen": list(medewerkers_for(SYSTEEM, een.id))} for een in organisaties]
    return [groep for groep in groepen if groep["mensen"]]


@alleen_demo
@require_POST
def inloggen(request: HttpRequest) -> HttpResponse:
    """Log in as the chosen invented person, without a password."""
    aanstelling = _aanstelling(request.POST.get("aanstelling", ""))
    login(request, aanstelling.account, backend=settings.AUTHENTICATION_BACKENDS[0])
    request.session[AANSTELLING_SLEUTEL] = str(aanstelling.id)
    return redirect("algemeen:start")


def _aanstelling(gevraagd: str) -> Any:
    for groep in demo_groepen():
        for aanstelling in groep["mensen"]:
            if str(aanstelling.id) == gevraagd:
                return aanstelling
    raise Http404


@alleen_demo
@require_GET
def postbus(request: HttpRequest) -> HttpResponse:
    """List the mails Overstap sent, newest first."""
    post = Paginator(lees_post(settings.OVERSTAP_POSTBUS_MAP), PER_BLADZIJDE)
    return render(request, "demo/postbus.html", {"post": post.get_page(request.GET.get("pagina"))})


@alleen_demo
@require_GET
def bericht(request: HttpRequest, nummer: str) -> HttpResponse:
    """Show one mail as text."""
    try:
        gevonden = lees_bericht(settings.OVERSTAP_POSTBUS_MAP, nummer)
    except FileNotFoundError as fout:
        raise Http404 from fout
    return render(request, "demo/bericht.html", {"bericht": gevonden})


@alleen_demo
@require_GET
def oso(request: HttpRequest) -> HttpResponse:
    """Show the messages that go by in the simulated OSO, newest first; without one there is no such page."""
    bestand = settings.OVERSTAP_OSO_AANSLUITING
    aansluiting = aansluiting_uit(bestand)
    if bestand is None or aansluiting is None or aansluiting.omgeving != "simulator":
        raise Http404
    regels = lees_op(bestand.parent)
    context = {
        "regels": Paginator([regel for regel in regels if regel.bericht or regel.fout], PER_BLADZIJDE).get_page(
            request.GET.get("pagina")
        ),
        "klaar": [regel.tekst for regel in reversed(regels) if "staat klaar onder nummer" in regel.tekst],
        "map": bestand.parent,
    }
    return render(request, "demo/oso.html", context)


@alleen_demo
@require_GET
def onderdelen(request: HttpRequest) -> HttpResponse:
    """Show every part of our pages, filled with invented values."""
    bladzijden = Paginator(range(200), 10).get_page(request.GET.get("pagina") or 7)
    return render(request, "demo/onderdelen.html", {**ONDERDELEN, "bladzijden": bladzijden})


@alleen_demo
@require_GET
def onderdelen_ouder(request: HttpRequest) -> HttpResponse:
    """Show every part of the parents' page."""
    return render(request, "demo/onderdelen_ouder.html", ONDERDELEN)
