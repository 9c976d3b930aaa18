"""How does a parent get a way in: the invitation by mail, the code on another way, and closing it again?"""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from overstap.domain.dossiers.rules import NietInvulbaar
from overstap.domain.gebruikers.rules import leesbaar
from overstap.domain.inzages.actions import (
    InzageGeweigerd,
    geef_nieuwe_code,
    leg_meelezen_vast,
    meld_mail_mislukt,
    nodig_uit,
    stuur_opnieuw,
    trek_uitnodiging_in,
)
from overstap.domain.inzages.queries import reactietermijn_for
from overstap.domain.rapporten.queries import concept_for
from overstap.domain.scholen.enums import Mailsoort
from overstap.domain.scholen.queries import mailteksten_for
from overstap.foundation.access import NietGevonden, Recht
from overstap.foundation.klok import dag
from overstap.integrations.mail import teksten
from overstap.web.components.daad import lukt
from overstap.web.components.publiek import voor
from overstap.web.components.verzoek import Verzoek, getypt
from overstap.web.po.forms.ouders import Mailformulier, Meelezenformulier, Uitnodigformulier
from overstap.web.po.forms.velden import foutregels
from overstap.web.po.openen import Naar, open_dossier
from overstap.web.po.ouderkaarten import Kaart, kaarten_for

if TYPE_CHECKING:
    from overstap.domain.dossiers.models import Dossier


# The number of a mail follows from the access that the invitation makes, so before it there is only an example.
_VOORBEELD = "1234"


@voor("po")
@never_cache
@require_http_methods(["GET", "POST"])
def uitnodigen(request: Verzoek, dossier_id: UUID, verzorger_id: UUID) -> HttpResponse:
    """Check address and mail, then invite. The code stands in this one answer and nowhere else."""
    dossier, kaart = open_kaart(request, dossier_id, verzorger_id=verzorger_id)
    form = Uitnodigformulier(getypt(request), recht=kaart.recht, initial={"mail": kaart.mail})
    if request.method == "POST" and form.is_valid():
        try:
            inzage_id, code = nodig_uit(
                dossier_id=dossier_id, verzorger_id=verzorger_id, by=request.actor, at=request.nu, **form.cleaned_data
            )
        except (InzageGeweigerd, NietInvulbaar) as fout:
            form.add_error(next(reversed(form.fields)), fout.zin)
        else:
            return _code(request, dossier, inzage_id, code, mail=form.cleaned_data["mail"])
    context = {
        "dossier": dossier,
        "kaart": kaart,
        "form": form,
        "onderwerp": teksten.onderwerp(_VOORBEELD),
        "mailtekst": _mailtekst(request),
        "voorbeeld": _VOORBEELD,
        "concept": concept_for(request.actor, dossier),
        "fouten": foutregels(form),
        "fout": bool(form.errors),
    }
    return render(request, "po/ouder_uitnodigen.html", context, status=422 if form.errors else 200)


def _mailtekst(request: Verzoek) -> str:
    """The mail as this region sends it, with an address and a number of nobody."""
    eigen = mailteksten_for(request.actor, request.actor.werkt_bij, Mailsoort.UITNODIGING)
    adres = f"{settings.OVERSTAP_ADRES}/ouders/voorbeeld/"
    return teksten.ouderbrief(Mailsoort.UITNODIGING, eigen, adres, _VOORBEELD)


@voor("po")
@never_cache
@require_http_methods(["GET", "POST"])
def nieuwe_code(request: Verzoek, dossier_id: UUID, inzage_id: UUID) -> HttpResponse:
    """Ask whether the old code may stop working; then show the new one, once."""
    dossier, kaart = open_kaart(request, dossier_id, inzage_id=inzage_id)
    fout = ""
    if request.method == "POST":
        try:
            code = geef_nieuwe_code(dossier_id=dossier_id, inzage_id=inzage_id, by=request.actor, at=request.nu)
        except InzageGeweigerd as reden:
            fout = reden.zin
        else:
            return _code(request, dossier, inzage_id, code, mail="")
    return _bevestig(request, "po/ouder_nieuwe_code.html", dossier, kaart, fout)


@voor("po")
@require_http_methods(["GET", "POST"])
def intrekken(request: Verzoek, dossier_id: UUID, inzage_id: UUID) -> HttpResponse:
    """Ask whether the invitation was a mistake; then close the parent's way in."""
    dossier, kaart = open_kaart(request, dossier_id, inzage_id=inzage_id)
    fout = ""
    if request.method == "POST":
        try:
            trek_uitnodiging_in(dossier_id=dossier_id, inzage_id=inzage_id, by=request.actor, at=request.nu)
        except InzageGeweigerd as reden:
            fout = reden.zin
        else:
            messages.success(request, _("De uitnodiging is ingetrokken. Deze ouder kan het rapport niet meer openen."))
            return Naar("po:ouders", dossier_id=dossier_id)
    return _bevestig(request, "po/ouder_intrekken.html", dossier, kaart, fout)


