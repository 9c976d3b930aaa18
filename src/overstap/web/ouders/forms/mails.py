"""Which language, or how often: what did a parent choose?"""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from overstap.domain.mailkeuzes.enums import Mailritme
from overstap.web.components.talen import TALEN


class Taalformulier(forms.Form):
    """The language of the pages and the mails."""

    taal = forms.ChoiceField(
        choices=[(een.code, een.naam) for een in TALEN],
        error_messages=dict.fromkeys(("required", "invalid_choice"), _("Kies een taal")),
    )


class Ritmeformulier(forms.Form):
    """How often there is mail."""

    ritme = forms.TypedChoiceField(
        choices=Mailritme.choices,
        coerce=Mailritme,
        error_messages=dict.fromkeys(("required", "invalid_choice"), _("Kies hoe vaak u een e-mail wilt")),
    )
