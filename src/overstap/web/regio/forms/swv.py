"""What does somebody fill in about one samenwerkingsverband: how to reach it, and which vo schools are of it?"""

from __future__ import annotations

from collections.abc import Mapping
from re import fullmatch
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from overstap.domain.scholen.enums import Organisatiesoort, Regioonderwerp
from overstap.domain.scholen.rules import Bestandsfout
from overstap.domain.scholen.rules.regiobestand import SWVNUMMER
from overstap.domain.scholen.rules.regiowijziging import deel, type_inhoud
from overstap.web.regio.forms.onderwerpen import Regioformulier, tekstveld

# The box with which somebody says that another number is meant.
ZEKER = "zeker"


class Swvformulier(Regioformulier):
    """One samenwerkingsverband, new where `nu` (its number) is empty."""

    onderwerp = Regioonderwerp.SWV
    code = tekstveld(gettext_lazy("Nummer bij DUO"), gettext_lazy("VO en vier cijfers, zoals VO9901."), 6)
    naam = tekstveld(gettext_lazy("Naam"))
    plaats = tekstveld(gettext_lazy("Plaats"), lang=100)
    telefoon = tekstveld(gettext_lazy("Telefoon"), gettext_lazy("Tien cijfers."), 20)
    email = tekstveld(gettext_lazy("E-mailadres"))

    def __init__(self, nu: str, inhoud: type_inhoud, data: Mapping[str, Any] | None = None) -> None:
        self.nu = nu
        super().__init__(inhoud, data)

    def begin(self, inhoud: type_inhoud) -> dict[str, Any]:
        return {"code": self.nu, **inhoud["swv"].get(self.nu, {})}

    def clean_code(self) -> str:
        """A number is one of DUO, and stands there once; the sentence of the file speaks of how that is written."""
        code = str(self.cleaned_data["code"]).upper()
        if not fullmatch(SWVNUMMER, code):
            raise forms.ValidationError(_("Het nummer is VO met vier cijfers, zoals VO9901. Zoek het op bij DUO."))
        if code != self.nu and code in self.inhoud["swv"]:
            raise forms.ValidationError(
                _("Dit samenwerkingsverband staat er al. Wijzig het daar, of vul een ander in.")
            )
        return code

    def vraag_na(self, wisselzin: str) -> None:
        """Ask whether this is meant, before the number becomes another one; what was typed stays."""
        vraag = _("Ja, %(code)s is het juiste nummer") % {"code": self.data.get("code", "")}
        self.fields[ZEKER] = forms.BooleanField(label=vraag, required=False)
        self.order_fields(["code", ZEKER])
        if not self.data.get(ZEKER):
            self.add_error("code", f"{wisselzin} {_('Klopt dat? Vink het hieronder aan.')}")

    def waarden(self) -> type_inhoud:
        # Its routes have pages of their own.
        routes = self.inhoud["swv"].get(self.nu, {}).get("routes")
        vol = {naam: tekst for naam, tekst in self.cleaned_data.items() if tekst and naam not in {"code", ZEKER}}
        andere = {code: tabel for code, tabel in self.inhoud["swv"].items() if code != self.nu}
        return {"swv": {**andere, self.cleaned_data["code"]: {**vol, **({"routes": routes} if routes else {})}}}

    def veld_van(self, fout: Bestandsfout) -> str:
        # Of what is wrong with its number, the key is that number.
        return "code" if fout.sleutel == f"swv.{self.cleaned_data.get('code')}" else super().veld_van(fout)


class Swvweg(Regioformulier):
    """That a samenwerkingsverband is no longer of this region."""

    onderwerp = Regioonderwerp.SWV

    def __init__(self, nu: str, inhoud: type_inhoud, data: Mapping[str, Any] | None = None) -> None:
        self.nu = nu
        super().__init__(inhoud, data)

    def waarden(self) -> type_inhoud:
        return {"swv": {code: tabel for code, tabel in self.inhoud["swv"].items() if code != self.nu}}


class Swvscholen(Regioformulier):
    """Which vo schools are of one samenwerkingsverband; a school is of one."""

    onderwerp = Regioonderwerp.SCHOLEN
    scholen = forms.MultipleChoiceField(
        label=gettext_lazy("Welke vo-scholen horen bij dit samenwerkingsverband?"),
        help_text=gettext_lazy(
            "Een school hoort bij één samenwerkingsverband. Vinkt u haar hier aan, dan niet meer bij het andere."
        ),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        show_hidden_initial=True,
    )

    def __init__(self, nu: str, inhoud: type_inhoud, data: Mapping[str, Any] | None = None) -> None:
        self.nu = nu
        self.vo = {
            sleutel: school
            for sleutel, school in deel(inhoud, Regioonderwerp.SCHOLEN).items()
            if school["soort"] == Organisatiesoort.VO
        }
        super().__init__(inhoud, data)
        veld = self.fields["scholen"]
        assert isinstance(veld, forms.MultipleChoiceField)
        veld.choices = [(sleutel, self._naam(school)) for sleutel, school in self.vo.items()]

    def _naam(self, school: Mapping[str, Any]) -> str:
        elders = school.get("swv", self.nu)
        plek = f"{school['naam']}, {school['plaats']}"
        return plek if elders == self.nu else _("%(school)s (nu bij %(swv)s)") % {"school": plek, "swv": elders}

    def begin(self, inhoud: type_inhoud) -> dict[str, Any]:
        del inhoud
        return {"scholen": [sleutel for sleutel, school in self.vo.items() if school.get("swv") == self.nu]}

    def waarden(self) -> type_inhoud:
        # Only what was ticked or unticked here: what a colleague did since the page was opened stays.
        veld = self["scholen"]
        stond = set(veld.field.hidden_widget().value_from_datadict(self.data, self.files, veld.html_initial_name) or ())
        gekozen = set(self.cleaned_data["scholen"])
        anders = {}
        for sleutel, school in self.vo.items():
            zonder = {naam: waarde for naam, waarde in school.items() if naam != "swv"}
            if sleutel in gekozen - stond:
                anders[sleutel] = {**zonder, "swv": self.nu}
            elif sleutel in stond - gekozen and school.get("swv") == self.nu:
                anders[sleutel] = zonder
        return anders
