"""The page of a parent: the report, what goes along, what may be answered, and signing for seen."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from overstap.domain.dossiers.queries import beperking_for
from overstap.domain.inzages.actions import open_rapport, teken_gezien
from overstap.domain.inzages.enums import Akkoord
from overstap.foundation.access import NietGevonden
from overstap.web.components.publiek import voor
from overstap.web.ouders.aanmelding import Aanmeldingen
from overstap.web.ouders.blad import Ouderblad
from overstap.web.ouders.na import Na
from overstap.web.ouders.toelating import Leesverzoek


@voor("ouder")
@require_GET
def rapport(request: Leesverzoek) -> HttpResponse:
    """Show the newest version; opening it is written down."""
    return _toon(request)


@voor("ouder")
@require_POST
def tekenen(request: Leesverzoek) -> HttpResponse:
    """Sign for seen: for the version that was on the screen, with what the parent answered."""
    gekozen = request.POST.get("akkoord", "")
    if gekozen not in {keuze.value for keuze in Akkoord}:
        return _toon(request, fout=_("Kies wat u vindt, of kies: daar geef ik geen antwoord op"))
    versie_id = _uuid(request.POST.get("versie", ""))
    teken_gezien(versie_id=versie_id, akkoord=Akkoord(gekozen), by=request.actor, at=request.nu)
    messages.success(request, _("U heeft getekend dat u het rapport las."))
    return redirect("ouders:rapport")


def _toon(request: Leesverzoek, fout: str = "") -> HttpResponse:
    actor, lezing = request.actor, request.lezing
    open_rapport(by=actor, at=request.nu, lezing=lezing)
    blad = Ouderblad(actor, lezing)
    context = {
        "blad": blad,
        "school": blad.school,
        "akkoord": Akkoord,
        "fout": fout,
        "beperking": beperking_for(actor, lezing.dossier),
        "na": Na(actor, lezing),
        "aanmeldingen": Aanmeldingen(actor, lezing.dossier),
    }
    return render(request, "ouders/rapport.html", context, status=422 if fout else 200)


def _uuid(tekst: str) -> UUID:
    try:
        return UUID(tekst)
    except ValueError as fout:
        raise NietGevonden from fout
