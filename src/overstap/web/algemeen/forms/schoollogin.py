"""With which login service do the colleagues of this organisation come in?"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy

from overstap.domain.schoollogins.enums import Schoolloginsoort
from overstap.domain.schoollogins.rules import LANGSTE_ADRES, LANGSTE_GEHEIM, LANGSTE_NAAM, controleer_uitgever
from overstap.foundation.weigering import Weigering
from overstap.web.components.velden import Plakveld


class Schoolloginformulier(forms.Form):
    """Whose service it is, and of an own one its address, our name there and the secret that goes with it."""

    soort = forms.TypedChoiceField(
        label=gettext_lazy("Welke inlogdienst gebruikt u?"),
        coerce=Schoolloginsoort,
        widget=forms.RadioSelect,
        error_messages=dict.fromkeys(("required", "invalid_choice"), gettext_lazy("Kies welke inlogdienst u gebruikt")),
    )
    uitgever = Plakveld(
        label=gettext_lazy("Adres van de inlogdienst (issuer)"),
        max_length=LANGSTE_ADRES,
        required=False,
        widget=forms.URLInput(attrs={"spellcheck": "false"}),
    )
    client_id = Plakveld(
        label=gettext_lazy("Naam van Overstap bij de inlogdienst (client id)"),
        max_length=LANGSTE_NAAM,
        required=False,
        widget=forms.TextInput(attrs={"spellcheck": "false"}),
    )
    geheim = Plakveld(
        label=gettext_lazy("Geheim (client secret)"),
        max_length=LANGSTE_GEHEIM,
        required=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def __init__(self, data: Mapping[str, Any] | None = None, **opties: Any) -> None:
        super().__init__(data, **opties)
        soort = self.fields["soort"]
        assert isinstance(soort, forms.TypedChoiceField)
        soorten = [een for een in Schoolloginsoort if een is Schoolloginsoort.EIGEN or settings.OVERSTAP_ENTREE]
        soort.choices = [(een.value, een.label) for een in soorten]

    def clean(self) -> dict[str, Any]:
        """Ask of an own service what it needs; of Entree nothing is asked here."""
        velden: dict[str, Any] = super().clean() or {}
        if velden.get("soort") is not Schoolloginsoort.EIGEN:
            return velden
        # What was refused above is not here: that says enough.
        try:
            if (adres := velden.get("uitgever")) is not None:
                velden["uitgever"] = controleer_uitgever(adres, ook_binnen=settings.OVERSTAP_INLOGDIENST_BINNEN)
        except Weigering as reden:
            self.add_error(reden.veld, reden.zin)
        if velden.get("client_id") == "":
            self.add_error("client_id", gettext_lazy("Vul de naam (client id) in die uw ICT u gaf"))
        return velden
