"""How does the school fetch a pupil from its own administration, without a file in hand?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from overstap.domain.importen.actions import vergeet_opvraging, vraag_op, vraag_opnieuw_op
from overstap.domain.importen.enums import Opvraagstand
from overstap.domain.importen.queries import (
    gestrand_for,
    opgevraagd_nummer_for,
    opvraging_for,
    opvragingen_for,
    uploads_for,
)
from overstap.domain.leerlingen.rules import gemaskeerd
from overstap.domain.scholen.queries import collegas_for, organisatie_for
from overstap.foundation.access import Recht
from overstap.foundation.weigering import Weigering
from overstap.integrations.oso.draad.aansluiting import aansluiting_uit
from overstap.integrations.oso.draad.uitkomst import Uitkomst
from overstap.web.components.publiek import voor
from overstap.web.components.verzoek import Verzoek, getypt
from overstap.web.po.forms.opvragen import Opvraagformulier
from overstap.web.po.forms.velden import foutregels
from overstap.web.po.openen import Naar

if TYPE_CHECKING:
    from overstap.domain.importen.models import Opvraging

_KLEUR = {Opvraagstand.ONDERWEG: "blauw", Opvraagstand.OPGEHAALD: "groen", Opvraagstand.NIET_GELUKT: "oranje"}


def aangesloten(request: Verzoek) -> bool:
    """Can this school fetch over the line at all?"""
    aansluiting = aansluiting_uit(settings.OVERSTAP_OSO_AANSLUITING)
    return aansluiting is not None and aansluiting.punt(organisatie_for(request.actor).brin) is not None


@voor("po")
@require_http_methods(["GET", "POST"])
def opvragen(request: Verzoek) -> HttpResponse:
    """Ask for a pupil, or see who was asked for in the last 24 hours and what came of it."""
    request.actor.require(Recht.IMPORT_UITVOEREN)
    form = Opvraagformulier(getypt(request))
    if request.method == "POST" and form.is_valid():
        try:
            opvraging_id = vraag_op(nummer=form.cleaned_data["nummer"], by=request.actor, at=request.nu)
        except Weigering as weigering:
            form.add_error("nummer", weigering.zin)
        else:
            return Naar("po:opvraging", opvraging_id=opvraging_id)
    context = {
        "form": form,
        "fouten": foutregels(form),
        "fout": bool(form.errors),
        "aangesloten": aangesloten(request),
        "proef": _is_proef(),
        "certificaat": _certificaat(request),
        "rijen": _rijen(request),
        "kruimels": [{"naam": _("Importeren"), "url": reverse("po:import")}],
    }
    return render(request, "po/opvragen.html", context, status=422 if form.errors else 200)


def _is_proef() -> bool:
    aansluiting = aansluiting_uit(settings.OVERSTAP_OSO_AANSLUITING)
    return aansluiting is not None and aansluiting.omgeving != "productie"


def _certificaat(request: Verzoek) -> str:
    """A sentence weeks before a certificate ends: somebody must ask for a new one, or the line goes dead."""
    aansluiting = aansluiting_uit(settings.OVERSTAP_OSO_AANSLUITING)
    # Those of the simulator are never good for long.
    echt = aansluiting is not None and aansluiting.omgeving != "simulator"
    return aansluiting.papieren.waarschuwing(request.nu) if aansluiting and echt else ""


def _rijen(request: Verzoek) -> list[dict[str, Any]]:
    rijen = list(opvragingen_for(request.actor, request.nu))
    wachtend = set(uploads_for(request.actor, request.nu).values_list("id", flat=True))
    namen = collegas_for(request.actor, [rij.gevraagd_door for rij in rijen])
    gestrand = gestrand_for(request.actor, rijen)
    return [_beeld(request, rij, wachtend, gestrand) | {"door": namen.get(rij.gevraagd_door, "")} for rij in rijen]


def _beeld(request: Verzoek, rij: Opvraging, wachtend: set[UUID], gestrand: frozenset[UUID]) -> dict[str, Any]:
    """One request as a person reads it. Of a file that waits the address; the number masked."""
    stand, uitkomst = Opvraagstand(rij.stand), rij.uitkomst
    if rij.id in gestrand:
        stand, uitkomst = Opvraagstand.NIET_GELUKT, Uitkomst.TECHNISCH
    wacht = rij.upload_id in wachtend
    return {
        "id": rij.id,
        "nummer": gemaskeerd(opgevraagd_nummer_for(request.actor, rij)),
        "op": rij.gevraagd_op,
        "stand": _("Wacht op uw keuze") if wacht else stand.label,
        "kleur": "blauw" if wacht else _KLEUR[stand],
        "bezig": stand is Opvraagstand.ONDERWEG,
        "mislukt": stand is Opvraagstand.NIET_GELUKT,
        "zin": Uitkomst(uitkomst).zin if uitkomst else "",
        "code": rij.code,
        "href": reverse("po:import_voorbeeld", args=[rij.upload_id]) if wacht else "",
    }


@voor("po")
@require_GET
def opvraging(request: Verzoek, opvraging_id: UUID) -> HttpResponse:
    """Wait for the answer; what came leads on to its preview, what did not says why and who acts."""
    request.actor.require(Recht.IMPORT_UITVOEREN)
    rij = opvraging_for(request.actor, opvraging_id, request.nu)
    beeld = _beeld(
        request,
        rij,
        set(uploads_for(request.actor, request.nu).values_list("id", flat=True)),
        gestrand_for(request.actor, [rij]),
    )
    if beeld["href"]:
        assert rij.upload_id is not None
        return Naar("po:import_voorbeeld", upload_id=rij.upload_id)
    kruimels = [
        {"naam": _("Importeren"), "url": reverse("po:import")},
        {"naam": _("Opvragen"), "url": reverse("po:opvragen")},
    ]
    return render(request, "po/opvraging.html", {"rij": beeld, "kruimels": kruimels})


@voor("po")
@require_GET
def stand(request: Verzoek, opvraging_id: UUID) -> HttpResponse:
    """Say to the script of the page whether the answer is there."""
    request.actor.require(Recht.IMPORT_UITVOEREN)
    rij = opvraging_for(request.actor, opvraging_id, request.nu)
    klaar = rij.stand != Opvraagstand.ONDERWEG or bool(gestrand_for(request.actor, [rij]))
    return JsonResponse({"klaar": klaar, "tekst": _("Het antwoord is er nog niet.")})


@voor("po")
@require_POST
def opnieuw(request: Verzoek, opvraging_id: UUID) -> HttpResponse:
    """Ask once more, for instance after the pupil was set ready."""
    try:
        vraag_opnieuw_op(opvraging_id=opvraging_id, by=request.actor, at=request.nu)
    except Weigering as weigering:
        messages.error(request, weigering.zin)
    return Naar("po:opvraging", opvraging_id=opvraging_id)


@voor("po")
@require_POST
def vergeten(request: Verzoek, opvraging_id: UUID) -> HttpResponse:
    """Take it off the list."""
    vergeet_opvraging(opvraging_id=opvraging_id, by=request.actor, at=request.nu)
    messages.success(request, _("Weggehaald. Het nummer is niet meer bewaard."))
    return Naar("po:opvragen")


paden = [
    path("importeren/opvragen/", opvragen, name="opvragen"),
    path("importeren/opvragen/<uuid:opvraging_id>/", opvraging, name="opvraging"),
    path("importeren/opvragen/<uuid:opvraging_id>/stand/", stand, name="opvraging_stand"),
    path("importeren/opvragen/<uuid:opvraging_id>/opnieuw/", opnieuw, name="opvraging_opnieuw"),
    path("importeren/opvragen/<uuid:opvraging_id>/vergeten/", vergeten, name="opvraging_vergeten"),
]
