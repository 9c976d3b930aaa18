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
from overstap.domain.scholen.rules import MOMENTEN, Kalender, Regiobestand, schooljaar_van
from overstap.domain.scholen.rules.kalender import MOMENTNAMEN
from overstap.domain.scholen.rules.regiodatums import (
    eigen_momenten,
    is_klaargezet,
    open_voorstel,
    volgend,
    voorstel_voor,
    vorig,
)
from overstap.domain.scholen.rules.regioschrijven import inhoud_van
from overstap.domain.scholen.rules.regiowijziging import type_inhoud
from overstap.domain.tellingen.rules import zelfde_dag
from overstap.foundation.access import NietGevonden, Recht
from overstap.foundation.klok import dag
from overstap.web.components.jinja.filters import datum_jaar
from overstap.web.components.naar import Naar
from overstap.web.components.publiek import voor
from overstap.web.components.velden import Dagveld
from overstap.web.components.verzoek import Verzoek, getypt
from overstap.web.regio.forms.onderwerpen import Regioformulier
from overstap.web.regio.wijzigen import bewaar, lukt


class Datumformulier(Regioformulier):
    """The moments of one school year; empty is the national one.

    With a `voorstel` its days are filled in already, and saving answers it, also where a day was emptied.
    """

    onderwerp = Regioonderwerp.DATUMS

    def __init__(
        self,
        inhoud: type_inhoud,
        schooljaar: str,
        data: Mapping[str, Any] | None = None,
        voorstel: Mapping[str, date] | None = None,
    ) -> None:
        self.schooljaar, self.voorstel = schooljaar, voorstel or {}
        eerder = inhoud["kalender"].get(vorig(schooljaar), {})
        nu = inhoud["kalender"].get(schooljaar, {})
        self.beantwoord = {*self.voorstel, *(voorstel_voor(schooljaar, eerder).keys() & nu.keys())}
        super().__init__(inhoud, data)
        landelijk = Kalender.landelijk(schooljaar)
        for moment in MOMENTEN:
            naam, dag_ = MOMENTNAMEN[moment], datum_jaar(getattr(landelijk, moment))
            self.fields[moment] = Dagveld(
                label=naam[:1].upper() + naam[1:], required=False, help_text=_("Landelijk: %(dag)s") % {"dag": dag_}
            )

    def begin(self, inhoud: type_inhoud) -> dict[str, Any]:
        return {**self.voorstel, **eigen_momenten(self.schooljaar, inhoud["kalender"])}

    def waarden(self) -> type_inhoud:
        landelijk = Kalender.landelijk(self.schooljaar)
        dagen = {moment: gekozen or getattr(landelijk, moment) for moment, gekozen in self.cleaned_data.items()}
        eigen = {
            moment: gekozen
            for moment, gekozen in dagen.items()
            if gekozen != getattr(landelijk, moment) or moment in self.beantwoord
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
        "te_zetten": _te_zetten(bestand, dit),
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
    schooljaar = _dit_of_volgend(request.GET.get("jaar", dit), dit)
    inhoud = inhoud_van(bestand_for(request.actor))
    return bewaar(
        request,
        Datumformulier(inhoud, schooljaar, getypt(request)),
        _("De datums van %(jaar)s zijn bewaard.") % {"jaar": schooljaar},
        titel=_("Datums van %(jaar)s") % {"jaar": schooljaar},
        sub=_("Laat een datum leeg als de landelijke datum geldt."),
        terug=reverse("regio:datums"),
    )


@voor("regio")
@require_http_methods(["GET", "POST"])
def jaarwissel(request: Verzoek) -> HttpResponse:
    """Make a school year (`?jaar=`) ready in one go: the schools that end, what goes on, its dates as proposed."""
    request.actor.require(Recht.REGIO_BEHEREN)
    bestand = bestand_for(request.actor)
    dit = schooljaar_van(dag(request.nu))
    schooljaar = _dit_of_volgend(request.GET.get("jaar") or _te_zetten(bestand, dit) or volgend(dit), dit)
    eerder = vorig(schooljaar)
    voorstel = open_voorstel(schooljaar, bestand.kalenders)
    form = Datumformulier(inhoud_van(bestand), schooljaar, getypt(request), voorstel=voorstel)
    if lukt(request, form):
        messages.success(request, _("Schooljaar %(jaar)s staat klaar.") % {"jaar": schooljaar})
        return Naar("regio:datums")
    toen, nu = bestand.kalender(eerder), bestand.kalender(schooljaar).met(voorstel)
    context = {
        "form": form,
        "fout": bool(form.errors),
        "eerder": eerder,
        "schooljaar": schooljaar,
        "klaargezet": is_klaargezet(schooljaar, bestand.kalenders),
        "rijen": [_rij(moment, toen, nu) for moment in MOMENTEN if moment in voorstel],
        "stoppen": [
            school
            for school in bestand.scholen
            if school.laatste_dag and schooljaar_van(school.laatste_dag) in {eerder, schooljaar}
        ],
        "termijn": bestand.reactietermijn_dagen,
        "vragen": len(bestand.velden),
    }
    return render(request, "regio/jaarwissel.html", context, status=422 if form.errors else 200)


def _te_zetten(bestand: Regiobestand, dit: str) -> str:
    """The first year that is not ready, this one or the next; empty when both are."""
    return next((een for een in (dit, volgend(dit)) if not is_klaargezet(een, bestand.kalenders)), "")


def _dit_of_volgend(gevraagd: str, dit: str) -> str:
    """The school year that is changed: this one or the next."""
    if gevraagd not in {dit, volgend(dit)}:
        raise NietGevonden
    return gevraagd


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
