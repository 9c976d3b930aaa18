"""Does this person still read here, by which right, and so which pages? Asked at every request."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import URLPattern, path

from overstap.domain.inzages.enums import Inzagerecht
from overstap.domain.inzages.queries import LeestNietMeer, Lezing, ToegangGesloten, eigen_dossier_for, lezing_for
from overstap.domain.scholen.queries import organisatienamen_for, regio_for
from overstap.domain.scholen.rules.kleuren import Regiokleuren
from overstap.foundation.access import NietGevonden
from overstap.web.components.verzoek import Verzoek
from overstap.web.ouders.taal import lees_in_eigen_taal, onthoud_taal

type_view = Callable[..., HttpResponseBase]

ALLES = frozenset(Inzagerecht) - {Inzagerecht.ZONDER_GEZAG}
REAGEREN = frozenset(recht for recht in Inzagerecht if recht.reageert)
IEDER = frozenset(Inzagerecht)


class Leesverzoek(Verzoek):
    """A request of a parent who may read, with what this parent reads."""

    lezing: Lezing
    kleuren: Regiokleuren | None


def pad(adres: str, view: type_view, naam: str, mag: frozenset[Inzagerecht] = ALLES) -> URLPattern:
    """The address of a page for who reads by one of these rights at this moment; for others it does not exist.

    A parent whose child became 16 reads that the child decides now (UAVG 5); one whose access the school closed reads
    that, and nothing of why.
    """
    return path(adres, _leest(view, mag), name=naam)


def paden(gewoon: Iterable[URLPattern]) -> list[URLPattern]:
    """The same for addresses that a page names itself, for everybody who reads all."""
    return [pad(str(een.pattern), een.callback, een.name or "") for een in gewoon]


def _leest(view: type_view, mag: frozenset[Inzagerecht]) -> type_view:
    @wraps(view)
    def bewaakt(request: Leesverzoek, **waar: Any) -> HttpResponseBase:
        try:
            request.lezing = lezing_for(request.actor, request.nu)
        except ToegangGesloten as dicht:
            return _gesloten(request, dicht.school_id)
        except LeestNietMeer:
            return _niet_meer(request)
        regio = regio_for(request.actor, request.lezing.dossier.school_id)
        request.kleuren = Regiokleuren.uit(regio.instellingen.get("kleuren", {}))
        if request.lezing.recht not in mag:
            raise NietGevonden
        lees_in_eigen_taal(request)
        antwoord = view(request, **waar)
        onthoud_taal(request)
        return antwoord

    return bewaakt


def _niet_meer(request: Verzoek) -> HttpResponse:
    dossier = eigen_dossier_for(request.actor)
    return render(request, "ouders/zelf.html", {"school": dossier.school.naam}, status=403)


def _gesloten(request: Verzoek, school_id: UUID) -> HttpResponse:
    school = organisatienamen_for(request.actor, [school_id]).get(school_id, "")
    return render(request, "ouders/gesloten.html", {"school": school}, status=403)
