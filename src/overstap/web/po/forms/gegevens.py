"""Why does a school restrict the use of a pupil's data, and why does that end?"""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy

from overstap.domain.dossiers.enums import Beperkreden, Opheffing

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
