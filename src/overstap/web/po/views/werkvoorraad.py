"""What waits for the school, pupil by pupil, and until when?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext_lazy
from django.views.decorators.http import require_GET

from overstap.domain.leerlingen.rules import sorteernaam
from overstap.domain.overdrachten.enums import Rijstatus, Volgende
from overstap.domain.overdrachten.queries import Klas, Regel, klas_for
from overstap.domain.overdrachten.rules import eerst_doen, te_laat
from overstap.domain.plaatsingen.queries import dossiers_met_vraag_for
from overstap.domain.scholen.rules import schooljaar_van
from overstap.domain.zorgroutes.queries import zorgstaten_for
from overstap.foundation.access import Rol
from overstap.foundation.klok import dag
from overstap.web.components.kalender import band, stappen
from overstap.web.components.meekijken import meekijkbaar
from overstap.web.components.publiek import voor
from overstap.web.components.verzoek import Verzoek
from overstap.web.po.rij import Rij, rij
from overstap.web.po.samen import ACTEN
from overstap.web.po.stappen import VORM

# What to do first: for how many pupils, why, and the icon.
_KAARTEN = {
    Volgende.BEKIJK_BIJLAGE: (
        ngettext_lazy("Bijlage van %(n)s leerling geweigerd", "Bijlagen van %(n)s leerlingen geweigerd", "n"),
        gettext_lazy("Overstap vond er later een virus in"), "fout",
    ),
    Volgende.BEKIJK_STUK: (
        ngettext_lazy("Bestand van een ouder van %(n)s leerling geweigerd",
                      "Bestanden van ouders van %(n)s leerlingen geweigerd", "n"),
        gettext_lazy("Vraag de ouder om een ander bestand"), "fout",
    ),
    Volgende.BEANTWOORD: (
        ngettext_lazy("%(n)s correctieverzoek beantwoorden", "%(n)s correctieverzoeken beantwoorden", "n"),
        gettext_lazy("Ouders wachten op uw antwoord"), "praat",
    ),
    Volgende.LEES_ZIENSWIJZE: (
        ngettext_lazy("%(n)s zienswijze lezen", "%(n)s zienswijzen lezen", "n"),
        gettext_lazy("Ouders gaven hun mening"), "praat",
    ),
    Volgende.STUUR_OPNIEUW: (
        ngettext_lazy("%(n)s uitnodiging opnieuw sturen", "%(n)s uitnodigingen opnieuw sturen", "n"),
        gettext_lazy("Een e-mail aan de ouders kwam niet aan"), "letop",
    ),
    Volgende.STUUR_AANVULLING: (
        ngettext_lazy("%(n)s aanvulling sturen", "Aanvullingen van %(n)s leerlingen sturen", "n"),
        gettext_lazy("De ouders konden de aanvulling lezen"), "doc",
    ),
    Volgende.STEL_BIJ: (
        ngettext_lazy("%(n)s advies bijstellen", "%(n)s adviezen bijstellen", "n"),
        gettext_lazy("De toetsuitslag is hoger dan uw advies"), "letop",
    ),
    Volgende.MAAK_DEFINITIEF: (
        ngettext_lazy("%(n)s rapport definitief maken", "%(n)s rapporten definitief maken", "n"),
        gettext_lazy("Alles is ingevuld en door ouders gezien"), "klaar",
    ),
    Volgende.LEG_TOETS_VAST: (
        ngettext_lazy("%(n)s toetsuitslag invullen", "%(n)s toetsuitslagen invullen", "n"),
        gettext_lazy("De uitslagen zijn er"), "lijst",
    ),
    Volgende.GEEF_DEFINITIEF: (
        ngettext_lazy("%(n)s definitief advies geven", "%(n)s definitieve adviezen geven", "n"),
        gettext_lazy("De rest van het rapport is klaar"), "klaar",
    ),
    Volgende.GEEF_VOORLOPIG: (
        ngettext_lazy("%(n)s voorlopig advies geven", "%(n)s voorlopige adviezen geven", "n"),
        gettext_lazy("De rest van het rapport is klaar"), "bezig",
    ),
    Volgende.DRAAG_OVER: (
        ngettext_lazy("%(n)s rapport overdragen", "%(n)s rapporten overdragen", "n"),
        gettext_lazy("Het rapport is definitief"), "mensen",
    ),
    Volgende.HERINNER: (
        ngettext_lazy("Ouders van %(n)s leerling herinneren", "Ouders van %(n)s leerlingen herinneren", "n"),
        gettext_lazy("Zij openden het rapport nog niet"), "brief",
    ),
    Volgende.NODIG_UIT: (
        ngettext_lazy("Ouders van %(n)s leerling uitnodigen", "Ouders van %(n)s leerlingen uitnodigen", "n"),
        gettext_lazy("Het rapport is ingevuld"), "brief",
    ),
}  # fmt: skip


@dataclass(frozen=True)
class Filter:
    """What of the class is shown; every link on the page keeps the rest of it."""

    groep: str = ""
    status: str = ""
    stap: str = ""
    zoek: str = ""

    def adres(self, **anders: str) -> str:
        """The query of this filter with something changed."""
        alles = {"groep": self.groep, "status": self.status, "stap": self.stap, "q": self.zoek, **anders}
        return "?" + urlencode({naam: waarde for naam, waarde in alles.items() if waarde})

    def past(self, regel: Regel) -> bool:
        """Does this pupil fit? Every word that was typed stands somewhere in the name."""
        if self.status not in {"", regel.status} or self.stap not in {"", regel.volgende}:
            return False
        naam = sorteernaam(regel.roepnaam, "", regel.rest) if self.zoek else ""
        return all(woord in naam for woord in sorteernaam("", "", self.zoek).split())


@voor("po")
@meekijkbaar
@require_GET
def werkvoorraad(request: Verzoek) -> HttpResponse:
    """Show the pupils of a group (or all groups) with their next step; a guest has one, on a page of its own."""
    if request.actor.rol is Rol.GAST:
        return redirect("po:gast")
    vandaag = dag(request.nu)
    schooljaar = schooljaar_van(vandaag)
    klas = klas_for(request.actor, schooljaar, request.GET.get("groep", ""), request.nu)
    filter_, alle = _filter(request, klas), klas.regels
    rijen: list[Rij] = [rij(request.actor, regel) for regel in alle if filter_.past(regel)]
    datums = stappen(request.actor, request.soort, schooljaar, vandaag)
    context = {
        "titel": _titel(filter_),
        "schooljaar": schooljaar,
        "aantal": len(alle),
        "band": band(datums, request.soort, vandaag),
        "te_laat": te_laat((regel.feiten for regel in alle), datums),
        "eerst": _eerst(request, alle, filter_),
        "balk": [(VORM[status][2], sum(r.status is status for r in alle)) for status in Rijstatus],
        "groepfilters": _groepfilters(filter_, klas.groepen),
        "statusfilters": _statusfilters(filter_, alle),
        "filter": filter_,
        "stapwoord": Volgende(filter_.stap).label if filter_.stap else "",
        "rijen": rijen,
        "acten": [act for act in ACTEN.values() if request.actor.mag(act.recht) and not request.meekijken],
        "breed": Filter(groep=filter_.groep).adres(),
        "vragen": dossiers_met_vraag_for(request.actor),
        # That there is a care route says something of a pupil's health.
        "zorg": {} if request.meekijken else zorgstaten_for(request.actor, schooljaar),
    }
    return render(request, "po/werkvoorraad.html", context)


def _filter(request: Verzoek, klas: Klas) -> Filter:
    """What was asked for; what does not exist is left out, so that an old bookmark still works."""
    status, stap = request.GET.get("status", ""), request.GET.get("stap", "")
    return Filter(
        groep=klas.groep,
        status=status if status in set(Rijstatus) else "",
        stap=stap if stap in set(Volgende) else "",
        zoek=request.GET.get("q", "").strip()[:100],
    )


def _titel(filter_: Filter) -> str:
    return _("Werkvoorraad groep %(groep)s") % {"groep": filter_.groep} if filter_.groep else _("Werkvoorraad")


def _groepfilters(filter_: Filter, groepen: Sequence[str]) -> list[dict[str, Any]]:
    if len(groepen) < 2:
        return []
    keuzes = [("", _("Alle groepen")), *((groep, _("Groep %(groep)s") % {"groep": groep}) for groep in groepen)]
    return [
        {"naam": naam, "n": None, "href": filter_.adres(groep=groep), "actief": filter_.groep == groep}
        for groep, naam in keuzes
    ]


def _statusfilters(filter_: Filter, alle: Sequence[Regel]) -> list[dict[str, Any]]:
    """Links with counts: everybody, and each status."""
    geen = not filter_.status and not filter_.stap
    iedereen = {"naam": _("Alle leerlingen"), "n": len(alle), "href": filter_.adres(status="", stap=""), "actief": geen}
    per_status = [
        {
            "naam": status.label,
            "n": sum(regel.status is status for regel in alle),
            "href": filter_.adres(status=status, stap=""),
            "actief": filter_.status == status,
            "sleutel": VORM[status][2],
        }
        for status in Rijstatus
    ]
    return [iedereen, *per_status]


def _eerst(request: Verzoek, alle: Sequence[Regel], filter_: Filter) -> list[dict[str, str]]:
    """The cards of what to do first: only what this person may do."""
    stappen_ = [regel.volgende for regel in alle if regel.volgende.recht and request.actor.mag(regel.volgende.recht)]
    return [
        {**_kaart(stap, aantal), "href": filter_.adres(stap=stap, status="", q="")}
        for stap, aantal in eerst_doen(stappen_)
    ]


def _kaart(stap: Volgende, n: int) -> dict[str, str]:
    titel, tekst, icoon = _KAARTEN[stap]
    return {"titel": titel % {"n": n}, "tekst": str(tekst), "icoon": icoon}


paden = [path("", werkvoorraad, name="werkvoorraad")]
