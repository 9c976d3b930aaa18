"""Whom does the school let look along on its screens, until when, and what was looked at?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from overstap.domain.dossiers.queries import dossiers_for
from overstap.domain.meekijken.actions import sta_meekijken_toe, stop_meekijken
from overstap.domain.meekijken.queries import eerdere_for, helpers_for, lopend_for
from overstap.foundation.access import Recht, Rol
from overstap.foundation.audit.queries import gebeurtenissen_over_for
from overstap.web.components.bevestigen import na_bevestiging
from overstap.web.components.daad import lukt
from overstap.web.components.naar import Naar
from overstap.web.components.publiek import voor
from overstap.web.components.velden import foutregels
from overstap.web.components.verzoek import Verzoek, getypt
from overstap.web.po.forms.meekijken import Meekijkformulier

if TYPE_CHECKING:
    from overstap.domain.meekijken.models import Meekijktoestemming

_HIER = "po:meekijken"


@voor("po")
@require_http_methods(["GET", "POST"])
@na_bevestiging()
def meekijken(request: Verzoek) -> HttpResponse:
    """Let one helper look along for some minutes; show who does, and what was looked at before."""
    request.actor.require(Recht.MEEKIJKEN_TOESTAAN)
    helpers = list(helpers_for(request.actor))
    form = Meekijkformulier(helpers, getypt(request))
    if lukt(request, form, sta_meekijken_toe):
        messages.success(request, _("De helper kan nu meekijken. U kunt dat op elke bladzijde stoppen."))
        return Naar(_HIER)
    loopt = lopend_for(request.actor, request.nu)
    alle = [*([loopt] if loopt else []), *eerdere_for(request.actor, request.nu)]
    context = {
        "form": form,
        "helpers": helpers,
        "loopt": loopt,
        "keren": [(een, _blikken(request, een)) for een in alle],
        "fouten": foutregels(form),
        "fout": bool(form.errors),
        "kruimels": [{"naam": _("Mijn account"), "url": reverse("algemeen:account")}],
    }
    return render(request, "po/meekijken.html", context, status=422 if form.errors else 200)


@voor("po")
@require_POST
def stoppen(request: Verzoek) -> HttpResponse:
    """End it at once."""
    stop_meekijken(by=request.actor, at=request.nu)
    messages.success(request, _("Er kijkt niemand meer mee."))
    return Naar(_HIER) if request.actor.mag(Recht.MEEKIJKEN_TOESTAAN) else Naar("po:werkvoorraad")


def _blikken(request: Verzoek, toestemming: Meekijktoestemming) -> list[dict[str, Any]]:
    """Every page that the helper opened: when, and of which pupil or a list."""
    rijen = gebeurtenissen_over_for(request.actor, toestemming.id).filter(rol=Rol.MEEKIJKER.value)
    blikken = list(rijen.values_list("op", "dossier_id"))
    namen = {d.id: d.leerling.naam for d in dossiers_for(request.actor).filter(id__in={d for _op, d in blikken if d})}
    return [
        {"op": op, "wat": namen.get(dossier_id, _("een leerling")) if dossier_id else _("een lijst")}
        for op, dossier_id in blikken
    ]


paden = [
    path("meekijken/", meekijken, name="meekijken"),
    path("meekijken/stoppen/", stoppen, name="meekijken_stoppen"),
]
