"""What came in from the basisscholen, how far is this school with it, and what should be looked at first?"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from overstap.domain.adviezen.enums import Niveau
from overstap.domain.importen.enums import Ontvangstherkomst
from overstap.domain.importen.queries import brins_in_regio_for, ontvangsten_for
from overstap.domain.overdrachten.queries import bijgekomen_for
from overstap.domain.plaatsingen.enums import Inboxstand, Volgorde
from overstap.domain.plaatsingen.queries import PER_BLADZIJDE, Inboxvraag, inbox_van_for
from overstap.domain.plaatsingen.rules import OPEN
from overstap.domain.scholen.rules import schooljaar_van
from overstap.foundation.access import Actor
from overstap.foundation.klok import dag
from overstap.web.components.kalender import band, stappen, termijnen, zaakdagen
from overstap.web.components.publiek import voor
from overstap.web.components.verzoek import Verzoek
from overstap.web.vo.ontvangstblad import herkomst_in_woorden

if TYPE_CHECKING:
    from overstap.domain.importen.models import Ontvangst

LANGSTE_NAAM = 100
VERSTE_BLADZIJDE = 100_000
_NIVEAUS = {niveau.value: niveau for niveau in Niveau}


@voor("vo")
@require_GET
def inbox(request: Verzoek) -> HttpResponse:
    """List what was sent here. Nothing is opened by looking at the list."""
    vraag, vandaag = _gevraagd(request), dag(request.nu)
    gevonden = inbox_van_for(request.actor, vandaag, vraag)
    datums = stappen(request.actor, request.soort, schooljaar_van(vandaag), vandaag)
    context = {
        "band": band(datums, request.soort, vandaag),
        "termijnen": termijnen(zaakdagen(request.actor, request.soort), vandaag),
        "rijen": gevonden.rijen,
        "bladzijde": Paginator(range(gevonden.gevonden), PER_BLADZIJDE).get_page(vraag.bladzijde),
        "bijgekomen": bijgekomen_for(request.actor, [rij.overdracht_id for rij in gevonden.rijen if rij.nieuw]),
        "niveaus": _NIVEAUS,
        "open": OPEN,
        "filters": list(_filters(gevonden.telling, gevonden.totaal, vraag)),
        "kolommen": _kolommen(vraag),
        "telling": gevonden.telling,
        "ingenomen": [] if vraag.stand else _ingenomen(request.actor, vraag.naam),
        "totaal": gevonden.totaal,
        "vraag": vraag,
        "naar": partial(_adres, vraag),
        "vandaag": vandaag,
    }
    return render(request, "vo/inbox.html", context)


def _ingenomen(actor: Actor, naam: str) -> list[tuple[Ontvangst, str]]:
    """The newest files that this school took in itself, each with where it came from in words."""
    rijen = list(ontvangsten_for(actor, naam)[:PER_BLADZIJDE])
    van_school = any(rij.herkomst == Ontvangstherkomst.BASISSCHOOL for rij in rijen)
    eigen = brins_in_regio_for(actor) if van_school else frozenset()
    return [(rij, herkomst_in_woorden(rij, in_regio=rij.van_brin in eigen)) for rij in rijen]


def _gevraagd(request: Verzoek) -> Inboxvraag:
    """What was asked for; what does not exist is left out, so that an old bookmark still works."""
    stand, volgorde, bladzijde = (request.GET.get(naam, "") for naam in ("stand", "volgorde", "pagina"))
    return Inboxvraag(
        stand=Inboxstand(stand) if stand in set(Inboxstand) else None,
        naam=request.GET.get("q", "")[:LANGSTE_NAAM].strip(),
        volgorde=Volgorde(volgorde) if volgorde in set(Volgorde) else Volgorde.AANKOMST,
        bladzijde=min(max(int(bladzijde[:9]), 1), VERSTE_BLADZIJDE) if bladzijde.isdecimal() else 1,
    )


def _adres(vraag: Inboxvraag, **anders: str) -> str:
    """The address of the inbox with something changed; every link on the page keeps the rest of the question."""
    stand = vraag.stand.value if vraag.stand else ""
    volgorde = "" if vraag.volgorde is Volgorde.AANKOMST else vraag.volgorde.value
    alles = {"stand": stand, "q": vraag.naam, "volgorde": volgorde, **anders}
    pagina = {"pagina": ""} if "pagina" in alles else {}
    deel = {naam: waarde for naam, waarde in alles.items() if waarde} | pagina
    return f"{reverse('vo:inbox')}?{urlencode(deel)}" if deel else reverse("vo:inbox")


def _filters(telling: Mapping[Inboxstand, int], totaal: int, vraag: Inboxvraag) -> list[dict[str, Any]]:
    alles = {"naam": _("Alles"), "n": totaal, "href": _adres(vraag, stand=""), "actief": vraag.stand is None}
    return [alles] + [
        {"naam": stand.label, "n": aantal, "href": _adres(vraag, stand=stand), "actief": stand is vraag.stand}
        for stand, aantal in telling.items()
    ]


def _kolommen(vraag: Inboxvraag) -> list[dict[str, str] | str]:
    """The heads of the table: those that sort are links."""
    op = {volgorde: _kop(vraag, volgorde) for volgorde in Volgorde}
    return [
        {**op[Volgorde.NAAM], "naam": _("Leerling")}, _("Basisschool"), op[Volgorde.ADVIES], op[Volgorde.ZORG],
        op[Volgorde.AANKOMST], op[Volgorde.BESLUIT], _("Stand"), _("Volgende stap"),
    ]  # fmt: skip


def _kop(vraag: Inboxvraag, volgorde: Volgorde) -> dict[str, str]:
    omhoog = volgorde in {Volgorde.NAAM, Volgorde.BESLUIT}
    richting = ("ascending" if omhoog else "descending") if volgorde is vraag.volgorde else ""
    gevraagd = "" if volgorde is Volgorde.AANKOMST else volgorde.value
    return {"naam": volgorde.label, "href": _adres(vraag, volgorde=gevraagd), "richting": richting}
