"""Which texts has the region for its mails, and how does each look to who gets it?"""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from overstap.domain.scholen.enums import Mailsoort
from overstap.domain.scholen.queries import bestand_for
from overstap.domain.scholen.rules.regiomails import mailbezwaar
from overstap.domain.scholen.rules.regioschrijven import inhoud_van
from overstap.domain.seintjes.enums import Seintjesoort
from overstap.foundation.access import Recht
from overstap.integrations.mail import seintje, teksten
from overstap.web.components.naar import Naar
from overstap.web.components.publiek import voor
from overstap.web.components.talen import VERTAALD
from overstap.web.components.verzoek import Verzoek
from overstap.web.regio.forms.mails import Mailformulier
from overstap.web.regio.wijzigen import lukt

# What stands in a preview in the place of the secret address and the number of a letter.
_ADRES, _NUMMER = "ouders/…/", "1234"


@voor("regio")
@require_GET
def mails(request: Verzoek) -> HttpResponse:
    """Every kind of mail, and whether the region has a text of its own."""
    request.actor.require(Recht.REGIO_BEHEREN)
    eigen = inhoud_van(bestand_for(request.actor))["mails"]
    rijen = [{"soort": soort, "talen": list(eigen.get(soort.value, {}))} for soort in Mailsoort]
    return render(request, "regio/mails.html", {"rijen": rijen})


@voor("regio")
@require_http_methods(["GET", "POST"])
def mail(request: Verzoek, mailsoort: str) -> HttpResponse:
    """Write one text, look at it as it will arrive, and keep it; what is not right stays as it was typed."""
    request.actor.require(Recht.REGIO_BEHEREN)
    if mailsoort not in set(Mailsoort):
        raise Http404
    deze = Mailsoort(mailsoort)
    form = Mailformulier(
        deze, inhoud_van(bestand_for(request.actor)), request.POST if request.method == "POST" else None
    )
    bekijkt = request.POST.get("stap") == "voorbeeld"
    if bekijkt and form.is_valid():
        for naam, tekst in form.getypt().items():
            if bezwaar := mailbezwaar(deze, tekst):
                form.add_error(naam, bezwaar)
    elif request.method == "POST" and lukt(request, form):
        messages.success(request, _("Bewaard: %(wat)s.") % {"wat": deze.label})
        return Naar("regio:mails")
    fout = bool(form.errors)
    context: dict[str, Any] = {
        "form": form, "fout": fout, "deze": deze, "terug": reverse("regio:mails"), "bekijkt": bekijkt,
        "gewoon": teksten.gewone_tekst(deze) if deze.ouders else seintje.gewone_tekst(),
        "onderwerp": teksten.onderwerp(_NUMMER) if deze.ouders else seintje.ONDERWERP,
        "voorbeeld": "" if fout else _voorbeeld(deze, form.getypt()),
        "in_talen": [] if fout or not deze.ouders else _in_talen(deze, form.getypt()),
    }  # fmt: skip
    return render(request, "regio/mail.html", context, status=422 if fout else 200)


def _in_talen(soort: Mailsoort, eigen: dict[str, str]) -> list[dict[str, Any]]:
    """The same for a parent who chose a language: in that language first, with Dutch below."""
    adres = f"{settings.OVERSTAP_ADRES}/{_ADRES}"
    return [
        {
            "taal": taal,
            "onderwerp": teksten.onderwerp(_NUMMER, taal.code),
            "brief": teksten.ouderbrief(soort, eigen, adres, _NUMMER, taal.code),
        }
        for taal in VERTAALD
    ]


def _voorbeeld(soort: Mailsoort, eigen: dict[str, str]) -> str:
    """The whole mail as it arrives, in every language, with invented numbers."""
    adres = f"{settings.OVERSTAP_ADRES}/"
    if soort.ouders:
        return teksten.ouderbrief(soort, eigen, adres + _ADRES, _NUMMER)
    return seintje.seintje({Seintjesoort.TE_DOEN: 3}, adres, f"{adres}mijn-account/mail/", eigen)


paden = [path("beheer/mails/", mails, name="mails"), path("beheer/mails/<slug:mailsoort>/", mail, name="mail")]
