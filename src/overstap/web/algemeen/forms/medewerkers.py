"""Whom does a school invite to work here, in which function, and what does that person fill in to begin?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib.auth import get_user_model, password_validation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from overstap.domain.scholen.rules import FUNCTIES
from overstap.foundation.access import Rol

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


def functies(soort: str) -> list[Rol]:
    """The functions an organisation of this kind has, in a fixed order."""
    return [rol for rol in Rol if rol in FUNCTIES[soort]]


def _naam(label: StrOrPromise, leeg: StrOrPromise, invullen: str) -> forms.CharField:
    """The name of a person; `invullen` is what a browser may fill in by itself (HTML `autocomplete`)."""
    kader = forms.TextInput(attrs={"autocomplete": invullen})
    return forms.CharField(label=label, max_length=200, widget=kader, error_messages={"required": leeg})


def _mail(label: StrOrPromise, leeg: StrOrPromise, invullen: str) -> forms.EmailField:
    """An address for mail; `invullen` as with a name."""
    fouten = {"required": leeg, "invalid": gettext_lazy("Vul een e-mailadres in zoals naam@school.nl")}
    return forms.EmailField(
        label=label, widget=forms.EmailInput(attrs={"autocomplete": invullen}), error_messages=fouten
    )


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

    naam = _naam(gettext_lazy("Naam"), gettext_lazy("Vul de naam in"), "off")
    email = _mail(gettext_lazy("E-mailadres"), gettext_lazy("Vul het e-mailadres in"), "off")
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
    naam = _naam(gettext_lazy("Uw naam"), gettext_lazy("Vul uw naam in"), "name")
    email = _mail(gettext_lazy("Uw e-mailadres op het werk"), gettext_lazy("Vul uw e-mailadres in"), "email")

    def __init__(
        self, organisaties: Iterable[tuple[str, str]], data: Mapping[str, Any] | None = None, **opties: Any
    ) -> None:
        super().__init__(data, **opties)
        veld = self.fields["organisatie"]
        assert isinstance(veld, forms.ChoiceField)
        veld.choices = [("", _("Kies")), *organisaties]


class Beginformulier(forms.Form):
    """The name and the password of somebody who begins."""

    naam = _naam(gettext_lazy("Uw naam"), gettext_lazy("Vul uw naam in"), "name")
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
