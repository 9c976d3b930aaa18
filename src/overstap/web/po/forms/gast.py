"""What does a guest fill in about the own school, because no region file names it?"""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _


def _tekst(label: Any, nodig: Any, lang: int = 100) -> forms.CharField:
    return forms.CharField(
        label=label,
        max_length=lang,
        error_messages={
            "required": nodig,
            "max_length": _("Maak de tekst korter: er passen %(limit_value)s tekens."),
        },
    )


class Schoolformulier(forms.Form):
    """The address and telephone of the school: they stand in every report (art. 3-d)."""

    straat = _tekst(_("Straat"), _("Vul de straat van uw school in."))
    huisnummer = _tekst(_("Huisnummer en toevoeging"), _("Vul het huisnummer in."), lang=20)
    postcode = _tekst(_("Postcode"), _("Vul de postcode in."), lang=10)
    plaats = _tekst(_("Plaats"), _("Vul de plaats in."))
    telefoon = _tekst(_("Telefoonnummer van uw school"), _("Vul het telefoonnummer in."), lang=20)
    email = forms.EmailField(
        label=_("E-mailadres van uw school"),
        required=False,
        max_length=254,
        error_messages={"invalid": _("Dit is geen e-mailadres. Controleer wat u typte.")},
    )

    @property
    def gegevens(self) -> dict[str, str]:
        """All but the place."""
        return {naam: str(waarde) for naam, waarde in self.cleaned_data.items() if naam != "plaats"}
