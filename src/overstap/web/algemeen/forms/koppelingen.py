"""What may a program do for this organisation, until when, and where does it want messages?"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from overstap.domain.koppelingen.enums import Bereik
from overstap.domain.koppelingen.rules import BEREIKEN, LANGSTE_ADRES
from overstap.web.components.velden import Dagveld, Plakveld


class Koppelingformulier(forms.Form):
    """A program: how people call it, what it may, and its last day."""

    naam = forms.CharField(
        label=gettext_lazy("Naam van het programma"),
        max_length=60,
        error_messages={"required": gettext_lazy("Vul een naam in, zoals de naam van de leverancier")},
    )
    bereik = forms.TypedMultipleChoiceField(
        label=gettext_lazy("Wat mag dit programma?"),
        coerce=Bereik,
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": gettext_lazy("Kies wat dit programma mag"),
            "invalid_choice": gettext_lazy("Kies uit de lijst wat dit programma mag"),
        },
    )
    tot = Dagveld(label=gettext_lazy("Laatste dag waarop de koppeling werkt"))

    def __init__(self, soort: str, data: Mapping[str, Any] | None = None, **opties: Any) -> None:
        super().__init__(data, **opties)
        veld = self.fields["bereik"]
        assert isinstance(veld, forms.TypedMultipleChoiceField)
        veld.choices = [(een.value, een.label) for een in BEREIKEN[soort]]


class Webhookformulier(forms.Form):
    """The address of a program that wants messages."""

    adres = Plakveld(
        label=gettext_lazy("Adres van de leverancier"),
        max_length=LANGSTE_ADRES,
        widget=forms.URLInput(attrs={"spellcheck": "false"}),
        error_messages={"required": gettext_lazy("Vul het adres in dat de leverancier u gaf")},
    )
