"""How does a parent come in, with a link and a code that travelled apart?"""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from overstap.domain.gebruikers.actions import CodeOnjuist, open_met_code
from overstap.domain.gebruikers.queries import codemerk_for, is_oefenouder_for
from overstap.domain.gebruikers.rules import mailnummer
from overstap.domain.inzages.actions import vraag_code
from overstap.web.components import pogingen
from overstap.web.components.actor import OUDER_CODEMERK, OUDER_SLEUTEL
from overstap.web.components.publiek import openbaar
from overstap.web.components.verzoek import OpenVerzoek
from overstap.web.ouders.taal import onthoud_taal_van

LANGSTE_CODE = 40
LANGSTE_MAIL = 254
# Behind the link of a parent in the end of a mail (integrations/mail/teksten.py).
NAAR_MAILS = "e-mails"


@openbaar
@require_GET
def deur(request: OpenVerzoek) -> HttpResponse:
    """Say that the way in is the link in the mail; a parent whose session ended lands here."""
    return render(request, "ouders/deur.html")


@openbaar
@require_http_methods(["GET", "POST"])
def code(request: OpenVerzoek, ouder_id: UUID) -> HttpResponse:
    """Ask for the code. A wrong, expired or withdrawn code and an unknown link all give the same answer."""
    request.oefening = is_oefenouder_for(None, ouder_id)
    if request.method == "POST":
        return _probeer(request, ouder_id)
    if request.actor and request.actor.ouder_id == ouder_id:
        onthoud_taal_van(request, ouder_id)
        return _verder(request)
    return render(request, "ouders/code.html", _codeblad(ouder_id))


@openbaar
@require_POST
def uitloggen(request: OpenVerzoek) -> HttpResponse:
    """Forget who was reading."""
    request.session.flush()
    response = render(request, "ouders/uitgelogd.html")
    # What the next person on this device finds under the back button is nothing.
    response.headers["Clear-Site-Data"] = '"cache"'
    return response


@openbaar
@require_http_methods(["GET", "POST"])
def vraag_zonder_link(request: OpenVerzoek) -> HttpResponse:
    """Ask for a new code by the mail address that the school has; the answer says nothing about that address."""
    mail = request.POST.get("mail", "").strip()[:LANGSTE_MAIL]
    if request.method == "POST" and "@" in mail:
        return _vraag(request, None, mail)
    fout = _("Vul uw e-mailadres in, bijvoorbeeld naam@voorbeeld.nl") if request.method == "POST" else ""
    context = {"fout": fout, "mail": mail, "link": False}
    return render(request, "ouders/vraag_code.html", context, status=422 if fout else 200)


@openbaar
@require_http_methods(["GET", "POST"])
def vraag_met_link(request: OpenVerzoek, ouder_id: UUID) -> HttpResponse:
    """Ask for a new code by the own link; an unknown link gives the same answer."""
    if request.method == "POST":
        return _vraag(request, ouder_id, "")
    return render(request, "ouders/vraag_code.html", {"fout": "", "mail": "", "link": True})


def _codeblad(ouder_id: UUID, fout: str = "") -> dict[str, object]:
    return {"fout": fout, "ouder_id": ouder_id, "nummer": mailnummer(ouder_id)}


def _vraag(request: OpenVerzoek, ouder_id: UUID | None, mail: str) -> HttpResponse:
    if pogingen.te_veel_vragen(request, request.nu):
        return render(request, "ouders/te_veel.html", status=429)
    pogingen.tel_vraag(request, request.nu)
    vraag_code(ouder_id=ouder_id, mail=mail, by=None, at=request.nu)
    return render(request, "ouders/code_gevraagd.html")


def _probeer(request: OpenVerzoek, ouder_id: UUID) -> HttpResponse:
    if pogingen.te_veel(request, request.nu):
        return render(request, "ouders/te_veel.html", status=429)
    getypt = request.POST.get("code", "")[:LANGSTE_CODE]
    try:
        open_met_code(ouderaccount_id=ouder_id, getypt=getypt, by=None, at=request.nu)
    except CodeOnjuist:
        pogingen.tel(request, request.nu)
        fout = _("Deze code klopt niet, of werkt niet meer")
        return render(request, "ouders/code.html", _codeblad(ouder_id, fout), status=422)
    # A fresh session: nothing of who used this browser before, and a new key.
    request.session.flush()
    request.session[OUDER_SLEUTEL] = str(ouder_id)
    request.session[OUDER_CODEMERK] = codemerk_for(None, ouder_id)
    onthoud_taal_van(request, ouder_id)
    return _verder(request)


def _verder(request: OpenVerzoek) -> HttpResponse:
    """On to the report, or to where the end of a mail leads."""
    return redirect("ouders:mails" if request.GET.get("naar") == NAAR_MAILS else "ouders:rapport")
