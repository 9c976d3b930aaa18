"""What came in from the basisscholen, how far is this school with it, and what should be looked at first?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from overstap.domain.adviezen.enums import Niveau
from overstap.domain.importen.queries import ontvangsten_for
from overstap.domain.overdrachten.queries import bijgekomen_for
from overstap.domain.plaatsingen.enums import Aanmeldstatus, Inboxstand, Volgorde
from overstap.domain.plaatsingen.queries import inbox_van_for
from overstap.domain.plaatsingen.rules import OPEN
from overstap.foundation.klok import dag
from overstap.web.components.publiek import voor
from overstap.web.components.verzoek import Verzoek

PER_BLADZIJDE = 30
LANGSTE_NAAM = 100
_NIVEAUS = {niveau.value: niveau for niveau in Niveau}
_STATUSSEN = {status.value: status for status in Aanmeldstatus}


@dataclass(frozen=True)
class Vraag:
    """What of the inbox is shown and in which order; every link on the page keeps the rest of it."""

    stand: Inboxstand | None = None
    naam: str = ""
    volgorde: Volgorde = Volgorde.AANKOMST

    def adres(self, **anders: str) -> str:
        """The address of the inbox with something changed."""
        stand = self.stand.value if self.stand else ""
        volgorde = "" if self.volgorde is Volgorde.AANKOMST else self.volgorde.value
        alles = {"stand": stand, "q": self.naam, "volgorde": volgorde, **anders}
        pagina = {"pagina": ""} if "pagina" in alles else {}
        vraag = {naam: waarde for naam, waarde in alles.items() if waarde} | pagina
        return f"{reverse('vo:inbox')}?{urlencode(vraag)}" if vraag else reverse("vo:inbox")


class _Bladen(Paginator):
    """Pages of rows that were counted already, where nobody searched."""

    def __init__(self, rijen: Any, aantal: int | None) -> None:
        super().__init__(rijen, PER_BLADZIJDE)
        self._aantal = aantal

    @cached_property
    def count(self) -> int:
        return super().count if self._aantal is None else self._aantal


@voor("vo")
@require_GET
def inbox(request: Verzoek) -> HttpResponse:
    """List what was sent here. Nothing is opened by looking at the list."""
    vraag, vandaag = _gevraagd(request), dag(request.nu)
    gevonden = inbox_van_for(request.actor, vandaag, vraag.stand, vraag.naam, vraag.volgorde)
    aantal = gevonden.telling[vraag.stand] if vraag.stand else gevonden.totaal
    rijen = _Bladen(gevonden.rijen, None if vraag.naam else aantal).get_page(request.GET.get("pagina"))
    context = {
        "rijen": rijen,
        "bijgekomen": bijgekomen_for(request.actor, [rij.overdracht_id for rij in rijen if rij.overdracht_id]),
        "niveaus": _NIVEAUS,
        "statussen": _STATUSSEN,
        "open": OPEN,
        "filters": list(_filters(gevonden.telling, gevonden.totaal, vraag)),
        "kolommen": _kolommen(vraag),
        "telling": gevonden.telling,
        "van_buiten": () if vraag.stand else ontvangsten_for(request.actor, vraag.naam)[:PER_BLADZIJDE],
        "totaal": gevonden.totaal,
        "vraag": vraag,
        "vandaag": vandaag,
        "adres": vraag.adres(pagina=""),
    }
    return render(request, "vo/inbox.html", context)


def _gevraagd(request: Verzoek) -> Vraag:
    """What was asked for; what does not exist is left out, so that an old bookmark still works."""
    stand, volgorde = request.GET.get("stand", ""), request.GET.get("volgorde", "")
    return Vraag(
        stand=Inboxstand(stand) if stand in set(Inboxstand) else None,
        naam=request.GET.get("q", "")[:LANGSTE_NAAM].strip(),
        volgorde=Volgorde(volgorde) if volgorde in set(Volgorde) else Volgorde.AANKOMST,
    )


def _filters(telling: Mapping[Inboxstand, int], totaal: int, vraag: Vraag) -> list[dict[str, Any]]:
    alles = {"naam": _("Alles"), "n": totaal, "href": vraag.adres(stand=""), "actief": vraag.stand is None}
    return [alles] + [
        {"naam": stand.label, "n": aantal, "href": vraag.adres(stand=stand), "actief": stand is vraag.stand}
        for stand, aantal in telling.items()
    ]


def _kolommen(vraag: Vraag) -> list[dict[str, str] | str]:
    """The heads of the table: those that sort are links."""
    op = {volgorde: _kop(vraag, volgorde) for volgorde in Volgorde}
    return [
        {**op[Volgorde.NAAM], "naam": _("Leerling")}, _("Basisschool"), op[Volgorde.ADVIES], op[Volgorde.ZORG],
        op[Volgorde.AANKOMST], op[Volgorde.BESLUIT], _("Stand"), _("Volgende stap"),
    ]  # fmt: skip


def _kop(vraag: Vraag, volgorde: Volgorde) -> dict[str, str]:
    omhoog = volgorde in {Volgorde.NAAM, Volgorde.BESLUIT}
    richting = ("ascending" if omhoog else "descending") if volgorde is vraag.volgorde else ""
    gevraagd = "" if volgorde is Volgorde.AANKOMST else volgorde.value
    return {"naam": volgorde.label, "href": vraag.adres(volgorde=gevraagd), "richting": richting}
