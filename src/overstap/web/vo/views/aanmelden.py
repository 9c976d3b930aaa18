"""How does a vo school open the report of a pupil that the parents applied there?

What leads to nothing always gets the same page, whatever the reason; it is an answer (200) and no refused form, because
that it was asked is written down and counted.
"""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from overstap.domain.overdrachten.actions import OverdrachtGeweigerd, open_met_gegevens, open_met_unieke_code
from overstap.domain.overdrachten.rules import Leerlinggegevens
from overstap.domain.scholen.queries import brins_for
from overstap.foundation.access import Recht
from overstap.web.components.naar import Naar
from overstap.web.components.publiek import voor
from overstap.web.components.velden import foutregels
from overstap.web.components.verzoek import Verzoek
from overstap.web.vo import pogingen
from overstap.web.vo.forms.aanmelden import Codeformulier, Gegevensformulier


@voor("vo")
@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
def aanmelden(request: Verzoek) -> HttpResponse:
    """Ask for the code, or for what OSO asks too; then lead to the report, or say that there is none to open."""
    request.actor.require(Recht.DOSSIER_ONTVANGEN)
    gekozen = "gegevens" if request.POST.get("manier") == "gegevens" else "code"
    getypt = request.POST if request.method == "POST" else None
    code = Codeformulier(getypt if gekozen == "code" else None, auto_id="code_%s")
    gegevens = Gegevensformulier(getypt if gekozen == "gegevens" else None, auto_id="gegevens_%s")
    form = gegevens if gekozen == "gegevens" else code
    # Before anything is looked at: who must wait learns nothing, also not by giving the right code.
    if getypt and pogingen.te_veel(request.actor, request.nu):
        return _toon(
            request, code, gegevens, gekozen=gekozen, wacht=pogingen.wacht(request.actor, request.nu), status=429
        )
    if not getypt or not form.is_valid():
        fouten = foutregels(form)
        return _toon(request, code, gegevens, gekozen=gekozen, fouten=fouten, status=422 if fouten else 200)
    try:
        overdracht_id = _open(request, code, gegevens, gekozen)
    except OverdrachtGeweigerd as reden:
        fouten = [{"tekst": reden.zin, "href": "#inhoud"}]
        return _toon(request, code, gegevens, gekozen=gekozen, fouten=fouten, status=422)
    if overdracht_id is None:
        nog = pogingen.tel(request.actor, request.nu)
        return _toon(request, code, gegevens, gekozen=gekozen, geweigerd=True, nog=nog)
    messages.success(request, _("De aanmelding is vastgelegd. De basisschool en de ouders zien dit."))
    return Naar("vo:dossier", overdracht_id=overdracht_id)


def _open(request: Verzoek, code: Codeformulier, gegevens: Gegevensformulier, gekozen: str) -> UUID | None:
    if gekozen == "code":
        return open_met_unieke_code(getypt=code.cleaned_data["code"], by=request.actor, at=request.nu)
    waarden = gegevens.waarden
    mogelijk = [
        Leerlinggegevens(**{**waarden, "brin": brin}) for brin in brins_for(request.actor, str(waarden["brin"]))
    ]
    return open_met_gegevens(gegevens=mogelijk, by=request.actor, at=request.nu)


def _toon(
    request: Verzoek, code: Codeformulier, gegevens: Gegevensformulier, *, status: int = 200, **meer: Any
) -> HttpResponse:
    standaard = {"fouten": [], "geweigerd": False, "wacht": 0, "nog": pogingen.MAXIMUM}
    context = {
        **standaard,
        **meer,
        "code": code,
        "gegevens": gegevens,
        "kruimels": [{"naam": _("Inbox"), "url": reverse("vo:inbox")}],
    }
    return render(request, "vo/aanmelden.html", context, status=status)


paden = [path("aanmelden/", aanmelden, name="aanmelden")]
