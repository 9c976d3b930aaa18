"""How does a file from the school's administration come in, and what happens with it?"""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from overstap.domain.dossiers.rules import NietInvulbaar
from overstap.domain.importen.actions import bekijk, bewaar_upload, neem_over, weiger
from overstap.domain.importen.queries import upload_for, uploads_for, vergelijking_for
from overstap.domain.importen.rules import ImportGeweigerd
from overstap.domain.importen.snapshot import Gelezen
from overstap.domain.scholen.queries import collegas_for
from overstap.foundation.access import Recht
from overstap.foundation.klok import dag
from overstap.integrations.oso import Leesfout, lees
from overstap.integrations.xml import STANDAARD
from overstap.web.components.publiek import voor
from overstap.web.components.verzoek import Verzoek
from overstap.web.po.openen import Naar
from overstap.web.po.voorbeeld import secties, wie

MB = 1024 * 1024


@voor("po")
@require_http_methods(["GET", "POST"])
def importeren(request: Verzoek) -> HttpResponse:
    """Upload one file, or see which uploads wait."""
    request.actor.require(Recht.IMPORT_UITVOEREN)
    if request.method == "POST":
        fout = _bewaar(request)
        if isinstance(fout, HttpResponse):
            return fout
        return _uploadpagina(request, fout, status=422)
    return _uploadpagina(request, "", status=200)


def _bewaar(request: Verzoek) -> HttpResponse | str:
    """Keep a readable file and lead to its preview; otherwise the sentence that says what to do."""
    bestand = request.FILES.get("bestand")
    if bestand is None and int(request.META.get("CONTENT_LENGTH") or 0) > STANDAARD.bytes:
        return _("Dit bestand is groter dan %(mb)s MB. Haal de grootste bijlagen eruit en voeg die later los toe.") % {
            "mb": STANDAARD.bytes // MB
        }
    if bestand is None:
        return _("Kies eerst het OSO-bestand van de leerling.")
    # One byte more than allowed is enough to know that it is too much.
    ruw = bestand.read(STANDAARD.bytes + 1)
    try:
        lees(ruw, vandaag=dag(request.nu))
    except Leesfout as fout:
        return fout.zin
    upload_id = bewaar_upload(ruw=ruw, by=request.actor, at=request.nu)
    return Naar("po:import_voorbeeld", upload_id=upload_id)


def _uploadpagina(request: Verzoek, fout: str, *, status: int) -> HttpResponse:
    uploads = list(uploads_for(request.actor, request.nu))
    namen = collegas_for(request.actor, (upload.geupload_door for upload in uploads))
    wachtend = [
        {
            "id": upload.id,
            "op": upload.geupload_op,
            "omvang": upload.omvang,
            "door": namen.get(upload.geupload_door, ""),
            "nog": _nog(upload.vervalt_op, request.nu),
        }
        for upload in uploads
    ]
    context = {"fout": fout, "wachtend": wachtend, "hoogstens": STANDAARD.bytes // MB}
    return render(request, "po/importeren.html", context, status=status)


def _nog(tot: datetime, nu: datetime) -> str:
    minuten = max(1, int((tot - nu).total_seconds() // 60))
    if minuten < 60:
        return ngettext("nog %(n)s minuut", "nog %(n)s minuten", minuten) % {"n": minuten}
    return _("nog %(n)s uur") % {"n": minuten // 60}


@voor("po")
@require_GET
def voorbeeld(request: Verzoek, upload_id: UUID) -> HttpResponse:
    """Show what is in a waiting file, before anybody takes it over."""
    return _voorbeeldpagina(request, upload_id, "", status=200)


@voor("po")
@require_POST
def overnemen(request: Verzoek, upload_id: UUID) -> HttpResponse:
    """Take the file over; what is refused stays waiting, with the reason."""
    gelezen = _gelezen(request, upload_id)
    try:
        dossier = neem_over(upload_id=upload_id, gelezen=gelezen, by=request.actor, at=request.nu)
    except (ImportGeweigerd, NietInvulbaar) as reden:
        return _voorbeeldpagina(request, upload_id, reden.zin, status=422)
    messages.success(request, _("De gegevens zijn overgenomen."))
    return Naar("po:dossier", dossier_id=dossier.id)


@voor("po")
@require_POST
def weggooien(request: Verzoek, upload_id: UUID) -> HttpResponse:
    """Throw the file away; nothing of it is kept."""
    weiger(upload_id=upload_id, by=request.actor, at=request.nu)
    messages.success(request, _("Het bestand is weggegooid. Er is niets van bewaard."))
    return Naar("po:import")


def _gelezen(request: Verzoek, upload_id: UUID) -> Gelezen:
    return lees(bekijk(upload_id=upload_id, by=request.actor, at=request.nu), vandaag=dag(request.nu))


def _voorbeeldpagina(request: Verzoek, upload_id: UUID, fout: str, *, status: int) -> HttpResponse:
    gelezen = _gelezen(request, upload_id)
    beeld = vergelijking_for(request.actor, gelezen)
    upload = upload_for(request.actor, upload_id, request.nu)
    context: dict[str, Any] = {
        "upload_id": upload_id,
        "nog": _nog(upload.vervalt_op, request.nu),
        "gelezen": gelezen,
        "wie": wie(gelezen),
        "secties": secties(gelezen.inhoud),
        "beeld": beeld,
        "fout": fout or beeld.bezwaar,
        "kruimels": [{"naam": _("Importeren"), "url": reverse("po:import")}],
    }
    return render(request, "po/import_voorbeeld.html", context, status=status)


paden = [
    path("importeren/", importeren, name="import"),
    path("importeren/<uuid:upload_id>/", voorbeeld, name="import_voorbeeld"),
    path("importeren/<uuid:upload_id>/overnemen/", overnemen, name="import_overnemen"),
    path("importeren/<uuid:upload_id>/weggooien/", weggooien, name="import_weggooien"),
]
