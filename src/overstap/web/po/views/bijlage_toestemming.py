"""What did the parents say of one attachment, to which words, and how do they take it back?"""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from overstap.domain.bijlagen.actions import trek_toestemming_in
from overstap.domain.bijlagen.enums import Bijlagesoort, Ontvanger
from overstap.domain.bijlagen.queries import leesbaar_for, toestemmingen_van_for
from overstap.domain.bijlagen.rules import en
from overstap.foundation.access import NietGevonden, Recht
from overstap.web.components.publiek import voor
from overstap.web.components.verzoek import Verzoek
from overstap.web.po.openen import Naar, open_dossier


@voor("po")
@require_http_methods(["GET", "POST"])
def toestemming(request: Verzoek, dossier_id: UUID, bijlage_id: UUID) -> HttpResponse:
    """Show everything the parents said of this attachment; take back what runs now."""
    if request.method == "POST":
        request.actor.require(Recht.BIJLAGE_VRIJGEVEN)
    dossier, slot = open_dossier(request, dossier_id, "bijlagen")
    bijlage = next((een for een in leesbaar_for(request.actor, dossier, slot) if een.rij.id == bijlage_id), None)
    if bijlage is None:
        raise NietGevonden
    if request.method == "POST":
        trek_toestemming_in(dossier_id=dossier_id, bijlage_id=bijlage_id, by=request.actor, at=request.nu)
        messages.success(request, _("De toestemming is ingetrokken. De bijlage gaat niet meer mee."))
        return Naar("po:bijlagen", dossier_id=dossier_id)
    gezegd = toestemmingen_van_for(request.actor, bijlage.rij, slot)
    context = {
        "dossier": dossier,
        "bijlage": bijlage,
        "bijlagesoort": Bijlagesoort(bijlage.rij.soort),
        "gezegd": [(een, en(ontvanger for ontvanger in Ontvanger if ontvanger in een.rij.voor)) for een in gezegd],
        "loopt": any(een.rij.ingetrokken_op is None for een in gezegd),
        "mag": request.actor.mag(Recht.BIJLAGE_VRIJGEVEN),
    }
    return render(request, "po/bijlage_toestemming.html", context)


paden = [
    path("dossiers/<uuid:dossier_id>/bijlagen/<uuid:bijlage_id>/toestemming/", toestemming, name="bijlage_toestemming"),
]
