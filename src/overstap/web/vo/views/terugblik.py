"""Where do the pupils of a vo school stand after a year, for the basisscholen that asked?"""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from overstap.domain.plaatsingen.actions import leg_terugblik_vast
from overstap.domain.plaatsingen.enums import Vervolgstand
from overstap.domain.plaatsingen.queries import Terugblikrij, terugblik_for
from overstap.domain.plaatsingen.rules import Terugbliktijd, terugblikjaren
from overstap.foundation.access import Recht
from overstap.foundation.klok import dag
from overstap.foundation.weigering import Weigering
from overstap.web.components.naar import Naar
from overstap.web.components.publiek import voor
from overstap.web.components.verzoek import Verzoek


@voor("vo")
@require_http_methods(["GET", "POST"])
def terugblik(request: Verzoek) -> HttpResponse:
    """One question for each pupil; outside the months the page says when."""
    request.actor.require(Recht.BESLUIT_NEMEN)
    vandaag = dag(request.nu)
    jaren = terugblikjaren(vandaag)
    jaar = next((een for een in jaren if Terugbliktijd.van(een).mag_invullen(vandaag)), "")
    rijen = terugblik_for(request.actor, jaar) if jaar else []
    fout = ""
    if request.method == "POST":
        try:
            aantal = leg_terugblik_vast(
                schooljaar=jaar or next(iter(jaren), "2000-2001"), standen=_gekozen(request, rijen), by=request.actor,
                at=request.nu,
            )  # fmt: skip
        except Weigering as weigering:
            fout = weigering.zin
        else:
            zin = ngettext("Bewaard: %(num)s leerling gewijzigd.", "Bewaard: %(num)s leerlingen gewijzigd.", aantal)
            messages.success(request, zin % {"num": aantal})
            return Naar("vo:terugblik")
    context: dict[str, Any] = {
        "jaar": jaar, "rijen": rijen, "standen": Vervolgstand, "fout": fout,
        "ingevuld": sum(rij.stand is not None for rij in rijen),
        "lezen_vanaf": Terugbliktijd.van(jaar).lezen_vanaf if jaar else None,
    }  # fmt: skip
    return render(request, "vo/terugblik.html", context, status=422 if fout else 200)


def _gekozen(request: Verzoek, rijen: list[Terugblikrij]) -> dict[UUID, Vervolgstand | None]:
    """What was chosen of each pupil on the page; what is no choice of ours is none."""
    bekend = {stand.value: stand for stand in Vervolgstand}
    return {
        rij.plaatsing_id: bekend.get(request.POST.get(f"stand-{rij.plaatsing_id}", ""))
        for rij in rijen
        if f"stand-{rij.plaatsing_id}" in request.POST
    }


paden = [path("terugblik/", terugblik, name="terugblik")]
