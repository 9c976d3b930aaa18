"""Who works at this organisation, who is invited, whose function changes and whose role ends?"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from overstap.domain.medewerkers.actions import (
    bevestig_medewerkers,
    draag_groepen_over,
    nodig_opnieuw_uit,
    nodig_uit,
    trek_collega_in,
    wijs_vraag_af,
    wijzig_functie,
)
from overstap.domain.medewerkers.queries import controle_for, uitnodigingen_for, vragen_for
from overstap.domain.medewerkers.rules import UitnodigingGeweigerd
from overstap.domain.overdrachten.queries import werkvoorraad_for
from overstap.domain.scholen.actions import AanstellingGeweigerd, eindig_aanstelling
from overstap.domain.scholen.queries import aanstelling_for, medewerkers_for
from overstap.domain.scholen.rules import schooljaar_van
from overstap.domain.seintjes.queries import onbereikbaar_for
from overstap.foundation.access import Recht, Rol
from overstap.foundation.klok import dag
from overstap.web.algemeen.forms.medewerkers import Functieformulier, Overneemformulier, Uitnodigformulier
from overstap.web.components.naar import Naar
from overstap.web.components.publiek import voor
from overstap.web.components.verzoek import Verzoek, getypt

if TYPE_CHECKING:
    from overstap.domain.medewerkers.models import Collegauitnodiging
    from overstap.domain.scholen.models import Aanstelling

_LIJST = "algemeen:medewerkers"


@voor("po", "vo", "swv", "regio")
@require_GET
def medewerkers(request: Verzoek) -> HttpResponse:
    """List the colleagues with their function and groups, and who was invited."""
    request.actor.require(Recht.MEDEWERKERS_BEHEREN)
    mensen = medewerkers_for(request.actor, request.actor.werkt_bij)
    context = {
        "rijen": [_rij(request, mens) for mens in mensen],
        "uitnodigingen": [_wachtend(request, een) for een in uitnodigingen_for(request.actor)],
        "vragen": vragen_for(request.actor),
        "controle": controle_for(request.actor, schooljaar_van(dag(request.nu))),
        "lijst": _merk(mensen),
        "onbereikbaar": onbereikbaar_for(request.actor),
    }
    return render(request, "algemeen/medewerkers.html", context)


@voor("po", "vo", "swv", "regio")
@require_POST
def klopt(request: Verzoek) -> HttpResponse:
    """Confirm for this school year that everybody on the list, as it was shown, works here."""
    request.actor.require(Recht.MEDEWERKERS_BEHEREN)
    if request.POST.get("lijst") != _merk(medewerkers_for(request.actor, request.actor.werkt_bij)):
        messages.error(request, _("De lijst is intussen veranderd. Kijk nog een keer, en bevestig dan."))
        return Naar(_LIJST)
    bevestig_medewerkers(schooljaar=schooljaar_van(dag(request.nu)), by=request.actor, at=request.nu)
    messages.success(request, _("Vastgelegd: de lijst klopt voor dit schooljaar."))
    return Naar(_LIJST)


@voor("po", "vo", "swv", "regio")
@require_POST
def afwijzen(request: Verzoek, accountvraag_id: UUID) -> HttpResponse:
    """Throw a request for an account away."""
    wijs_vraag_af(vraag_id=accountvraag_id, by=request.actor, at=request.nu)
    messages.success(request, _("De vraag is weggegooid."))
    return Naar(_LIJST)


@voor("po", "vo", "swv", "regio")
@require_http_methods(["GET", "POST"])
def uitnodigen(request: Verzoek) -> HttpResponse:
    """Invite a colleague by mail; `vraag` in the address fills in who asked for it."""
    request.actor.require(Recht.MEDEWERKERS_BEHEREN)
    gevraagd = [vraag for vraag in vragen_for(request.actor) if str(vraag.id) == request.GET.get("vraag")]
    vooraf = {"naam": gevraagd[0].naam, "email": gevraagd[0].email} if gevraagd else {}
    form = Uitnodigformulier(request.soort, _groepen(request), getypt(request), initial=vooraf)
    if request.method == "POST" and form.is_valid():
        velden = form.cleaned_data
        try:
            nodig_uit(
                naam=velden["naam"], email=velden["email"], rol=Rol(velden["rol"]), groepen=form.gekozen_groepen,
                by=request.actor, at=request.nu,
            )  # fmt: skip
        except UitnodigingGeweigerd as reden:
            form.add_error("email", reden.zin)
        else:
            messages.success(request, _("%(naam)s krijgt een e-mail met een link.") % {"naam": velden["naam"]})
            return Naar(_LIJST)
    return _blad(request, "algemeen/medewerker_uitnodigen.html", form)


@voor("po", "vo", "swv", "regio")
@require_POST
def opnieuw(request: Verzoek, collegauitnodiging_id: UUID) -> HttpResponse:
    """Send the link again."""
    nodig_opnieuw_uit(uitnodiging_id=collegauitnodiging_id, by=request.actor, at=request.nu)
    messages.success(request, _("Er gaat een nieuwe link uit. De oude link werkt niet meer."))
    return Naar(_LIJST)


@voor("po", "vo", "swv", "regio")
@require_POST
def intrekken(request: Verzoek, collegauitnodiging_id: UUID) -> HttpResponse:
    """Withdraw an invitation."""
    trek_collega_in(uitnodiging_id=collegauitnodiging_id, by=request.actor, at=request.nu)
    messages.success(request, _("De uitnodiging is ingetrokken. De link werkt niet meer."))
    return Naar(_LIJST)


@voor("po", "vo", "swv", "regio")
@require_http_methods(["GET", "POST"])
def functie(request: Verzoek, aanstelling_id: UUID) -> HttpResponse:
    """Choose another function for a colleague."""
    request.actor.require(Recht.MEDEWERKERS_BEHEREN)
    aanstelling = aanstelling_for(request.actor, aanstelling_id)
    form = Functieformulier(request.soort, getypt(request), initial={"rol": aanstelling.rol})
    if request.method == "POST" and form.is_valid():
        nieuw = Rol(form.cleaned_data["rol"])
        try:
            wijzig_functie(aanstelling_id=aanstelling_id, rol=nieuw, by=request.actor, at=request.nu)
        except AanstellingGeweigerd as reden:
            form.add_error("rol", reden.zin)
        else:
            wat = {"naam": aanstelling.account.naam, "functie": nieuw.label}
            messages.success(request, _("%(naam)s is nu %(functie)s.") % wat)
            return Naar(_LIJST)
    return _blad(request, "algemeen/medewerker_functie.html", form, mens=aanstelling.account)


@voor("po", "vo", "swv", "regio")
@require_http_methods(["GET", "POST"])
def beeindigen(request: Verzoek, aanstelling_id: UUID) -> HttpResponse:
    """Ask whether somebody no longer works here, and who takes over the groups; then end it."""
    request.actor.require(Recht.MEDEWERKERS_BEHEREN)
    aanstelling = aanstelling_for(request.actor, aanstelling_id)
    form = Overneemformulier(_anderen(request, aanstelling), getypt(request))
    if request.method == "POST" and form.is_valid():
        try:
            if naar := form.cleaned_data["naar"]:
                draag_groepen_over(van_id=aanstelling_id, naar_id=UUID(naar), by=request.actor, at=request.nu)
            eindig_aanstelling(aanstelling_id=aanstelling_id, by=request.actor, at=request.nu)
        except AanstellingGeweigerd as reden:
            form.add_error(None, reden.zin)
        else:
            naam = {"naam": aanstelling.account.naam}
            messages.success(request, _("%(naam)s kan hier niets meer openen.") % naam)
            return Naar(_LIJST)
    functie_ = Rol(aanstelling.rol).label
    return _blad(request, "algemeen/medewerker_beeindigen.html", form, mens=aanstelling.account, functie=functie_)


def _blad(request: Verzoek, sjabloon: str, form: forms.Form, **context: Any) -> HttpResponse:
    fout = bool(form.errors)
    return render(request, sjabloon, {"form": form, "fout": fout, **context}, status=422 if fout else 200)


def _groepen(request: Verzoek) -> list[str]:
    """The groups of the pupils of a basisschool; they come with an import."""
    if request.soort != "po" or not request.actor.mag(Recht.WERKVOORRAAD_BEKIJKEN):
        return []
    regels = werkvoorraad_for(request.actor, schooljaar_van(dag(request.nu)), "", request.nu)
    return sorted({regel.groep for regel in regels if regel.groep})


def _anderen(request: Verzoek, van: Aanstelling) -> list[tuple[str, str]]:
    """The teachers who can take over from this one; none when there is nothing to take over."""
    if van.rol != Rol.LEERKRACHT or not van.groepen:
        return []
    mensen = medewerkers_for(request.actor, request.actor.werkt_bij).filter(rol=Rol.LEERKRACHT.value)
    return [(str(mens.id), mens.account.naam) for mens in mensen if mens.id != van.id]


def _rij(request: Verzoek, mens: Aanstelling) -> dict[str, Any]:
    leerkracht = mens.rol == Rol.LEERKRACHT
    groepsnamen = ", ".join(_("groep %(groep)s") % {"groep": groep} for groep in mens.groepen)
    return {
        "id": mens.id,
        "naam": mens.account.naam,
        "mail": mens.account.email,
        "functie": Rol(mens.rol).label,
        "ziet": groepsnamen if leerkracht and groepsnamen else _("hele school"),
        "leerkracht": leerkracht,
        "ik": mens.account_id == request.actor.id,
        "laatst": mens.account.last_login,
    }


def _merk(mensen: Iterable[Aanstelling]) -> str:
    """A mark of who is on the list in which function, so that nobody confirms another list than was shown."""
    return salted_hmac("medewerkers", " ".join(sorted(str(mens.id) for mens in mensen))).hexdigest()[:16]


def _wachtend(request: Verzoek, uitnodiging: Collegauitnodiging) -> dict[str, Any]:
    if uitnodiging.mail_mislukt_op:
        stand = _("De e-mail kwam niet aan. Trek in, en nodig uit met een ander adres."), "rood", "letop"
    elif request.nu >= uitnodiging.geldig_tot:
        stand = _("De link is verlopen. Stuur een nieuwe."), "amber", "letop"
    else:
        stand = _("Wacht op antwoord"), "blauw", "wacht"
    return {"uitnodiging": uitnodiging, "functie": uitnodiging.functie.label, "stand": stand}
