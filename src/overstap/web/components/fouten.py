"""What does a person read when something does not work, and what can this person do about it?"""

from __future__ import annotations

import sys
from typing import Any

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template import loader
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from overstap.domain.scholen.queries import medewerkers_for
from overstap.foundation.access import PROGRAMMAS, RECHTEN, VOORBIJGANGERS, Recht
from overstap.foundation.opslag import is_vol
from overstap.web.components.verzoek import OpenVerzoek

# Of a NUL: it comes with a text from another program, and no database takes it.
VREEMD_TEKEN = gettext_lazy("Er staat een onzichtbaar teken in. Plak de tekst zonder opmaak, of typ hem opnieuw.")
# Fields that nobody wants to see again on a screen.
_GEHEIM = ("password", "wachtwoord", "bevestiging", "code", "csrf", "secret", "credential")
# Shorter answers are choices, not texts somebody would miss.
_GETYPT = 20


def _pagina(request: HttpRequest, code: int, **context: Any) -> HttpResponse:
    # Who practises goes on doing so, and can stop. A parent has no such buttons.
    oefent = getattr(request, "oefening", False) and getattr(request, "soort", None) != "ouder"
    context["band"] = "components/_oefenband.html" if oefent else ""
    return render(request, f"fout/{code}.html", context, status=code)


def ongeldig(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Page 400; or 413 when too much was sent at once."""
    return _pagina(request, 413 if isinstance(exception, RequestDataTooBig) else 400)


def geen_toegang(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Page 403 without a known right."""
    return _pagina(request, 403, collegas=[], functies=[])


def niet_gevonden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Page 404: not there, or not yours; both read the same."""
    return _pagina(request, 404)


def storing(request: HttpRequest) -> HttpResponse:
    """Page 500, drawn without database or request, because either may be what broke; 507 when a disk was full."""
    if is_vol(sys.exc_info()[1]):
        return zonder_ruimte(request)
    return HttpResponse(loader.get_template("fout/500.html").render({}), status=500)


def geen_recht(request: OpenVerzoek, recht: Recht) -> HttpResponse:
    """Page 403 that says who may do this: the colleagues of this organisation with that right."""
    # A guest is alone, and no function that anybody else could ask; neither is a helper or a program.
    niet_te_vragen = VOORBIJGANGERS | PROGRAMMAS
    functies = [rol for rol, rechten in RECHTEN.items() if recht in rechten and rol not in niet_te_vragen]
    collegas = []
    if request.actor and request.actor.organisatie_id:
        collegas = list(medewerkers_for(request.actor, request.actor.organisatie_id).filter(rol__in=functies))
    return _pagina(request, 403, collegas=collegas, functies=sorted({rol.label for rol in functies}))


def dicht(request: HttpRequest) -> HttpResponse:
    """Page 403 for who looks along at a school, on a page that stays closed meanwhile."""
    return _pagina(request, 403, collegas=[], functies=[], meekijken=True)


def kan_niet(request: HttpRequest, zin: str) -> HttpResponse:
    """Page 422 with the sentence of a refusal, such as a file that may not leave now; nothing was written."""
    return _pagina(request, 422, zin=zin)


def zonder_bestanden(request: HttpRequest) -> HttpResponse:
    """Page 503 while the store of files does not answer: nothing was done, and what was typed stands on it."""
    pagina = _pagina(request, 503, teksten=_getypt(request))
    pagina.headers["Retry-After"] = "120"
    return pagina


def zonder_ruimte(request: HttpRequest) -> HttpResponse:
    """Page 507 while a disk of ours is full: nothing was done, and what was typed stands on it. Needs no database."""
    # Who was stopped before the form was read has it still in the browser; reading it now may break again.
    teksten = _getypt(request) if hasattr(request, "_post") else []
    return HttpResponse(loader.get_template("fout/507.html").render({"teksten": teksten}), status=507)


def verkeerde_manier(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """Page 405, with the Allow header of the refusal it replaces."""
    pagina = _pagina(request, 405)
    pagina.headers["Allow"] = response.headers.get("Allow", "")
    return pagina


def verlopen(request: HttpRequest, deur: str) -> HttpResponse:
    """Page 403 after a session that ended while somebody was typing: the text stands on it, to be copied."""
    return _verlopen(request, deur, _("U bent uitgelogd terwijl u bezig was"))


def csrf_fout(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Page 403 for a form whose secret is out of date; never a button that sends it again, since it may be forged."""
    return _verlopen(request, reverse("algemeen:start"), _("Dit scherm was te lang open"))


def _verlopen(request: HttpRequest, deur: str, titel: str) -> HttpResponse:
    context = {"titel": titel, "deur": deur, "teksten": _getypt(request)}
    return render(request, "fout/verlopen.html", context, status=403)


def _getypt(request: HttpRequest) -> list[str]:
    """Return what somebody typed in the form that could not be accepted, without passwords and codes."""
    return [
        waarde
        for naam, waarden in request.POST.lists()
        if not any(woord in naam.lower() for woord in _GEHEIM)
        for waarde in waarden
        if len(waarde) > _GETYPT or " " in waarde.strip()
    ]
