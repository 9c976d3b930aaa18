"""In which language and how often does a parent want mail? Each parent for the own mails only."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.http import require_http_methods

from overstap.domain.mailkeuzes.actions import kies_mail
from overstap.domain.mailkeuzes.enums import Mailritme
from overstap.domain.mailkeuzes.queries import mailkeuze_for
from overstap.web.components.publiek import voor
from overstap.web.components.taalkeuze import spreek, taal
from overstap.web.components.talen import TALEN
from overstap.web.ouders.forms.mails import Ritmeformulier, Taalformulier
from overstap.web.ouders.toelating import Leesverzoek


@voor("ouder")
@require_http_methods(["GET", "POST"])
def mails(request: Leesverzoek) -> HttpResponse:
    """Show both choices; each is kept by its own button, so that neither is made by the way."""
    over_taal = request.POST.get("stap") == "taal"
    form = (Taalformulier if over_taal else Ritmeformulier)(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        gekozen = form.cleaned_data
        kies_mail(**gekozen, by=request.actor, at=request.nu)
        if over_taal:
            spreek(request, gekozen["taal"])
        with override(gekozen.get("taal", taal().code)):
            messages.success(request, _("Uw keuze is bewaard."))
        return redirect("ouders:mails")
    fout = " ".join(str(zin) for zinnen in form.errors.values() for zin in zinnen)
    context = {
        "school": request.lezing.dossier.school.naam,
        "keuze": mailkeuze_for(request.actor),
        "keuzes": TALEN,
        "ritmes": Mailritme,
        "fout": fout,
        "over": "taal" if over_taal else "ritme",
    }
    return render(request, "ouders/mails.html", context, status=422 if fout else 200)
