"""Over all zorgaanmeldingen that go over the line (OSO): how far is each?"""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from overstap.domain.overdrachten.enums import Meldstand
from overstap.domain.overdrachten.rules.lijn import GELUKT
from overstap.domain.zorgroutes.queries.lijn import Lijnregel, zorglijnen_for
from overstap.web.components.publiek import voor
from overstap.web.components.verzoek import Verzoek


@voor("po")
@require_GET
def lijst(request: Verzoek) -> HttpResponse:
    """Show every zorgaanmelding that was offered to the own system of a samenwerkingsverband, the newest first."""
    context = {
        "rijen": [_rij(regel) for regel in zorglijnen_for(request.actor)],
        "kruimels": [{"naam": _("Overdracht"), "url": reverse("po:overdracht_lijst")}],
    }
    return render(request, "po/zorglijn_lijst.html", context)


def _rij(regel: Lijnregel) -> dict[str, Any]:
    stand, kleur, icoon = _stand(regel)
    return {
        "regel": regel,
        "rij": regel.rij,
        "gemeld": regel.rij.aangeboden_op if regel.meldstand is Meldstand.ONTVANGEN else None,
        "stand": stand,
        "kleur": kleur,
        "icoon": icoon,
    }


def _stand(regel: Lijnregel) -> tuple[str, str, str]:
    """How far it is in the words of the page of one, its colour and its picture; what a person must do first."""
    rij = regel.rij
    standen = (
        (regel.route.ingetrokken_op, _("Ingetrokken"), "", "sluit"),
        (rij.antwoord_op, _("Teruggekoppeld"), "groen", "klaar"),
        (regel.meldstand is Meldstand.NIET_GELUKT, _("Bericht niet aangekomen"), "rood", "fout"),
        (rij.uitkomst not in {"", GELUKT}, _("Opgevraagd, niet gegeven"), "amber", "letop"),
        (regel.nieuwer, _("Er is een nieuwer bestand"), "amber", "letop"),
        (rij.opgehaald_op, _("Opgehaald"), "groen", "klaar"),
        (regel.meldstand is Meldstand.ONDERWEG, _("Wordt gemeld"), "paars", "wacht"),
        (True, _("Klaargezet"), "blauw", "brief"),
    )
    return next((zin, kleur, icoon) for waar, zin, kleur, icoon in standen if waar)


paden = [path("overdracht/zorgaanmeldingen/", lijst, name="zorglijn_lijst")]
