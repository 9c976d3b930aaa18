"""What does somebody fill in to add something to a definitive version?"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from overstap.domain.rapporten.catalogue.typen import schoon
from overstap.domain.rapporten.enums import Aanvullingsoort
from overstap.domain.rapporten.rules.aanvullen import aanvulbare_velden
from overstap.web.po.forms.velden import Keuzeveld


class Aanvulformulier(forms.Form):
    """What kind of addition, to which veld of the report, and the words. The act judges the words."""

    soort = Keuzeveld(Aanvullingsoort, kies=_("Kies wat voor aanvulling het is."), label=_("Wat voegt u toe?"))
    veld = forms.ChoiceField(label=_("Bij welke vraag van het rapport hoort dit?"), required=False)
    tekst = forms.CharField(label=_("Uw aanvulling"), widget=forms.Textarea, required=False, strip=False)

    def __init__(self, data: Mapping[str, Any] | None = None) -> None:
        super().__init__(data)
        veld = self.fields["veld"]
        assert isinstance(veld, forms.ChoiceField)
        veld.error_messages["invalid_choice"] = _("Kies een vraag uit de lijst.")
        per_sectie = [
            (sectie.titel, [(veld.naam, veld.label) for veld in velden]) for sectie, velden in aanvulbare_velden()
        ]
        veld.choices = [("", _("Kies een vraag")), *per_sectie]

    def clean_tekst(self) -> str:
        """The words with one spelling of each character, without control characters."""
        return schoon(self.cleaned_data["tekst"])
