"""Which definitive reports does the basisschool take along in one go, for its own leerlingadministratie and archive?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple
from uuid import UUID

from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from overstap.domain.dossiers.rules import BEVROREN
from overstap.domain.overdrachten.queries import Bestemming, Regel, bestemmingen_for, vrij_for, werkvoorraad_for
from overstap.domain.scholen.rules import schooljaar_van
from overstap.foundation.access import Recht
from overstap.foundation.klok import dag
from overstap.web.components import meenemen as gedeeld
from overstap.web.components.bevestigen import na_bevestiging
from overstap.web.components.jinja.filters import datum_jaar
from overstap.web.components.publiek import voor
from overstap.web.components.verzoek import Verzoek

_PAGINA = "po:meenemen"
_KOPPEN = (
    "Roepnaam", "Achternaam", "Groep", "Voorlopig advies", "Definitief advies", "Stand", "Vrijgegeven", "Vo-scholen",
    "Verstuurd op",
)  # fmt: skip


class Rij(NamedTuple):
    """One pupil whose report is definitive."""

    regel: Regel
    bestemmingen: Sequence[Bestemming]
    vrij: bool


@voor("po")
@require_http_methods(["GET", "POST"])
@na_bevestiging()
def meenemen(request: Verzoek) -> HttpResponse:
    """List the pupils whose report is definitive, and what was made of them; make a ZIP or a list of what is chosen."""
    request.actor.require(Recht.DOSSIER_OVERDRAGEN)
    lijst = gedeeld.Lijst(_KOPPEN, _rijen(request), _cellen)
    if request.method == "POST":
        return gedeeld.neem_mee(request, lijst, _PAGINA)
    context = {
        "rijen": list(lijst.rijen.values()),
        "aantal": len(lijst.rijen),
        "klaar": gedeeld.klaar(request),
        "pagina_naam": _PAGINA,
        "haal_naam": "po:bundel",
        "leeg_zin": _("Zodra een rapport definitief is, staat het hier."),
        "kruimels": [{"naam": _("Overdracht"), "url": reverse("po:overdracht_lijst")}],
    }
    return render(request, "po/meenemen.html", context)


@voor("po")
@require_POST
@na_bevestiging(lambda gestuurd: gestuurd.get("wat") != "weg")
def bundel(request: Verzoek, bundel_id: UUID) -> HttpResponseBase:
    """Hand a ZIP over, or throw it away."""
    return gedeeld.haal(request, bundel_id, _PAGINA)


def _rijen(request: Verzoek) -> dict[UUID, Rij]:
    alle = werkvoorraad_for(request.actor, schooljaar_van(dag(request.nu)), "", request.nu)
    regels = [regel for regel in alle if regel.feiten.staat in BEVROREN]
    ids = [regel.dossier_id for regel in regels]
    waarheen, vrij = bestemmingen_for(request.actor, ids), vrij_for(request.actor, ids)
    return {
        regel.dossier_id: Rij(regel, waarheen.get(regel.dossier_id, ()), regel.dossier_id in vrij) for regel in regels
    }


def _cellen(rij: Rij) -> tuple[str, ...]:
    feiten, regel = rij.regel.feiten, rij.regel
    verstuurd = [plek.overdracht.verstuurd_op for plek in rij.bestemmingen if plek.overdracht and plek.loopt]
    return (
        regel.roepnaam, regel.rest, regel.groep,
        feiten.voorlopig.label if feiten.voorlopig else "", feiten.definitief.label if feiten.definitief else "",
        feiten.staat.label, "ja" if rij.vrij else "nee",
        ", ".join(plek.aanmelding.ontvanger.naam for plek in rij.bestemmingen),
        ", ".join(datum_jaar(op) for op in verstuurd),
    )  # fmt: skip


paden = [
    path("overdracht/meenemen/", meenemen, name="meenemen"),
    path("overdracht/meenemen/<uuid:bundel_id>/", bundel, name="bundel"),
]
