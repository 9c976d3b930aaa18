"""How does somebody type a day or choose one answer, and where does an error link to?"""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from overstap.foundation.klok import dag

DAGVORMEN = ("%d-%m-%Y", "%d/%m/%Y", "%d.%m.%Y", "%d %m %Y", "%Y-%m-%d")
KIES = _("Kies een antwoord.")


class Dagveld(forms.DateField):
    """A day as people type it: 4-3-2027. With `vandaag` today stands there, for what one mostly records at once."""

    def __init__(self, *, vandaag: bool = False, **opties: Any) -> None:
        if vandaag:
            opties.setdefault("initial", lambda: dag(timezone.now()))
        opties.setdefault("widget", forms.DateInput(format="%-d-%-m-%Y", attrs={"autocomplete": "off"}))
        super().__init__(input_formats=DAGVORMEN, **opties)
        self.error_messages |= {
            "required": _("Vul een dag in, bijvoorbeeld 14-3-2027."),
            "invalid": _("Dit is geen dag. Schrijf de dag zo: 14-3-2027."),
        }


class Keuzeveld(forms.TypedChoiceField):
    """One answer from a closed list, as the member of its Choice. `kies` says what to choose when nothing was."""

    def __init__(self, lijst: Any, *, kies: Any = KIES, widget: Any = forms.RadioSelect, **opties: Any) -> None:
        super().__init__(choices=lijst.choices, coerce=lijst, widget=widget, empty_value=None, **opties)
        self.error_messages |= {"required": kies, "invalid_choice": kies}


def foutregels(*formulieren: forms.BaseForm) -> list[dict[str, str]]:
    """What `foutoverzicht` shows: every sentence, with a link to its field."""
    return [
        {"tekst": str(zin), "href": f"#{veld_id(formulier, naam)}"}
        for formulier in formulieren
        for naam, zinnen in formulier.errors.items()
        for zin in zinnen
    ]


def veld_id(formulier: forms.BaseForm, naam: str) -> str:
    """The id of the input of a field; of radios the first one."""
    if naam not in formulier.fields:
        return "inhoud"
    veld = formulier[naam]
    return f"{veld.auto_id}_0" if isinstance(veld.field.widget, forms.RadioSelect) else veld.auto_id