def open_kaart(
    request: Verzoek, dossier_id: UUID, *, verzorger_id: UUID | None = None, inzage_id: UUID | None = None
) -> tuple[Dossier, Kaart]:
    """The dossier and the parent of a page for who may invite; raises `NietGevonden`."""
    request.actor.require(Recht.OUDERS_UITNODIGEN)
    dossier, slot = open_dossier(request, dossier_id, "ouders")
    for kaart in kaarten_for(request.actor, dossier, slot, dag(request.nu)):
        if kaart.sleutel == verzorger_id or (kaart.inzage and kaart.inzage.id == inzage_id):
            return dossier, kaart
    raise NietGevonden


@voor("po")
@require_http_methods(["GET", "POST"])
def opnieuw(request: Verzoek, dossier_id: UUID, inzage_id: UUID) -> HttpResponse:
    """Mail the link again, to the same address or another one."""
    dossier, kaart = open_kaart(request, dossier_id, inzage_id=inzage_id)
    form = Mailformulier(getypt(request), initial={"mail": kaart.mail})
    if lukt(request, form, stuur_opnieuw, bij="mail", dossier_id=dossier_id, inzage_id=inzage_id):
        messages.success(request, _("De e-mail met de link wordt opnieuw verstuurd. De code blijft dezelfde."))
        return Naar("po:ouders", dossier_id=dossier_id)
    context = {"dossier": dossier, "kaart": kaart, "form": form, "fouten": foutregels(form), "fout": bool(form.errors)}
    return render(request, "po/ouder_opnieuw.html", context, status=422 if form.errors else 200)


@voor("po")
@require_POST
def niet_aangekomen(request: Verzoek, dossier_id: UUID, inzage_id: UUID) -> HttpResponse:
    """Record that the mail did not arrive, so that it proves nothing."""
    meld_mail_mislukt(dossier_id=dossier_id, inzage_id=inzage_id, by=request.actor, at=request.nu)
    messages.success(
        request, _("Vastgelegd: de e-mail kwam niet aan. Stuur hem opnieuw, of geef het rapport op papier.")
    )
    return Naar("po:ouder_opnieuw", dossier_id=dossier_id, inzage_id=inzage_id)


@voor("po")
@require_http_methods(["GET", "POST"])
def meelezen(request: Verzoek, dossier_id: UUID, inzage_id: UUID) -> HttpResponse:
    """Record whether a pupil from 16 lets this person read along."""
    dossier, kaart = open_kaart(request, dossier_id, inzage_id=inzage_id)
    form = Meelezenformulier(getypt(request), initial={"op": kaart.inzage.meelezen_op if kaart.inzage else None})
    if lukt(request, form, leg_meelezen_vast, bij="op", dossier_id=dossier_id, inzage_id=inzage_id):
        messages.success(request, _("Vastgelegd of deze persoon meeleest."))
        return Naar("po:ouders", dossier_id=dossier_id)
    context = {"dossier": dossier, "kaart": kaart, "form": form, "fouten": foutregels(form), "fout": bool(form.errors)}
    return render(request, "po/ouder_meelezen.html", context, status=422 if form.errors else 200)


def _code(request: Verzoek, dossier: Dossier, inzage_id: UUID, code: str, *, mail: str) -> HttpResponse:
    """The letter with the code; drawn here and now, because the code is kept nowhere."""
    _dossier, kaart = open_kaart(request, dossier.id, inzage_id=inzage_id)
    context = {"dossier": dossier, "kaart": kaart, "code": leesbaar(code), "mail": mail}
    context["termijn"] = reactietermijn_for(request.actor, dossier)
    return render(request, "po/ouder_code.html", context)


def _bevestig(request: Verzoek, sjabloon: str, dossier: Dossier, kaart: Kaart, fout: str) -> HttpResponse:
    fouten = [{"tekst": fout, "href": "#inhoud"}] if fout else []
    context = {"dossier": dossier, "kaart": kaart, "fouten": fouten, "fout": bool(fout)}
    return render(request, sjabloon, context, status=422 if fout else 200)


paden = [
    path("dossiers/<uuid:dossier_id>/ouders/<uuid:verzorger_id>/uitnodigen/", uitnodigen, name="ouder_uitnodigen"),
    path("dossiers/<uuid:dossier_id>/inzages/<uuid:inzage_id>/code/", nieuwe_code, name="ouder_nieuwe_code"),
    path("dossiers/<uuid:dossier_id>/inzages/<uuid:inzage_id>/intrekken/", intrekken, name="ouder_intrekken"),
    path("dossiers/<uuid:dossier_id>/inzages/<uuid:inzage_id>/opnieuw/", opnieuw, name="ouder_opnieuw"),
    path("dossiers/<uuid:dossier_id>/inzages/<uuid:inzage_id>/mislukt/", niet_aangekomen, name="ouder_mislukt"),
    path("dossiers/<uuid:dossier_id>/inzages/<uuid:inzage_id>/meelezen/", meelezen, name="ouder_meelezen"),
]
