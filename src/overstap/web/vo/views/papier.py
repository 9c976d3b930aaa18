"""How does a vo school take in the paper form of a pupil from outside the region: a typed identity beside a scan?"""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from overstap.domain.bijlagen.rules import GRENZEN
from overstap.domain.importen.actions import neem_ontvangst_in
from overstap.domain.importen.enums import Ontvangstherkomst
from overstap.domain.importen.rules import ImportGeweigerd
from overstap.foundation.access import Recht
from overstap.foundation.klok import dag
from overstap.web.components.naar import Naar
from overstap.web.components.publiek import voor
from overstap.web.components.velden import foutregels
from overstap.web.components.verzoek import Verzoek
from overstap.web.vo.forms.papier import MEESTE, Papierformulier

_MB = 1024 * 1024


@voor("vo")
@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
def papier(request: Verzoek) -> HttpResponse:
    """Ask who the pupil is and for the scan; then keep both as a report that came from outside the region."""
    request.actor.require(Recht.DOSSIER_ONTVANGEN)
    getypt = (request.POST, request.FILES) if request.method == "POST" else ()
    form = Papierformulier(*getypt, vandaag=dag(request.nu))
    if request.method == "POST" and form.is_valid():
        try:
            ontvangst_id = neem_ontvangst_in(
                gelezen=form.gelezen(), herkomst=Ontvangstherkomst.BASISSCHOOL, by=request.actor, at=request.nu
            )
        except ImportGeweigerd as fout:
            form.add_error(None, fout.zin)
        else:
            messages.success(request, _("Het formulier is ingenomen. Het staat ook in uw inbox."))
            return Naar("vo:ontvangst", ontvangst_id=ontvangst_id)
    context = {
        "form": form,
        "scanfouten": form.non_field_errors(),
        "fouten": [{**fout, "href": "#scans"} if fout["href"] == "#inhoud" else fout for fout in foutregels(form)],
        "meeste": MEESTE,
        "mb": GRENZEN.per_stuk // _MB,
        "kruimels": [{"naam": _("Bestand van buiten de regio"), "url": reverse("vo:innemen")}],
    }
    return render(request, "vo/papier.html", context, status=422 if form.errors else 200)


paden = [path("innemen/papier/", papier, name="papier")]
