"""How does somebody go to practise on invented pupils, knowingly, and back; and what would have been mailed there?"""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_POST

from overstap.domain.oefenscholen.actions import begin_oefenen, doe_mee
from overstap.domain.oefenscholen.queries import maken_mislukt_for, oefenmails_for, oefenschool_for
from overstap.domain.oefenscholen.rules import is_van_vandaag
from overstap.domain.scholen.enums import Organisatiesoort
from overstap.domain.scholen.queries import plekken_for
from overstap.domain.scholen.rules import FUNCTIES
from overstap.foundation.access import NietGevonden, Recht, Rol
from overstap.foundation.weigering import Weigering
from overstap.web.components.actor import AANSTELLING_SLEUTEL, VOOR_OEFENEN_SLEUTEL
from overstap.web.components.naar import Naar
from overstap.web.components.publiek import voor
from overstap.web.components.verzoek import Verzoek

_HIER, _START = "algemeen:oefenen", "algemeen:start"
_PER_BLADZIJDE = 50
_WAAR = {
    Organisatiesoort.PO: gettext_lazy("Bij de basisschool"),
    Organisatiesoort.VO: gettext_lazy("Bij de vo-school"),
    Organisatiesoort.SWV: gettext_lazy("Bij het samenwerkingsverband"),
}


@voor("po", "vo", "swv", "regio")
@require_GET
def oefenen(request: Verzoek) -> HttpResponse:
    """Say what practising is, whether it stands ready, and as whom one may come in."""
    request.actor.require(Recht.OEFENEN)
    rij = oefenschool_for(request.actor)
    # What is of yesterday goes at night; where the night was missed it goes when somebody begins.
    rij = rij if rij and (request.oefening or is_van_vandaag(rij.begonnen_op, request.nu)) else None
    klaar = rij is not None and rij.klaar_op is not None
    mislukt = rij is not None and not klaar and maken_mislukt_for(request.actor, rij)
    tekst = _("De oefenschool wordt klaargezet. Dat duurt een halve minuut. Deze bladzijde ververst zichzelf.")
    if "application/json" in request.headers.get("Accept", ""):  # frontend/js/voortgang.mjs
        return JsonResponse({"klaar": klaar or mislukt or rij is None, "tekst": tekst})
    context = {
        "klaar": klaar,
        "mislukt": mislukt,
        "wachttekst": tekst,
        "wacht": rij is not None and not klaar,
        "functies": [(naam, _functies(soort)) for soort, naam in _WAAR.items()] if klaar else [],
        "nu_als": request.actor.rol if request.oefening else None,
    }
    return render(request, "algemeen/oefenen.html", context)


@voor("po", "vo", "swv", "regio")
@require_POST
def begin(request: Verzoek) -> HttpResponse:
    """Ask for an oefenschool; the page says when it is ready."""
    try:
        begin_oefenen(by=request.actor, at=request.nu)
    except Weigering as weigering:
        messages.error(request, weigering.zin)
    return Naar(_HIER)


@voor("po", "vo", "swv", "regio")
@require_POST
def oefen_als(request: Verzoek) -> HttpResponse:
    """Practise in this function from now on, until one goes back."""
    request.actor.require(Recht.OEFENEN)
    if not request.oefening:
        try:
            doe_mee(by=request.actor, at=request.nu)
        except Weigering as weigering:
            messages.error(request, weigering.zin)
            return Naar(_HIER)
    _echt, plekken = plekken_for(None, request.actor.persoon_id)
    plek = next((een for een in plekken if een.rol == request.POST.get("functie")), None)
    if plek is None:
        raise NietGevonden
    if not request.oefening and request.aanstelling is not None:
        request.session[VOOR_OEFENEN_SLEUTEL] = str(request.aanstelling.id)
    request.session[AANSTELLING_SLEUTEL] = str(plek.id)
    return Naar(_START)


@voor("po", "vo", "swv", "regio")
@require_POST
def terug(request: Verzoek) -> HttpResponse:
    """Go back to where one really works."""
    request.actor.require(Recht.OEFENEN)
    eerder = request.session.pop(VOOR_OEFENEN_SLEUTEL, None)
    if request.oefening:
        request.session.pop(AANSTELLING_SLEUTEL, None)
        if eerder:
            request.session[AANSTELLING_SLEUTEL] = eerder
        messages.success(request, _("U bent terug. Wat u hier doet, is weer echt."))
    return Naar(_START)


@voor("po", "vo", "swv", "regio")
@require_GET
def oefenmail(request: Verzoek) -> HttpResponse:
    """List what would have been sent now; for who practises."""
    request.actor.require(Recht.OEFENEN)
    post = Paginator(oefenmails_for(request.actor), _PER_BLADZIJDE).get_page(request.GET.get("pagina"))
    return render(request, "algemeen/oefenmail.html", {"post": post})


def _functies(soort: Organisatiesoort) -> list[Rol]:
    return [rol for rol in Rol if rol in FUNCTIES[soort]]
