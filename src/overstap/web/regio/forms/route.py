"""Which questions does the page of one route of the samenwerkingsverband ask?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from overstap.domain.scholen.enums import Regioonderwerp
from overstap.domain.scholen.rules.regiowijziging import type_inhoud
from overstap.domain.zorgroutes.enums import Partij, Routesoort
from overstap.domain.zorgroutes.rules import MEESTE_DESKUNDIGEN, WET, Inrichting, Routeinrichting, anders_dan_de_wet
from overstap.web.regio.forms.onderwerpen import Regioformulier, getal


class Routeformulier(Regioformulier):
    """How a samenwerkingsverband (`swv`, its number) walks one route; what is as in the law, stays out of the file."""

    onderwerp = Regioonderwerp.SWV
    open = forms.BooleanField(label=gettext_lazy("Scholen kunnen deze route kiezen"), required=False)
    beslist = forms.ChoiceField(
        label=gettext_lazy("Wie beslist?"),
        help_text=gettext_lazy("Beslist de vo-school zelf? Dan melden basisscholen dit niet aan."),
        choices=[(Partij.SWV.value, Partij.SWV.label), (Partij.VO.value, Partij.VO.label)],
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Kies wie beslist.")},
    )
    commissie = forms.BooleanField(
        label=gettext_lazy("Een aanvraag gaat voor het besluit langs de commissie"), required=False
    )
    deskundigen = getal(
        gettext_lazy("Hoeveel adviezen van deskundigen zijn er nodig voor het besluit?"),
        "",
    )
    weken = getal(
        gettext_lazy("Binnen hoeveel weken beslist het samenwerkingsverband?"),
        gettext_lazy("1 tot en met 8."),
    )
    uitleg = forms.CharField(
        label=gettext_lazy("Uitleg bij deze route"),
        help_text=gettext_lazy("De basisschool leest dit als zij de route kiest en invult. Leeg: geen uitleg."),
        required=False,
        widget=forms.Textarea,
    )

    def __init__(self, swv: str, soort: Routesoort, inhoud: type_inhoud, data: Mapping[str, Any] | None = None) -> None:
        self.swv, self.soort = swv, soort
        super().__init__(inhoud, data)
        if soort is not Routesoort.LWOO:
            del self.fields["beslist"]
        self.fields["deskundigen"].help_text = _("%(minstens)s tot en met %(hoogstens)s.") % {
            "minstens": WET[soort].deskundigen,
            "hoogstens": MEESTE_DESKUNDIGEN,
        }

    def begin(self, inhoud: type_inhoud) -> dict[str, Any]:
        return asdict(Inrichting(inhoud["swv"][self.swv].get("routes", {})).route(self.soort))

    def waarden(self) -> type_inhoud:
        gekozen = {**self.cleaned_data, "uitleg": self.cleaned_data["uitleg"].replace("\r\n", "\n")}
        gekozen["beslist"] = Partij(gekozen.get("beslist", Partij.SWV))
        eigen = {self.soort.value: anders_dan_de_wet(self.soort, Routeinrichting(**gekozen))}
        # In the order of the list, so that the file reads as the page does.
        zijn = self.inhoud["swv"][self.swv]
        alle = {**zijn.get("routes", {}), **eigen}
        routes = {soort.value: alle[soort] for soort in Routesoort if alle.get(soort)}
        zonder = {naam: waarde for naam, waarde in zijn.items() if naam != "routes"}
        return {"swv": {**self.inhoud["swv"], self.swv: {**zonder, **({"routes": routes} if routes else {})}}}
