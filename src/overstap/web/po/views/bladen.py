"""How does a pile of profielbladen get to its pupils? Many files at once; a person confirms whose each is."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from uuid import UUID

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from overstap.domain.bijlagen.actions import gooi_weg, koppel, leg_klaar
from overstap.domain.bijlagen.actions.stapel import LEESBAAR
from overstap.domain.bijlagen.enums import Bladstand, Koppelgrond
from overstap.domain.bijlagen.queries import LeesbaarBlad, bladen_for, kandidaten_for
from overstap.domain.bijlagen.rules import GRENZEN, BijlageGeweigerd, controleer_omvang
from overstap.domain.importen.queries import leerling_in_naam_for
from overstap.foundation.access import Recht
from overstap.foundation.opslag import Tijdelijk
from overstap.integrations.stapel import GeenStapel, is_zip, pak_uit
from overstap.web.components.documenten import Document, GeenDocument, uit_bestand
from overstap.web.components.publiek import voor
from overstap.web.components.uploads import HOOGSTENS
from overstap.web.components.verzoek import Verzoek
from overstap.web.po.openen import Naar

MB = 1024 * 1024
# So long the worker may still be reading.
_LEESTIJD = timedelta(minutes=2)
WEG = "weg"
ANDER = "ander"


@voor("po")
@require_http_methods(["GET", "POST"])
def bladen(request: Verzoek) -> HttpResponse:
    """Upload a pile, see what waits with a proposal for each, and what became of the rest."""
    request.actor.require(Recht.BIJLAGE_TOEVOEGEN)
    fouten: list[str] = []
    if request.method == "POST":
        goed, fouten = _neem_aan(request)
        if goed:
            zin = ngettext("%(n)s bestand wacht op uw keuze.", "%(n)s bestanden wachten op uw keuze.", goed) % {
                "n": goed
            }
            messages.success(request, zin)
            for fout in fouten:
                messages.warning(request, fout)
            return Naar("po:bladen")
    return _pagina(request, fouten)


@voor("po")
@require_POST
def koppelen(request: Verzoek) -> HttpResponse:
    """Put every sheet for which a pupil was chosen with that pupil; the others wait on."""
    request.actor.require(Recht.BIJLAGE_TOEVOEGEN)
    mag = {str(kandidaat.dossier_id) for kandidaat in kandidaten_for(request.actor)}
    geteld = {"toe": 0, "weg": 0, "niet": 0}
    for blad in bladen_for(request.actor, request.nu):
        keuze = request.POST.get(f"blad-{blad.rij.id}", "")
        if keuze == ANDER:
            keuze = request.POST.get(f"ander-{blad.rij.id}", "")
        if blad.rij.stand == Bladstand.WACHT and keuze:
            geteld[_beslis(request, blad, keuze, mag)] += 1
    _meld(request, geteld)
    return Naar("po:bladen")


def _beslis(request: Verzoek, blad: LeesbaarBlad, keuze: str, mag: set[str]) -> str:
    if keuze == WEG:
        gooi_weg(blad_id=blad.rij.id, by=request.actor, at=request.nu)
        return "weg"
    if keuze not in mag:
        return "niet"
    gelukt = koppel(
        blad_id=blad.rij.id, dossier_id=UUID(keuze), bestandsnaam=blad.bestandsnaam, by=request.actor, at=request.nu
    )
    return "toe" if gelukt else "niet"


def _meld(request: Verzoek, geteld: dict[str, int]) -> None:
    if geteld["toe"]:
        zin = ngettext("%(n)s profielblad is toegevoegd.", "%(n)s profielbladen zijn toegevoegd.", geteld["toe"])
        messages.success(request, zin % {"n": geteld["toe"]})
    if geteld["weg"]:
        zin = ngettext("%(n)s bestand is weggegooid.", "%(n)s bestanden zijn weggegooid.", geteld["weg"])
        messages.success(request, zin % {"n": geteld["weg"]})
    if geteld["niet"]:
        zin = ngettext(
            "%(n)s bestand kon niet worden toegevoegd. Bij het bestand staat waarom.",
            "%(n)s bestanden konden niet worden toegevoegd. Bij elk bestand staat waarom.",
            geteld["niet"],
        )
        messages.warning(request, zin % {"n": geteld["niet"]})


def _neem_aan(request: Verzoek) -> tuple[int, list[str]]:
    """(how many sheets were kept, a sentence for each file that was not)."""
    gekozen = request.FILES.getlist("bestanden")
    if not gekozen:
        return 0, [_("Kies eerst de bestanden, of één ZIP-bestand.")]
    if len(gekozen) > HOOGSTENS:
        zin = _("U koos %(n)s bestanden. Er kunnen er hoogstens %(grens)s tegelijk. Verdeel ze over meer keren.")
        return 0, [zin % {"n": len(gekozen), "grens": HOOGSTENS}]
    goed, fouten = 0, list[str]()
    for nummer, (naam, inhoud) in enumerate(_losse(gekozen, fouten), start=1):
        try:
            blad = _controleer(naam, inhoud)
            leg_klaar(
                bestandsnaam=naam, mime=blad.mime, inhoud=blad.stukken(),
                op_kenmerk=leerling_in_naam_for(request.actor, naam), by=request.actor, at=request.nu,
            )  # fmt: skip
            goed += 1
        except (GeenDocument, BijlageGeweigerd) as fout:
            zin = fout.zin if isinstance(fout, BijlageGeweigerd) else str(fout)
            fouten.append(_("Bestand %(nummer)s: %(zin)s") % {"nummer": nummer, "zin": zin})
    return goed, fouten


def _losse(gekozen: list[UploadedFile], fouten: list[str]) -> Iterator[tuple[str, UploadedFile | Tijdelijk | str]]:
    """Every file, and every file in a ZIP (an office file is a ZIP as well, and stays whole)."""
    for upload in gekozen:
        if not (upload.name or "").lower().endswith(".zip") or not is_zip(upload.file):  # type: ignore[arg-type]  # Django's own File
            yield upload.name or "", upload
            continue
        try:
            yield from pak_uit(upload.file, HOOGSTENS)  # type: ignore[arg-type]  # Django's File
        except GeenStapel as fout:
            fouten.append(str(fout))


def _controleer(naam: str, inhoud: UploadedFile | Tijdelijk | str) -> Document:
    if isinstance(inhoud, str):
        raise GeenDocument(inhoud)
    omvang = inhoud.omvang if isinstance(inhoud, Tijdelijk) else inhoud.size or 0
    controleer_omvang(omvang, ())
    bron = inhoud.lezer() if isinstance(inhoud, Tijdelijk) else inhoud.file
    return uit_bestand(naam, omvang, bron, nummer_mag=True)  # type: ignore[arg-type]  # Django's File


def _pagina(request: Verzoek, fouten: list[str]) -> HttpResponse:
    alle = bladen_for(request.actor, request.nu)
    kandidaten = kandidaten_for(request.actor)
    namen = {kandidaat.dossier_id: f"{kandidaat.roepnaam} {kandidaat.achternaam}" for kandidaat in kandidaten}
    wacht = [blad for blad in alle if blad.rij.stand == Bladstand.WACHT]
    zeker = [blad for blad in wacht if Koppelgrond(blad.rij.grond).zeker and blad.rij.voorstel_id in namen]
    context = {
        "wacht": wacht,
        "stapels": [
            (_("Gevonden"), _("Hier past het nummer of de geboortedatum. Kijk het na en voeg ze toe."), zeker),
            (_("Van wie is dit?"), _("Hier weten wij het niet zeker."), [b for b in wacht if b not in zeker]),
        ],
        "klaar": [blad for blad in alle if blad.rij.stand != Bladstand.WACHT],
        "kandidaten": kandidaten,
        "namen": namen,
        "grond": Koppelgrond,
        "stand": Bladstand,
        "weg": WEG,
        "ander": ANDER,
        "leest": any(blad.rij.mime == LEESBAAR and request.nu - blad.rij.geupload_op < _LEESTIJD for blad in wacht),
        "grenzen": {"mb": GRENZEN.per_stuk // MB, "aantal": HOOGSTENS},
        "fouten": [{"tekst": fout, "href": "#bestanden"} for fout in fouten],
        "fout": bool(fouten),
    }
    return render(request, "po/bladen.html", context, status=422 if fouten else 200)


paden = [
    path("profielbladen/", bladen, name="bladen"),
    path("profielbladen/koppelen/", koppelen, name="bladen_koppelen"),
]
