"""Which questions does the page of each subject of a region ask, and how do the answers look in the region's file?

A form asks and keeps what was typed; whether it is right, say the rules of the file.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from overstap.domain.bijlagen.enums import Bijlagesoort
from overstap.domain.scholen.enums import Regioonderwerp
from overstap.domain.scholen.rules import Bestandsfout
from overstap.domain.scholen.rules.regio import KORT_WOORD, LANG_WOORD
from overstap.domain.scholen.rules.regiowijziging import laatste_deel, type_inhoud


class Regioformulier(forms.Form):
    """One subject of a region; `inhoud` is the region in the form of its file."""

    onderwerp: ClassVar[Regioonderwerp]

    def __init__(self, inhoud: type_inhoud, data: Mapping[str, Any] | None = None) -> None:
        super().__init__(data, initial=self.begin(inhoud))
        self.inhoud = inhoud

    def begin(self, inhoud: type_inhoud) -> dict[str, Any]:
        """What the fields begin with."""
        return dict(inhoud)

    def waarden(self) -> type_inhoud:
        """The answers in the form of the region's file; what is empty stays out."""
        return dict(self.cleaned_data)

    def veld_van(self, fout: Bestandsfout) -> str:
        """The name of the field beside which this sentence stands."""
        return laatste_deel(fout.sleutel)


def getal(label: Any, hint: Any) -> forms.IntegerField:
    """A whole number; between which bounds, say the rules of the file."""
    fouten = {"required": gettext_lazy("Vul een getal in."), "invalid": gettext_lazy("Vul een heel getal in.")}
    return forms.IntegerField(
        label=label, help_text=hint, error_messages=fouten, widget=forms.TextInput(attrs={"inputmode": "numeric"})
    )


def tekstveld(label: Any, hint: Any = "", lang: int = 200, **opties: Any) -> forms.CharField:
    """A line of text that may be empty: whether it has to be there, say the rules of the file."""
    return forms.CharField(label=label, help_text=hint, required=False, max_length=lang, **opties)


class Termijnformulier(Regioformulier):
    """The terms and what was agreed beside the law."""

    onderwerp = Regioonderwerp.TERMIJNEN
    reactietermijn_dagen = getal(
        gettext_lazy("Hoeveel dagen krijgen ouders om te reageren?"), gettext_lazy("1 tot en met 60. Gewoonlijk 14.")
    )
    gegevens_hoogstens_dagen = getal(
        gettext_lazy("Hoeveel dagen oud mogen de gegevens uit de leerlingadministratie zijn?"),
        gettext_lazy("Zijn ze ouder, dan waarschuwt Overstap voor definitief. Gewoonlijk 90."),
    )
    pro_besluit_vragen = forms.BooleanField(
        label=gettext_lazy("Vraag om een besluit als de toets pro/vmbo-b geeft en de school praktijkonderwijs"),
        required=False,
    )


class Bijlageformulier(Regioformulier):
    """Which standard kinds of attachment go along by themselves."""

    onderwerp = Regioonderwerp.BIJLAGEN
    standaard_bijlagesoorten = forms.MultipleChoiceField(
        label=gettext_lazy("Welke soorten gaan vanzelf mee naar de vo-school?"),
        help_text=gettext_lazy("Alle andere soorten vinkt de school zelf aan, per document."),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        choices=[(soort.value, soort.label) for soort in Bijlagesoort if soort.standaard],
    )


