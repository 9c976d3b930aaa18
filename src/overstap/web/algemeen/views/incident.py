"""After an incident with an account: which pupils, which versions, and who received them?"""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import partial
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from overstap.domain.bewaren.actions import noteer_documentvraag, noteer_incident
from overstap.domain.bewaren.queries import Geraakt, Spoor, geraakt_for, sporen_for
from overstap.domain.overdrachten.rules import csv
from overstap.domain.scholen.queries import collegas_for, medewerkers_for, organisatienamen_for
from overstap.foundation.access import Actor, Recht
from overstap.foundation.klok import NEDERLAND, dag
from overstap.web.algemeen.forms.incident import Dagenformulier, Documentformulier, Incidentformulier
from overstap.web.components.bevestigen import na_bevestiging
from overstap.web.components.downloads import download
from overstap.web.components.logdaden import DADEN, STIL
from overstap.web.components.logzinnen import Logregel, als_collega, genoemde_organisaties, logregels
from overstap.web.components.publiek import voor
from overstap.web.components.verzoek import Verzoek


@voor("po", "vo", "swv")
@require_GET
def incident(request: Verzoek) -> HttpResponse:
    """Ask of which time and of whom, and show which pupils were reached."""
    request.actor.require(Recht.MEDEWERKERS_BEHEREN)
    form = _form(request, request.GET if "van" in request.GET else None)
    gevonden = _zoek(request, form) if form.is_valid() else None
    return pagina(request, form=form, gevonden=gevonden)


@voor("po", "vo", "swv")
@require_POST
def document(request: Verzoek) -> HttpResponse:
    """Show in which dossiers a document lies that somebody found, who received it and who opened it."""
    request.actor.require(Recht.MEDEWERKERS_BEHEREN)
    form, sporen = Documentformulier(request.POST, request.FILES), None
    if form.is_valid():
        bestand = form.cleaned_data["bestand"]
        sporen = sporen_for(request.actor, bestand, bestand.size)
        noteer_documentvraag(aantal=len(sporen), by=request.actor, at=request.nu)
    return pagina(request, document=form, sporen=sporen)


@voor("po", "vo", "swv")
@require_POST
@na_bevestiging()
def lijst(request: Verzoek) -> HttpResponse:
    """Give the same as a list for a spreadsheet; who took it stands in the logboek."""
    request.actor.require(Recht.MEDEWERKERS_BEHEREN)
    form = _form(request, request.POST)
    if not form.is_valid():
        return pagina(request, form=form)
    gevonden, wie = _zoek(request, form), form.cleaned_data["wie"]
    noteer_incident(account_id=UUID(wie) if wie else None, aantal=len(gevonden), by=request.actor, at=request.nu)
    return download(csv(_KOPPEN, [_cellen(een) for een in gevonden]), "text/csv", "incident", request.actor.werkt_bij)


# Who reports a leak (AVG 33) names nobody; whom to tell (AVG 34) stands on the page.
_KOPPEN = ("Dossier", "Schooljaar", "Eerste keer", "Laatste keer", "Wat", "Versies", "Ontvangers")


def _form(request: Verzoek, data: Any) -> Incidentformulier:
    mensen = medewerkers_for(request.actor, request.actor.werkt_bij)
    namen = sorted({(str(mens.account_id), mens.account.naam) for mens in mensen}, key=lambda een: een[1])
    vandaag = dag(request.nu)
    return Incidentformulier(namen, data, initial={"van": vandaag - timedelta(days=7), "tot_en_met": vandaag})


def dagenform(request: Verzoek, data: Any = None) -> Dagenformulier:
    """The question for the logboek; its fields have ids of their own, for the other form stands on the same page."""
    vandaag = dag(request.nu)
    begin = {"van": vandaag - timedelta(days=30), "tot_en_met": vandaag}
    return Dagenformulier(data, auto_id="logboek_%s", initial=begin)


def pagina(request: Verzoek, **mee: Any) -> HttpResponse:
    """The page with its three questions; `mee` are the forms that were sent, and what was found."""
    fout = any(mee[naam].errors for naam in ("form", "document", "dagen") if naam in mee)
    leeg = {"document": Documentformulier(), "dagen": dagenform(request), "gevonden": None, "sporen": None}
    context = {
        "form": None,
        **leeg,
        **mee,
        "fout": fout,
        "gedaan": _woorden,
        "wie_opende": partial(_wie_opende, request.actor),
    }
    context["form"] = context["form"] or _form(request, None)
    return render(request, "algemeen/incident.html", context, status=422 if fout else 200)


def _wie_opende(actor: Actor, spoor: Spoor) -> list[Logregel]:
    """What was done with a document, by function and organisation; the same on one day once."""
    organisaties = organisatienamen_for(actor, genoemde_organisaties(spoor.gebeurtenissen))
    namen = collegas_for(actor, {een.actor_id for een in spoor.gebeurtenissen if een.actor_id})
    return logregels(spoor.gebeurtenissen, als_collega(namen, organisaties), organisaties, per_dag=True)


def _zoek(request: Verzoek, form: Incidentformulier) -> list[Geraakt]:
    wie = form.cleaned_data["wie"]
    return geraakt_for(request.actor, *form.grenzen, UUID(wie) if wie else None)


def _cellen(een: Geraakt) -> tuple[str, ...]:
    return (
        str(een.dossier_id), een.schooljaar, _moment(een.eerste), _moment(een.laatste),
        ", ".join(_woorden(een)), ", ".join(map(str, een.versies)),
        ", ".join(_("%(school)s (versie %(nummer)s)") % {"school": s, "nummer": n} for s, n in een.ontvangers),
    )  # fmt: skip


def _woorden(een: Geraakt) -> list[str]:
    """What was done, in words; what is only a step is left out."""
    return [str(DADEN.get(wat, wat)).format(naar=_("een school")) for wat in een.daden if wat not in STIL]


def _moment(op: datetime) -> str:
    return f"{op.astimezone(NEDERLAND):%Y-%m-%d %H:%M}"
