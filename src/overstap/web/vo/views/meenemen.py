"""Which reports in the inbox does the vo school take along in one go?"""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from overstap.domain.adviezen.enums import Niveau
from overstap.domain.overdrachten.queries import inbox_for
from overstap.foundation.access import Recht
from overstap.web.components import meenemen as gedeeld
from overstap.web.components.bevestigen import na_bevestiging
from overstap.web.components.jinja.filters import datum_jaar
from overstap.web.components.publiek import voor
from overstap.web.components.verzoek import Verzoek

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from overstap.domain.overdrachten.models import Overdracht

_PAGINA = "vo:meenemen"
_KOPPEN = (
    "Roepnaam", "Voorvoegsel", "Achternaam", "Basisschool", "BRIN", "Plaats", "Advies", "Verstuurd op", "Gelezen op",
    "Opgehaald op",
)  # fmt: skip


@voor("vo")
@require_http_methods(["GET", "POST"])
@na_bevestiging()
def meenemen(request: Verzoek) -> HttpResponse:
    """List everything in the inbox, and what was made of it; make a ZIP or a list of what is chosen."""
    request.actor.require(Recht.DOSSIER_ONTVANGEN)
    lijst = gedeeld.Lijst(_KOPPEN, {rij.id: rij for rij in _rijen(request)}, _cellen)
    if request.method == "POST":
        return gedeeld.neem_mee(request, lijst, _PAGINA)
    context = {
        "rijen": list(lijst.rijen.values()),
        "aantal": len(lijst.rijen),
        "niveaus": {niveau.value: niveau for niveau in Niveau},
        "klaar": gedeeld.klaar(request),
        "pagina_naam": _PAGINA,
        "haal_naam": "vo:bundel",
        "leeg_zin": _("Zodra een basisschool een rapport stuurt, staat het hier."),
        "kruimels": [{"naam": _("Inbox"), "url": reverse("vo:inbox")}],
    }
    return render(request, "vo/meenemen.html", context)


@voor("vo")
@require_POST
@na_bevestiging(lambda gestuurd: gestuurd.get("wat") != "weg")
def bundel(request: Verzoek, bundel_id: UUID) -> HttpResponseBase:
    """Hand a ZIP over, or throw it away."""
    return gedeeld.haal(request, bundel_id, _PAGINA)


def _rijen(request: Verzoek) -> QuerySet[Overdracht]:
    return inbox_for(request.actor).order_by("dossier__leerling__sorteernaam", "id")


def _cellen(rij: Overdracht) -> tuple[str, ...]:
    wie, school = rij.dossier.leerling, rij.school
    momenten = (rij.verstuurd_op, rij.gelezen_op, rij.opgehaald_op)
    return (
        wie.roepnaam, wie.voorvoegsel, wie.achternaam, school.naam, school.brin, school.plaats,
        Niveau(rij.advies).label if rij.advies else "",
        *(datum_jaar(moment) if moment else "" for moment in momenten),
    )  # fmt: skip


paden = [
    path("meenemen/", meenemen, name="meenemen"),
    path("meenemen/<uuid:bundel_id>/", bundel, name="bundel"),
]
