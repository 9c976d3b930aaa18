"""Which dates are somebody's own, and how do they come into the own agenda?"""

from __future__ import annotations

from datetime import date

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from overstap.domain.medewerkers.actions import maak_agendalink, trek_agendalink_in
from overstap.domain.medewerkers.queries import (
    agenda_van_for,
    agendahouder_for,
    agendalink_for,
    agendasleutel_for,
)
from overstap.domain.scholen.queries import organisatie_for
from overstap.domain.scholen.rules import Kalenderstap, schooljaar_van
from overstap.foundation.access import Actor, NietGevonden, Recht, Rol
from overstap.foundation.klok import dag
from overstap.foundation.rls import als
from overstap.integrations.agenda import Agendadag, agenda
from overstap.web.components import fouten
from overstap.web.components.daad import probeer
from overstap.web.components.kalender import stappen, termijnen, zaakdagen
from overstap.web.components.publiek import openbaar, voor
from overstap.web.components.verzoek import OpenVerzoek, Verzoek

# These last for days; of the others only the last day stands in an agenda.
_DUURT = frozenset({"toets", "aanmelden"})


@voor("po", "vo", "swv", "regio")
@require_GET
def datums(request: Verzoek) -> HttpResponse:
    """List the own dates of this school year, and give the address for the own agenda to who made one."""
    request.actor.require(Recht.AGENDA_VOLGEN)
    vandaag = dag(request.nu)
    schooljaar = schooljaar_van(vandaag)
    link = agendalink_for(request.actor)
    context = {
        "schooljaar": schooljaar,
        "stappen": stappen(request.actor, request.soort, schooljaar, vandaag),
        "termijnen": termijnen(zaakdagen(request.actor, request.soort), vandaag),
        "link": link,
        "adres": _adres(request, agendasleutel_for(request.actor, link)) if link else "",
    }
    return render(request, "algemeen/agenda.html", context)


@voor("po", "vo", "swv", "regio")
@require_POST
def maak_adres(request: Verzoek) -> HttpResponse:
    """Give a new address; the one before it stops."""
    probeer(request, maak_agendalink, _("Uw agenda-adres is er. Kopieer het naar uw agenda."))
    return redirect("algemeen:agenda")


@voor("po", "vo", "swv", "regio")
@require_POST
def trek_adres_in(request: Verzoek) -> HttpResponse:
    """End the address."""
    probeer(request, trek_agendalink_in, _("Het agenda-adres werkt niet meer. Haal de agenda ook uit uw eigen agenda."))
    return redirect("algemeen:agenda")


@openbaar
@never_cache
@require_GET
def volgen(request: OpenVerzoek, sleutel: str) -> HttpResponse:
    """Answer an agenda that knows a secret address with days and what they are; never with a name or a number."""
    try:
        link_id, organisatie_id = agenda_van_for(None, sleutel)
        with als(Actor(rol=Rol.SYSTEEM, organisatie_id=organisatie_id)) as systeem:
            houder = agendahouder_for(systeem, link_id)
        with als(houder) as by:
            inhoud = _agenda(request, by)
    except NietGevonden:
        return fouten.niet_gevonden(request)
    return HttpResponse(inhoud, content_type="text/calendar; charset=utf-8")


def _agenda(request: OpenVerzoek, by: Actor) -> bytes:
    """This school year and the next, for the work of this colleague at this organisation."""
    soort, vandaag = organisatie_for(by).soort, dag(request.nu)
    jaren = (schooljaar_van(vandaag), schooljaar_van(vandaag.replace(year=vandaag.year + 1, day=1)))
    adres = request.build_absolute_uri(reverse("algemeen:start"))
    dagen = [_dag(stap, jaar, soort, adres) for jaar in jaren for stap in stappen(by, soort, jaar, vandaag)] + [
        _termijndag(wanneer, soort, adres) for wanneer, _aantal in zaakdagen(by, soort)
    ]
    return agenda(_("Overstap"), dagen, request.nu)


def _dag(stap: Kalenderstap, schooljaar: str, soort: str, adres: str) -> Agendadag:
    duurt, wat = stap.sleutel in _DUURT, {"wat": stap.wat.lower()}
    return Agendadag(
        sleutel=f"{stap.sleutel}-{schooljaar}-{soort}",
        van=stap.van if duurt else stap.tot,
        tot=stap.tot,
        titel=stap.wat if duurt or stap.van == stap.tot else _("Uiterlijk vandaag: %(wat)s") % wat,
        uitleg=_("Wat er nog moet, ziet u in Overstap."),
        adres=adres,
    )


def _termijndag(wanneer: date, soort: str, adres: str) -> Agendadag:
    return Agendadag(
        sleutel=f"termijn-{wanneer:%Y%m%d}-{soort}",
        van=wanneer,
        tot=wanneer,
        titel=_("Uiterlijk vandaag: besluit over een aanmelding"),
        uitleg=_("Over welke aanmelding het gaat, ziet u in Overstap."),
        adres=adres,
    )


def _adres(request: Verzoek, sleutel: str) -> str:
    return request.build_absolute_uri(reverse("algemeen:agenda_volgen", args=[sleutel]))
