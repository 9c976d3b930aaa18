"""With which login service do colleagues come in, and does it work? For who manages them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from overstap.domain.schoollogins.actions import beeindig_schoollogin, zet_schoollogin
from overstap.domain.schoollogins.enums import Schoolloginsoort
from overstap.domain.schoollogins.queries import aantal_gekoppeld_for, is_gekoppeld_for, schoollogin_for
from overstap.foundation.access import Recht
from overstap.integrations.openid import AanbodGeweigerd
from overstap.web.algemeen.forms.schoollogin import Schoolloginformulier
from overstap.web.algemeen.openid import haal_aanbod
from overstap.web.components.bevestigen import na_bevestiging
from overstap.web.components.daad import lukt, probeer
from overstap.web.components.naar import Naar
from overstap.web.components.publiek import voor
from overstap.web.components.verzoek import Verzoek

if TYPE_CHECKING:
    from overstap.domain.schoollogins.models import Schoollogin

_BLAD = "algemeen:schoollogin"


@sensitive_post_parameters("geheim")
@voor("po", "vo", "swv", "regio")
@na_bevestiging()
@require_http_methods(["GET", "POST"])
def schoollogin(request: Verzoek) -> HttpResponse:
    """Show which login service it is, and set one: its address is tried before it is kept."""
    request.actor.require(Recht.MEDEWERKERS_BEHEREN)
    rij = schoollogin_for(request.actor, request.actor.werkt_bij)
    form = Schoolloginformulier(request.POST if request.method == "POST" else None, initial=_wat_er_staat(rij))
    if request.method == "POST" and _antwoordt(form) and lukt(request, form, zet_schoollogin):
        messages.success(request, _("Bewaard. De inlogdienst antwoordt, dus collega’s kunnen nu koppelen."))
        return Naar(_BLAD)
    terug = {"organisatie_id": request.actor.werkt_bij}
    context: dict[str, Any] = {
        "form": form,
        "rij": rij,
        "soort_nu": Schoolloginsoort(rij.soort) if rij else None,
        "zinnen": {een.value: een.zin for een in Schoolloginsoort},
        "kan_entree": bool(settings.OVERSTAP_ENTREE),
        "aantal": aantal_gekoppeld_for(request.actor),
        "zelf": is_gekoppeld_for(request.actor),
        "terug": f"{settings.OVERSTAP_ADRES}{reverse('algemeen:schoollogin_terug', kwargs=terug)}",
        "fout": bool(form.errors),
    }
    return render(request, "algemeen/schoollogin.html", context, status=422 if form.errors else 200)


@voor("po", "vo", "swv", "regio")
@na_bevestiging()
@require_POST
def weg(request: Verzoek) -> HttpResponse:
    """Let nobody come in this way any more."""
    gelukt = _("Niemand logt nog in via uw school. Iedereen gebruikt weer het eigen wachtwoord.")
    probeer(request, beeindig_schoollogin, gelukt)
    return Naar(_BLAD)


def _wat_er_staat(rij: Schoollogin | None) -> dict[str, str]:
    if rij is None:
        return {"soort": Schoolloginsoort.EIGEN.value}
    return {"soort": rij.soort, "uitgever": rij.uitgever, "client_id": rij.client_id}


def _antwoordt(form: Schoolloginformulier) -> bool:
    """Does the service answer, and is it what its address says? What is wrong stands beside the address."""
    if not form.is_valid():
        return False
    if form.cleaned_data["soort"] is Schoolloginsoort.EIGEN:
        try:
            haal_aanbod(form.cleaned_data["uitgever"])
        except AanbodGeweigerd as reden:
            form.add_error("uitgever", reden.zin)
    return not form.errors


paden = [
    path("schoollogin/", schoollogin, name="schoollogin"),
    path("schoollogin/weg/", weg, name="schoollogin_weg"),
]
