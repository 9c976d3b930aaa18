"""How do the pupils of this basisschool fare after a year at the vo school? In counts, where it asked."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from overstap.domain.plaatsingen.actions import vraag_terugblik
from overstap.domain.plaatsingen.queries import terugvragen_for
from overstap.domain.plaatsingen.rules import Terugbliktijd, terugblikjaren
from overstap.domain.tellingen.queries import terugbliktelling_for
from overstap.foundation.access import NietGevonden, Recht
from overstap.foundation.klok import dag
from overstap.web.components.daad import probeer
from overstap.web.components.naar import Naar
from overstap.web.components.publiek import voor
from overstap.web.components.verzoek import Verzoek


@voor("po")
@require_http_methods(["GET", "POST"])
def terugblik(request: Verzoek) -> HttpResponse:
    """Ask, wait and read, by schooljaar."""
    request.actor.require(Recht.VOORTGANG_TELLEN)
    vandaag = dag(request.nu)
    jaren = terugblikjaren(vandaag)
    if request.method == "POST":
        if (jaar := request.POST.get("schooljaar", "")) not in jaren:
            raise NietGevonden
        probeer(request, vraag_terugblik, _("De vo-scholen zien nu dat u dit vraagt."), schooljaar=jaar)
        return Naar("po:terugblik")
    gevraagd = terugvragen_for(request.actor)
    context = {"jaren": [_jaar(request, jaar, gevraagd=jaar in gevraagd) for jaar in jaren]}
    return render(request, "po/terugblik.html", context)


def _jaar(request: Verzoek, jaar: str, *, gevraagd: bool) -> dict[str, Any]:
    vandaag, tijd = dag(request.nu), Terugbliktijd.van(jaar)
    return {
        "naam": jaar,
        "tijd": tijd,
        "gevraagd": gevraagd,
        "mag_vragen": tijd.mag_vragen(vandaag),
        "telling": terugbliktelling_for(request.actor, jaar, vandaag) if gevraagd else None,
    }


paden = [path("terugblik/", terugblik, name="terugblik")]