class Woordformulier(Regioformulier):
    """What the region calls the report, and its two colours."""

    onderwerp = Regioonderwerp.WOORDEN
    rapport = tekstveld(gettext_lazy("Kort woord voor het rapport"), gettext_lazy("Zoals OKR of oki-doc."), KORT_WOORD)
    rapport_lang = tekstveld(
        gettext_lazy("Lang woord voor het rapport"), gettext_lazy("Zoals onderwijskundig rapport."), LANG_WOORD
    )
    merk = tekstveld(
        gettext_lazy("Kleur van het merk"),
        gettext_lazy("Een donkere kleur, zoals #1b4f72: er staat witte tekst op. Leeg: de kleur van Overstap."), 7,
    )  # fmt: skip
    accent = tekstveld(
        gettext_lazy("Tweede kleur"),
        gettext_lazy("Een lichte kleur voor een streep of stip, zoals #f2a900. Leeg: de kleur van Overstap."), 7,
    )  # fmt: skip

    def begin(self, inhoud: type_inhoud) -> dict[str, Any]:
        return {**inhoud["woorden"], **inhoud["kleuren"]}

    def waarden(self) -> type_inhoud:
        vol = {naam: tekst for naam, tekst in self.cleaned_data.items() if tekst}
        kleuren = {naam: vol.pop(naam) for naam in ("merk", "accent") if naam in vol}
        return {"woorden": vol, "kleuren": kleuren}


class Contactformulier(Regioformulier):
    """Whom the schools ask."""

    onderwerp = Regioonderwerp.CONTACT
    naam = tekstveld(gettext_lazy("Naam"), gettext_lazy("Zoals Servicepunt Overstap."))
    telefoon = tekstveld(gettext_lazy("Telefoon"), gettext_lazy("Tien cijfers. Nooit een nummer van iemand thuis."), 20)
    email = tekstveld(gettext_lazy("E-mailadres"))
    bereikbaar = tekstveld(gettext_lazy("Wanneer bereikbaar"), gettext_lazy("Zoals maandag van 9.00 tot 12.00 uur."))

    def begin(self, inhoud: type_inhoud) -> dict[str, Any]:
        return dict(inhoud["contact"])

    def waarden(self) -> type_inhoud:
        return {"contact": {naam: tekst for naam, tekst in self.cleaned_data.items() if tekst}}


class Bestuurformulier(Regioformulier):
    """The boards: a number and a name a row, and some empty rows."""

    onderwerp = Regioonderwerp.BESTUREN
    LEEG = 3

    def __init__(self, inhoud: type_inhoud, data: Mapping[str, Any] | None = None) -> None:
        self.rijen = len(inhoud["besturen"]) + self.LEEG
        super().__init__(inhoud, data)
        for rij in range(self.rijen):
            self.fields[f"nummer_{rij}"] = tekstveld(_("Nummer van bestuur %(n)s") % {"n": rij + 1}, lang=5)
            self.fields[f"naam_{rij}"] = tekstveld(_("Naam van bestuur %(n)s") % {"n": rij + 1})

    def begin(self, inhoud: type_inhoud) -> dict[str, Any]:
        begin: dict[str, Any] = {}
        for rij, (nummer, naam) in enumerate(inhoud["besturen"].items()):
            begin |= {f"nummer_{rij}": nummer, f"naam_{rij}": naam}
        return begin

    def clean(self) -> None:
        """A board stands there once."""
        gezien: set[str] = set()
        for rij in range(self.rijen):
            nummer = self.cleaned_data.get(f"nummer_{rij}", "")
            if nummer and nummer in gezien:
                self.add_error(f"nummer_{rij}", _("Dit nummer staat er vaker in. Laat er een staan."))
            gezien.add(nummer)

    def waarden(self) -> type_inhoud:
        paren = ((self.cleaned_data[f"nummer_{rij}"], self.cleaned_data[f"naam_{rij}"]) for rij in range(self.rijen))
        return {"besturen": {nummer: naam for nummer, naam in paren if nummer or naam}}

    def veld_van(self, fout: Bestandsfout) -> str:
        nummer = laatste_deel(fout.sleutel)
        rijen = [rij for rij in range(self.rijen) if self.cleaned_data.get(f"nummer_{rij}") == nummer]
        wat = "naam" if "naam van het bestuur" in fout.zin else "nummer"
        return f"{wat}_{rijen[0]}" if rijen else ""


FORMULIEREN: tuple[type[Regioformulier], ...] = (
    Termijnformulier, Bijlageformulier, Woordformulier, Contactformulier, Bestuurformulier,
)  # fmt: skip
