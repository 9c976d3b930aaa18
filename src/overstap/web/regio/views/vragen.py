"""What does the region say at the questions of the report: its own explanation, and what it asks beyond the law?"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from overstap.domain.rapporten.catalogue import Bron, Veld, catalogus
from overstap.domain.scholen.enums import Regioonderwerp
from overstap.domain.scholen.queries import bestand_for
from overstap.domain.scholen.rules import Bestandsfout
from overstap.domain.scholen.rules.regioschrijven import inhoud_van
from overstap.domain.scholen.rules.regiowijziging import type_inhoud
from overstap.foundation.access import NietGevonden, Recht
from overstap.web.components.publiek import voor
from overstap.web.components.verzoek import Verzoek, getypt
from overstap.web.regio.forms.onderwerpen import Regioformulier
from overstap.web.regio.wijzigen import bewaar


class Vraagformulier(Regioformulier):
    """What the region says at one question."""

    onderwerp = Regioonderwerp.VRAGEN
    uitleg = forms.CharField(
        label=gettext_lazy("Uitleg van uw regio bij deze vraag"),
        help_text=gettext_lazy("Scholen lezen dit onder de vraag, waar zij schrijven. Leeg: geen uitleg."),
        required=False,
        widget=forms.Textarea,
    )
    vragen = forms.BooleanField(
        label=gettext_lazy("Onze regio vraagt om dit antwoord, ook al laat de wet het vrij"), required=False
    )

    def __init__(self, inhoud: type_inhoud, veld: Veld, data: Mapping[str, Any] | None = None) -> None:
        self.veld = veld
        super().__init__(inhoud, data)
        if veld.verplicht:
            del self.fields["vragen"]

    def begin(self, inhoud: type_inhoud) -> dict[str, Any]:
        return dict(inhoud["velden"].get(self.veld.naam, {}))

    def waarden(self) -> type_inhoud:
        eigen = {naam: waarde for naam, waarde in self.cleaned_data.items() if waarde}
        andere = {naam: wat for naam, wat in self.inhoud["velden"].items() if naam != self.veld.naam}
        return {"velden": {**andere, **({self.veld.naam: eigen} if eigen else {})}}

    def veld_van(self, fout: Bestandsfout) -> str:
        return "uitleg"


@voor("regio")
@require_GET
def vragen(request: Verzoek) -> HttpResponse:
    """Every question of the report, by sectie, with what the region says at it."""
    request.actor.require(Recht.REGIO_BEHEREN)
    velden = bestand_for(request.actor).velden
    secties = []
    for sectie in catalogus().secties:
        rijen = [{"veld": veld, "eigen": velden.get(veld.naam)} for veld in sectie.velden if veld.bron is Bron.SCHOOL]
        if rijen:
            secties.append({"sectie": sectie, "rijen": rijen, "eigen": sum(bool(rij["eigen"]) for rij in rijen)})
    return render(request, "regio/vragen.html", {"secties": secties})


@voor("regio")
@require_http_methods(["GET", "POST"])
def vraag(request: Verzoek) -> HttpResponse:
    """Write the explanation at one question (`?veld=`), and say whether the region asks for the answer."""
    request.actor.require(Recht.REGIO_BEHEREN)
    veld = catalogus().velden.get(request.GET.get("veld", ""))
    if veld is None or veld.bron is not Bron.SCHOOL:
        raise NietGevonden
    form = Vraagformulier(inhoud_van(bestand_for(request.actor)), veld, getypt(request))
    return bewaar(
        request, form, _("Bewaard. Scholen zien dit vanaf nu bij de vraag."), titel=veld.label,
        sub=_("De wet vraagt dit antwoord.") if veld.verplicht else _("De wet laat dit antwoord vrij."),
        terug=reverse("regio:vragen"),
    )  # fmt: skip


paden = [path("beheer/vragen/", vragen, name="vragen"), path("beheer/vragen/vraag/", vraag, name="vraag")]
