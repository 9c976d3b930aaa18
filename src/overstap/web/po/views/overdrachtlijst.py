"""Over all pupils: which reports can be sent, which were, and did the vo school fetch and read them?"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.urls import path
from django.views.decorators.http import require_GET

from overstap.domain.dossiers.rules import INVULBAAR
from overstap.domain.overdrachten.queries import (
    Bestemming,
    Regel,
    bestemmingen_for,
    oso_mislukt_for,
    wachtenden_for,
    werkvoorraad_for,
)
from overstap.domain.overdrachten.queries.lijn import Lijnvraag, lijnvragen_for
from overstap.domain.scholen.rules import schooljaar_van
from overstap.domain.zorgroutes.queries.lijn import zorglijnen_for
from overstap.foundation.access import Recht
from overstap.foundation.klok import dag
from overstap.web.components.meekijken import meekijkbaar
from overstap.web.components.publiek import voor
from overstap.web.components.verzoek import Verzoek
from overstap.web.po.standlijst import Stand, toon
from overstap.web.po.views import aanmeldstatus


class Reisstand(Stand):
    """How far a report is on its way."""

    MISLUKT = "mislukt", "Bestand mislukt", "rood", "fout", "Maak het bestand opnieuw"
    MELDEN = "melden", "Opgevraagd, nu klaar", "amber", "brief", "Laat weten dat het klaarstaat"
    GEVRAAGD = "gevraagd", "Vo-school vraagt erom", "amber", "school", "Geef vrij of bekijk"
    STUREN = "sturen", "Kan verstuurd", "blauw", "pijl", "Stuur naar vo-school"
    AANMELDEN = "aanmelden", "Aanmelding volgt", "blauw", "school", "Leg aanmelding vast"
    VERSTUURD = "verstuurd", "Verstuurd", "paars", "wacht", "Bekijk"
    GELEZEN = "gelezen", "Gelezen", "groen", "klaar", "Bekijk"
    NOG_NIET = "nog_niet", "Nog niet definitief", "", "slot", "Bekijk"


@voor("po")
@meekijkbaar
@require_GET
def lijst(request: Verzoek) -> HttpResponse:
    """Show all pupils of this school year; `?stand=` keeps those of one kind."""
    regels = werkvoorraad_for(request.actor, schooljaar_van(dag(request.nu)), "", request.nu)
    waarheen = bestemmingen_for(request.actor, [regel.dossier_id for regel in regels])
    gestuurd = [plek.overdracht for plekken in waarheen.values() for plek in plekken if plek.overdracht]
    mislukt = oso_mislukt_for(request.actor, gestuurd)
    gevraagd = wachtenden_for(request.actor, [regel.dossier_id for regel in regels])
    lijn = lijnvragen_for(request.actor, [regel.dossier_id for regel in regels])
    rijen = [
        _rij(regel, waarheen.get(regel.dossier_id, []), mislukt, gevraagd, lijn.get(regel.dossier_id, []))
        for regel in regels
    ]
    mag = request.actor.mag(Recht.DOSSIER_OVERDRAGEN)
    over_de_lijn = request.actor.mag(Recht.ZORGROUTE_LOPEN) and bool(zorglijnen_for(request.actor))
    return toon(request, "po/overdracht_lijst.html", rijen, Reisstand, mag_meenemen=mag, over_de_lijn=over_de_lijn)


def _rij(
    regel: Regel,
    bestemmingen: list[Bestemming],
    mislukt: frozenset[UUID],
    gevraagd: Mapping[UUID, object],
    lijn: list[Lijnvraag],
) -> dict[str, Any]:
    stand = Reisstand.GEVRAAGD if regel.dossier_id in gevraagd else _stand(regel, bestemmingen, mislukt)
    if stand in {Reisstand.VERSTUURD, Reisstand.GELEZEN} and any(vraag.mag_melden for vraag in lijn):
        stand = Reisstand.MELDEN
    over_de_lijn = {vraag.rij.vrager_id: vraag.rij for vraag in lijn}
    return {"regel": regel, "bestemmingen": bestemmingen, "stand": stand, "lijn": over_de_lijn}


def _stand(regel: Regel, bestemmingen: list[Bestemming], mislukt: frozenset[UUID]) -> Reisstand:
    if any(plek.overdracht and plek.overdracht.id in mislukt for plek in bestemmingen):
        return Reisstand.MISLUKT
    if regel.feiten.staat in INVULBAAR:
        return Reisstand.NOG_NIET
    if not bestemmingen:
        return Reisstand.AANMELDEN
    lopend = [bestemming.overdracht for bestemming in bestemmingen if bestemming.overdracht and bestemming.loopt]
    if len(lopend) < len(bestemmingen):
        return Reisstand.STUREN
    return Reisstand.GELEZEN if all(gestuurd.gelezen_op for gestuurd in lopend) else Reisstand.VERSTUURD


paden = [path("overdracht/", lijst, name="overdracht_lijst"), *aanmeldstatus.paden]
