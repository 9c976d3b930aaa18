"""Which zorgaanmeldingen come and go over the line (OSO), how far is each, and what may a person do with one?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from overstap.domain.importen.actions import bekijk
from overstap.domain.importen.queries import upload_for
from overstap.domain.importen.rules import beeld
from overstap.domain.importen.snapshot import Gelezen
from overstap.domain.rapporten.catalogue import Publiek
from overstap.domain.scholen.queries import collegas_for
from overstap.domain.zorgroutes.actions import haal_aanbod_op, neem_aanbod_aan, weiger_aanbod
from overstap.domain.zorgroutes.enums import Aanbodstand
from overstap.domain.zorgroutes.queries.aanbod import aanbiedingen_for, aanbod_for, bezwaar_for, stand_for, standen_for
from overstap.domain.zorgroutes.queries.lijn import eigen_systeem_for
from overstap.domain.zorgroutes.rules.aanbod import voor_zaak
from overstap.foundation.access import Recht
from overstap.foundation.klok import dag
from overstap.integrations.oso import lees
from overstap.integrations.oso.draad.uitkomst import Uitkomst
from overstap.web.components.daad import lukt, probeer
from overstap.web.components.naar import Naar
from overstap.web.components.publiek import voor
from overstap.web.components.velden import foutregels
from overstap.web.components.verzoek import Verzoek, getypt
from overstap.web.components.voorbeeld import nog, secties, wie
from overstap.web.swv.forms.zaak import Aanneemformulier
from overstap.web.swv.lijnbeeld import aanbodrij, systeemrij

if TYPE_CHECKING:
    from overstap.domain.zorgroutes.models import Zorgaanbod


@voor("swv")
@require_GET
def lijst(request: Verzoek) -> HttpResponse:
    """Show what schools elsewhere set ready, and how far the own system is with what schools in Overstap sent."""
    request.actor.require(Recht.ZORGAANMELDING_BEHANDELEN)
    rijen = list(aanbiedingen_for(request.actor))
    standen = standen_for(request.actor, rijen, request.nu)
    context = {
        "rijen": [aanbodrij(rij, standen[rij.id]) for rij in rijen],
        "systeem": [systeemrij(een) for een in eigen_systeem_for(request.actor)],
        "kruimels": [{"naam": _("Zorgaanmeldingen"), "url": reverse("swv:bord")}],
    }
    return render(request, "swv/lijn.html", context)


@voor("swv")
@require_http_methods(["GET", "POST"])
def aanbod(request: Verzoek, aanbod_id: UUID) -> HttpResponse:
    """Show one: what to do with it now, and once it was fetched what is in it. A press accepts it as a case."""
    request.actor.require(Recht.ZORGAANMELDING_BEHANDELEN)
    rij = aanbod_for(request.actor, aanbod_id)
    stand = stand_for(request.actor, rij, request.nu)
    if stand is Aanbodstand.AANGENOMEN:
        return Naar("swv:buitenzaak", buitenzaak_id=aanbod_id)
    if stand is Aanbodstand.OPGEHAALD:
        return _voorbeeld(request, rij)
    if request.method == "POST":
        messages.error(request, _("Haal de zorgaanmelding eerst op. Daarna ziet u wat erin staat en kunt u kiezen."))
        return Naar("swv:aanbod", aanbod_id=aanbod_id)
    namen = collegas_for(request.actor, [een for een in (rij.gevraagd_door, rij.besloten_door) if een])
    mislukt = stand is Aanbodstand.NIET_GELUKT
    # Given up by the worker: there is no answer to explain.
    uitkomst = Uitkomst(rij.uitkomst) if rij.uitkomst and rij.stand != Aanbodstand.ONDERWEG else Uitkomst.TECHNISCH
    context = {
        "rij": aanbodrij(rij, stand),
        "bezig": stand is Aanbodstand.ONDERWEG,
        "mislukt": mislukt,
        "zin": uitkomst.zin_bij_halen if mislukt else "",
        "code": rij.code if mislukt else "",
        "mag_halen": stand in {Aanbodstand.GEMELD, Aanbodstand.NIET_GELUKT},
        "door": namen.get(rij.besloten_door) if rij.besloten_door else "",
        "kruimels": _kruimels(),
    }
    return render(request, "swv/aanbod.html", context)


def _voorbeeld(request: Verzoek, rij: Zorgaanbod) -> HttpResponse:
    assert rij.upload_id is not None
    gelezen = _gelezen(request, rij.upload_id)
    form = Aanneemformulier(getypt(request))
    if lukt(request, form, neem_aanbod_aan, aanbod_id=rij.id, gelezen=gelezen):
        messages.success(request, _("Aangenomen. De zorgaanmelding staat nu op uw bord."))
        return Naar("swv:buitenzaak", buitenzaak_id=rij.id)
    voor_ons = voor_zaak(gelezen)
    gezien = beeld(voor_ons, (), dag(request.nu))
    upload = upload_for(request.actor, rij.upload_id, request.nu)
    context = {
        "rij": aanbodrij(rij, Aanbodstand.OPGEHAALD),
        "nog": nog(upload.vervalt_op, request.nu),
        "beeld": gezien,
        # That there is no number is how it should be, and is said beside the choice.
        "wie": [feit for feit in wie(gezien) if feit["naam"] != _("Nummer")],
        "secties": secties(gezien.inhoud, Publiek.SWV),
        "bezwaar": bezwaar_for(request.actor, voor_ons),
        "form": form,
        "fouten": foutregels(form),
        "fout": bool(form.errors),
        "kruimels": _kruimels(),
    }
    return render(request, "swv/aanbod_voorbeeld.html", context, status=422 if form.errors else 200)


def _gelezen(request: Verzoek, upload_id: UUID) -> Gelezen:
    with bekijk(upload_id=upload_id, by=request.actor, at=request.nu) as bron:
        return lees(bron, vandaag=dag(request.nu))


@voor("swv")
@require_GET
def stand(request: Verzoek, aanbod_id: UUID) -> HttpResponse:
    """Say to the script of the page whether the answer is there."""
    request.actor.require(Recht.ZORGAANMELDING_BEHANDELEN)
    rij = aanbod_for(request.actor, aanbod_id)
    klaar = stand_for(request.actor, rij, request.nu) is not Aanbodstand.ONDERWEG
    return JsonResponse({"klaar": klaar, "tekst": _("Het antwoord is er nog niet.")})


@voor("swv")
@require_POST
def halen(request: Verzoek, aanbod_id: UUID) -> HttpResponse:
    """Fetch it: the worker does, and the page waits."""
    gelukt = _("Overstap haalt de zorgaanmelding op.")
    probeer(request, haal_aanbod_op, gelukt, aanbod_id=aanbod_id)
    return Naar("swv:aanbod", aanbod_id=aanbod_id)


@voor("swv")
@require_POST
def weigeren(request: Verzoek, aanbod_id: UUID) -> HttpResponse:
    """Do not handle it; nothing of it is kept."""
    gelukt = _("Niet aangenomen. Overstap bewaart niets van wat erin stond. Laat het de school zelf weten.")
    probeer(request, weiger_aanbod, gelukt, aanbod_id=aanbod_id)
    return Naar("swv:lijn")


def _kruimels() -> list[dict[str, Any]]:
    return [{"naam": _("Over de lijn"), "url": reverse("swv:lijn")}]


_EEN = "over-de-lijn/<uuid:aanbod_id>/"
paden = [
    path("over-de-lijn/", lijst, name="lijn"),
    path(_EEN, aanbod, name="aanbod"),
    path(f"{_EEN}stand/", stand, name="aanbod_stand"),
    path(f"{_EEN}ophalen/", halen, name="aanbod_halen"),
    path(f"{_EEN}niet-aannemen/", weigeren, name="aanbod_weigeren"),
]
