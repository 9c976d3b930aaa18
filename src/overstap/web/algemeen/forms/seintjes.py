"""How often does somebody want a mail, by kind?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from overstap.domain.seintjes.enums import Seintjeritme, Seintjesoort

# A last day is near or not: how often is not the question there.
_BIJ_DATUM = {Seintjeritme.DAG: gettext_lazy("Ja, vanaf een week ervoor"), Seintjeritme.NOOIT: gettext_lazy("Nee")}


class Seintjesformulier(forms.Form):
    """One question for each kind, always answered: what holds without a choice is chosen already."""

    def __init__(
        self,
        keuzes: Mapping[Seintjesoort, Sequence[Seintjeritme]],
        data: Mapping[str, Any] | None = None,
        **opties: Any,
    ) -> None:
        super().__init__(data, **opties)
        for soort, ritmes in keuzes.items():
            woorden = _BIJ_DATUM if soort is Seintjesoort.DATUM else {}
            self.fields[soort.value] = forms.ChoiceField(
                label=soort.label,
                choices=[(een.value, woorden.get(een, een.label)) for een in ritmes],
                widget=forms.RadioSelect,
                error_messages=dict.fromkeys(("required", "invalid_choice"), _("Kies hoe vaak")),
            )
