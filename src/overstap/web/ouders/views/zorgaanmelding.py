"""What goes to the samenwerkingsverband about my child, what do I think of it, and what was decided?"""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_POST

from overstap.domain.dossiers.actions import bekeken
from overstap.domain.inzages.rules import MAXIMALE_TEKST, voor_ouder
from overstap.domain.rapporten.catalogue import Publiek
from overstap.domain.rapporten.snapshot import Inhoud, weergave
from overstap.domain.zorgroutes.actions import geef_zorgzienswijze
from overstap.domain.zorgroutes.enums import Uitkomst
from overstap.domain.zorgroutes.queries import ouderzorgblad_for
from overstap.domain.zorgroutes.rules import WET, ZorgrouteGeweigerd
from overstap.foundation.access import NietGevonden
from overstap.web.components.publiek import voor
from overstap.web.ouders.forms.reageren import Reactieformulier
from overstap.web.ouders.toelating import Leesverzoek

# What a decision gives, for who never heard its name.
_BETEKENIS = {
    Uitkomst.TLV: gettext_lazy("Uw kind mag naar het onderwijs waarvoor dit is gevraagd."),
    Uitkomst.LWOO: gettext_lazy("Uw kind krijgt extra hulp op het vmbo."),
    Uitkomst.ARRANGEMENT: gettext_lazy("Uw kind krijgt extra hulp op school."),
    Uitkomst.ADVIES: gettext_lazy("Dit is een advies. U en de school gebruiken het bij de keuze."),
    Uitkomst.AFGEWEZEN: gettext_lazy("Het samenwerkingsverband geeft deze extra hulp niet."),
}


@voor("ouder")
@require_GET
def zorgaanmelding(request: Leesverzoek) -> HttpResponse:
    """Show what goes or went, what was asked, and the decision."""
    return _toon(request)


@voor("ouder")
@require_POST
def mening(request: Leesverzoek) -> HttpResponse:
    """Give the own view, which goes along as it is."""
    formulier = Reactieformulier(request.POST)
    if not formulier.is_valid():
        return _toon(request, request.POST.get("tekst", ""), " ".join(map(str, formulier.errors["tekst"])))
    blad = ouderzorgblad_for(request.actor)
    if blad is None:
        raise NietGevonden
    tekst = formulier.cleaned_data["tekst"]
    try:
        geef_zorgzienswijze(route_id=blad.route.id, tekst=tekst, by=request.actor, at=request.nu)
    except ZorgrouteGeweigerd as weigering:
        return _toon(request, tekst, _(weigering.zin))
    messages.success(request, _("Uw mening gaat mee naar het samenwerkingsverband."))
    return redirect("ouders:zorgaanmelding")


def _toon(request: Leesverzoek, tekst: str = "", fout: str = "") -> HttpResponse:
    blad, lezing = ouderzorgblad_for(request.actor), request.lezing
    if blad is None:
        raise NietGevonden
    if request.method == "GET":
        bekeken(dossier=blad.route.dossier, wat="zorgroute", by=request.actor, at=request.nu)
    # Without the address and the telephone of another carer, as in the report itself.
    rapport = Inhoud(voor_ouder(blad.formulier.rapport, lezing.inzage.verzorger_id, lezing.recht))
    context = {
        "blad": blad,
        "betekenis": _BETEKENIS[blad.besluit.besluit.uitkomst] if blad.besluit else "",
        "route": blad.route,
        "wat": blad.formulier.voorbereiding,
        "secties": [sectie for sectie in weergave(rapport, Publiek.OUDERS) if sectie.blokken],
        "school": blad.route.school.naam,
        "leerling": blad.route.dossier.leerling.roepnaam,
        "verplicht": WET[blad.soort].zienswijze,
        "kan_reageren": blad.kan_reageren and lezing.recht.reageert,
        "tekst": tekst,
        "maximum": MAXIMALE_TEKST,
        "fout": fout,
    }
    return render(request, "ouders/zorgaanmelding.html", context, status=422 if fout else 200)
