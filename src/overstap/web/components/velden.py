"""How does somebody type a day or choose one answer, and where does an error link to?"""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import Any, Protocol, runtime_checkable

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from overstap.foundation.klok import dag

DAGVORMEN = ("%d-%m-%Y", "%d/%m/%Y", "%d.%m.%Y", "%d %m %Y", "%Y-%m-%d")
KIES = _("Kies een antwoord.")
# Of whom anything may be written here was born, and will be of age, in these years.
_EEUWEN = range(1900, 2100)


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
            "eeuw": _("Dit jaar kan niet kloppen. Kies een jaar tussen 1900 en 2100."),
        }

    def to_python(self, value: Any) -> date | None:
        """Read the day; one of another age is a slip of the hand, and no day after it can be counted."""
        gelezen: date | None = super().to_python(value)
        if gelezen is not None and gelezen.year not in _EEUWEN:
            raise forms.ValidationError(self.error_messages["eeuw"], code="eeuw")
        return gelezen


class Plakveld(forms.CharField):
    """One line that people paste. What is too long is refused and stays: a browser would cut it without a word."""

    def __init__(self, **opties: Any) -> None:
        super().__init__(**opties)
        self.error_messages["max_length"] = _("Dit is te lang. Gebruik hoogstens %(limit_value)s tekens.")

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        """As of a line that is typed, without its end."""
        return {naam: wat for naam, wat in super().widget_attrs(widget).items() if naam != "maxlength"}


class Keuzeveld(forms.TypedChoiceField):
    """One answer from a closed list, as the member of its Choice. `kies` says what to choose when nothing was."""

    def __init__(self, lijst: Any, *, kies: Any = KIES, widget: Any = forms.RadioSelect, **opties: Any) -> None:
        super().__init__(choices=lijst.choices, coerce=lijst, widget=widget, empty_value=None, **opties)
        self.error_messages |= {"required": kies, "invalid_choice": kies}


@runtime_checkable
class Meervoud(Protocol):
    """A form in which the same question stands at more than one thing, such as a domain or a parent."""

    def over(self, naam: str) -> str:
        """At which thing the question `naam` stands; empty when there is one."""
        ...


def foutregels(*formulieren: forms.BaseForm) -> list[dict[str, str]]:
    """What `foutoverzicht` shows: every sentence, with a link to its field, and its question where two are alike."""
    gevonden = [
        (formulier, naam, str(zin))
        for formulier in formulieren
        for naam, zinnen in formulier.errors.items()
        for zin in zinnen
    ]
    keren = Counter(zin for _formulier, _naam, zin in gevonden)
    return [
        {
            "tekst": zin if keren[zin] == 1 else f"{_vraag(formulier, naam)}{zin}",
            "href": f"#{veld_id(formulier, naam)}",
        }
        for formulier, naam, zin in gevonden
    ]


def _vraag(formulier: forms.BaseForm, naam: str) -> str:
    """The question of a field, to be read before a sentence; a form that asks it twice says of what (`over`)."""
    if naam not in formulier.fields:
        return ""
    vraag = str(formulier[naam].label)
    if isinstance(formulier, Meervoud) and (over := formulier.over(naam)):
        vraag = f"{over}, {vraag[:1].lower()}{vraag[1:]}"
    return f"{vraag} " if vraag.endswith("?") else f"{vraag}: "


def veld_id(formulier: forms.BaseForm, naam: str) -> str:
    """The id of the input of a field; of radios the first one."""
    if naam not in formulier.fields:
        return "inhoud"
    veld = formulier[naam]
    return f"{veld.auto_id}_0" if isinstance(veld.field.widget, forms.RadioSelect) else veld.auto_id
