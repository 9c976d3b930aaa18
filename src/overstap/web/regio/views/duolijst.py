"""How does DUO's open list of schools come into the region: looked at first, and only what somebody ticks?"""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.core import signing
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods

from overstap.domain.scholen.actions import neem_duolijst_over
from overstap.domain.scholen.enums import Duolijstsoort, Duovoorstelsoort, Regioonderwerp
from overstap.domain.scholen.queries import bestand_for
from overstap.domain.scholen.rules.duolijst import Duovoorstel, controleer_soort, toegepast, voorstellen
from overstap.domain.scholen.rules.regioschrijven import inhoud_van
from overstap.domain.scholen.rules.regiowijziging import (
    RegioGeweigerd,
    laatste_deel,
    met_deel,
    school_van,
    schoolsleutel,
    te_bewaren,
    uit_bewaard,
)
from overstap.foundation.access import Recht
from overstap.foundation.klok import dag
from overstap.foundation.weigering import Weigering
from overstap.integrations.duo import lees_duolijst
from overstap.web.components.naar import Naar
from overstap.web.components.publiek import voor
from overstap.web.components.velden import Keuzeveld
from overstap.web.components.verzoek import Verzoek
from overstap.web.regio.woorden import in_woorden, veldwoord

GROOTSTE_LIJST = 20 * 1024 * 1024
# What is shown waits in the page itself, signed: nothing is stored before somebody chose.
_ZOUT, _GELDIG = "duolijst", 24 * 3600
_HOOGSTENS_GENOEMD = 5


class Lijstformulier(forms.Form):
    """Which list of DUO, and the file."""

    soort = Keuzeveld(
        Duolijstsoort, label=gettext_lazy("Welke lijst is het?"), kies=gettext_lazy("Kies welke lijst het is.")
    )
    bestand = forms.FileField(
        label=gettext_lazy("Lijst van DUO"),
        error_messages={
            "required": gettext_lazy("Kies het CSV-bestand van DUO."),
            "empty": gettext_lazy("Dit bestand is leeg. Haal het nog een keer op bij DUO."),
        },
    )

    def clean_bestand(self) -> bytes:
        """What is in the file, when it is not bigger than any list of DUO."""
        bestand = self.cleaned_data["bestand"]
        if (bestand.size or 0) > GROOTSTE_LIJST:
            raise forms.ValidationError(_("Dit bestand is te groot voor een lijst van scholen."))
        inhoud: bytes = bestand.read()
        return inhoud


@voor("regio")
@require_http_methods(["GET", "POST"])
def duolijst(request: Verzoek) -> HttpResponse:
    """Ask for the list, show what it would change, and change what was ticked."""
    request.actor.require(Recht.REGIO_BEHEREN)
    if "voorstel" in request.POST:
        return _neem_over(request)
    form = Lijstformulier(*((request.POST, request.FILES) if request.method == "POST" else ()))
    context: dict[str, Any] = {"form": form}
    if form.is_valid():
        try:
            lijst = lees_duolijst(form.cleaned_data["bestand"])
            inhoud = inhoud_van(bestand_for(request.actor))
            controleer_soort(inhoud, lijst.scholen, form.cleaned_data["soort"])
        except Weigering as weigering:
            form.add_error("bestand", weigering.zin)
        else:
            gevonden = voorstellen(inhoud, lijst.scholen, form.cleaned_data["soort"], dag(request.nu))
            context |= _beeld(gevonden, _onderteken(gevonden)) | {
                "aantal": len(lijst.scholen),
                "opgevallen": lijst.opgevallen[:_HOOGSTENS_GENOEMD],
                "meer_opgevallen": max(0, len(lijst.opgevallen) - _HOOGSTENS_GENOEMD),
            }
    context["fout"] = bool(form.errors)
    return render(request, "regio/duolijst.html", context, status=422 if form.errors else 200)


