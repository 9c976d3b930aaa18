"""How does a file from the school's administration come in, and what happens with it?"""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from overstap.domain.dossiers.rules import NietInvulbaar
from overstap.domain.importen.actions import (
    NietOngedaan,
    bekijk,
    bewaar_partij,
    bewaar_upload,
    maak_ongedaan,
    neem_over,
    weiger,
)
from overstap.domain.importen.queries import (
    herstelbaar_for,
    partijen_for,
    upload_for,
    uploads_for,
    vergelijking_for,
)
from overstap.domain.importen.rules import ImportGeweigerd, beeld
from overstap.domain.importen.snapshot import Gelezen
from overstap.domain.koppelingen.queries import koppelingnamen_for
from overstap.domain.scholen.queries import collegas_for
from overstap.foundation.access import Recht
from overstap.foundation.klok import dag
from overstap.integrations.oso import ZIPGRENZEN, Leesfout, lees
from overstap.integrations.xml import STANDAARD
from overstap.web.components.publiek import voor
from overstap.web.components.verzoek import Verzoek
from overstap.web.components.voorbeeld import nog, secties, wie
from overstap.web.po.importbeeld import GROOTSTE_ZIP, MB, partijwoorden
from overstap.web.po.openen import Naar
from overstap.web.po.views.opvragen import aangesloten

# Undoing by itself is for what came in by itself; of more than this a list helps nobody.
HERSTELBAAR = 20


@voor("po")
@require_http_methods(["GET", "POST"])
def importeren(request: Verzoek) -> HttpResponse:
    """Upload one file or a ZIP, or see what waits and what can be undone."""
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
    if bestand is None and int(request.META.get("CONTENT_LENGTH") or 0) > settings.OVERSTAP_GROOTSTE_UPLOAD:
        return _("Dit bestand is groter dan %(mb)s MB. Verdeel de leerlingen over meer ZIP-bestanden.") % {
            "mb": GROOTSTE_ZIP // MB
        }
    if not isinstance(bestand, UploadedFile):
        return _("Kies eerst het OSO-bestand van de leerling, of een ZIP-bestand met meer leerlingen.")
    begin = bestand.read(4)
    bestand.seek(0)
    return _bewaar_zip(request, bestand) if begin.startswith(b"PK") else _bewaar_xml(request, bestand)


def _bewaar_zip(request: Verzoek, bestand: UploadedFile) -> HttpResponse | str:
    if (bestand.size or 0) > GROOTSTE_ZIP:
        return _("Dit ZIP-bestand is groter dan %(mb)s MB. Verdeel de leerlingen over meer ZIP-bestanden.") % {
            "mb": GROOTSTE_ZIP // MB
        }
    try:
        partij_id = bewaar_partij(stukken=bestand.chunks(), by=request.actor, at=request.nu)
    except ImportGeweigerd as reden:
        return reden.zin
    return Naar("po:partij", partij_id=partij_id)


def _bewaar_xml(request: Verzoek, bestand: UploadedFile) -> HttpResponse | str:
    try:
        lees(bestand.file, vandaag=dag(request.nu), bijlagen=False)  # type: ignore[arg-type]  # Django's File
        upload_id = bewaar_upload(stukken=bestand.chunks(), by=request.actor, at=request.nu)
    except (Leesfout, ImportGeweigerd) as fout:
        return fout.zin
    return Naar("po:import_voorbeeld", upload_id=upload_id)


def _uploadpagina(request: Verzoek, fout: str, *, status: int) -> HttpResponse:
    uploads = list(uploads_for(request.actor, request.nu))
    partijen = list(partijen_for(request.actor, request.nu))
    brengers = [*(upload.geupload_door for upload in uploads), *(partij.geupload_door for partij in partijen)]
    namen = {**collegas_for(request.actor, brengers), **koppelingnamen_for(request.actor)}
    wachtend = [
        {
            "href": reverse("po:import_voorbeeld", args=[upload.id]),
            "op": upload.geupload_op,
            "omvang": upload.omvang,
            "door": namen.get(upload.geupload_door, ""),
            "nog": nog(upload.vervalt_op, request.nu),
        }
        for upload in uploads
    ]
    context = {
        "fout": fout,
        "aangesloten": aangesloten(request),
        "wachtend": wachtend,
        "partijen": [partijwoorden(partij, namen.get(partij.geupload_door, ""), request.nu) for partij in partijen],
        "herstelbaar": list(herstelbaar_for(request.actor, request.nu)[:HERSTELBAAR]),
        "grenzen": {
            "xml": STANDAARD.bytes // MB,
            "zip": GROOTSTE_ZIP // MB,
            "aantal": ZIPGRENZEN.aantal,
            "samen": ZIPGRENZEN.samen // MB,
        },
    }
    return render(request, "po/importeren.html", context, status=status)


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
    antwoord = {"bevestigd": request.POST.get("zelfde") == "ja", "ander": request.POST.get("zelfde") == "nee"}
    try:
        dossier = neem_over(upload_id=upload_id, gelezen=gelezen, **antwoord, by=request.actor, at=request.nu)
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


@voor("po")
@require_POST
def ongedaan(request: Verzoek, dossier_id: UUID) -> HttpResponse:
    """Undo the last import of one pupil."""
    try:
        weg = maak_ongedaan(dossier_id=dossier_id, by=request.actor, at=request.nu)
    except NietOngedaan as reden:
        messages.error(request, reden.zin)
    else:
        messages.success(
            request,
            _("Ongedaan gemaakt. Het dossier is weer weg.") if weg else _("Ongedaan gemaakt. Alles is weer als eerst."),
        )
    return Naar("po:import")


def _gelezen(request: Verzoek, upload_id: UUID) -> Gelezen:
    with bekijk(upload_id=upload_id, by=request.actor, at=request.nu) as bron:
        return lees(bron, vandaag=dag(request.nu))


def _voorbeeldpagina(request: Verzoek, upload_id: UUID, fout: str, *, status: int) -> HttpResponse:
    gelezen = _gelezen(request, upload_id)
    gelijk = vergelijking_for(request.actor, gelezen)
    upload = upload_for(request.actor, upload_id, request.nu)
    inhoud = beeld(gelezen, gelijk.wijzigingen, dag(request.nu))
    context: dict[str, Any] = {
        "upload_id": upload_id,
        "nog": nog(upload.vervalt_op, request.nu),
        "beeld": inhoud,
        "wie": wie(inhoud),
        "secties": secties(inhoud.inhoud),
        "gelijk": gelijk,
        "fout": fout or gelijk.bezwaar,
        "kruimels": [{"naam": _("Importeren"), "url": reverse("po:import")}],
    }
    return render(request, "po/import_voorbeeld.html", context, status=status)


paden = [
    path("importeren/", importeren, name="import"),
    path("importeren/<uuid:upload_id>/", voorbeeld, name="import_voorbeeld"),
    path("importeren/<uuid:upload_id>/overnemen/", overnemen, name="import_overnemen"),
    path("importeren/<uuid:upload_id>/weggooien/", weggooien, name="import_weggooien"),
    path("importeren/dossiers/<uuid:dossier_id>/ongedaan/", ongedaan, name="import_ongedaan"),
]
