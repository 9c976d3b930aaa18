"""Over all pupils: which parents must still be invited, who is reading, and who answered?"""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.urls import path
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST

from overstap.domain.dossiers.rules import INVULBAAR
from overstap.domain.inzages.actions import herinner_ouders
from overstap.domain.inzages.queries import antwoordtermijnen_for, dossiers_met_codeverzoek_for, te_herinneren_for
from overstap.domain.overdrachten.queries import Regel, werkvoorraad_for
from overstap.domain.scholen.rules import schooljaar_van
from overstap.foundation.access import Recht
from overstap.foundation.klok import dag
from overstap.web.components.meekijken import meekijkbaar
from overstap.web.components.naar import Naar
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
    mag = request.actor.mag(Recht.OUDERS_UITNODIGEN)
    herinneren = len(te_herinneren_for(request.actor, dag(request.nu))) if mag else 0
    return toon(request, "po/ouders_lijst.html", rijen, Ouderstand, herinneren=herinneren)


@voor("po")
@require_POST
def herinner(request: Verzoek) -> HttpResponse:
    """Remind everybody who did not answer."""
    request.actor.require(Recht.WERKVOORRAAD_BEKIJKEN)
    aantal = herinner_ouders(by=request.actor, at=request.nu)
    zin = ngettext("%(num)s ouder krijgt een herinnering.", "%(num)s ouders krijgen een herinnering.", aantal)
    messages.success(request, zin % {"num": aantal} if aantal else _("Nu hoeft niemand een herinnering te krijgen."))
    return Naar("po:ouders_lijst")


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


paden = [
    path("ouders/", lijst, name="ouders_lijst"),
    path("ouders/herinneren/", herinner, name="ouders_herinneren"),
]
