"""Which sentences did the school keep, and how are they made, changed and thrown away?"""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from overstap.domain.zinnen.actions import bewaar_zin, gooi_zin_weg, wijzig_zin
from overstap.domain.zinnen.queries import zin_for, zinnen_for
from overstap.domain.zinnen.rules import (
    INVULPLEKKEN,
    LANGSTE_ZIN,
    ROEPNAAM,
    ZinGeweigerd,
    invulplek,
    labels_van_plekken,
    plekken_met_zinnen,
)
from overstap.foundation.access import Recht
from overstap.web.components.publiek import voor
from overstap.web.components.verzoek import Verzoek
from overstap.web.po.openen import Naar


@voor("po")
@require_http_methods(["GET", "POST"])
def zinnen(request: Verzoek) -> HttpResponse:
    """List the sentences by question, and keep a new one."""
    request.actor.require(Recht.RAPPORT_INVULLEN)
    fout = ""
    if request.method == "POST":
        try:
            bewaar_zin(
                veld=request.POST.get("veld", ""), tekst=request.POST.get("tekst", ""), by=request.actor, at=request.nu
            )
        except ZinGeweigerd as reden:
            fout = reden.zin
        else:
            messages.success(request, _("De zin is bewaard. Al uw collega's kunnen hem gebruiken."))
            return Naar("po:zinnen")
    context = {
        **_woorden(fout),
        "groepen": _groepen(request),
        "secties": plekken_met_zinnen(),
        "veld": request.POST.get("veld") or request.GET.get("veld", ""),
        "tekst": request.POST.get("tekst", ""),
    }
    return render(request, "po/zinnen.html", context, status=422 if fout else 200)


@voor("po")
@require_http_methods(["GET", "POST"])
def zin(request: Verzoek, zin_id: UUID) -> HttpResponse:
    """Change one sentence, or throw it away."""
    rij = zin_for(request.actor, zin_id)
    fout = ""
    if request.method == "POST":
        try:
            gedaan = _doe(request, zin_id)
        except ZinGeweigerd as reden:
            fout = reden.zin
        else:
            messages.success(request, gedaan)
            return Naar("po:zinnen")
    context = {
        **_woorden(fout),
        "label": labels_van_plekken()[rij.veld],
        "tekst": request.POST.get("tekst", rij.tekst),
        "kruimels": [{"naam": _("Zinnen van de school"), "url": reverse("po:zinnen")}],
    }
    return render(request, "po/zin.html", context, status=422 if fout else 200)


def _doe(request: Verzoek, zin_id: UUID) -> str:
    if request.POST.get("knop") == "weg":
        gooi_zin_weg(zin_id=zin_id, by=request.actor, at=request.nu)
        return _("De zin is weg. In rapporten waarin hij staat, blijft hij staan.")
    wijzig_zin(zin_id=zin_id, tekst=request.POST.get("tekst", ""), by=request.actor, at=request.nu)
    return _("De zin is veranderd. In rapporten waarin hij al staat, verandert niets.")


def _groepen(request: Verzoek) -> list[tuple[str, list[Any]]]:
    """(question, sentences) of every veld that has some, in the order of the report."""
    alle = list(zinnen_for(request.actor))
    per_plek = [(label, [rij for rij in alle if rij.veld == naam]) for naam, label in labels_van_plekken().items()]
    return [(label, rijen) for label, rijen in per_plek if rijen]


def _woorden(fout: str) -> dict[str, Any]:
    return {
        "fout": fout,
        "langste": LANGSTE_ZIN,
        "plekken": [(invulplek(ROEPNAAM), _("Noor")), *((invulplek(p), w["vrouw"]) for p, w in INVULPLEKKEN.items())],
    }


paden = [
    path("zinnen/", zinnen, name="zinnen"),
    path("zinnen/<uuid:zin_id>/", zin, name="zin"),
]
