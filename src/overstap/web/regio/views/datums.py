"""Which dates hold in a school year of the region, beside the national ones, and how does the next year differ?"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from overstap.domain.scholen.enums import Regioonderwerp
from overstap.domain.scholen.queries import bestand_for
from overstap.domain.scholen.rules import MOMENTEN, Kalender, schooljaar_van
from overstap.domain.scholen.rules.kalender import MOMENTNAMEN
from overstap.domain.scholen.rules.regiodatums import volgend, voorstel_voor
from overstap.domain.scholen.rules.regioschrijven import inhoud_van
from overstap.domain.scholen.rules.regiowijziging import type_inhoud
from overstap.domain.tellingen.rules import zelfde_dag
from overstap.foundation.access import NietGevonden, Recht
from overstap.foundation.klok import dag
from overstap.web.components.jinja.filters import datum_jaar
from overstap.web.components.naar import Naar
from overstap.web.components.publiek import voor
from overstap.web.components.velden import Dagveld
from overstap.web.components.verzoek import Verzoek
from overstap.web.regio.forms.onderwerpen import Regioformulier
from overstap.web.regio.wijzigen import lukt


class Datumformulier(Regioformulier):
    """The moments of one school year; empty is the national one."""

    onderwerp = Regioonderwerp.DATUMS

    def __init__(
        self,
        inhoud: type_inhoud,
        schooljaar: str,
        data: Mapping[str, Any] | None = None,
        voorstel: Mapping[str, date] | None = None,
    ) -> None:
        self.schooljaar, self.voorstel = schooljaar, voorstel
        super().__init__(inhoud, data)
        landelijk = Kalender.landelijk(schooljaar)
        for moment in MOMENTEN:
            naam, dag_ = MOMENTNAMEN[moment], datum_jaar(getattr(landelijk, moment))
            self.fields[moment] = Dagveld(
                label=naam[:1].upper() + naam[1:], required=False, help_text=_("Landelijk: %(dag)s") % {"dag": dag_}
            )

    def begin(self, inhoud: type_inhoud) -> dict[str, Any]:
        eigen = inhoud["kalender"].get(self.schooljaar)
        return dict(eigen if eigen is not None else self.voorstel or {})

    def waarden(self) -> type_inhoud:
        landelijk = Kalender.landelijk(self.schooljaar)
        eigen = {
            moment: gekozen
            for moment, gekozen in self.cleaned_data.items()
            if gekozen and gekozen != getattr(landelijk, moment)
        }
        return {"kalender": {**self.inhoud["kalender"], self.schooljaar: eigen}}


@voor("regio")
@require_GET
def datums(request: Verzoek) -> HttpResponse:
    """The dates of this school year and the next beside each other, with what differs."""
    request.actor.require(Recht.REGIO_BEHEREN)
    bestand = bestand_for(request.actor)
    dit = schooljaar_van(dag(request.nu))
    straks = volgend(dit)
    nu, later = bestand.kalender(dit), bestand.kalender(straks)
    context = {
        "dit": dit,
        "straks": straks,
        "klaargezet": straks in bestand.kalenders,
        "rijen": [_rij(moment, nu, later) for moment in MOMENTEN],
        "kruimels": [{"naam": _("Beheer"), "url": reverse("regio:beheer")}],
    }
    return render(request, "regio/datums.html", context)


@voor("regio")
@require_http_methods(["GET", "POST"])
def jaar(request: Verzoek) -> HttpResponse:
    """Change the dates of one school year (`?jaar=`): this one or the next."""
    request.actor.require(Recht.REGIO_BEHEREN)
    dit = schooljaar_van(dag(request.nu))
    schooljaar = request.GET.get("jaar", dit)
    if schooljaar not in {dit, volgend(dit)}:
        raise NietGevonden
    inhoud = inhoud_van(bestand_for(request.actor))
    form = Datumformulier(inhoud, schooljaar, request.POST if request.method == "POST" else None)
    if lukt(request, form):
        messages.success(request, _("De datums van %(jaar)s zijn bewaard.") % {"jaar": schooljaar})
        return Naar("regio:datums")
    context = {
        "form": form,
        "fout": bool(form.errors),
        "onderwerp": form.onderwerp,
        "titel": _("Datums van %(jaar)s") % {"jaar": schooljaar},
        "sub": _("Laat een datum leeg als de landelijke datum geldt."),
        "terug": reverse("regio:datums"),
    }
    return render(request, "regio/onderwerp.html", context, status=422 if form.errors else 200)


@voor("regio")
@require_http_methods(["GET", "POST"])
def jaarwissel(request: Verzoek) -> HttpResponse:
    """Make the next school year ready in one go: its dates as they are proposed, the schools that end, what goes on."""
    request.actor.require(Recht.REGIO_BEHEREN)
    dit = schooljaar_van(dag(request.nu))
    straks = volgend(dit)
    bestand = bestand_for(request.actor)
    voorstel = voorstel_voor(straks, bestand.kalenders.get(dit, {}))
    form = Datumformulier(
        inhoud_van(bestand), straks, request.POST if request.method == "POST" else None, voorstel=voorstel
    )
    if lukt(request, form):
        messages.success(request, _("Schooljaar %(jaar)s staat klaar.") % {"jaar": straks})
        return Naar("regio:datums")
    nu, later = bestand.kalender(dit), bestand.kalender(straks).met(voorstel)
    context = {
        "form": form,
        "fout": bool(form.errors),
        "dit": dit,
        "straks": straks,
        "klaargezet": straks in bestand.kalenders,
        "rijen": [_rij(moment, nu, later) for moment in MOMENTEN if moment in voorstel],
        "stoppen": [school for school in bestand.scholen if school.laatste_dag or school.opgegaan_in],
        "termijn": bestand.reactietermijn_dagen,
        "vragen": len(bestand.velden),
    }
    return render(request, "regio/jaarwissel.html", context, status=422 if form.errors else 200)


def _rij(moment: str, nu: Kalender, later: Kalender) -> dict[str, Any]:
    """One moment: this year and next, whether it is the region's own, and how much it moves in the year."""
    hier, daar = getattr(nu, moment), getattr(later, moment)
    naam = MOMENTNAMEN[moment]
    verschuift = (daar - zelfde_dag(hier, daar.year - hier.year)).days
    return {
        "naam": naam[:1].upper() + naam[1:],
        "nu": hier,
        "straks": daar,
        "eigen": hier != getattr(Kalender.landelijk(nu.schooljaar), moment),
        "eigen_straks": daar != getattr(Kalender.landelijk(later.schooljaar), moment),
        "verschuift": verschuift,
    }


paden = [
    path("beheer/datums/", datums, name="datums"),
    path("beheer/datums/jaar/", jaar, name="datums_jaar"),
    path("beheer/datums/jaarwissel/", jaarwissel, name="jaarwissel"),
]
