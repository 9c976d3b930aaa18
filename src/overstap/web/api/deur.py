"""Which program asks, may it go on, and in what does it run? Every request of the API comes in here.

No cookie counts here, and none is given; no other site may ask (no CORS). A key is a guess of 256 bits, so wrong ones
need no counter: whoever could be locked out by somebody else's mistakes is a supplier who asks for many schools.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import wraps
from math import ceil
from typing import TYPE_CHECKING, Any, TypeVar, cast

from django.core.exceptions import ObjectDoesNotExist, RequestDataTooBig, SuspiciousOperation
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import patch_vary_headers
from django.views.decorators.csrf import csrf_exempt
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, ValidationError
from ninja.security import HttpBearer

from overstap.domain.koppelingen.actions import noteer_gebruik
from overstap.domain.koppelingen.enums import Bereik
from overstap.domain.koppelingen.queries import achter_sleutel_for, als_actor_for
from overstap.domain.koppelingen.rules import RECHT_VAN, lees_sleutel
from overstap.domain.scholen.queries import onthoud_regio
from overstap.foundation import teller
from overstap.foundation.access import Actor, GeenRecht, NietGevonden, Recht, Rol
from overstap.foundation.opslag import OpslagStoring, OpslagVol
from overstap.foundation.rls import als
from overstap.foundation.weigering import Weigering
from overstap.integrations.oso import Leesfout
from overstap.web.api.probleem import fouten_uit, probleem
from overstap.web.components.publiek import openbaar
from overstap.web.components.verzoek import Verzoek

if TYPE_CHECKING:
    from overstap.domain.koppelingen.models import Koppeling

log = logging.getLogger(__name__)

View = TypeVar("View", bound=Callable[..., Any])

# Two requests a second: a whole vo school is fetched in an hour, and one program keeps nobody waiting.
PER_MINUUT = 120
_MINUUT = 60


class TeVaak(Exception):
    """This koppeling asked more than it may in a minute; `wacht` seconds are left."""

    def __init__(self, wacht: int) -> None:
        super().__init__(wacht)
        self.wacht = wacht


class Koppelverzoek(Verzoek):
    """A request with a key that opens something: `koppeling` is the program, `actor` acts for its organisation."""

    koppeling: Koppeling


class Sleutel(HttpBearer):
    """The key of a koppeling in the header `Authorization: Bearer overstap_…`."""

    def authenticate(self, request: HttpRequest, token: str) -> Koppeling | None:
        """Find the program behind a key and make it the actor; None for every other text, whatever is wrong with it."""
        verzoek = cast("Koppelverzoek", request)
        delen = lees_sleutel(token)
        if delen is None:
            return None
        try:
            with als(Actor(rol=Rol.SYSTEEM, organisatie_id=delen.organisatie_id)) as systeem:
                sleutel = achter_sleutel_for(systeem, delen, verzoek.nu)
                noteer_gebruik(sleutel=sleutel, by=systeem, at=verzoek.nu)
                actor = als_actor_for(systeem, sleutel.koppeling)
        except NietGevonden:
            return None
        verzoek.koppeling, verzoek.actor = sleutel.koppeling, actor
        verzoek.organisatie = sleutel.koppeling.organisatie
        verzoek.soort = verzoek.organisatie.soort
        _tel(verzoek)
        return sleutel.koppeling


def _tel(verzoek: Koppelverzoek) -> None:
    merk = f"api:{verzoek.koppeling.id}"
    if teller.tel(merk, _MINUUT, verzoek.nu) > PER_MINUUT:
        tot = teller.vergeten_op(merk, verzoek.nu)
        raise TeVaak(max(1, ceil((tot - verzoek.nu).total_seconds())) if tot else _MINUUT)


def als_koppeling(daad: View) -> View:
    """Run what a program asks as that program, in one transaction: what is refused leaves nothing behind."""

    @wraps(daad)
    def binnen(request: Koppelverzoek, *args: Any, **kwargs: Any) -> Any:
        with als(request.actor) as actor:
            assert request.organisatie is not None
            onthoud_regio(actor, request.organisatie)
            return daad(request, *args, **kwargs)

    return cast("View", binnen)


def maak_deur(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """Mark a view of the API as one that asks for a key itself, and say in its words what Django refuses before it."""

    @openbaar
    @csrf_exempt
    @wraps(view)
    def deur(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        try:
            antwoord = view(request, *args, **kwargs)
        except RequestDataTooBig:
            antwoord = probleem("te_groot", "Stuur een kleiner bestand.")
        except SuspiciousOperation:
            antwoord = probleem("verzoek_onleesbaar", "Controleer hoe uw programma het verzoek opbouwt.")
        if antwoord.status_code == 405:
            mag = antwoord.headers.get("Allow", "")
            antwoord = probleem("methode_niet_toegestaan", f"Dit adres kent: {mag}.", koppen={"Allow": mag})
        antwoord.headers["Cache-Control"] = "no-store"
        patch_vary_headers(antwoord, ["Authorization"])
        return antwoord

    return deur


def vertaal_weigeringen(api: NinjaAPI) -> None:
    """Tell what cannot be done in the one shape of the API."""
    api.add_exception_handler(AuthenticationError, lambda _v, _f: geen_sleutel())
    api.add_exception_handler(TeVaak, lambda _v, fout: _te_vaak(cast("TeVaak", fout)))
    api.add_exception_handler(ValidationError, lambda _v, fout: _onjuist(cast("ValidationError", fout)))
    api.add_exception_handler(NietGevonden, lambda _v, _f: niet_gevonden())
    api.add_exception_handler(ObjectDoesNotExist, lambda _v, _f: niet_gevonden())
    api.add_exception_handler(GeenRecht, lambda _v, fout: _geen_bereik(cast("GeenRecht", fout).recht))
    api.add_exception_handler(OpslagStoring, lambda _v, _f: geen_bestanden())
    api.add_exception_handler(OpslagVol, lambda _v, _f: geen_bestanden())
    api.add_exception_handler(Weigering, lambda _v, fout: probleem("geweigerd", cast("Weigering", fout).zin))
    api.add_exception_handler(Leesfout, lambda _v, fout: probleem("bestand_onbruikbaar", cast("Leesfout", fout).zin))


def geen_bestanden() -> HttpResponse:
    """The store of files does not answer or is full; nothing was done."""
    log.error("de opslag van bestanden antwoordt niet")
    zin = "Wij kunnen nu niet bij de bestanden. Vraag het over een paar minuten opnieuw."
    return probleem("bestanden_onbereikbaar", zin, koppen={"Retry-After": "120"})


def geen_sleutel() -> HttpResponse:
    """The one answer to a key that is absent, unknown, withdrawn or past its last day."""
    zin = "Stuur een geldige sleutel mee. Is hij verlopen of ingetrokken? Vraag de school om een nieuwe."
    return probleem("sleutel_ongeldig", zin, koppen={"WWW-Authenticate": "Bearer"})


def niet_gevonden() -> HttpResponse:
    """Not there, or not of this organisation: one answer."""
    return probleem("niet_gevonden", "Dit bestaat niet, of het is niet van de organisatie van deze sleutel.")


def _te_vaak(fout: TeVaak) -> HttpResponse:
    zin = f"Een koppeling mag {PER_MINUUT} verzoeken per minuut doen. Wacht {fout.wacht} seconden."
    return probleem("te_vaak", zin, koppen={"Retry-After": str(fout.wacht)})


def _onjuist(fout: ValidationError) -> HttpResponse:
    zin = "Kijk bij fouten wat er niet klopt, en stuur het opnieuw."
    return probleem("gegevens_onjuist", zin, fouten=fouten_uit(fout.errors))


def _geen_bereik(recht: Recht) -> HttpResponse:
    nodig = next((een.value for een in Bereik if RECHT_VAN[een] is recht), "")
    zin = "De school gaf deze koppeling dit niet."
    return probleem("bereik_ontbreekt", f"{zin} Nodig is het bereik {nodig}." if nodig else zin)
