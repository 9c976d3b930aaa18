"""Of which time and of whom, or of which document, does somebody ask what an incident touched?"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, time, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from overstap.foundation.klok import NEDERLAND
from overstap.web.components.velden import Dagveld


class Dagenformulier(forms.Form):
    """From which day to which day."""

    van = Dagveld(label=gettext_lazy("Van"))
    tot_en_met = Dagveld(label=gettext_lazy("Tot en met"))

    @property
    def grenzen(self) -> tuple[datetime, datetime]:
        """The first moment, and the first one after it."""
        van, tot = self.cleaned_data["van"], self.cleaned_data["tot_en_met"] + timedelta(days=1)
        return datetime.combine(van, time(), tzinfo=NEDERLAND), datetime.combine(tot, time(), tzinfo=NEDERLAND)

    def clean(self) -> dict[str, Any]:
        """Refuse an end before the begin."""
        wat = super().clean() or self.cleaned_data
        if wat.get("van") and wat.get("tot_en_met") and wat["tot_en_met"] < wat["van"]:
            self.add_error("tot_en_met", _("De laatste dag ligt voor de eerste. Controleer beide dagen."))
        return wat


class Incidentformulier(Dagenformulier):
    """The days, and one colleague or everybody."""

    wie = forms.ChoiceField(label=gettext_lazy("Van wie?"), required=False)

    def __init__(self, mensen: list[tuple[str, str]], data: Mapping[str, Any] | None = None, **opties: Any) -> None:
        super().__init__(data, **opties)
        veld = self.fields["wie"]
        assert isinstance(veld, forms.ChoiceField)
        veld.choices = [("", _("Iedereen")), *mensen]


class Documentformulier(forms.Form):
    """The document that was found where it should not be."""

    bestand = forms.FileField(
        label=gettext_lazy("Het document dat gevonden is"),
        widget=forms.FileInput,
        error_messages={
            "required": gettext_lazy("Kies het document dat gevonden is"),
            "empty": gettext_lazy("Dit bestand is leeg. Kies een ander bestand."),
        },
    )
