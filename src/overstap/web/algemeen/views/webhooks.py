"""Where does a program of this organisation want messages, and do they arrive?"""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_http_methods, require_POST

from overstap.domain.koppelingen.actions import (
    hervat_webhook,
    stuur_proef,
    vernieuw_geheim,
    verwijder_webhook,
    zet_webhook,
)
from overstap.domain.koppelingen.enums import Bezorguitkomst, Webhookgebeurtenis
from overstap.domain.koppelingen.queries import bezorgingen_for, koppeling_for, webhook_for
from overstap.domain.koppelingen.rules import BEZORGINGEN_BEWAREN, STOP_NA, KoppelingGeweigerd
from overstap.foundation.access import NietGevonden, Recht
from overstap.integrations.webhook import AdresGeweigerd, schrijf_geheim, zoek_bestemming
from overstap.web.algemeen.forms.koppelingen import Webhookformulier
from overstap.web.components.bevestigen import na_bevestiging
from overstap.web.components.daad import probeer
from overstap.web.components.naar import Naar
from overstap.web.components.publiek import voor
from overstap.web.components.verzoek import Verzoek

_BLAD = "algemeen:koppeling_webhook"
# So many messages are shown: enough to see whether they arrive.
_GETOOND = 30


@voor("po", "vo", "swv", "regio")
@na_bevestiging()
@require_http_methods(["GET", "POST"])
@sensitive_variables("geheim")
def webhook(request: Verzoek, koppeling_id: UUID) -> HttpResponse:
    """Show where messages go and which went, or send them elsewhere; the secret of that stands on that answer alone."""
    request.actor.require(Recht.MEDEWERKERS_BEHEREN)
    if not koppeling_for(request.actor, koppeling_id).hoort:
        raise NietGevonden
    form = Webhookformulier(request.POST if request.method == "POST" else None)
    geheim = _zet(request, koppeling_id, form) if request.method == "POST" and form.is_valid() else None
    return _blad(request, koppeling_id, form, geheim)


def _zet(request: Verzoek, koppeling_id: UUID, form: Webhookformulier) -> bytes | None:
    adres = form.cleaned_data["adres"].strip()
    try:
        zoek_bestemming(adres, ook_binnen=settings.OVERSTAP_DEMO)
        return zet_webhook(koppeling_id=koppeling_id, adres=adres, by=request.actor, at=request.nu)
    except (AdresGeweigerd, KoppelingGeweigerd) as reden:
        form.add_error("adres", reden.zin)
    return None


@voor("po", "vo", "swv", "regio")
@require_POST
def proef(request: Verzoek, koppeling_id: UUID) -> HttpResponse:
    """Send a message about nothing."""
    probeer(
        request, stuur_proef, _("Het proefbericht gaat nu weg. Ververs deze bladzijde om te zien of het aankwam."),
        koppeling_id=koppeling_id,
    )  # fmt: skip
    return Naar(_BLAD, koppeling_id=koppeling_id)


@voor("po", "vo", "swv", "regio")
@na_bevestiging()
@require_POST
@sensitive_variables("geheim")
def geheim_maken(request: Verzoek, koppeling_id: UUID) -> HttpResponse:
    """Make another secret and show it on this one answer; the old one counts for a week more."""
    geheim = vernieuw_geheim(koppeling_id=koppeling_id, by=request.actor, at=request.nu)
    return _blad(request, koppeling_id, Webhookformulier(), geheim)


@voor("po", "vo", "swv", "regio")
@require_POST
def hervatten(request: Verzoek, koppeling_id: UUID) -> HttpResponse:
    """Send messages again."""
    probeer(request, hervat_webhook, _("Nieuwe berichten gaan weer weg."), koppeling_id=koppeling_id)
    return Naar(_BLAD, koppeling_id=koppeling_id)


@voor("po", "vo", "swv", "regio")
@require_POST
def weghalen(request: Verzoek, koppeling_id: UUID) -> HttpResponse:
    """Send nothing more."""
    probeer(request, verwijder_webhook, _("Er gaan geen berichten meer weg."), koppeling_id=koppeling_id)
    return Naar("algemeen:koppeling", koppeling_id=koppeling_id)


def _blad(request: Verzoek, koppeling_id: UUID, form: forms.Form, geheim: bytes | None) -> HttpResponse:
    rij = koppeling_for(request.actor, koppeling_id)
    webhook_ = webhook_for(request.actor, rij)
    gestuurd = bezorgingen_for(request.actor, webhook_)[:_GETOOND] if webhook_ else []
    vorig_tot = webhook_.vorig_tot if webhook_ else None
    context: dict[str, Any] = {
        "k": rij,
        "w": webhook_,
        "form": form,
        "geheim": schrijf_geheim(geheim) if geheim else "",
        "rijen": [(b, Webhookgebeurtenis(b.gebeurtenis).label, Bezorguitkomst(b.uitkomst)) for b in gestuurd],
        "BEZORGD": Bezorguitkomst.BEZORGD,
        "WACHT": Bezorguitkomst.WACHT,
        "vorig_tot": vorig_tot if vorig_tot and request.nu < vorig_tot else None,
        "stop_na": STOP_NA.days,
        "bewaren": BEZORGINGEN_BEWAREN.days,
        "fout": bool(form.errors),
    }
    return render(request, "algemeen/koppeling_webhook.html", context, status=422 if form.errors else 200)


_EEN = "koppelingen/<uuid:koppeling_id>/berichten/"
paden = [
    path(_EEN, webhook, name="koppeling_webhook"),
    path(f"{_EEN}proef/", proef, name="koppeling_webhook_proef"),
    path(f"{_EEN}geheim/", geheim_maken, name="koppeling_webhook_geheim"),
    path(f"{_EEN}hervatten/", hervatten, name="koppeling_webhook_hervatten"),
    path(f"{_EEN}weg/", weghalen, name="koppeling_webhook_weg"),
]
