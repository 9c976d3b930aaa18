"""What does the region set, and how is one subject of it changed?"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from overstap.domain.scholen.enums import Organisatiesoort, Regioonderwerp
from overstap.domain.scholen.queries import bestand_for, regiovoorstel_for, regiowijzigingen_for
from overstap.domain.scholen.rules import schooljaar_van
from overstap.domain.scholen.rules.regiodatums import eigen_momenten
from overstap.domain.scholen.rules.regioschrijven import inhoud_van
from overstap.domain.scholen.rules.regiowijziging import deel
from overstap.foundation.access import Recht
from overstap.foundation.klok import dag
from overstap.web.components.publiek import voor
from overstap.web.components.verzoek import Verzoek, getypt
from overstap.web.regio.forms.onderwerpen import FORMULIEREN, Regioformulier
from overstap.web.regio.swvwissel import niemand
from overstap.web.regio.wijzigen import bewaar
from overstap.web.regio.woorden import als_feiten

# Subjects with pages of their own; the others have one form.
_EIGEN_PAGINA = {
    Regioonderwerp.DATUMS: "regio:datums",
    Regioonderwerp.VRAGEN: "regio:vragen",
    Regioonderwerp.SCHOLEN: "regio:scholen",
    Regioonderwerp.MAILS: "regio:mails",
    Regioonderwerp.SWV: "regio:swv",
}
_LAATSTE = 5


@voor("regio")
@require_GET
def beheer(request: Verzoek) -> HttpResponse:
    """Everything the region sets, by subject, and what changed last."""
    request.actor.require(Recht.REGIO_BEHEREN)
    bestand = bestand_for(request.actor)
    inhoud = inhoud_van(bestand)
    context = {
        "regio": bestand.naam,
        "voorstel": regiovoorstel_for(request.actor),
        "niemand": " ".join(filter(None, (niemand(request, swv.code) for swv in bestand.verbanden))),
        "kaarten": [_kaart(onderwerp, inhoud, schooljaar_van(dag(request.nu))) for onderwerp in Regioonderwerp],
        "wijzigingen": list(regiowijzigingen_for(request.actor)[:_LAATSTE]),
    }
    return render(request, "regio/beheer.html", context)


def _kaart(onderwerp: Regioonderwerp, inhoud: dict[str, Any], schooljaar: str) -> dict[str, Any]:
    """One subject: its name, where it is changed, and its values in pairs (a count where there are many)."""
    naam = _EIGEN_PAGINA.get(onderwerp) or f"regio:{onderwerp}"
    return {"onderwerp": onderwerp, "href": reverse(naam), "feiten": _feiten(onderwerp, inhoud, schooljaar)}


def _feiten(onderwerp: Regioonderwerp, inhoud: dict[str, Any], schooljaar: str) -> list[dict[str, Any]]:
    if onderwerp is Regioonderwerp.SCHOLEN:
        soorten = [school["soort"] for school in inhoud["scholen"]]
        einde = sum("laatste_dag" in school for school in inhoud["scholen"])
        return [
            {"naam": _("Basisscholen"), "waarde": soorten.count(Organisatiesoort.PO)},
            {"naam": _("Vo-scholen"), "waarde": soorten.count(Organisatiesoort.VO)},
            {"naam": _("Met een laatste dag"), "waarde": einde},
        ]
    if onderwerp is Regioonderwerp.SWV:
        zelf = [{"naam": code, "waarde": swv["naam"]} for code, swv in inhoud["swv"].items()]
        routes = sum(len(swv.get("routes", {})) for swv in inhoud["swv"].values())
        return [*zelf, {"naam": _("Routes met eigen afspraken"), "waarde": routes}]
    if onderwerp is Regioonderwerp.MAILS:
        return [{"naam": _("Mails met uw tekst"), "waarde": len(inhoud["mails"])}]
    if onderwerp is Regioonderwerp.VRAGEN:
        velden = inhoud["velden"].values()
        return [
            {"naam": _("Vragen met uw uitleg"), "waarde": sum("uitleg" in veld for veld in velden)},
            {"naam": _("Vragen waar uw regio om vraagt"), "waarde": sum("vragen" in veld for veld in velden)},
        ]
    if onderwerp is Regioonderwerp.DATUMS:
        anders = len(eigen_momenten(schooljaar, inhoud["kalender"]))
        return [{"naam": _("Anders dan landelijk in %(jaar)s") % {"jaar": schooljaar}, "waarde": anders}]
    return als_feiten(deel(inhoud, onderwerp))


def _pagina(soort: type[Regioformulier]) -> Callable[[Verzoek], HttpResponse]:
    """The page that changes one subject."""

    @voor("regio")
    @require_http_methods(["GET", "POST"])
    def onderwerp(request: Verzoek) -> HttpResponse:
        request.actor.require(Recht.REGIO_BEHEREN)
        form = soort(inhoud_van(bestand_for(request.actor)), getypt(request))
        gelukt = _("Bewaard: %(wat)s.") % {"wat": form.onderwerp.label.lower()}
        # Colours are seen at once, where they were chosen.
        naar = reverse("regio:woorden") if form.onderwerp is Regioonderwerp.WOORDEN else ""
        return bewaar(request, form, gelukt, terug=reverse("regio:beheer"), naar=naar)

    return onderwerp


paden = [
    path("beheer/", beheer, name="beheer"),
    *[path(f"beheer/{soort.onderwerp}/", _pagina(soort), name=soort.onderwerp.value) for soort in FORMULIEREN],
]
