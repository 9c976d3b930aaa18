"""What is in a ZIP of many pupils, how far is the worker with it, and what does a person decide?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST

from overstap.domain.importen.actions import (
    NietNu,
    bekijk_partij,
    ga_verder,
    gooi_partij_weg,
    maak_partij_ongedaan,
    neem_partij_over,
)
from overstap.domain.importen.enums import Partijstand, Regelsoort, Regelstand
from overstap.domain.importen.queries import (
    Partijregel,
    dubbel_for,
    laatste_regels_for,
    partij_for,
    regel_for,
    regels_for,
)
from overstap.domain.leerlingen.rules import sorteernaam
from overstap.web.components.publiek import voor
from overstap.web.components.verzoek import Verzoek
from overstap.web.components.voorbeeld import nog, secties, wie
from overstap.web.po.importbeeld import SOORTVORM, voortgang, vorm
from overstap.web.po.openen import Naar

PER_BLADZIJDE = 50
LANGSTE_NAAM = 100
_NOG_TE_KIEZEN = frozenset({Regelstand.OPEN, Regelstand.MISLUKT, Regelstand.ONGEDAAN})
_KIESBAAR = frozenset({Regelsoort.NIEUW, Regelsoort.GEWIJZIGD, Regelsoort.ONGEWIJZIGD})


@voor("po")
@require_GET
def partij(request: Verzoek, partij_id: UUID) -> HttpResponse:
    """Show how far it is, or every pupil in it and what taking over would do."""
    return _partijpagina(request, partij_id, "", status=200)


def _partijpagina(request: Verzoek, partij_id: UUID, fout: str, *, status: int) -> HttpResponse:
    rij = partij_for(request.actor, partij_id, request.nu)
    context: dict[str, Any] = {
        "partij": rij,
        "nog": nog(rij.vervalt_op, request.nu),
        "fout": fout or rij.bezwaar,
        "voortgang": voortgang(rij, request.nu),
        "kruimels": [{"naam": _("Importeren"), "url": reverse("po:import")}],
    }
    if rij.stand == Partijstand.KIEZEN:
        bekijk_partij(partij_id=partij_id, by=request.actor, at=request.nu)
        context |= _lijst(request, regels_for(request.actor, rij))
        context["laatste"] = laatste_regels_for(request.actor, rij, request.nu) if context["overgenomen"] else ()
        context["te_kiezen"] = rij.bestand_id is not None and any(map(_kiesbaar, context["rijen"]))
    return render(request, "po/partij.html", context, status=status)


def _lijst(request: Verzoek, regels: Sequence[Partijregel]) -> dict[str, Any]:
    soort = request.GET.get("soort", "")
    soort = soort if soort in set(Regelsoort) or soort == Regelstand.OVERGENOMEN else ""
    zoek = request.GET.get("q", "").strip()[:LANGSTE_NAAM]
    gekozen = [regel for regel in regels if _past(regel, soort, zoek)]
    open_ = [regel for regel in regels if regel.stand in _NOG_TE_KIEZEN]
    return {
        "rijen": Paginator(gekozen, PER_BLADZIJDE).get_page(request.GET.get("pagina")),
        "vorm": vorm,
        "kiesbaar": _kiesbaar,
        "filters": list(_filters(regels, soort, zoek)),
        "telling": {soort.value: sum(regel.soort is soort for regel in open_) for soort in Regelsoort},
        "overgenomen": sum(regel.stand is Regelstand.OVERGENOMEN for regel in regels),
        "mislukt": sum(regel.stand is Regelstand.MISLUKT for regel in regels),
        "totaal": len(regels),
        "q": zoek,
        "adres": _adres(soort, zoek) + "&pagina=",
    }


def _kiesbaar(regel: Partijregel) -> bool:
    return regel.stand in _NOG_TE_KIEZEN and regel.soort in _KIESBAAR


def _past(regel: Partijregel, soort: str, zoek: str) -> bool:
    if soort and soort != _groep(regel):
        return False
    naam = sorteernaam(regel.kop.naam, "", regel.kop.bestand) if zoek else ""
    return all(woord in naam for woord in sorteernaam("", "", zoek).split())


def _groep(regel: Partijregel) -> str:
    """Under which filter it stands: what it would do, or that it was taken over."""
    return regel.soort.value if regel.stand in _NOG_TE_KIEZEN else regel.stand.value


def _filters(regels: Sequence[Partijregel], gekozen: str, zoek: str) -> list[dict[str, Any]]:
    """Links with counts: everybody, each soort that occurs, and what was taken over."""
    keuzes = [("", _("Alle"), len(regels))]
    per_groep = Counter(map(_groep, regels))
    groepen = (*SOORTVORM, Regelstand.OVERGENOMEN)
    keuzes += [(groep.value, groep.label, per_groep[groep.value]) for groep in groepen]
    return [
        {"naam": naam, "n": n, "href": _adres(waarde, zoek), "actief": waarde == gekozen}
        for waarde, naam, n in keuzes
        if n or not waarde
    ]


def _adres(soort: str, zoek: str) -> str:
    return "?" + urlencode({"soort": soort, "q": zoek})


@voor("po")
@require_GET
def stand(request: Verzoek, partij_id: UUID) -> HttpResponse:
    """Give only how far it is: the page asks for it while the worker is busy, and reloads when it is done."""
    hoever = voortgang(partij_for(request.actor, partij_id, request.nu), request.nu)
    getallen = {naam: hoever[naam] for naam in ("gedaan", "te_doen", "tekst")}
    return JsonResponse({"klaar": not hoever["bezig"], **getallen})


@voor("po")
@require_GET
def leerling(request: Verzoek, partij_id: UUID, regel_id: UUID) -> HttpResponse:
    """Show one pupil of the ZIP: what comes in, what changes and what stays out."""
    return _leerlingpagina(request, partij_id, regel_id, "", status=200)


def _leerlingpagina(request: Verzoek, partij_id: UUID, regel_id: UUID, fout: str, *, status: int) -> HttpResponse:
    rij = partij_for(request.actor, partij_id, request.nu)
    regel, beeld = regel_for(request.actor, rij, regel_id)
    bekijk_partij(partij_id=partij_id, object_id=regel_id, by=request.actor, at=request.nu)
    context = {
        "partij": rij,
        "regel": regel,
        "beeld": beeld,
        "woord": vorm(regel.soort, regel.stand),
        "wie": wie(beeld),
        "secties": secties(beeld.inhoud),
        "laatste": laatste_regels_for(request.actor, rij, request.nu),
        "dubbel": dubbel_for(request.actor, rij, regel.kop),
        "open": regel.stand in _NOG_TE_KIEZEN and rij.stand == Partijstand.KIEZEN,
        "fout": fout,
        "kruimels": [{"naam": _("Alle leerlingen in dit ZIP-bestand"), "url": reverse("po:partij", args=[partij_id])}],
    }
    return render(request, "po/partij_leerling.html", context, status=status)


@voor("po")
@require_POST
def overnemen(request: Verzoek, partij_id: UUID) -> HttpResponse:
    """Take over everybody without a question, or only whom a person ticked."""
    gekozen = None if request.POST.get("wie") == "alle" else _gekozen(request)
    try:
        aantal = neem_partij_over(partij_id=partij_id, regels=gekozen, by=request.actor, at=request.nu)
    except NietNu as reden:
        return _partijpagina(request, partij_id, reden.zin, status=422)
    messages.info(
        request,
        ngettext("Overstap neemt %(n)s leerling over.", "Overstap neemt %(n)s leerlingen over.", aantal)
        % {"n": aantal},
    )
    return Naar("po:partij", partij_id=partij_id)


@voor("po")
@require_POST
def leerling_overnemen(request: Verzoek, partij_id: UUID, regel_id: UUID) -> HttpResponse:
    """Take over one pupil, with the answer to the question when there is one."""
    antwoord = {"bevestigd": request.POST.get("zelfde") == "ja", "ander": request.POST.get("zelfde") == "nee"}
    try:
        neem_partij_over(partij_id=partij_id, regels=[regel_id], **antwoord, by=request.actor, at=request.nu)
    except NietNu:
        zin = _("Beantwoord eerst de vraag. Overstap neemt deze leerling anders niet over.")
        return _leerlingpagina(request, partij_id, regel_id, zin, status=422)
    return Naar("po:partij", partij_id=partij_id)


@voor("po")
@require_POST
def terugdraaien(request: Verzoek, partij_id: UUID) -> HttpResponse:
    """Undo everything that was taken over from this ZIP, or one pupil."""
    gekozen = _gekozen(request) or None
    try:
        maak_partij_ongedaan(partij_id=partij_id, regels=gekozen, by=request.actor, at=request.nu)
    except NietNu as reden:
        return _partijpagina(request, partij_id, reden.zin, status=422)
    return Naar("po:partij", partij_id=partij_id)


@voor("po")
@require_POST
def verder(request: Verzoek, partij_id: UUID) -> HttpResponse:
    """Set a partij that stands still going again."""
    ga_verder(partij_id=partij_id, by=request.actor, at=request.nu)
    return Naar("po:partij", partij_id=partij_id)


@voor("po")
@require_POST
def weggooien(request: Verzoek, partij_id: UUID) -> HttpResponse:
    """Throw the ZIP away with all that was read of it."""
    gooi_partij_weg(partij_id=partij_id, by=request.actor, at=request.nu)
    messages.success(request, _("Het ZIP-bestand is weggegooid. Wat u al had overgenomen, blijft staan."))
    return Naar("po:import")


def _gekozen(request: Verzoek) -> list[UUID]:
    """The ticked files; what is no id was not ticked by a person."""
    gekozen = []
    for tekst in request.POST.getlist("regel"):
        try:
            gekozen.append(UUID(tekst))
        except ValueError:
            continue
    return gekozen


_BEGIN = "importeren/zip/<uuid:partij_id>/"
paden = [
    path(_BEGIN, partij, name="partij"),
    path(f"{_BEGIN}voortgang/", stand, name="partij_voortgang"),
    path(f"{_BEGIN}overnemen/", overnemen, name="partij_overnemen"),
    path(f"{_BEGIN}ongedaan/", terugdraaien, name="partij_ongedaan"),
    path(f"{_BEGIN}verder/", verder, name="partij_verder"),
    path(f"{_BEGIN}weggooien/", weggooien, name="partij_weggooien"),
    path(f"{_BEGIN}leerlingen/<uuid:regel_id>/", leerling, name="partij_leerling"),
    path(f"{_BEGIN}leerlingen/<uuid:regel_id>/overnemen/", leerling_overnemen, name="partij_leerling_overnemen"),
]
