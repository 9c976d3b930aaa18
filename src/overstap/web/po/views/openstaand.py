"""What is still asked of this report, from all sections together on one page?"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, JsonResponse, QueryDict
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from overstap.domain.dossiers.enums import Staat
from overstap.domain.dossiers.rules import INVULBAAR, NietInvulbaar
from overstap.domain.rapporten.actions import Ingehaald, sla_sectie_op
from overstap.domain.rapporten.catalogue import Catalogus, Sectie
from overstap.domain.rapporten.queries import catalogus_for, concept_for, inhoud_for
from overstap.domain.rapporten.rules import volledigheid_rapport
from overstap.domain.rapporten.snapshot import Inhoud, merken
from overstap.foundation.access import Recht
from overstap.foundation.klok import dag
from overstap.web.components.formulier import Sectieformulier, indeling, sectieformulier
from overstap.web.components.jinja.filters import tijd
from overstap.web.components.publiek import voor
from overstap.web.components.verzoek import Verzoek
from overstap.web.po.botsing import Botsing, begin_als_tekst, begin_uit, botsingen, gekozen
from overstap.web.po.invoegen import Zinknop, bewaar_als_zin, met_zin, zinnen_bij
from overstap.web.po.onderdelen import LATER, open_hier
from overstap.web.po.openen import Naar, open_dossier
from overstap.web.po.views.sectie import VANZELF
from overstap.web.po.voorstel import met_voorstel

if TYPE_CHECKING:
    from overstap.domain.dossiers.models import Dossier

_TOON = "toon"


@dataclass(frozen=True)
class Deel:
    """The part of one section that stands on this page; `was` is what is stored."""

    sectie: Sectie
    form: Sectieformulier
    was: Inhoud


@voor("po")
@require_http_methods(["GET", "POST"])
def openstaand(request: Verzoek, dossier_id: UUID) -> HttpResponse:
    """Show every question that is still open and that is answered here; save what was answered."""
    request.actor.require(Recht.RAPPORT_INVULLEN)
    dossier, slot = open_dossier(request, dossier_id, "dossier")
    inhoud = inhoud_for(request.actor, dossier, slot)
    lijst = catalogus_for(request.actor, dossier)
    if request.method == "POST":
        return _bewaar(request, dossier, inhoud, lijst)
    delen = _delen(lijst, inhoud, open_velden(inhoud, lijst), voorstel=partial(_voorstel, request, dossier))
    if not delen or Staat(dossier.staat) not in INVULBAAR:
        return Naar("po:dossier", dossier_id=dossier_id)
    return _pagina(request, dossier, delen, "")


def open_velden(inhoud: Inhoud, lijst: Catalogus) -> frozenset[str]:
    """The names of all velden that are missing or wrong and that people fill in on a form."""
    return frozenset(naam for stand in volledigheid_rapport(inhoud, lijst).secties for naam in open_hier(stand, lijst))


def _voorstel(request: Verzoek, dossier: Dossier, sectie: Sectie, inhoud: Inhoud) -> Inhoud:
    return met_voorstel(request.actor, dossier, sectie, inhoud, dag(request.nu))


def _delen(
    lijst: Catalogus,
    inhoud: Inhoud,
    namen: frozenset[str],
    data: QueryDict | None = None,
    *,
    voorstel: Callable[[Sectie, Inhoud], Inhoud] = lambda _sectie, inhoud: inhoud,
) -> list[Deel]:
    """Of every section the questions with these names; a section without any is left out."""
    gekozen = ((sectie, tuple(veld for veld in sectie.velden if veld.naam in namen)) for sectie in lijst.secties)
    delen = [replace(sectie, velden=velden) for sectie, velden in gekozen if velden]
    return [
        Deel(sectie, sectieformulier(sectie, voorstel(sectie, inhoud), data, lijst=lijst), inhoud) for sectie in delen
    ]


def _bewaar(request: Verzoek, dossier: Dossier, inhoud: Inhoud, lijst: Catalogus) -> HttpResponse:
    zinknop = Zinknop.uit(request.POST)
    getypt = met_zin(request, dossier, inhoud, zinknop)
    delen = _delen(lijst, inhoud, frozenset(getypt.get(_TOON, "").split()), getypt)
    for deel in delen:
        deel.form.full_clean()
    if request.POST.get("knop") == VANZELF:
        return _bewaar_vanzelf(request, dossier, delen)
    blijft = zinknop is not None or any(deel.form.knop for deel in delen)
    if not blijft and any(deel.form.errors for deel in delen):
        return _pagina(request, dossier, delen, "")
    try:
        botst = _sla_op(request, dossier, delen)
    except NietInvulbaar as fout:
        return _pagina(request, dossier, delen, fout.zin)
    if botst:
        return _pagina(request, dossier, delen, Ingehaald.zin, botst)
    if zinknop:
        bewaar_als_zin(request, dossier, zinknop)
    return _pagina(request, dossier, delen, "") if blijft else _verder(request, dossier, lijst)


def _bewaar_vanzelf(request: Verzoek, dossier: Dossier, delen: list[Deel]) -> JsonResponse:
    """Save while somebody types (409: not possible); the page stays and hears how it went."""
    try:
        if _sla_op(request, dossier, delen, vanzelf=True):
            return JsonResponse({"tekst": Ingehaald.zin, "vergelijk": True}, status=409)
    except NietInvulbaar as fout:
        return JsonResponse({"tekst": fout.zin, "vergelijk": False}, status=409)
    tekst = _("Opgeslagen om %(tijd)s") % {"tijd": tijd(request.nu)}
    return JsonResponse({"tekst": tekst, "revisie": 0, "begin": _begin(delen), "opmerkingen": []})


@dataclass(frozen=True)
class Botst:
    """What two people changed at once: the answers to choose between, and the marks of what the other wrote."""

    anders: tuple[Botsing, ...] = ()
    begin: dict[str, str] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.anders)


def _sla_op(request: Verzoek, dossier: Dossier, delen: list[Deel], *, vanzelf: bool = False) -> Botst:
    """Save every section; one in which somebody else changed the same answer waits for a choice, the others go on."""
    begin, botst = begin_uit(request.POST) or {}, Botst()
    for deel in delen:
        waarden = gekozen(request.POST, deel.form.waarden(), deel.was)
        try:
            sla_sectie_op(
                dossier_id=dossier.id, sectie=deel.sectie.naam, waarden=waarden, revisie=-1, begin=begin,
                by=request.actor, at=request.nu, vanzelf=vanzelf,
            )  # fmt: skip
        except Ingehaald as fout:
            anders = botsingen(fout.botsend, fout.nu, waarden)
            botst = Botst(botst.anders + anders, {**botst.begin, **merken(fout.nu, fout.botsend)})
    return botst


def _verder(request: Verzoek, dossier: Dossier, lijst: Catalogus) -> HttpResponse:
    _dossier, slot = open_dossier(request, dossier.id, "dossier")
    over = open_velden(inhoud_for(request.actor, dossier, slot), lijst)
    if over and request.POST.get("knop") != LATER:
        messages.info(request, _("Opgeslagen. Dit is nog open."))
        return Naar("po:openstaand", dossier_id=dossier.id)
    messages.success(request, _("Opgeslagen.") if over else _("Alle vragen zijn beantwoord."))
    return Naar("po:dossier", dossier_id=dossier.id)


def _pagina(
    request: Verzoek, dossier: Dossier, delen: list[Deel], bezwaar: str, botst: Botst | None = None
) -> HttpResponse:
    gestuurd = request.method == "POST"
    anders = botst.anders if botst else ()
    fouten = [{"tekst": bezwaar, "href": "#anders" if anders else "#inhoud"}] if bezwaar else list(_foutregels(delen))
    context = {
        "dossier": dossier,
        "naam": dossier.leerling.naam,
        "delen": [{"sectie": deel.sectie, "blokken": indeling(deel.form)} for deel in delen],
        "toon": " ".join(veld.naam for deel in delen for veld in deel.sectie.velden),
        "zinnen": zinnen_bij(request, dossier, (deel.form for deel in delen), delen[0].was if delen else Inhoud()),
        "aantal": sum(len(deel.sectie.velden) for deel in delen),
        "begin": _begin_na(request.POST, botst) if gestuurd and fouten else _begin(delen),
        "vanzelf": "" if anders else VANZELF,
        "anders": anders,
        "bewaard_op": None if fouten else concept_for(request.actor, dossier).bijgewerkt_op,
        "fouten": fouten,
        "fout": bool(fouten),
        "kruimels": [{
            "naam": _("Rapport van %(naam)s") % {"naam": dossier.leerling.naam},
            "url": reverse("po:dossier", kwargs={"dossier_id": dossier.id}),
        }],
    }  # fmt: skip
    return render(request, "po/openstaand.html", context, status=422 if fouten else 200)


def _foutregels(delen: list[Deel]) -> Iterator[dict[str, str]]:
    for deel in delen:
        if deel.form.knop is None:
            yield from deel.form.foutregels()


def _begin_na(data: QueryDict, botst: Botst | None) -> str:
    """What a page that was refused began with; what the other wrote is known from here on."""
    return begin_als_tekst({**(begin_uit(data) or {}), **(botst.begin if botst else {})})


def _begin(delen: list[Deel]) -> str:
    """What the page knows of each of its questions."""
    waarden = {
        veld.naam: deel.form.waarden().get(veld.naam) if deel.form.is_bound else deel.was.get(veld.naam)
        for deel in delen
        for veld in deel.sectie.velden
    }
    return begin_als_tekst(merken(waarden, waarden))


paden = [path("dossiers/<uuid:dossier_id>/open-vragen/", openstaand, name="openstaand")]
