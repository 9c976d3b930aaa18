"""Over all pupils: which parents must still be invited, who is reading, and who answered?"""

from __future__ import annotations

from typing import Any, Self

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from overstap.domain.dossiers.rules import INVULBAAR
from overstap.domain.overdrachten.queries import Regel, werkvoorraad_for
from overstap.domain.scholen.rules import schooljaar_van
from overstap.foundation.choice import Choice
from overstap.foundation.klok import dag
from overstap.web.components.publiek import voor
from overstap.web.components.verzoek import Verzoek


class Ouderstand(Choice):
    """How far the parents of one pupil are. Columns: key, label, colour, icon, the verb of the next step."""

    kleur: str
    icoon: str
    stap: str

    BIJ_U = "bij_u", "Wacht op u", "blauw", "letop", "Lees en antwoord"
    UITNODIGEN = "uitnodigen", "Nog uitnodigen", "", "open", "Nodig ouders uit"
    LEZEN = "lezen", "Ouders lezen", "paars", "wacht", "Bekijk"
    GEANTWOORD = "geantwoord", "Geantwoord", "groen", "klaar", "Bekijk"
    KLAAR = "klaar", "Rapport definitief", "kaal", "klaar", "Bekijk"

    def __new__(cls, value: str, label: str = "", kleur: str = "", icoon: str = "", stap: str = "") -> Self:
        member = str.__new__(cls, value)
        member._value_ = value
        member.label, member.kleur, member.icoon, member.stap = label, kleur, icoon, stap
        return member


@voor("po")
@require_GET
def lijst(request: Verzoek) -> HttpResponse:
    """Show all pupils of this school year; `?stand=` keeps those of one kind."""
    regels = werkvoorraad_for(request.actor, schooljaar_van(dag(request.nu)), "", request.nu)
    rijen = [(regel, _stand(regel)) for regel in regels]
    gekozen = request.GET.get("stand", "")
    context = {
        "rijen": [rij for rij in rijen if not gekozen or rij[1] == gekozen],
        "aantal": len(rijen),
        "filters": _filters([stand for _regel, stand in rijen], gekozen),
    }
    return render(request, "po/ouders_lijst.html", context)


def _stand(regel: Regel) -> Ouderstand:
    feiten = regel.feiten
    if feiten.open_correcties or feiten.nieuwe_zienswijzen:
        return Ouderstand.BIJ_U
    if feiten.staat not in INVULBAAR:
        return Ouderstand.KLAAR
    if feiten.ouders.aangeboden == 0:
        return Ouderstand.UITNODIGEN
    return Ouderstand.GEANTWOORD if feiten.ouders.iedereen_antwoordde else Ouderstand.LEZEN


def _filters(standen: list[Ouderstand], gekozen: str) -> list[dict[str, Any]]:
    alle = {"naam": _("Alle leerlingen"), "n": len(standen), "href": "?", "actief": not gekozen}
    return [
        alle,
        *(
            {"naam": stand.label, "n": standen.count(stand), "href": f"?stand={stand}", "actief": stand == gekozen}
            for stand in Ouderstand
        ),
    ]


paden = [path("ouders/", lijst, name="ouders_lijst")]
