"""What does somebody type to put who somebody is in the place of a name?"""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from overstap.domain.rapporten.enums import Rolwoord
from overstap.web.po.forms.velden import Keuzeveld


class Naam(forms.Form):
    """The name of somebody else, and who that is."""

    naam = forms.CharField(
        label=_("Welke naam wilt u weghalen?"), max_length=100,
        error_messages={"required": _("Schrijf de naam op die u wilt vervangen.")},
    )  # fmt: skip
    rolwoord = Keuzeveld(Rolwoord, kies=_("Kies wie dit is."), label=_("Wie is dit?"))
