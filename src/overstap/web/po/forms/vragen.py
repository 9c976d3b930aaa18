"""What does a basisschool fill in to answer a vo school?"""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _


class Antwoordformulier(forms.Form):
    """An answer; `nagekeken` is ticked by whoever looked again at what was pointed out."""

    tekst = forms.CharField(label=_("Uw antwoord"), required=False, widget=forms.Textarea, strip=False)
    nagekeken = forms.BooleanField(required=False, label=_("Ik heb het nagekeken. Dit mag er staan."))
