"""Which rights of pupil and parents does the school carry out here: restriction (AVG 18) and access (AVG 15)?"""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from overstap.domain.dossiers.actions import beperk_gebruik, geef_alles, hef_beperking_op
from overstap.domain.dossiers.enums import Beperkreden
from overstap.domain.dossiers.queries import beperking_for, dossier_for, slot_for
from overstap.domain.inzages.queries import verzoekers_for
from overstap.domain.scholen.queries import collegas_for
from overstap.foundation.access import NietGevonden, Recht
from overstap.web.components.bevestigen import na_bevestiging
from overstap.web.components.daad import lukt
from overstap.web.components.downloads import download
from overstap.web.components.publiek import voor
from overstap.web.components.verzoek import Verzoek, getypt
from overstap.web.po.forms.gegevens import Beperkformulier, Kopieformulier, Ophefformulier
from overstap.web.po.forms.velden import foutregels
from overstap.web.po.inzageverzoek import alles_van
from overstap.web.po.openen import Naar, open_dossier


@voor("po")
@require_http_methods(["GET", "POST"])
def gegevens(request: Verzoek, dossier_id: UUID) -> HttpResponse:
    """Show whether the use is restricted, and set or lift that with a reason."""
    request.actor.require(Recht.GEGEVENS_BEHEREN)
    dossier, slot = open_dossier(request, dossier_id, "gegevens")
    beperking = beperking_for(request.actor, dossier)
    form = Ophefformulier(getypt(request)) if beperking else Beperkformulier(getypt(request))
    if lukt(request, form, hef_beperking_op if beperking else beperk_gebruik, dossier_id=dossier_id):
        if beperking:
            messages.success(request, _("De beperking is opgeheven. Het rapport mag weer verstuurd worden."))
        else:
            messages.success(request, _("Het gebruik is beperkt. Er gaat niets meer weg tot u dit opheft."))
        return Naar("po:gegevens", dossier_id=dossier_id)
    door = collegas_for(request.actor, [beperking.gezet_door]) if beperking else {}
    context = {
        "dossier": dossier,
        "beperking": beperking,
        "reden": Beperkreden(beperking.reden) if beperking else None,
        "door": door.get(beperking.gezet_door, "") if beperking else "",
        "form": form,
        "kopie": Kopieformulier(verzoekers_for(request.actor, dossier, slot, request.nu)),
        "fouten": foutregels(form),
        "fout": bool(form.errors),
    }
    return render(request, "po/gegevens.html", context, status=422 if form.errors else 200)


@voor("po")
@require_POST
@na_bevestiging()
def alles(request: Verzoek, dossier_id: UUID) -> HttpResponse:
    """Give everything of one pupil as a ZIP, for who asked what the school keeps (AVG 15)."""
    geef_alles(dossier_id=dossier_id, by=request.actor, at=request.nu)
    dossier = dossier_for(request.actor, dossier_id)
    slot, gekozen = slot_for(request.actor, dossier), request.POST.get("voor") or Kopieformulier.NIEMAND
    allen = verzoekers_for(request.actor, dossier, slot, request.nu)
    wie = next((een for een in allen if str(een.inzage_id) == gekozen), None)
    if wie is None and gekozen != Kopieformulier.NIEMAND:
        raise NietGevonden
    inhoud = alles_van(request, dossier, slot, wie)
    return download(inhoud, "application/zip", "inzage", dossier_id)


paden = [
    path("dossiers/<uuid:dossier_id>/rechten/", gegevens, name="gegevens"),
    path("dossiers/<uuid:dossier_id>/rechten/alles/", alles, name="gegevens_alles"),
]
