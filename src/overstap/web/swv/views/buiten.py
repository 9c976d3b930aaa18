"""What does a samenwerkingsverband see of a case of a school elsewhere, and what does it do with it?"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from overstap.domain.bijlagen.rules import VertrekGeweigerd
from overstap.domain.importen.actions import bekijk_ontvangstbijlage
from overstap.domain.importen.queries import ontvangstbijlage_for, open_ontvangstbijlage_for
from overstap.domain.zorgroutes.actions import (
    adviseer_in_buitenzaak,
    behandel_buitenzaak,
    bekijk_buitenzaak,
    besluit_buitenzaak,
    koppel_over_de_lijn_terug,
    noteer_in_buitenzaak,
    verklaar_buitenzaak_compleet,
    zet_buitenzaak_in_commissie,
)
from overstap.domain.zorgroutes.enums import Routestaat
from overstap.domain.zorgroutes.queries.buiten import buitenblad_for, buitenzaak_for
from overstap.domain.zorgroutes.rules import BesluitGeweigerd, ZorgrouteGeweigerd, ZorgstapNietMogelijk
from overstap.foundation.access import Recht
from overstap.foundation.klok import dag
from overstap.web.components.daad import lukt, probeer
from overstap.web.components.downloads import stroom
from overstap.web.components.naar import Naar
from overstap.web.components.publiek import voor
from overstap.web.components.velden import foutregels
from overstap.web.components.verzoek import Verzoek, getypt
from overstap.web.swv.buitenblad import Buitenbeeld
from overstap.web.swv.forms.zaak import Besluitformulier
from overstap.web.swv.views.schrijven import ADVIES, NOTITIE, Schrijfwerk
from overstap.web.swv.zetten import ZETTEN

if TYPE_CHECKING:
    from overstap.domain.zorgroutes.queries.buiten import Buitenblad

_ACTEN: Mapping[Routestaat, Callable[..., None]] = {
    Routestaat.COMPLEET: verklaar_buitenzaak_compleet,
    Routestaat.IN_COMMISSIE: zet_buitenzaak_in_commissie,
}


def _open(request: Verzoek, buitenzaak_id: UUID, recht: Recht = Recht.ZORGAANMELDING_BEHANDELEN) -> Buitenblad:
    """The case of this page; a GET writes down that somebody looked. First whether it is ours, then the right."""
    buitenzaak_for(request.actor, buitenzaak_id)
    request.actor.require(recht)
    if request.method == "GET":
        bekijk_buitenzaak(buitenzaak_id=buitenzaak_id, by=request.actor, at=request.nu)
    return buitenblad_for(request.actor, buitenzaak_id)


@voor("swv")
@require_GET
def zaak(request: Verzoek, buitenzaak_id: UUID) -> HttpResponse:
    """Show the whole case: what came, what experts say, what is decided, and whether the school heard of it."""
    blad = Buitenbeeld(request.actor, _open(request, buitenzaak_id))
    kruimels = [{"naam": _("Zorgaanmeldingen"), "url": reverse("swv:bord")}]
    return render(request, "swv/buitenzaak.html", {"blad": blad, "kruimels": kruimels})


@voor("swv")
@require_POST
def zet(request: Verzoek, buitenzaak_id: UUID) -> HttpResponse:
    """Move the case to the next column."""
    buitenzaak_for(request.actor, buitenzaak_id)
    stap = next((stap for stap in ZETTEN.values() if stap.staat == request.POST.get("naar")), None)
    act = _ACTEN.get(stap.staat) if stap else None
    if stap is None or act is None:
        messages.error(request, _("Kies waar u de aanmelding naartoe zet."))
    else:
        probeer(request, act, str(stap.gedaan), buitenzaak_id=buitenzaak_id)
    return Naar("swv:buitenzaak", buitenzaak_id=buitenzaak_id)


@voor("swv")
@require_POST
def behandel(request: Verzoek, buitenzaak_id: UUID) -> HttpResponse:
    """Write down that this person handles the case."""
    buitenzaak_for(request.actor, buitenzaak_id)
    probeer(request, behandel_buitenzaak, _("U behandelt nu deze aanmelding."), buitenzaak_id=buitenzaak_id)
    return Naar("swv:buitenzaak", buitenzaak_id=buitenzaak_id)


@voor("swv")
@require_GET
def bijlage(request: Verzoek, buitenzaak_id: UUID, buitenstuk_id: UUID) -> HttpResponseBase:
    """Give one attachment that came with it, as soon as it was checked."""
    ontvangst = _open(request, buitenzaak_id).ontvangst
    stuk = ontvangstbijlage_for(request.actor, ontvangst, buitenstuk_id)
    try:
        lezer = open_ontvangstbijlage_for(request.actor, ontvangst, stuk)
    except VertrekGeweigerd as reden:
        messages.info(request, reden.zin)
        return Naar("swv:buitenzaak", buitenzaak_id=buitenzaak_id)
    bekijk_ontvangstbijlage(ontvangst=ontvangst, bijlage=stuk, by=request.actor, at=request.nu)
    return stroom(lezer, stuk.mime, "bijlage", buitenstuk_id)


def _pagina(werk: Schrijfwerk) -> Callable[..., HttpResponse]:
    @voor("swv")
    @require_http_methods(["GET", "POST"])
    def pagina(request: Verzoek, buitenzaak_id: UUID) -> HttpResponse:
        """Show the form, and do the act; what cannot be comes back with everything that was typed."""
        blad = _open(request, buitenzaak_id)
        form = werk.form(getypt(request))
        if lukt(request, form, werk.act, buitenzaak_id=buitenzaak_id):
            messages.success(request, str(werk.gedaan))
            return Naar("swv:buitenzaak", buitenzaak_id=buitenzaak_id)
        context = {"werk": werk, "form": form, "fouten": foutregels(form), "fout": bool(form.errors)}
        status = 422 if form.errors else 200
        return render(request, "swv/schrijven.html", _over(blad) | context, status=status)

    return pagina


advies = _pagina(replace(ADVIES, act=adviseer_in_buitenzaak))
notitie = _pagina(
    replace(NOTITIE, act=noteer_in_buitenzaak, wie_leest=gettext_lazy("Alleen uw samenwerkingsverband leest dit."))
)


@voor("swv")
@require_http_methods(["GET", "POST"])
def besluit(request: Verzoek, buitenzaak_id: UUID) -> HttpResponse:
    """Ask for the decision and take it; a decision that cannot be comes back with everything that was typed."""
    blad = _open(request, buitenzaak_id, Recht.ZORGBESLUIT_NEMEN)
    form = Besluitformulier(blad.uitkomsten, getypt(request))
    if request.method == "POST" and form.is_valid() and _besloten(request, buitenzaak_id, form):
        messages.success(request, _("Het besluit is vastgelegd. Koppel het nu terug aan de school."))
        return Naar("swv:buitenzaak", buitenzaak_id=buitenzaak_id)
    context = {
        "blad": blad,
        "form": form,
        "kan": Routestaat.BESLUIT in blad.naar or request.method == "POST",
        "swv": blad.aanbod.swv.brin,
        "jaar": dag(request.nu).year + 1,
        "fouten": foutregels(form),
        "fout": bool(form.errors),
        "buiten": True,
    }
    return render(request, "swv/besluit.html", _over(blad) | context, status=422 if form.errors else 200)


def _besloten(request: Verzoek, buitenzaak_id: UUID, form: Besluitformulier) -> bool:
    try:
        besluit_buitenzaak(buitenzaak_id=buitenzaak_id, besluit=form.besluit, by=request.actor, at=request.nu)
    except (BesluitGeweigerd, ZorgrouteGeweigerd, ZorgstapNietMogelijk) as fout:
        veld = getattr(fout, "veld", "")
        form.add_error(veld if veld in form.fields else None, fout.zin)
        return False
    return True


@voor("swv")
@require_http_methods(["GET", "POST"])
def terugkoppelen(request: Verzoek, buitenzaak_id: UUID) -> HttpResponse:
    """Show once more what was decided, and send it to the system of the school, in one attempt."""
    blad, fout = _open(request, buitenzaak_id, Recht.ZORGBESLUIT_NEMEN), ""
    if request.method == "POST":
        try:
            koppel_over_de_lijn_terug(buitenzaak_id=buitenzaak_id, by=request.actor, at=request.nu)
        except (ZorgrouteGeweigerd, ZorgstapNietMogelijk) as geweigerd:
            fout = geweigerd.zin
        else:
            messages.success(request, _("Overstap stuurt het besluit nu naar het systeem van de school."))
            return Naar("swv:buitenzaak", buitenzaak_id=buitenzaak_id)
    school = blad.formulier.school or blad.aanbod.bron_brin
    context = {
        "blad": blad,
        "kan": Routestaat.TERUGGEKOPPELD in blad.naar,
        "lezers": [{"wie": school, "wat": _("in haar eigen leerlingadministratie, via OSO"), "nu": True}],
        "fout": fout,
        "buiten": True,
    }
    return render(request, "swv/terugkoppelen.html", _over(blad) | context, status=422 if fout else 200)


def _over(blad: Buitenblad) -> dict[str, Any]:
    """What every page about a case says of it."""
    naam = blad.ontvangst.naam
    adres = reverse("swv:buitenzaak", args=[blad.aanbod.id])
    kruimels = [{"naam": _("Zorgaanmelding van %(naam)s") % {"naam": naam}, "url": adres}]
    return {"route": blad.aanbod, "beperking": None, "naam": naam, "kruimels": kruimels}


_EEN = "van-buiten/<uuid:buitenzaak_id>/"
paden = [
    path(_EEN, zaak, name="buitenzaak"),
    path(f"{_EEN}zet/", zet, name="buiten_zet"),
    path(f"{_EEN}behandelen/", behandel, name="buiten_behandel"),
    path(f"{_EEN}bijlagen/<uuid:buitenstuk_id>/", bijlage, name="buiten_bijlage"),
    path(f"{_EEN}deskundigenadvies/", advies, name="buiten_deskundigenadvies"),
    path(f"{_EEN}notitie/", notitie, name="buiten_notitie"),
    path(f"{_EEN}besluit/", besluit, name="buiten_besluit"),
    path(f"{_EEN}terugkoppelen/", terugkoppelen, name="buiten_terugkoppelen"),
]
