"""How often does somebody want a mail, by kind?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from overstap.domain.seintjes.enums import Seintjeritme, Seintjesoort

# Where there is one moment, how often is not the question.
_WOORDEN = {
    Seintjesoort.DATUM: {
        Seintjeritme.DAG: gettext_lazy("Ja, vanaf een week ervoor"), Seintjeritme.NOOIT: gettext_lazy("Nee"),
    },
    Seintjesoort.NIEUWS: {Seintjeritme.METEEN: gettext_lazy("Ja, meteen"), Seintjeritme.NOOIT: gettext_lazy("Nee")},
}  # fmt: skip


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
            woorden = _WOORDEN.get(soort, {})
            self.fields[soort.value] = forms.ChoiceField(
                label=soort.label,
                choices=[(een.value, woorden.get(een, een.label)) for een in ritmes],
                widget=forms.RadioSelect,
                error_messages=dict.fromkeys(("required", "invalid_choice"), _("Kies hoe vaak")),
            )
