"""Which zorgaanmeldingen wait at the samenwerkingsverband, how long, and for what?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from overstap.domain.scholen.rules import schooljaar_van
from overstap.domain.zorgroutes.queries import kaarten_for, zaken_for
from overstap.foundation.klok import dag
from overstap.web.components.kalender import band, stappen, termijnen, zaakdagen
from overstap.web.components.publiek import voor
from overstap.web.components.verzoek import Verzoek
from overstap.web.swv.filter import KOLOM_SLEUTELS, TABEL, Filter, kolom_van
from overstap.web.swv.zetten import zetten

if TYPE_CHECKING:
    from overstap.domain.zorgroutes.queries import Zaakregel

# So many cards a column: more stand in the table, which has pages.
PER_KOLOM = 12
PER_BLADZIJDE = 50


@voor("swv")
@require_GET
def bord(request: Verzoek) -> HttpResponse:
    """Show the cases that fit the filter, oldest first: as lists under headings, or as one table in pages."""
    filter_ = Filter.uit(request.GET, request.actor.id)
    alle = zaken_for(request.actor, at=request.nu, naam=filter_.q)
    regels = filter_.passend(alle)
    vandaag = dag(request.nu)
    datums = stappen(request.actor, request.soort, schooljaar_van(vandaag), vandaag)
    context: dict[str, Any] = {
        "band": band(datums, request.soort, vandaag),
        "termijnen": termijnen(zaakdagen(request.actor, request.soort), vandaag),
        "filter": filter_,
        "totaal": len(alle),
        "aantal": len(regels),
        "te_laat": sum(regel.te_laat for regel in alle),
        "filters": [
            (label, filter_.punten(naam, alle))
            for naam, label in (("wacht", _("Filter op wat wacht")), ("soort", _("Filter op route")))
        ],
        "zetten": zetten,
    }
    if filter_.beeld == TABEL:
        context["kolomfilters"] = filter_.punten("kolom", alle)
        blad = Paginator(regels, PER_BLADZIJDE).get_page(request.GET.get("pagina"))
        kaarten = kaarten_for(request.actor, [regel.route_id for regel in blad], at=request.nu)
        context["bladzijde"] = blad
        context["rijen"] = [kaarten[regel.route_id] for regel in blad if regel.route_id in kaarten]
        return render(request, "swv/tabel.html", context)
    kolommen = _kolommen(filter_, regels)
    getoond = [regel.route_id for kolom in kolommen for regel in kolom["regels"]]
    context |= {"kolommen": kolommen, "kaarten": kaarten_for(request.actor, getoond, at=request.nu)}
    return render(request, "swv/bord.html", context)


def _kolommen(filter_: Filter, regels: Sequence[Zaakregel]) -> list[dict[str, Any]]:
    """Every column with its first cards, and where the rest stands."""
    kolommen = []
    for sleutel, titel in KOLOM_SLEUTELS.items():
        eigen = [regel for regel in regels if kolom_van(regel) == titel]
        kolommen.append(
            {
                "id": sleutel,
                "titel": titel,
                "aantal": len(eigen),
                "regels": eigen[:PER_KOLOM],
                "rest": max(0, len(eigen) - PER_KOLOM),
                "href": filter_.adres(beeld=TABEL, kolom=sleutel),
            }
        )
    return kolommen


paden = [path("", bord, name="bord")]
