"""How does a report go to a vo school outside the region: written down by its BRIN, and given along as a file?"""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from overstap.domain.dossiers.queries import dossier_for
from overstap.domain.overdrachten.actions import OverdrachtGeweigerd, geef_mee, leg_aanmelding_vast
from overstap.domain.overdrachten.queries import oso_bestand_for, overdrachten_for
from overstap.domain.scholen.actions import leg_school_buiten_vast
from overstap.domain.scholen.rules.buiten import SchoolGeweigerd
from overstap.foundation.access import NietGevonden, Recht
from overstap.web.components.downloads import stroom
from overstap.web.components.publiek import voor
from overstap.web.components.verzoek import Verzoek, getypt
from overstap.web.po.forms.buiten_regio import Buitenformulier
from overstap.web.po.forms.velden import foutregels
from overstap.web.po.openen import Naar, open_dossier


@voor("po")
@require_http_methods(["GET", "POST"])
def buiten_regio(request: Verzoek, dossier_id: UUID) -> HttpResponse:
    """Record an aanmelding at a school outside the region; sending it follows the same rules as any other."""
    request.actor.require(Recht.AANMELDING_VASTLEGGEN)
    dossier, _slot = open_dossier(request, dossier_id, "overdracht")
    form = Buitenformulier(getypt(request))
    if request.method == "POST" and form.is_valid() and _leg_vast(request, dossier_id, form):
        messages.success(request, _("De aanmelding is vastgelegd."))
        return Naar("po:overdracht", dossier_id=dossier_id)
    context = {
        "dossier": dossier,
        "form": form,
        "fouten": foutregels(form),
        "fout": bool(form.errors),
        "kruimels": [{"naam": _("Overdracht"), "url": reverse("po:overdracht", args=[dossier_id])}],
    }
    return render(request, "po/buiten_regio.html", context, status=422 if form.errors else 200)


def _leg_vast(request: Verzoek, dossier_id: UUID, form: Buitenformulier) -> bool:
    """Whether it was recorded; the reason why not stands in the form."""
    gegevens = dict(form.cleaned_data)
    aanmelding = {naam: gegevens.pop(naam) for naam in ("aangemeld_op", "wijze")}
    try:
        school_id = leg_school_buiten_vast(**gegevens, by=request.actor, at=request.nu)
        leg_aanmelding_vast(
            dossier_id=dossier_id, ontvanger_id=school_id, **aanmelding, by=request.actor, at=request.nu
        )
    except SchoolGeweigerd as reden:
        form.add_error("brin", reden.zin)
    except OverdrachtGeweigerd as reden:
        form.add_error("aangemeld_op" if reden.veld == "aangemeld_op" else "brin", reden.zin)
    return not form.errors


@voor("po")
@require_POST
def meegeven(request: Verzoek, dossier_id: UUID, aanmelding_id: UUID) -> HttpResponseBase:
    """Give the OSO file exactly as it was made for this school, and write down where it goes."""
    request.actor.require(Recht.DOSSIER_OVERDRAGEN)
    dossier = dossier_for(request.actor, dossier_id)
    lopend = overdrachten_for(request.actor, dossier).filter(aanmelding_id=aanmelding_id, ingetrokken_op=None).first()
    if lopend is None:
        raise NietGevonden
    overdracht = geef_mee(dossier_id=dossier_id, overdracht_id=lopend.id, by=request.actor, at=request.nu)
    inhoud = oso_bestand_for(request.actor, overdracht)
    if inhoud is None:
        messages.info(request, _("Dit bestand wordt nog gemaakt. Probeer het over een minuut opnieuw."))
        return Naar("po:overdracht", dossier_id=dossier_id)
    return stroom(inhoud, "application/xml", "oso", overdracht.id)


_OVERDRACHT = "dossiers/<uuid:dossier_id>/overdracht/"
paden = [
    path(f"{_OVERDRACHT}buiten-de-regio/", buiten_regio, name="buiten_regio"),
    path(f"{_OVERDRACHT}<uuid:aanmelding_id>/meegeven/", meegeven, name="meegeven"),
]
