"""What did the school advise, what did the test say, and what does the school decide?"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from overstap.domain.adviezen.actions import (
    AdviesGeweigerd,
    geef_definitief,
    geef_voorlopig,
    leg_gesprek_vast,
    leg_toets_vast,
)
from overstap.domain.adviezen.enums import Bijstellingsuitkomst, Niveau, Toetsadvies, Toetsstand
from overstap.domain.adviezen.queries import advies_for, details_for, oordeel_for
from overstap.domain.adviezen.rules import (
    definitieve_keuzes,
    zin,
    zin_definitief,
    zin_op_tijd,
    zin_toetsdag,
    zin_vergelijking,
    zin_voorlopig,
)
from overstap.domain.bijlagen.enums import Bijlagesoort
from overstap.domain.bijlagen.queries import bijlagen_for
from overstap.domain.dossiers.enums import Staat
from overstap.domain.dossiers.queries import dossier_for, slot_for
from overstap.domain.dossiers.rules import INVULBAAR, NietInvulbaar
from overstap.domain.rapporten.actions import leg_advies_vast
from overstap.domain.rapporten.catalogue import catalogus
from overstap.domain.scholen.queries import regio_for
from overstap.domain.scholen.rules import kalender_uit_instellingen
from overstap.foundation.access import Recht
from overstap.foundation.klok import dag
from overstap.web.components.publiek import voor
from overstap.web.components.verzoek import Verzoek
from overstap.web.po.forms.advies import Definitief, Gesprek, Toets, Voorlopig, referentieniveaus, toets_begin
from overstap.web.po.forms.velden import foutregels
from overstap.web.po.openen import Naar, open_dossier
from overstap.web.po.taken import ADVIES

if TYPE_CHECKING:
    from overstap.domain.dossiers.models import Dossier

# The field of a form to which a broken rule of the domain belongs, when it has another name there.
_VELD = {
    "voorlopig": "niveau", "voorlopig_op": "gegeven_op", "gesprek_op": "op", "definitief": "keuze",
    "uitkomst": "keuze", "definitief_op": "gegeven_op", "toetsstand": "keuze",
}  # fmt: skip


# The columns of the picture, short enough for a telephone; the words stand below it.
TREDEN = ("pro", "b", "k", "gt", "havo", "vwo")


class _Stand:
    """Everything recorded so far about the advice of one dossier, with the forms to change it."""

    def __init__(self, request: Verzoek, dossier: Dossier) -> None:
        self.vandaag = dag(request.nu)
        self.advies = advies_for(request.actor, dossier)
        self.details = details_for(request.actor, self.advies, slot_for(request.actor, dossier))
        self.oordeel = oordeel_for(request.actor, self.advies, self.vandaag)
        self.keuzes = definitieve_keuzes(self.oordeel) if self.oordeel else ()
        self.schooljaar = dossier.schooljaar
        self.kalender = kalender_uit_instellingen(
            regio_for(request.actor, dossier.school_id).instellingen, dossier.schooljaar
        )

    def van(self, naam: str) -> Any:
        """A column of the advice; empty when nothing was recorded."""
        return getattr(self.advies, naam, None) or ""

    def leerlingrapport_mist(self, request: Verzoek, dossier: Dossier) -> bool:
        """Was the test taken, and is its report no attachment yet?"""
        uitslag = self.details.get("doorstroomtoets") or {}
        if self.van("toetsstand") != Toetsstand.GEMAAKT or uitslag.get("documenten"):
            return False
        return not bijlagen_for(request.actor, dossier).filter(soort=Bijlagesoort.LEERLINGRAPPORT).exists()

    def voorlopig(self, data: Mapping[str, Any] | None = None) -> Voorlopig:
        begin = {"niveau": self.van("voorlopig"), "gegeven_op": self.van("voorlopig_op") or self.vandaag}
        return Voorlopig(data, initial=begin, auto_id="voorlopig-%s")

    def gesprek(self, data: Mapping[str, Any] | None = None) -> Gesprek:
        op = _datum(self.details.get("adviesgesprek_op")) or self.vandaag
        begin = {"op": op, "met": self.details.get("adviesgesprek_met")}
        return Gesprek(data, initial=begin, auto_id="gesprek-%s")

    def toets(self, data: Mapping[str, Any] | None = None) -> Toets:
        begin = toets_begin(self.details, self.van("toetsstand"))
        return Toets(data, schooljaar=self.schooljaar, initial=begin, auto_id="toets-%s")

    def definitief(self, data: Mapping[str, Any] | None = None) -> Definitief:
        begin = {
            "keuze": self.van("definitief"),
            "motivatie": self.details.get("bijstelling_motivatie"),
            "gegeven_op": self.van("definitief_op") or self.vandaag,
        }
        return Definitief(data, keuzes=self.keuzes, initial=begin, auto_id="definitief-%s")


@voor("po")
@require_GET
def advies(request: Verzoek, dossier_id: UUID) -> HttpResponse:
    """Show the advice from the first talk to the decision."""
    dossier, _slot = open_dossier(request, dossier_id, "dossier")
    return _toon(request, dossier, _Stand(request, dossier))


@voor("po")
@require_POST
def voorlopig(request: Verzoek, dossier_id: UUID) -> HttpResponse:
    """Record the voorlopig advies."""

    def act(form: Voorlopig) -> dict[str, Any]:
        return {"handeling": geef_voorlopig, **form.cleaned_data}

    return _leg_vast(request, dossier_id, "voorlopig", act, _("Het voorlopige advies is vastgelegd."))


@voor("po")
@require_POST
def gesprek(request: Verzoek, dossier_id: UUID) -> HttpResponse:
    """Record the talk with the parents."""

    def act(form: Gesprek) -> dict[str, Any]:
        return {"handeling": leg_gesprek_vast, **form.cleaned_data}

    return _leg_vast(request, dossier_id, "gesprek", act, _("Het gesprek is vastgelegd."))


@voor("po")
@require_POST
def toets(request: Verzoek, dossier_id: UUID) -> HttpResponse:
    """Record the doorstroomtoets."""

    def act(form: Toets) -> dict[str, Any]:
        dossier = dossier_for(request.actor, dossier_id)
        vorige = _Stand(request, dossier).details.get("doorstroomtoets") or {}
        return {
            "handeling": leg_toets_vast, "stand": form.cleaned_data["stand"], "toetsadvies": form.toets,
            "uitslag": form.uitslag(vorige), "ontheffing": form.ontheffing(),
        }  # fmt: skip

    return _leg_vast(request, dossier_id, "toets", act, _("De doorstroomtoets is vastgelegd."))


@voor("po")
@require_POST
def definitief(request: Verzoek, dossier_id: UUID) -> HttpResponse:
    """Decide the definitief advies."""

    def act(form: Definitief) -> dict[str, Any]:
        keuze = form.gekozen
        return {
            "handeling": geef_definitief, "niveau": keuze.niveau, "uitkomst": keuze.uitkomst,
            "motivatie": form.cleaned_data["motivatie"], "gegeven_op": form.cleaned_data["gegeven_op"],
        }  # fmt: skip

    return _leg_vast(request, dossier_id, "definitief", act, _gelukt_definitief)


def _gelukt_definitief(form: Definitief) -> str:
    gelukt = _("Het definitieve advies is vastgelegd.")
    if not form.cleaned_data["motivatie"] or form.gekozen.motivatie_nodig:
        return gelukt
    niet = _("Uw tekst bij “Waarom kiest u dit?” is niet bewaard. Bij dit advies hoort geen motivatie.")
    return f"{gelukt} {niet}"


def _leg_vast(
    request: Verzoek,
    dossier_id: UUID,
    naam: str,
    act: Callable[[Any], dict[str, Any]],
    gelukt: str | Callable[[Any], str],
) -> HttpResponse:
    """Judge one form and do its act; otherwise the same page with the form as it was typed."""
    request.actor.require(Recht.ADVIES_VASTLEGGEN)
    dossier = dossier_for(request.actor, dossier_id)
    stand = _Stand(request, dossier)
    form: forms.Form = getattr(stand, naam)(request.POST)
    if form.is_valid() and _doe(request, dossier_id, form, act):
        messages.success(request, gelukt if isinstance(gelukt, str) else gelukt(form))
        return Naar("po:advies", dossier_id=dossier_id)
    return _toon(request, dossier, stand, {naam: form})


def _doe(request: Verzoek, dossier_id: UUID, form: forms.Form, act: Callable[[Any], dict[str, Any]]) -> bool:
    try:
        leg_advies_vast(dossier_id=dossier_id, by=request.actor, at=request.nu, **act(form))
    except AdviesGeweigerd as reden:
        for fout in reden.fouten:
            veld = _VELD.get(fout.veld, fout.veld)
            form.add_error(veld if veld in form.fields else None, fout.zin)
    except NietInvulbaar as reden:
        form.add_error(None, reden.zin)
    return not form.errors


def _toon(
    request: Verzoek, dossier: Dossier, stand: _Stand, getypt: Mapping[str, forms.Form] | None = None
) -> HttpResponse:
    namen = ("voorlopig", "gesprek", "toets", "definitief")
    formulieren = {naam: getattr(stand, naam)() for naam in namen} | dict(getypt or {})
    fouten = foutregels(*(getypt or {}).values())
    context = {
        "dossier": dossier,
        "naam": dossier.leerling.naam,
        "roepnaam": dossier.leerling.roepnaam,
        "sectietitel": catalogus().sectie(ADVIES).titel,
        "formulieren": formulieren,
        "schrijft": request.actor.mag(Recht.ADVIES_VASTLEGGEN) and Staat(dossier.staat) in INVULBAAR,
        "leerlingrapport_mist": stand.leerlingrapport_mist(request, dossier),
        **_beeld(stand, dossier.leerling.roepnaam),
        "fouten": fouten,
        "fout": bool(fouten),
        "kruimels": [{
            "naam": _("Rapport van %(naam)s") % {"naam": dossier.leerling.naam},
            "url": reverse("po:dossier", kwargs={"dossier_id": dossier.id}),
        }],
    }  # fmt: skip
    return render(request, "po/advies.html", context, status=422 if fouten else 200)


def _beeld(stand: _Stand, roepnaam: str) -> dict[str, Any]:
    """What is known so far, as values and sentences."""
    eerst = Niveau(stand.van("voorlopig")) if stand.van("voorlopig") else None
    besluit = Niveau(stand.van("definitief")) if stand.van("definitief") else None
    uitkomst = Bijstellingsuitkomst(stand.van("uitkomst")) if stand.van("uitkomst") else None
    return {
        "eerst": eerst,
        "besluit": besluit,
        "besluitzin": zin_definitief(eerst, besluit, uitkomst) if eerst and besluit else "",
        "toetsadvies": Toetsadvies(stand.van("toetsadvies")) if stand.van("toetsadvies") else None,
        "toetsstand": Toetsstand(stand.van("toetsstand")) if stand.van("toetsstand") else None,
        "referentieniveaus": referentieniveaus(toets_begin(stand.details, stand.van("toetsstand"))),
        **_vergelijking(eerst, stand, besluit),
        "kalender": stand.kalender,
        "tijdzinnen": {
            "voorlopig": zin_voorlopig(stand.kalender, stand.van("voorlopig_op") or None, stand.vandaag),
            "toets": zin_toetsdag(
                stand.kalender, _datum((stand.details.get("doorstroomtoets") or {}).get("afgenomen_op"))
            ),
            "definitief": zin_op_tijd(stand.kalender, stand.van("definitief_op") or None, stand.vandaag),
        },
        "oordeelzin": zin(stand.oordeel, roepnaam) if stand.oordeel else "",
        "bijstellen": bool(stand.oordeel and stand.oordeel.besluit_nodig and not besluit),
        "motivatie_bij": [keuze.niveau.value for keuze in stand.keuzes if keuze.motivatie_nodig],
        "details": stand.details,
        "advies": stand.advies,
        "gesprek_op": _datum(stand.details.get("adviesgesprek_op")),
    }


def _vergelijking(eerst: Niveau | None, stand: _Stand, besluit: Niveau | None) -> dict[str, Any]:
    """The picture of advice against test; no rows as long as there is nothing to compare."""
    toets = Toetsadvies(stand.van("toetsadvies")) if stand.van("toetsadvies") else None
    rijen = [
        {"naam": naam, "treden": wat.treden, "soort": soort}
        for naam, wat, soort in (
            (_("Voorlopig"), eerst, "advies"), (_("Toets"), toets, "toets"), (_("Definitief"), besluit, "besluit"),
        )
        if wat and wat.treden
    ]  # fmt: skip
    return {
        "rijen": rijen,
        "treden": TREDEN,
        "vergelijkzin": zin_vergelijking(eerst, toets, besluit) if eerst else "",
    }


def _datum(tekst: str | None) -> Any:
    return date.fromisoformat(tekst) if tekst else None


_PAD = "dossiers/<uuid:dossier_id>/advies/"
paden = [
    path(_PAD, advies, name="advies"),
    path(f"{_PAD}voorlopig/", voorlopig, name="advies_voorlopig"),
    path(f"{_PAD}gesprek/", gesprek, name="advies_gesprek"),
    path(f"{_PAD}toets/", toets, name="advies_toets"),
    path(f"{_PAD}definitief/", definitief, name="advies_definitief"),
]
