"""What does the school write down before a zorgaanmelding goes: the question, the scores, the pupil, the parents?"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from overstap.domain.dossiers.actions import bekeken
from overstap.domain.dossiers.queries import slot_for
from overstap.domain.zorgroutes.actions import (
    leg_drempelonderzoek_vast,
    leg_gehoord_vast,
    leg_hulpvraag_vast,
    leg_zienswijze_vast,
)
from overstap.domain.zorgroutes.enums import Domein, Routesoort, Routestaat
from overstap.domain.zorgroutes.queries import (
    inrichting_for,
    papier_for,
    route_for,
    scores_uit_las_for,
    voorbereiding_for,
    zienswijzen_for,
)
from overstap.domain.zorgroutes.rules import WET, ZorgrouteGeweigerd, toets, waarschuwingen
from overstap.foundation.access import NietGevonden, Recht
from overstap.foundation.klok import dag
from overstap.web.components.publiek import voor
from overstap.web.components.verzoek import Verzoek, getypt
from overstap.web.po.forms.velden import foutregels
from overstap.web.po.forms.zorgroute import Drempelformulier, Gehoord, Hulpvraag, Oudersinbreng, drempel_begin
from overstap.web.po.openen import Naar
from overstap.web.po.views.zorgroute import kruimels

if TYPE_CHECKING:
    from django import forms

    from overstap.domain.zorgroutes.models import Zorgroute
    from overstap.domain.zorgroutes.snapshot import Domeinscore, Voorbereiding

type_maak = Callable[[Any, "Voorbereiding"], Any]


@voor("po")
@require_http_methods(["GET", "POST"])
def hulpvraag(request: Verzoek, route_id: UUID) -> HttpResponse:
    """The question to the samenwerkingsverband, and the motivation."""

    def maak(data: Any, wat: Voorbereiding) -> Hulpvraag:
        return Hulpvraag(data, initial={"hulpvraag": wat.hulpvraag, "motivatie": wat.motivatie})

    def bewaar(form: Any) -> None:
        leg_hulpvraag_vast(route_id=route_id, by=request.actor, at=request.nu, **form.cleaned_data)

    return _pagina(request, route_id, "hulpvraag", maak, bewaar)


@voor("po")
@require_http_methods(["GET", "POST"])
def gehoord(request: Verzoek, route_id: UUID) -> HttpResponse:
    """What the pupil said, and the handelingsdeel."""

    def maak(data: Any, wat: Voorbereiding) -> Gehoord:
        namen = ("gehoord_op", "gehoord", "handelingsdeel_op")
        return Gehoord(data, initial={naam: getattr(wat, naam) for naam in namen})

    def bewaar(form: Any) -> None:
        leg_gehoord_vast(route_id=route_id, by=request.actor, at=request.nu, **form.cleaned_data)

    return _pagina(request, route_id, "gehoord", maak, bewaar)


@voor("po")
@require_http_methods(["GET", "POST"])
def ouders(request: Verzoek, route_id: UUID) -> HttpResponse:
    """What the parents wrote on paper, and that they know what goes."""
    # First the right, as on every page of the preparation: the same answer whatever the id.
    request.actor.require(Recht.ZORGROUTE_LOPEN)
    route = route_for(request.actor, route_id)
    papier = papier_for(request.actor, route.dossier, slot_for(request.actor, route.dossier))

    def maak(data: Any, wat: Voorbereiding) -> Oudersinbreng:
        begin = {
            "ingelicht_op": wat.ouders_ingelicht_op, "zienswijze": wat.zienswijze, "door": wat.zienswijze_door,
            "op": wat.zienswijze_op,
        }  # fmt: skip
        bestanden = request.FILES if request.method == "POST" else None
        return Oudersinbreng(data, bestanden, ouders=papier.ouders, initial=begin)

    def bewaar(form: Any) -> None:
        schoon = form.cleaned_data
        leg_zienswijze_vast(
            route_id=route_id, op=schoon["op"], door=schoon["door"], tekst=schoon["zienswijze"],
            ingelicht_op=schoon["ingelicht_op"], scan=schoon.get("scan"), van=schoon.get("van"), by=request.actor,
            at=request.nu,
        )  # fmt: skip

    return _pagina(request, route_id, "ouders", maak, bewaar, erbij={"scans": papier.scans})


@voor("po")
@require_http_methods(["GET", "POST"])
def drempelonderzoek(request: Verzoek, route_id: UUID) -> HttpResponse:
    """The scores, and how they lie beside the criteria."""

    def maak(data: Any, wat: Voorbereiding) -> Drempelformulier:
        # Only until somebody keeps this page: what was left out then, stays out.
        uit_las = _uit_las(request, route_id) if wat.drempelonderzoek.leeg else {}
        return Drempelformulier(data, initial=drempel_begin(wat, uit_las), uit_las=uit_las)

    def bewaar(form: Any) -> None:
        leg_drempelonderzoek_vast(route_id=route_id, onderzoek=form.onderzoek(), by=request.actor, at=request.nu)

    return _pagina(request, route_id, "drempelonderzoek", maak, bewaar, naar="zorgroute_drempelonderzoek")


def _pagina(  # noqa: PLR0917  # what differs between the four pages
    request: Verzoek,
    route_id: UUID,
    wat: str,
    maak: type_maak,
    bewaar: Callable[[Any], None],
    naar: str = "zorgroute",
    erbij: Mapping[str, Any] | None = None,
) -> HttpResponse:
    """Show one form of the preparation, or keep what was typed; nothing typed is lost."""
    request.actor.require(Recht.ZORGROUTE_LOPEN)
    route = route_for(request.actor, route_id)
    if route.staat != Routestaat.IN_VOORBEREIDING or (wat == "drempelonderzoek" and not _wet(route).drempelonderzoek):
        raise NietGevonden
    bewaard = voorbereiding_for(request.actor, route, slot_for(request.actor, route.dossier))
    form = maak(getypt(request), bewaard)
    if request.method == "POST" and form.is_valid() and _bewaard(form, bewaar):
        messages.success(request, _("Bewaard."))
        return Naar(f"po:{naar}", route_id=route_id)
    if request.method == "GET":
        bekeken(dossier=route.dossier, wat="zorgroute", by=request.actor, at=request.nu)
    context = _context(request, route, bewaard) | dict(erbij or {}) | {
        "form": form, "fouten": foutregels(form), "fout": bool(form.errors), "titel": _TITELS[wat](),
    }  # fmt: skip
    return render(request, f"po/zorgroute_{wat}.html", context, status=422 if form.errors else 200)


def _uit_las(request: Verzoek, route_id: UUID) -> dict[Domein, Domeinscore]:
    route = route_for(request.actor, route_id)
    return scores_uit_las_for(request.actor, route, slot_for(request.actor, route.dossier), dag(request.nu))


def _bewaard(form: forms.Form, bewaar: Callable[[Any], None]) -> bool:
    try:
        bewaar(form)
    except ZorgrouteGeweigerd as fout:
        for veld, zin in fout.fouten:
            form.add_error(_VELD.get(veld, veld) if _VELD.get(veld, veld) in form.fields else None, zin)
        return False
    return True


# The field of a form to which a broken rule of the domain belongs, when it has another name there.
_VELD = {"zienswijze_door": "door", "zienswijze_op": "op", "ouders_ingelicht_op": "ingelicht_op"}


def _wet(route: Zorgroute) -> Any:
    return WET[Routesoort(route.soort)]


def _context(request: Verzoek, route: Zorgroute, wat: Voorbereiding) -> dict[str, Any]:
    vandaag, onderzoek = dag(request.nu), wat.drempelonderzoek
    return {
        "dossier": route.dossier,
        "route": route,
        "wet": _wet(route),
        "uitleg": inrichting_for(request.actor, route.swv_id).route(Routesoort(route.soort)).uitleg,
        "toetsen": () if onderzoek.leeg else toets(onderzoek, vandaag),
        "scores": tuple(onderzoek.scores.values()),
        "let_op": waarschuwingen(onderzoek, vandaag),
        "digitaal": len(zienswijzen_for(request.actor, route, slot_for(request.actor, route.dossier))),
        "kruimels": kruimels(route, zelf=True),
    }


_TITELS: dict[str, Callable[[], str]] = {
    "hulpvraag": lambda: _("Vraag en motivatie"),
    "gehoord": lambda: _("De leerling en het handelingsdeel"),
    "ouders": lambda: _("De ouders"),
    "drempelonderzoek": lambda: _("Drempelonderzoek"),
}

_ROUTE = "zorgroutes/<uuid:route_id>/"
paden = [
    path(f"{_ROUTE}hulpvraag/", hulpvraag, name="zorgroute_hulpvraag"),
    path(f"{_ROUTE}gehoord/", gehoord, name="zorgroute_gehoord"),
    path(f"{_ROUTE}ouders/", ouders, name="zorgroute_ouders"),
    path(f"{_ROUTE}drempelonderzoek/", drempelonderzoek, name="zorgroute_drempelonderzoek"),
]
