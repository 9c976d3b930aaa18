"""Whom does a school invite to work here, in which function, and what does that person fill in to begin?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.contrib.auth import get_user_model, password_validation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from overstap.domain.scholen.rules import FUNCTIES
from overstap.foundation.access import Rol


def functies(soort: str) -> list[Rol]:
    """The functions an organisation of this kind has, in a fixed order."""
    return [rol for rol in Rol if rol in FUNCTIES[soort]]


class Functieformulier(forms.Form):
    """The function of a colleague."""

    rol = forms.ChoiceField(
        label=gettext_lazy("Welke functie?"),
        widget=forms.RadioSelect,
        error_messages={
            "required": gettext_lazy("Kies een functie"),
            "invalid_choice": gettext_lazy("Kies een functie"),
        },
    )

    def __init__(self, soort: str, data: Mapping[str, Any] | None = None, **opties: Any) -> None:
        super().__init__(data, **opties)
        veld = self.fields["rol"]
        assert isinstance(veld, forms.ChoiceField)
        veld.choices = [(rol.value, rol.label.capitalize()) for rol in functies(soort)]


class Uitnodigformulier(Functieformulier):
    """A colleague to invite."""

    naam = forms.CharField(
        label=gettext_lazy("Naam"),
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"required": gettext_lazy("Vul de naam in")},
    )
    email = forms.EmailField(
        label=gettext_lazy("E-mailadres"),
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
        error_messages={
            "required": gettext_lazy("Vul het e-mailadres in"),
            "invalid": gettext_lazy("Vul een e-mailadres in zoals naam@school.nl"),
        },
    )
    groepen = forms.MultipleChoiceField(
        label=gettext_lazy("Welke groepen heeft deze leerkracht?"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": gettext_lazy("Kies groepen uit de lijst.")},
    )
    field_order = ("naam", "email", "rol", "groepen")

    def __init__(self, soort: str, bekend: Iterable[str], data: Mapping[str, Any] | None = None, **opties: Any) -> None:
        super().__init__(soort, data, **opties)
        veld = self.fields["groepen"]
        assert isinstance(veld, forms.MultipleChoiceField)
        veld.choices = [(groep, _("Groep %(groep)s") % {"groep": groep}) for groep in bekend]

    @property
    def gekozen_groepen(self) -> list[str]:
        """The groups; only a teacher has them."""
        return list(self.cleaned_data["groepen"]) if self.cleaned_data["rol"] == Rol.LEERKRACHT else []


class Overneemformulier(forms.Form):
    """Which other teacher follows the groups of one who leaves; nobody is an answer too."""

    naar = forms.ChoiceField(
        label=gettext_lazy("Wie neemt de groepen over?"),
        required=False,
        error_messages={"invalid_choice": gettext_lazy("Kies een leerkracht uit de lijst.")},
    )

    def __init__(
        self, leerkrachten: Iterable[tuple[str, str]], data: Mapping[str, Any] | None = None, **opties: Any
    ) -> None:
        super().__init__(data, **opties)
        veld = self.fields["naar"]
        assert isinstance(veld, forms.ChoiceField)
        veld.choices = [("", _("Niemand")), *leerkrachten]


class Vraagformulier(forms.Form):
    """Who asks for an account, and where."""

    organisatie = forms.ChoiceField(
        label=gettext_lazy("Waar werkt u?"),
        error_messages={
            "required": gettext_lazy("Kies uw school of organisatie"),
            "invalid_choice": gettext_lazy("Kies uw school of organisatie uit de lijst"),
        },
    )
    naam = forms.CharField(
        label=gettext_lazy("Uw naam"),
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        error_messages={"required": gettext_lazy("Vul uw naam in")},
    )
    email = forms.EmailField(
        label=gettext_lazy("Uw e-mailadres op het werk"),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={
            "required": gettext_lazy("Vul uw e-mailadres in"),
            "invalid": gettext_lazy("Vul een e-mailadres in zoals naam@school.nl"),
        },
    )

    def __init__(
        self, organisaties: Iterable[tuple[str, str]], data: Mapping[str, Any] | None = None, **opties: Any
    ) -> None:
        super().__init__(data, **opties)
        veld = self.fields["organisatie"]
        assert isinstance(veld, forms.ChoiceField)
        veld.choices = [("", _("Kies")), *organisaties]


class Beginformulier(forms.Form):
    """The name and the password of somebody who begins."""

    naam = forms.CharField(
        label=gettext_lazy("Uw naam"),
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        error_messages={"required": gettext_lazy("Vul uw naam in")},
    )
    wachtwoord = forms.CharField(
        label=gettext_lazy("Kies een wachtwoord"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        error_messages={"required": gettext_lazy("Kies een wachtwoord")},
    )

    def __init__(self, email: str, data: Mapping[str, Any] | None = None, **opties: Any) -> None:
        super().__init__(data, **opties)
        self.email = email

    def clean_wachtwoord(self) -> str:
        """Refuse what is too short, too common, or looks like the own name or address."""
        wachtwoord: str = self.cleaned_data["wachtwoord"]
        wie = get_user_model()(email=self.email, naam=self.data.get("naam", ""))
        password_validation.validate_password(wachtwoord, wie)
        return wachtwoord
