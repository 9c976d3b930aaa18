"""How does a vo school look at a file from outside the region, and take it in or throw it away?"""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from overstap.domain.importen.actions import bekijk, bewaar_upload, neem_upload_in, weiger
from overstap.domain.importen.enums import Ontvangstherkomst
from overstap.domain.importen.queries import inname_for, upload_for, uploads_for
from overstap.domain.importen.rules import ImportGeweigerd, beeld
from overstap.domain.importen.snapshot import Gelezen
from overstap.domain.rapporten.catalogue import Publiek
from overstap.domain.scholen.queries import collegas_for
from overstap.foundation.access import Recht
from overstap.foundation.klok import dag
from overstap.integrations.oso import Leesfout, lees
from overstap.integrations.xml import STANDAARD
from overstap.web.components.naar import Naar
from overstap.web.components.publiek import voor
from overstap.web.components.verzoek import Verzoek
from overstap.web.components.voorbeeld import nog, secties, wie

MB = 1024 * 1024
# What comes by way of OSO to a samenwerkingsverband no school takes in.
_HERKOMSTEN = (Ontvangstherkomst.BASISSCHOOL, Ontvangstherkomst.EIGEN_LAS)


@voor("vo")
@require_http_methods(["GET", "POST"])
def innemen(request: Verzoek) -> HttpResponse:
    """Ask for a file and where it came from, and lead to what is in it; or show what waits."""
    request.actor.require(Recht.DOSSIER_ONTVANGEN)
    fout, herkomst = "", request.POST.get("herkomst", "")
    if request.method == "POST":
        antwoord = _bewaar(request, herkomst)
        if isinstance(antwoord, HttpResponse):
            return antwoord
        fout = antwoord
    context = {
        "fout": fout,
        "herkomst": herkomst,
        "herkomsten": [(een.value, een.label) for een in _HERKOMSTEN],
        "hoogstens": STANDAARD.bytes // MB,
        "wachtend": _wachtend(request),
        "kruimels": [{"naam": _("Inbox"), "url": reverse("vo:inbox")}],
    }
    return render(request, "vo/innemen.html", context, status=422 if fout else 200)


def _bewaar(request: Verzoek, herkomst: str) -> HttpResponse | str:
    """Keep a readable file and lead to its preview; otherwise the sentence that says what to do."""
    bestand = request.FILES.get("bestand")
    if herkomst not in _HERKOMSTEN:
        return _("Kies waar het bestand vandaan komt.")
    if not isinstance(bestand, UploadedFile):
        return _("Kies het OSO-bestand (.xml) van één leerling.")
    try:
        lees(bestand.file, vandaag=dag(request.nu), bijlagen=False)  # type: ignore[arg-type]  # Django's File
        upload_id = bewaar_upload(
            stukken=bestand.chunks(), herkomst=Ontvangstherkomst(herkomst), by=request.actor, at=request.nu
        )
    except (Leesfout, ImportGeweigerd) as fout:
        return fout.zin
    return Naar("vo:inname", inname_id=upload_id)


def _wachtend(request: Verzoek) -> list[dict[str, Any]]:
    uploads = list(uploads_for(request.actor, request.nu))
    namen = collegas_for(request.actor, (upload.geupload_door for upload in uploads))
    return [
        {
            "id": upload.id,
            "op": upload.geupload_op,
            "omvang": upload.omvang,
            "herkomst": upload.get_herkomst_display(),
            "door": namen.get(upload.geupload_door, ""),
            "nog": nog(upload.vervalt_op, request.nu),
        }
        for upload in uploads
    ]


@voor("vo")
@require_GET
def inname(request: Verzoek, inname_id: UUID) -> HttpResponse:
    """Show what is in a waiting file, before anybody takes it in."""
    return _voorbeeld(request, inname_id, _gelezen(request, inname_id), "")


@voor("vo")
@require_POST
def overnemen(request: Verzoek, inname_id: UUID) -> HttpResponse:
    """Take the file in; what is refused stays waiting, with the reason."""
    gelezen = _gelezen(request, inname_id)
    try:
        ontvangst_id = neem_upload_in(upload_id=inname_id, gelezen=gelezen, by=request.actor, at=request.nu)
    except ImportGeweigerd as reden:
        return _voorbeeld(request, inname_id, gelezen, reden.zin)
    messages.success(request, _("Het rapport is ingenomen. Het staat ook in uw inbox."))
    return Naar("vo:ontvangst", ontvangst_id=ontvangst_id)


@voor("vo")
@require_POST
def weggooien(request: Verzoek, inname_id: UUID) -> HttpResponse:
    """Throw the file away; nothing of it is kept."""
    weiger(upload_id=inname_id, by=request.actor, at=request.nu)
    messages.success(request, _("Het bestand is weggegooid. Er is niets van bewaard."))
    return Naar("vo:innemen")


def _gelezen(request: Verzoek, inname_id: UUID) -> Gelezen:
    with bekijk(upload_id=inname_id, by=request.actor, at=request.nu) as bron:
        return lees(bron, vandaag=dag(request.nu))


def _voorbeeld(request: Verzoek, inname_id: UUID, gelezen: Gelezen, fout: str) -> HttpResponse:
    upload = upload_for(request.actor, inname_id, request.nu)
    gevonden = inname_for(request.actor, gelezen)
    inhoud = beeld(gelezen, gevonden.wijzigingen, dag(request.nu))
    context = {
        "upload": upload,
        "herkomst": upload.get_herkomst_display(),
        "nog": nog(upload.vervalt_op, request.nu),
        "beeld": inhoud,
        "wie": wie(inhoud),
        "secties": secties(inhoud.inhoud, Publiek.VO),
        "inname": gevonden,
        "fout": fout or gevonden.bezwaar,
        "kruimels": [{"naam": _("Bestand van buiten de regio"), "url": reverse("vo:innemen")}],
    }
    return render(request, "vo/inname.html", context, status=422 if fout else 200)


paden = [
    path("innemen/", innemen, name="innemen"),
    path("innemen/<uuid:inname_id>/", inname, name="inname"),
    path("innemen/<uuid:inname_id>/innemen/", overnemen, name="inname_overnemen"),
    path("innemen/<uuid:inname_id>/weggooien/", weggooien, name="inname_weggooien"),
]
