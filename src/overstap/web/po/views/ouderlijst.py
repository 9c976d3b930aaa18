"""Over all pupils: which parents must still be invited, who is reading, and who answered?"""

from __future__ import annotations

from django.http import HttpResponse
from django.urls import path
from django.views.decorators.http import require_GET

from overstap.domain.dossiers.rules import INVULBAAR
from overstap.domain.inzages.queries import antwoordtermijnen_for, dossiers_met_codeverzoek_for
from overstap.domain.overdrachten.queries import Regel, werkvoorraad_for
from overstap.domain.scholen.rules import schooljaar_van
from overstap.foundation.klok import dag
from overstap.web.components.meekijken import meekijkbaar
from overstap.web.components.publiek import voor
from overstap.web.components.verzoek import Verzoek
from overstap.web.po.standlijst import Stand, toon


class Ouderstand(Stand):
    """How far the parents of one pupil are."""

    BIJ_U = "bij_u", "Wacht op u", "blauw", "letop", "Lees en antwoord"
    UITNODIGEN = "uitnodigen", "Nog uitnodigen", "", "open", "Nodig ouders uit"
    LEZEN = "lezen", "Ouders lezen", "paars", "wacht", "Bekijk"
    GEANTWOORD = "geantwoord", "Geantwoord", "groen", "klaar", "Bekijk"
    KLAAR = "klaar", "Rapport definitief", "kaal", "klaar", "Bekijk"


@voor("po")
@meekijkbaar
@require_GET
def lijst(request: Verzoek) -> HttpResponse:
    """Show all pupils of this school year; `?stand=` keeps those of one kind."""
    regels = werkvoorraad_for(request.actor, schooljaar_van(dag(request.nu)), "", request.nu)
    vraagt_code = dossiers_met_codeverzoek_for(request.actor)
    termijnen = antwoordtermijnen_for(request.actor)
    rijen = [
        {
            "regel": regel,
            "stand": _stand(regel, wacht=regel.dossier_id in vraagt_code),
            "antwoord_voor": termijnen.get(regel.dossier_id),
        }
        for regel in regels
    ]
    return toon(request, "po/ouders_lijst.html", rijen, Ouderstand)


def _stand(regel: Regel, *, wacht: bool) -> Ouderstand:
    """How far the parents of one pupil are; `wacht` says that one of them asked for a new code."""
    feiten = regel.feiten
    mislukt = feiten.ouders.mislukt > 0 and feiten.staat in INVULBAAR
    if feiten.open_correcties or feiten.nieuwe_zienswijzen or wacht or mislukt:
        return Ouderstand.BIJ_U
    if feiten.staat not in INVULBAAR:
        return Ouderstand.KLAAR
    if feiten.ouders.aangeboden == 0 or feiten.ouders.mist_iemand:
        return Ouderstand.UITNODIGEN
    return Ouderstand.GEANTWOORD if feiten.ouders.iedereen_antwoordde else Ouderstand.LEZEN


paden = [path("ouders/", lijst, name="ouders_lijst")]
