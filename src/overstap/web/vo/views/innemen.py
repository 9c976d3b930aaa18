"""How does a vo school take in a file from outside the region, read it and remove it?"""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from overstap.domain.importen.actions import bekijk_ontvangst, neem_ontvangst_in, verwijder_ontvangst
from overstap.domain.importen.enums import Ontvangstherkomst
from overstap.domain.importen.queries import ontvangstbeeld_for
from overstap.domain.importen.rules import ImportGeweigerd
from overstap.domain.rapporten.catalogue import Publiek
from overstap.domain.rapporten.snapshot import weergave
from overstap.foundation.access import Recht
from overstap.foundation.klok import dag
from overstap.integrations.oso import Leesfout, lees
from overstap.integrations.xml import STANDAARD
from overstap.web.components.publiek import voor
from overstap.web.components.verzoek import Verzoek

MB = 1024 * 1024


@voor("vo")
@require_http_methods(["GET", "POST"])
def innemen(request: Verzoek) -> HttpResponse:
    """Ask for a file and where it came from, and take it in."""
    request.actor.require(Recht.DOSSIER_ONTVANGEN)
    fout, herkomst = "", request.POST.get("herkomst", "")
    if request.method == "POST":
        antwoord = _neem_in(request, herkomst)
        if isinstance(antwoord, HttpResponse):
            return antwoord
        fout = antwoord
    context = {
        "fout": fout,
        "herkomst": herkomst,
        "herkomsten": Ontvangstherkomst.choices,
        "hoogstens": STANDAARD.bytes // MB,
        "kruimels": [{"naam": _("Inbox"), "url": reverse("vo:inbox")}],
    }
    return render(request, "vo/innemen.html", context, status=422 if fout else 200)


def _neem_in(request: Verzoek, herkomst: str) -> HttpResponse | str:
    """Lead to what was taken in, or the sentence that says what to do."""
    bestand = request.FILES.get("bestand")
    if herkomst not in set(Ontvangstherkomst):
        return _("Kies waar het bestand vandaan komt.")
    if not isinstance(bestand, UploadedFile):
        return _("Kies het OSO-bestand (.xml) van één leerling.")
    try:
        gelezen = lees(bestand.read(STANDAARD.bytes + 1), vandaag=dag(request.nu))
        ontvangst_id = neem_ontvangst_in(
            gelezen=gelezen, herkomst=Ontvangstherkomst(herkomst), by=request.actor, at=request.nu
        )
    except (Leesfout, ImportGeweigerd) as reden:
        return reden.zin
    messages.success(request, _("Het bestand is binnen. Het staat ook in uw inbox."))
    antwoord = redirect("vo:ontvangst", ontvangst_id=ontvangst_id)
    antwoord.status_code = 303
    return antwoord


@voor("vo")
@require_GET
def ontvangst(request: Verzoek, ontvangst_id: UUID) -> HttpResponse:
    """Show what came in, and what stayed out with the reason."""
    rij = bekijk_ontvangst(ontvangst_id=ontvangst_id, by=request.actor, at=request.nu)
    beeld = ontvangstbeeld_for(request.actor, rij)
    context = {
        "rij": rij,
        "herkomst": Ontvangstherkomst(rij.herkomst).label,
        "beeld": beeld,
        "secties": weergave(beeld.inhoud, Publiek.VO),
        "kruimels": [{"naam": _("Inbox"), "url": reverse("vo:inbox")}],
    }
    return render(request, "vo/ontvangst.html", context)


@voor("vo")
@require_POST
def verwijderen(request: Verzoek, ontvangst_id: UUID) -> HttpResponse:
    """Remove it, with its key."""
    verwijder_ontvangst(ontvangst_id=ontvangst_id, by=request.actor, at=request.nu)
    messages.success(request, _("Verwijderd. Overstap bewaart er niets van."))
    antwoord = redirect("vo:inbox")
    antwoord.status_code = 303
    return antwoord


paden = [
    path("innemen/", innemen, name="innemen"),
    path("ontvangsten/<uuid:ontvangst_id>/", ontvangst, name="ontvangst"),
    path("ontvangsten/<uuid:ontvangst_id>/verwijderen/", verwijderen, name="ontvangst_verwijderen"),
]
