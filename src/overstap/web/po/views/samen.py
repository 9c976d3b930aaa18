"""How does somebody do one act for many pupils of the werkvoorraad at once?"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from uuid import UUID, uuid4

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from overstap.domain.dossiers.actions import opgehaald
from overstap.domain.dossiers.queries import dossier_for
from overstap.domain.overdrachten.queries import Regel, werkvoorraad_for
from overstap.domain.scholen.rules import schooljaar_van
from overstap.foundation.access import Recht
from overstap.foundation.klok import dag
from overstap.web.components.bevestigen import na_bevestiging
from overstap.web.components.downloads import download
from overstap.web.components.publiek import voor
from overstap.web.components.verzoek import Verzoek
from overstap.web.po.forms.velden import foutregels
from overstap.web.po.openen import Naar
from overstap.web.po.samen import ACTEN, PDF, Samenact, Uitkomst, pdf_van, voer_uit
from overstap.web.po.stappen import adres


def _weegt(gestuurd: QueryDict) -> bool:
    act = ACTEN.get(gestuurd.get("wat", ""))
    return act is not None and act.weegt


@voor("po")
@never_cache
@require_http_methods(["GET", "POST"])
@na_bevestiging(_weegt)
def samen(request: Verzoek) -> HttpResponse:
    """Show for whom the chosen act can be done, ask what it needs, and do it. Codes stand in this one answer."""
    request.actor.require(Recht.WERKVOORRAAD_BEKIJKEN)
    gestuurd = request.POST if request.method == "POST" else request.GET
    act = ACTEN.get(gestuurd.get("wat", ""))
    regels = _gekozen(request, gestuurd.getlist("leerling"))
    if act is None or not regels:
        messages.error(request, _("Kies eerst een of meer leerlingen, en wat u voor hen wilt doen."))
        return Naar("po:werkvoorraad")
    request.actor.require(act.recht)
    form = act.formulier(request)
    if request.method == "POST" and form.is_valid():
        if act is PDF:
            return _zip(request, regels)
        return _klaar(request, act, voer_uit(act, request, regels, form.cleaned_data))
    bezwaren = [(regel, act.bezwaar(request, regel)) for regel in regels]
    context = {
        "act": act,
        "form": form,
        "kan": [(regel, act.vooraf(request, regel)) for regel, bezwaar in bezwaren if not bezwaar],
        "kan_niet": [(regel, adres("po:dossier", regel.dossier_id), bezwaar) for regel, bezwaar in bezwaren if bezwaar],
        "fouten": foutregels(form),
        "fout": bool(form.errors),
        "kruimels": _kruimels(),
    }
    return render(request, "po/samen.html", context, status=422 if form.errors else 200)


def _gekozen(request: Verzoek, ids: Sequence[str]) -> list[Regel]:
    """The chosen pupils whom this person follows, by surname; what is no pupil of theirs is left out."""
    gekozen = set(ids)
    alle = werkvoorraad_for(request.actor, schooljaar_van(dag(request.nu)), "", request.nu)
    return [regel for regel in alle if str(regel.dossier_id) in gekozen]


def _klaar(request: Verzoek, act: Samenact, uit: Uitkomst) -> HttpResponse:
    context = {
        "act": act,
        "gedaan": _per_leerling([(regel, wie) for regel, wie in uit.gedaan]),
        "niet": [(regel, wie, zin, adres("po:dossier", regel.dossier_id)) for regel, wie, zin in uit.niet],
        "brieven": uit.brieven,
        "kruimels": _kruimels(),
    }
    return render(request, "po/samen_klaar.html", context)


def _per_leerling(gedaan: Sequence[tuple[Regel, str]]) -> list[tuple[str, str, str]]:
    """(pupil, address, for whom) with the parents of one pupil on one line."""
    lijst: dict[UUID, tuple[str, list[str]]] = {}
    for regel, wie in gedaan:
        lijst.setdefault(regel.dossier_id, (regel.naam, []))[1].extend([wie] if wie else [])
    return [(naam, adres("po:dossier", dossier_id), ", ".join(wie)) for dossier_id, (naam, wie) in lijst.items()]


def _zip(request: Verzoek, regels: Sequence[Regel]) -> HttpResponse:
    """One file with a report per pupil, each under a name that tells nothing; who took them is written down."""
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w") as bestand:
        for regel in regels:
            gevonden = pdf_van(request, regel)
            if gevonden is not None:
                pdf, versie = gevonden
                bestand.writestr(f"okr-{regel.dossier_id.hex[:8]}.pdf", pdf)
                dossier = dossier_for(request.actor, regel.dossier_id)
                opgehaald(dossier=dossier, wat="kopie", versie=versie.id, by=request.actor, at=request.nu)
        aantal = len(bestand.namelist())
    if not aantal:
        messages.error(request, _("Van geen van deze leerlingen is er al een pdf."))
        return Naar("po:werkvoorraad")
    return download(uit.getvalue(), "application/zip", "rapporten", uuid4())


def _kruimels() -> list[dict[str, str]]:
    return [{"naam": _("Werkvoorraad"), "url": reverse("po:werkvoorraad")}]


paden = [path("samen/", samen, name="samen")]
