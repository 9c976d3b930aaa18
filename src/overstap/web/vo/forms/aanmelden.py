"""By what does a vo school say which pupil the parents applied there?

Only the look of it is judged here, which anybody could judge: whether it leads to somebody is one question afterwards.
"""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from overstap.domain.leerlingen.rules import LANGSTE_NAAM, is_bsn, is_onderwijsnummer
from overstap.domain.overdrachten.rules import LANGSTE_CODE, heeft_vorm
from overstap.web.components.velden import Dagveld

_UIT = {"autocomplete": "off", "spellcheck": "false"}


class Geboortedag(Dagveld):
    """The day on which a pupil was born; the example is of one who could be in groep 8."""

    def __init__(self) -> None:
        super().__init__(label=_("Geboortedatum"))
        self.error_messages["required"] = _("Vul de geboortedatum in, bijvoorbeeld 14-3-2015.")
        self.error_messages["invalid"] = _("Dit is geen dag. Schrijf de geboortedatum zo: 14-3-2015.")


class _Verklaring(forms.Form):
    """That the parents applied the pupil: without it nobody may ask for a report."""

    verklaring = forms.BooleanField(
        label=_("De ouders hebben deze leerling bij onze school aangemeld."),
        error_messages={
            "required": _("Zonder aanmelding mag u geen rapport openen. Vink aan dat de leerling is aangemeld.")
        },
    )


class Codeformulier(_Verklaring):
    """The unieke code of the adviesformulier."""

    code = forms.CharField(
        label=_("Unieke code"),
        max_length=LANGSTE_CODE,
        widget=forms.TextInput(attrs={**_UIT, "autocapitalize": "characters"}),
        error_messages={
            "required": _("Vul de code in die op het adviesformulier staat."),
            "max_length": _("Deze code is te lang. Een code heeft 12 letters en cijfers."),
        },
    )
    field_order = ("code", "verklaring")

    def clean_code(self) -> str:
        """As it was typed, when it can be a code."""
        code = str(self.cleaned_data["code"])
        if not heeft_vorm(code):
            raise forms.ValidationError(
                _("Er zit een typefout in de code. Een code heeft 12 letters en cijfers, zonder I, O, 0 en 1.")
            )
        return code


class Gegevensformulier(_Verklaring):
    """The particulars of a pupil whose code the parents have lost."""

    achternaam = forms.CharField(
        label=_("Achternaam van de leerling"),
        max_length=LANGSTE_NAAM,
        widget=forms.TextInput(attrs=_UIT),
        error_messages={"required": _("Vul de achternaam in.")},
    )
    nummer = forms.CharField(
        label=_("BSN of onderwijsnummer"),
        max_length=15,
        widget=forms.TextInput(attrs={**_UIT, "inputmode": "numeric"}),
        error_messages={"required": _("Vul het BSN of het onderwijsnummer in.")},
    )
    geboortedatum = Geboortedag()
    brin = forms.CharField(
        label=_("BRIN van de basisschool"),
        max_length=8,
        widget=forms.TextInput(attrs=_UIT),
        error_messages={"required": _("Vul het BRIN van de basisschool in. Het staat op het adviesformulier.")},
    )
    field_order = ("achternaam", "nummer", "geboortedatum", "brin", "verklaring")

    def clean_nummer(self) -> str:
        """Nine digits that can be a number; spaces and points are nothing."""
        nummer = re.sub(r"[\s.]", "", str(self.cleaned_data["nummer"]))
        if not (is_bsn(nummer) or is_onderwijsnummer(nummer)):
            raise forms.ValidationError(_("Dit nummer kan niet kloppen. Een BSN heeft 9 cijfers. Kijk het na."))
        return nummer

    def clean_brin(self) -> str:
        """The four characters; a vestiging behind it (01AB00) is nothing."""
        brin = re.sub(r"\s", "", str(self.cleaned_data["brin"])).upper()
        if not re.fullmatch(r"[0-9]{2}[A-Z]{2}([0-9]{2})?", brin):
            raise forms.ValidationError(_("Een BRIN heeft twee cijfers en twee letters, zoals 01AB."))
        return brin[:4]

    @property
    def waarden(self) -> dict[str, Any]:
        """The four particulars."""
        return {veld: self.cleaned_data[veld] for veld in ("brin", "nummer", "geboortedatum", "achternaam")}
