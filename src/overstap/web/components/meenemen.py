"""How does somebody take many reports along: one ZIP that a worker makes, fetched once, or a list for a spreadsheet?

A basisschool takes its own reports, a vo school what was sent there; their pages share this and know their own rows.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _

from overstap.domain.overdrachten.actions import (
    OverdrachtGeweigerd,
    gooi_bundel_weg,
    haal_bundel_op,
    noteer_lijst,
    vraag_bundel,
)
from overstap.domain.overdrachten.enums import Bundelsoort
from overstap.domain.overdrachten.queries import bundels_for
from overstap.domain.overdrachten.rules import csv
from overstap.domain.scholen.queries import collegas_for
from overstap.foundation.access import NietGevonden
from overstap.web.components.downloads import download, stroom
from overstap.web.components.naar import Naar
from overstap.web.components.verzoek import Verzoek
from overstap.web.components.voorbeeld import nog

LIJST = "lijst"
type_cellen = Callable[[Any], Sequence[str]]


@dataclass(frozen=True)
class Lijst:
    """The rows that somebody may choose from, by id, and what a spreadsheet gets of each: no text from a report."""

    koppen: tuple[str, ...]
    rijen: dict[UUID, Any]
    cellen: type_cellen

    def gekozen(self, request: Verzoek) -> list[UUID]:
        """Those of the chosen rows that are there."""
        gevraagd = set(request.POST.getlist("leerling"))
        return [een for een in self.rijen if str(een) in gevraagd]


def klaar(request: Verzoek) -> list[dict[str, Any]]:
    """What waits to be fetched, or is being made."""
    bundels = list(bundels_for(request.actor, request.nu))
    namen = collegas_for(request.actor, [bundel.gevraagd_door for bundel in bundels])
    return [
        {"bundel": bundel, "door": namen.get(bundel.gevraagd_door, ""), "nog": nog(bundel.vervalt_op, request.nu)}
        for bundel in bundels
    ]


def neem_mee(request: Verzoek, lijst: Lijst, pagina: str) -> HttpResponse:
    """Do what was asked with the chosen rows: make a ZIP, or give the list at once."""
    gekozen, wat = lijst.gekozen(request), request.POST.get("wat", "")
    try:
        if wat == LIJST:
            return _lijst(request, lijst, gekozen)
        soort = Bundelsoort(wat) if wat in set(Bundelsoort) else Bundelsoort.OSO
        vraag_bundel(soort=soort, van=gekozen, by=request.actor, at=request.nu)
    except OverdrachtGeweigerd as fout:
        messages.error(request, fout.zin)
    else:
        messages.success(request, _("Het ZIP-bestand wordt gemaakt. Ververs deze pagina over een minuut."))
    return Naar(pagina)


def haal(request: Verzoek, bundel_id: UUID, pagina: str) -> HttpResponseBase:
    """Give the ZIP, once; or throw it away."""
    if request.POST.get("wat") == "weg":
        gooi_bundel_weg(bundel_id=bundel_id, by=request.actor, at=request.nu)
        messages.success(request, _("Het ZIP-bestand is weggegooid. Er is niets van bewaard."))
        return Naar(pagina)
    try:
        lezer = haal_bundel_op(bundel_id=bundel_id, by=request.actor, at=request.nu)
    except OverdrachtGeweigerd as fout:
        messages.error(request, fout.zin)
        return Naar(pagina)
    except NietGevonden:
        # Pressed twice, or a colleague was first: it is there once.
        messages.info(request, _("Dit ZIP-bestand is al opgehaald of verlopen. Maak zo nodig een nieuw."))
        return Naar(pagina)
    return stroom(lezer, "application/zip", "meenemen", bundel_id)


def _lijst(request: Verzoek, lijst: Lijst, gekozen: list[UUID]) -> HttpResponse:
    if not gekozen:
        raise OverdrachtGeweigerd(_("Kies eerst een of meer leerlingen."))
    noteer_lijst(van=gekozen, by=request.actor, at=request.nu)
    rijen = [lijst.cellen(lijst.rijen[een]) for een in gekozen]
    return download(csv(lijst.koppen, rijen), "text/csv", "lijst", request.actor.werkt_bij)
