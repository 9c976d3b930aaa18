"""What does somebody fill in about a vo school outside the region?"""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from overstap.web.po.forms.overdracht import Wijzeveld
from overstap.web.po.forms.velden import Dagveld


class Buitenformulier(forms.Form):
    """Which school it is, when the pupil was applied there, and how the school knows."""

    brin = forms.CharField(
        label=_("BRIN van de vo-school"), max_length=4, error_messages={"required": _("Vul het BRIN in.")}
    )
    vestiging = forms.CharField(label=_("Nummer van de vestiging"), max_length=2, initial="00", required=False)
    naam = forms.CharField(
        label=_("Naam van de school"), max_length=200, error_messages={"required": _("Vul de naam van de school in.")}
    )
    plaats = forms.CharField(label=_("Plaats"), max_length=100, required=False)
    aangemeld_op = Dagveld(label=_("Op welke dag is de leerling aangemeld?"), vandaag=True)
    wijze = Wijzeveld()

    def clean_brin(self) -> str:
        """In capitals, as DUO writes it."""
        return str(self.cleaned_data["brin"]).upper()

    def clean_vestiging(self) -> str:
        """The main one when nothing was filled in."""
        return str(self.cleaned_data["vestiging"] or "00")
