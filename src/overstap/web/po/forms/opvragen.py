"""Which pupil does somebody want from the school's own administration?"""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from overstap.domain.leerlingen.rules import is_bsn, is_onderwijsnummer


class Opvraagformulier(forms.Form):
    """The BSN or onderwijsnummer; either passes its own test."""

    nummer = forms.CharField(
        label=gettext_lazy("BSN of onderwijsnummer van de leerling"),
        max_length=20,
        error_messages={
            "required": gettext_lazy("Vul het BSN of het onderwijsnummer van de leerling in."),
            "max_length": gettext_lazy("Dit is te lang. Een BSN of onderwijsnummer heeft negen cijfers."),
        },
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )

    def clean_nummer(self) -> str:
        """Nine digits, without what people put in between."""
        nummer = "".join(teken for teken in self.cleaned_data["nummer"] if teken not in " .-")
        if not is_bsn(nummer) and not is_onderwijsnummer(nummer):
            raise forms.ValidationError(_("Dit is geen BSN of onderwijsnummer. Controleer de negen cijfers."))
        return nummer
