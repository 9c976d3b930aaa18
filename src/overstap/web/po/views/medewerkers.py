"""Of which groups does a teacher follow the pupils?"""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from overstap.domain.overdrachten.queries import werkvoorraad_for
from overstap.domain.scholen.actions import AanstellingGeweigerd, zet_groepen
from overstap.domain.scholen.queries import aanstelling_for
from overstap.domain.scholen.rules import schooljaar_van
from overstap.foundation.access import Recht
from overstap.foundation.klok import dag
from overstap.web.components.publiek import voor
from overstap.web.components.verzoek import Verzoek, getypt
from overstap.web.po.forms.medewerkers import Groepenformulier
from overstap.web.po.forms.velden import foutregels
from overstap.web.po.openen import Naar


@voor("po")
@require_http_methods(["GET", "POST"])
def groepen(request: Verzoek, aanstelling_id: UUID) -> HttpResponse:
    """Choose the groups of a teacher."""
    request.actor.require(Recht.MEDEWERKERS_BEHEREN)
    aanstelling = aanstelling_for(request.actor, aanstelling_id)
    bekend = {regel.groep for regel in werkvoorraad_for(request.actor, schooljaar_van(dag(request.nu)), "", request.nu)}
    keuzes = sorted(bekend.union(aanstelling.groepen))
    form = Groepenformulier(keuzes, getypt(request), initial={"groepen": aanstelling.groepen})
    if request.method == "POST" and form.is_valid():
        try:
            zet_groepen(
                aanstelling_id=aanstelling_id, groepen=form.cleaned_data["groepen"], by=request.actor, at=request.nu
            )
        except AanstellingGeweigerd as reden:
            form.add_error(None, reden.zin)
        else:
            messages.success(
                request, _("De groepen van %(naam)s zijn opgeslagen.") % {"naam": aanstelling.account.naam}
            )
            return Naar("algemeen:medewerkers")
    context = {"mens": aanstelling.account, "form": form, "fouten": foutregels(form), "fout": bool(form.errors)}
    return render(request, "po/medewerker_groepen.html", context, status=422 if form.errors else 200)


paden = [path("medewerkers/<uuid:aanstelling_id>/groepen/", groepen, name="medewerker_groepen")]
