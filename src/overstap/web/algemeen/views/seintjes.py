"""How often does somebody get mail about waiting work, what would it say now, and does it arrive?"""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from overstap.domain.scholen.enums import Mailsoort
from overstap.domain.scholen.queries import mailteksten_for
from overstap.domain.seintjes.actions import kies_seintjes, stuur_seintje_opnieuw
from overstap.domain.seintjes.enums import Seintjeritme, Seintjesoort
from overstap.domain.seintjes.queries import ritmes_for, seintje_for, telling_for
from overstap.domain.seintjes.rules import keuzes_bij
from overstap.foundation.access import Recht
from overstap.integrations.mail.seintje import ONDERWERP, seintje
from overstap.web.algemeen.forms.seintjes import Seintjesformulier
from overstap.web.components.daad import probeer
from overstap.web.components.naar import Naar
from overstap.web.components.publiek import voor
from overstap.web.components.verzoek import Verzoek

_HIER = "algemeen:seintjes"


@voor("po", "vo", "swv", "regio")
@require_http_methods(["GET", "POST"])
def seintjes(request: Verzoek) -> HttpResponse:
    """Choose how often, and read what a mail would say at this moment."""
    request.actor.require(Recht.SEINTJES_KIEZEN)
    gestuurd = request.POST if request.method == "POST" else None
    ritmes = ritmes_for(request.actor)
    nu = {soort.value: ritme.value for soort, ritme in ritmes.items()}
    form = Seintjesformulier(keuzes_bij(request.soort), gestuurd, initial=nu)
    if request.method == "POST" and form.is_valid():
        kies_seintjes(keuzes=form.cleaned_data, by=request.actor, at=request.nu)
        messages.success(request, _("Opgeslagen. Zo vaak krijgt u mail."))
        return Naar(_HIER)
    geteld = telling_for(request.actor, request.soort, request.nu)
    wacht = {soort: geteld[soort] for soort in ritmes if geteld[soort] and ritmes[soort] is not Seintjeritme.NOOIT}
    adres = f"{settings.OVERSTAP_ADRES}/"
    context = {
        "form": form,
        "rij": seintje_for(request.actor),
        "onderwerp": ONDERWERP,
        "voorbeeld": _brief(request, wacht, adres) if wacht else "",
    }
    return render(request, "algemeen/seintjes.html", context, status=422 if form.errors else 200)


def _brief(request: Verzoek, wacht: Mapping[Seintjesoort, int], adres: str) -> str:
    eigen = mailteksten_for(request.actor, request.actor.werkt_bij, Mailsoort.SEINTJE)
    return seintje(wacht, adres, f"{settings.OVERSTAP_ADRES}{reverse(_HIER)}", eigen)


@voor("po", "vo", "swv", "regio")
@require_POST
def opnieuw(request: Verzoek, seintje_id: UUID) -> HttpResponse:
    """Try an address again to which mail did not arrive: one's own, or a colleague's from the list of colleagues."""
    probeer(
        request, stuur_seintje_opnieuw, _("Overstap probeert het opnieuw. Wacht er niets meer, dan gaat er geen mail."),
        seintje_id=seintje_id,
    )  # fmt: skip
    return Naar("algemeen:medewerkers" if request.POST.get("van") == "medewerkers" else _HIER)
