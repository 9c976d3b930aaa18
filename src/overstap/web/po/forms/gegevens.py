"""Why does a school restrict the use of a pupil's data, why does that end, and for whom is a copy?"""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from django import forms
from django.utils.translation import gettext_lazy

from overstap.domain.dossiers.enums import Beperkreden, Opheffing
from overstap.domain.inzages.queries import Verzoeker

_KIES = {"required": gettext_lazy("Kies een reden"), "invalid_choice": gettext_lazy("Kies een reden")}


class Beperkformulier(forms.Form):
    """Why the use is restricted."""

    reden = forms.TypedChoiceField(
        label=gettext_lazy("Waarom beperkt u het gebruik?"), choices=Beperkreden.choices, coerce=Beperkreden,
        widget=forms.RadioSelect, error_messages=_KIES,
    )  # fmt: skip


class Ophefformulier(forms.Form):
    """Why it ends."""

    opheffing = forms.TypedChoiceField(
        label=gettext_lazy("Waarom heft u de beperking op?"), choices=Opheffing.choices, coerce=Opheffing,
        widget=forms.RadioSelect, error_messages=_KIES,
    )  # fmt: skip


class Kopieformulier(forms.Form):
    """For whom a copy of everything is; only that person's own words go along."""

    NIEMAND: ClassVar = "ander"

    voor = forms.ChoiceField(label=gettext_lazy("Voor wie is de kopie?"), widget=forms.RadioSelect, initial=NIEMAND)

    def __init__(self, verzoekers: Iterable[Verzoeker]) -> None:
        super().__init__()
        ouders = [(str(een.inzage_id), een.naam) for een in verzoekers]
        ander = (self.NIEMAND, gettext_lazy("Iemand anders: zonder wat ouders zelf schreven"))
        veld = self.fields["voor"]
        assert isinstance(veld, forms.ChoiceField)
        veld.choices = [*ouders, ander]