def _neem_over(request: Verzoek) -> HttpResponse:
    try:
        ruw = signing.loads(request.POST["voorstel"], salt=_ZOUT, max_age=_GELDIG)
    except signing.BadSignature:
        messages.error(request, _("Dit overzicht is ouder dan een dag. Kies de lijst nog een keer."))
        return Naar("regio:duolijst")
    alle = [Duovoorstel(Duovoorstelsoort(een[0]), een[1], een[2], uit_bewaard(een[3]), een[4]) for een in ruw]
    gekozen = [een for een in alle if een.sleutel in request.POST.getlist("school")]
    fouten: list[dict[str, str]] = []
    if not gekozen:
        fouten = [{"tekst": _("Kies welke scholen u overneemt."), "href": "#inhoud"}]
    else:
        try:
            neem_duolijst_over(gekozen=gekozen, by=request.actor, at=request.nu)
        except RegioGeweigerd as weigering:
            fouten = _bij_naam(request, gekozen, weigering)
        else:
            n = len(gekozen)
            gelukt = ngettext("%(n)s school is overgenomen.", "%(n)s scholen zijn overgenomen.", n) % {"n": n}
            messages.success(request, gelukt)
            return Naar("regio:scholen")
    # What was ticked stays ticked.
    context = _beeld(alle, request.POST["voorstel"], {een.sleutel for een in gekozen}) | {
        "fouten": fouten,
        "fout": True,
    }
    return render(request, "regio/duolijst.html", context, status=422)


def _bij_naam(request: Verzoek, gekozen: list[Duovoorstel], weigering: RegioGeweigerd) -> list[dict[str, str]]:
    """Each sentence with the school and the value it is about: among hundreds of rows nobody finds it otherwise."""
    nu = inhoud_van(bestand_for(request.actor))
    straks = met_deel(nu, Regioonderwerp.SCHOLEN, toegepast(nu, gekozen))
    regels = []
    for fout in weigering.fouten:
        if school := school_van(fout, straks):
            sleutel, veld = schoolsleutel(school), veldwoord(laatste_deel(fout.sleutel))
            wie = f"{school.get('naam', '')} ({sleutel.replace('-', ' ')})".strip()
            regels.append(
                {
                    "tekst": f"{wie}, {veld if veld.isupper() else veld.lower()}: {fout.zin}",
                    "href": f"#school-{sleutel}",
                }
            )
        else:
            regels.append({"tekst": fout.zin, "href": "#inhoud"})
    return regels


def _onderteken(gevonden: list[Duovoorstel]) -> str:
    ruw = [[een.soort.value, een.sleutel, een.naam, te_bewaren(een.anders), een.waarom] for een in gevonden]
    return signing.dumps(ruw, salt=_ZOUT, compress=True)


def _beeld(gevonden: list[Duovoorstel], ondertekend: str, gekozen: set[str] | None = None) -> dict[str, Any]:
    """The preview by kind. What a list says outright is ticked; that a school is gone somebody looks up first."""
    return {
        "voorstel": ondertekend,
        "groepen": [
            {"soort": soort, "rijen": [_rij(een, gekozen) for een in gevonden if een.soort is soort]}
            for soort in Duovoorstelsoort
            if any(een.soort is soort for een in gevonden)
        ],
    }


def _rij(een: Duovoorstel, gekozen: set[str] | None) -> dict[str, Any]:
    nieuw = een.soort is Duovoorstelsoort.NIEUW
    adres = " ".join(str(een.anders.get(veld, "")) for veld in ("straat", "huisnummer", "postcode", "plaats"))
    te_noemen = {"laatste_dag", "opgegaan_in"} if nieuw else een.anders.keys()
    verder = [
        f"{veldwoord(veld)}: {in_woorden(waarde, veld)}" for veld, waarde in een.anders.items() if veld in te_noemen
    ]
    return {
        "sleutel": een.sleutel,
        "nummer": een.sleutel.replace("-", " "),
        "naam": een.naam,
        "wat": "; ".join([adres, *verder] if nieuw else verder),
        "waarom": een.waarom,
        "gekozen": not een.waarom if gekozen is None else een.sleutel in gekozen,
    }


paden = [path("beheer/duolijst/", duolijst, name="duolijst")]
