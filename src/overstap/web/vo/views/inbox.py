"""What came in from the basisscholen, and how far is this school with it?"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from overstap.domain.adviezen.enums import Niveau
from overstap.domain.importen.queries import ontvangsten_for
from overstap.domain.overdrachten.enums import Inboxstand
from overstap.domain.overdrachten.queries import inboxlijst_for, inboxtelling_for
from overstap.web.components.publiek import voor
from overstap.web.components.verzoek import Verzoek

PER_BLADZIJDE = 30
LANGSTE_NAAM = 100


@voor("vo")
@require_GET
def inbox(request: Verzoek) -> HttpResponse:
    """List what was sent here, newest first. Nothing is opened by looking at the list."""
    stand = _stand(request.GET.get("stand", ""))
    naam = request.GET.get("q", "")[:LANGSTE_NAAM].strip()
    telling = inboxtelling_for(request.actor)
    lijst = inboxlijst_for(request.actor, stand, naam)
    context = {
        "rijen": Paginator(lijst, PER_BLADZIJDE).get_page(request.GET.get("pagina")),
        "niveaus": {niveau.value: niveau for niveau in Niveau},
        "filters": list(_filters(telling, stand, naam)),
        "telling": telling,
        "van_buiten": () if stand else ontvangsten_for(request.actor, naam)[:PER_BLADZIJDE],
        "totaal": sum(telling.values()),
        "stand": stand,
        "q": naam,
        "adres": _adres(stand, naam, pagina=""),
    }
    return render(request, "vo/inbox.html", context)


def _stand(gevraagd: str) -> Inboxstand | None:
    return Inboxstand(gevraagd) if gevraagd in set(Inboxstand) else None


def _filters(telling: Mapping[Inboxstand, int], gekozen: Inboxstand | None, naam: str) -> list[dict[str, Any]]:
    alles = {"naam": _("Alles"), "n": sum(telling.values()), "href": _adres(None, naam), "actief": gekozen is None}
    return [alles] + [
        {"naam": stand.label, "n": aantal, "href": _adres(stand, naam), "actief": stand is gekozen}
        for stand, aantal in telling.items()
    ]


def _adres(stand: Inboxstand | None, naam: str, **verder: str) -> str:
    vraag = {**({"stand": stand.value} if stand else {}), **({"q": naam} if naam else {}), **verder}
    return f"{reverse('vo:inbox')}?{urlencode(vraag)}" if vraag else reverse("vo:inbox")
