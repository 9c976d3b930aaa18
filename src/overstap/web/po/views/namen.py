"""How does the name of somebody else leave the report?"""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from overstap.domain.dossiers.rules import NietInvulbaar
from overstap.domain.rapporten.actions import NaamGeweigerd, vervang_naam
from overstap.foundation.access import Recht
from overstap.web.components.publiek import voor
from overstap.web.components.verzoek import Verzoek, getypt
from overstap.web.po.forms.namen import Naam
from overstap.web.po.forms.velden import foutregels
from overstap.web.po.openen import Naar, open_dossier


@voor("po")
@require_http_methods(["GET", "POST"])
def namen(request: Verzoek, dossier_id: UUID) -> HttpResponse:
    """Ask for a name and who that is, and put the one in the place of the other."""
    request.actor.require(Recht.RAPPORT_INVULLEN)
    dossier, _slot = open_dossier(request, dossier_id, "dossier")
    form = Naam(getypt(request), auto_id="naam-%s")
    if form.is_bound and form.is_valid() and _vervang(request, dossier_id, form):
        return Naar("po:namen", dossier_id=dossier_id)
    fouten = foutregels(form) if form.is_bound else []
    context = {
        "dossier": dossier,
        "naam": dossier.leerling.naam,
        "form": form,
        "fouten": fouten,
        "fout": bool(fouten),
        "kruimels": [{
            "naam": _("Rapport van %(naam)s") % {"naam": dossier.leerling.naam},
            "url": reverse("po:dossier", kwargs={"dossier_id": dossier.id}),
        }],
    }  # fmt: skip
    return render(request, "po/namen.html", context, status=422 if fouten else 200)


def _vervang(request: Verzoek, dossier_id: UUID, form: Naam) -> bool:
    schoon = form.cleaned_data
    try:
        keer = vervang_naam(dossier_id=dossier_id, by=request.actor, at=request.nu, **schoon)
    except (NaamGeweigerd, NietInvulbaar) as reden:
        form.add_error("naam", reden.zin)
        return False
    tekst = ngettext(
        "De naam is op %(n)s plaats vervangen door “%(rol)s”.",
        "De naam is op %(n)s plaatsen vervangen door “%(rol)s”.", keer,
    )  # fmt: skip
    messages.success(request, tekst % {"n": keer, "rol": schoon["rolwoord"].label})
    return True


paden = [path("dossiers/<uuid:dossier_id>/namen/", namen, name="namen")]
