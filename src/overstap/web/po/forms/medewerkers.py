"""Which groups does somebody give a teacher?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _


class Groepenformulier(forms.Form):
    """The groups whose pupils stand in the lists of a teacher; none is the whole school."""

    groepen = forms.MultipleChoiceField(
        label=_("Welke groepen?"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": _("Kies groepen uit de lijst.")},
    )

    def __init__(self, keuzes: Iterable[str], data: Mapping[str, Any] | None = None, **opties: Any) -> None:
        super().__init__(data, **opties)
        veld = self.fields["groepen"]
        assert isinstance(veld, forms.MultipleChoiceField)
        veld.choices = [(groep, _("Groep %(groep)s") % {"groep": groep}) for groep in keuzes]
