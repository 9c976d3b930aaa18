"""Who may look along at this school, and for how long?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy

from overstap.domain.meekijken.rules import MINUTEN

if TYPE_CHECKING:
    from overstap.domain.scholen.models import Aanstelling

_WIE = gettext_lazy("Kies wie mag meekijken")
_HOELANG = gettext_lazy("Kies hoe lang de helper mag meekijken")


class Meekijkformulier(forms.Form):
    """One helper, by name, and some minutes."""

    helper_id = forms.TypedChoiceField(
        label=gettext_lazy("Wie mag meekijken?"), coerce=UUID, widget=forms.RadioSelect,
        error_messages={"required": _WIE, "invalid_choice": _WIE},
    )  # fmt: skip
    minuten = forms.TypedChoiceField(
        label=gettext_lazy("Hoe lang?"), coerce=int, widget=forms.RadioSelect, initial=MINUTEN[1],
        choices=[(een, gettext_lazy("%(n)s minuten") % {"n": een}) for een in MINUTEN],
        error_messages={"required": _HOELANG, "invalid_choice": _HOELANG},
    )  # fmt: skip

    def __init__(self, helpers: Iterable[Aanstelling], data: Mapping[str, Any] | None = None) -> None:
        super().__init__(data)
        veld = self.fields["helper_id"]
        assert isinstance(veld, forms.TypedChoiceField)
        veld.choices = [(str(een.account_id), f"{een.account.naam}, {een.organisatie.naam}") for een in helpers]
