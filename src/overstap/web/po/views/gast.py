"""How does a colleague of a basisschool without Overstap come in by an invitation, and what is there to do?"""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from overstap.domain.dossiers.enums import Staat, Stap
from overstap.domain.dossiers.queries import dossiers_for
from overstap.domain.dossiers.rules import NietInvulbaar, stap
from overstap.domain.gebruikers.actions import CodeOnjuist
from overstap.domain.gebruikers.queries import gast_for
from overstap.domain.overdrachten.actions import kom_binnen_als_gast, zet_eigen_school
from overstap.domain.overdrachten.queries import eigen_gastuitnodiging_for
from overstap.domain.overdrachten.rules import laatste_dag
from overstap.foundation.access import Rol
from overstap.web.components import pogingen
from overstap.web.components.actor import GAST_CODEMERK, GAST_SLEUTEL
from overstap.web.components.publiek import openbaar, voor
from overstap.web.components.verzoek import OpenVerzoek, Verzoek, getypt
from overstap.web.po.forms.gast import Schoolformulier
from overstap.web.po.forms.velden import foutregels
from overstap.web.po.openen import Naar

LANGSTE_CODE = 40


@openbaar
@require_http_methods(["GET", "POST"])
def deur(request: OpenVerzoek, gastcode_id: UUID) -> HttpResponse:
    """Ask for the code. A wrong, expired or withdrawn code and an unknown link all give the same answer."""
    if request.method == "POST":
        return _probeer(request, gastcode_id)
    binnen = request.actor is not None and request.actor.rol is Rol.GAST
    if binnen and request.session.get(GAST_SLEUTEL) == str(gastcode_id):
        return redirect("po:gast")
    # Whoever was inside a moment ago reads why not any more.
    gesloten = request.session.get(GAST_SLEUTEL) == str(gastcode_id)
    return render(request, "po/gastdeur.html", {"fout": "", "gesloten": gesloten})


@openbaar
@require_POST
def uitloggen(request: OpenVerzoek) -> HttpResponse:
    """Forget which guest was here."""
    request.session.flush()
    response = render(request, "po/gast_uitgelogd.html")
    # What the next person on this device finds under the back button is nothing.
    response.headers["Clear-Site-Data"] = '"cache"'
    return response


@voor("po")
@require_GET
def gast(request: Verzoek) -> HttpResponse:
    """Show by whom this school was invited, until when, and the one pupil; it is the first page of a guest."""
    uitnodiging = eigen_gastuitnodiging_for(request.actor)
    dossier = dossiers_for(request.actor).first()
    waar = stap(Staat(dossier.staat)) if dossier else None
    context = {
        "uitnodiging": uitnodiging,
        "tot": laatste_dag(uitnodiging.verloopt_op),
        "dossier": dossier,
        "stap": waar,
        "klaar": waar is Stap.BIJ_HET_VO,
    }
    return render(request, "po/gast.html", context)


@voor("po")
@require_http_methods(["GET", "POST"])
def school(request: Verzoek) -> HttpResponse:
    """Ask for the address of the own school, once; later it can be mended."""
    rij = eigen_gastuitnodiging_for(request.actor).school
    form = Schoolformulier(getypt(request), initial={**rij.gegevens, "plaats": rij.plaats})
    if request.method == "POST" and form.is_valid():
        try:
            zet_eigen_school(
                plaats=form.cleaned_data["plaats"], gegevens=form.gegevens, by=request.actor, at=request.nu
            )
        except NietInvulbaar as fout:
            form.add_error(None, fout.zin)
        else:
            messages.success(request, _("De gegevens van uw school zijn bewaard."))
            return Naar("po:gast")
    context = {
        "form": form,
        "fouten": foutregels(form),
        "fout": bool(form.errors),
        "kruimels": [{"naam": _("Uw uitnodiging"), "url": reverse("po:gast")}],
    }
    return render(request, "po/gast_school.html", context, status=422 if form.errors else 200)


def _probeer(request: OpenVerzoek, gastcode_id: UUID) -> HttpResponse:
    if pogingen.te_veel(request, request.nu):
        return render(request, "po/gastdeur.html", {"fout": "", "wacht": True}, status=429)
    getypt = request.POST.get("code", "")[:LANGSTE_CODE]
    try:
        kom_binnen_als_gast(gastcode_id=gastcode_id, getypt=getypt, by=None, at=request.nu)
    except CodeOnjuist:
        pogingen.tel(request, request.nu)
        fout = _("Deze code klopt niet, of werkt niet meer.")
        return render(request, "po/gastdeur.html", {"fout": fout}, status=422)
    gevonden = gast_for(None, gastcode_id, request.nu)
    # A fresh session: nothing of who used this browser before, and a new key.
    request.session.flush()
    if gevonden is not None:
        request.session[GAST_SLEUTEL], request.session[GAST_CODEMERK] = str(gastcode_id), gevonden[1]
    return redirect("po:gast")


paden = [
    path("gast/", gast, name="gast"),
    path("gast/school/", school, name="gast_school"),
    path("gast/uitloggen/", uitloggen, name="gast_uitloggen"),
    path("gast/<uuid:gastcode_id>/", deur, name="gastdeur"),
]
