"""What does somebody of a vo school fill in about an application, a question, a talk or a brugklas?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from overstap.domain.adviezen.enums import Niveau
from overstap.domain.plaatsingen.enums import Aanmeldstatus, Afwijsgrond, Herzienreden
from overstap.domain.plaatsingen.queries import Klasbeeld
from overstap.domain.plaatsingen.rules import HERZIENINGEN, STAPPEN
from overstap.web.components.velden import Dagveld, Keuzeveld


def _toelichting(label: Any) -> forms.CharField:
    return forms.CharField(label=label, required=False, widget=forms.Textarea, strip=False)


class _Statusveld(Keuzeveld):
    """Which state comes next; the form narrows it to what is possible from here."""

    def __init__(self, **opties: Any) -> None:
        super().__init__(Aanmeldstatus, kies=_("Kies wat u besluit."), **opties)

    def valid_value(self, value: Any) -> bool:
        """Also what was possible when the page was opened: the act says what a colleague did since."""
        return value in set(Aanmeldstatus) - {Aanmeldstatus.GEPLAATST}


class Besluitformulier(forms.Form):
    """The first decision: what, on which ground when it is no, and why."""

    naar = _Statusveld(label=_("Wat besluit u?"))
    grond = Keuzeveld(Afwijsgrond, required=False, label=_("Wijst u af? Kies de grond."))
    toelichting = _toelichting(_("Waarom?"))

    def __init__(self, van: Aanmeldstatus, data: Mapping[str, Any] | None = None) -> None:
        super().__init__(data)
        mag = [status for status in Aanmeldstatus if status in self.mogelijk(van)]
        veld = self.fields["naar"]
        assert isinstance(veld, forms.ChoiceField)
        veld.choices = [(status.value, status.label) for status in mag]

    @staticmethod
    def mogelijk(van: Aanmeldstatus) -> frozenset[Aanmeldstatus]:
        """What may be decided from here; placing has a page of its own."""
        return STAPPEN[van] - {Aanmeldstatus.GEPLAATST}


class Herzienformulier(Besluitformulier):
    """Another decision, with the reason why it changes."""

    reden = Keuzeveld(Herzienreden, kies=_("Kies waarom het besluit verandert."), label=_("Waarom herziet u het?"))

    field_order = ("naar", "reden", "grond", "toelichting")

    @staticmethod
    def mogelijk(van: Aanmeldstatus) -> frozenset[Aanmeldstatus]:
        """What a decision may become."""
        return HERZIENINGEN[van]


class Verlengformulier(forms.Form):
    """Why more time is needed."""

    toelichting = _toelichting(_("Waarom heeft u meer tijd nodig?"))


class Plaatsformulier(forms.Form):
    """In which brugklas; `gezien` is ticked by whoever read a warning and places all the same."""

    brugklas = forms.TypedChoiceField(
        label=_("In welke brugklas?"),
        coerce=UUID,
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies een brugklas."), "invalid_choice": _("Kies een brugklas uit de lijst.")},
    )
    gezien = forms.BooleanField(required=False, label=_("Ik heb dit gezien en plaats de leerling toch."))

    def __init__(self, klassen: Iterable[Klasbeeld], data: Mapping[str, Any] | None = None) -> None:
        super().__init__(data)
        veld = self.fields["brugklas"]
        assert isinstance(veld, forms.ChoiceField)
        veld.choices = [(str(klas.rij.id), klas.rij.naam) for klas in klassen]


class Vraagformulier(forms.Form):
    """A question; `nagekeken` is ticked by whoever looked again at what was pointed out."""

    tekst = forms.CharField(label=_("Uw vraag"), required=False, widget=forms.Textarea, strip=False)
    nagekeken = forms.BooleanField(required=False, label=_("Ik heb het nagekeken. Dit mag er staan."))


class Gesprekformulier(forms.Form):
    """When the schools talk, who with whom, and about what; the parents read this beforehand."""

    gepland_op = Dagveld(label=_("Wanneer is het gesprek?"))
    wie = forms.CharField(label=_("Wie praat er van de basisschool?"), required=False, max_length=200)
    met_wie = forms.CharField(label=_("Wie praat er van uw school?"), required=False, max_length=200)
    waarover = forms.CharField(label=_("Waar gaat het over?"), required=False, widget=forms.Textarea, strip=False)


class Gehoudenformulier(forms.Form):
    """On which day the talk took place."""

    gehouden_op = Dagveld(label=_("Op welke dag was het gesprek?"), vandaag=True)


class Brugklasformulier(forms.Form):
    """The name of a brugklas, for which adviezen it is, and how many pupils fit."""

    naam = forms.CharField(label=_("Naam van de brugklas"), required=False, max_length=60)
    advies_van = forms.TypedChoiceField(label=_("Laagste advies"), required=False, empty_value=None, coerce=Niveau)
    advies_tot = forms.TypedChoiceField(label=_("Hoogste advies"), required=False, empty_value=None, coerce=Niveau)
    capaciteit = forms.IntegerField(
        label=_("Aantal plaatsen"),
        required=False,
        max_value=9999,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        error_messages={"invalid": _("Vul een heel getal in, of laat het leeg.")},
    )

    def __init__(self, data: Mapping[str, Any] | None = None, initial: Mapping[str, Any] | None = None) -> None:
        super().__init__(data, initial=dict(initial or {}))
        keuzes = [(niveau.value, niveau.label) for niveau in Niveau.kiesbaar() if niveau.rang is not None]
        for naam in ("advies_van", "advies_tot"):
            veld = self.fields[naam]
            assert isinstance(veld, forms.ChoiceField)
            veld.choices = [("", _("Maakt niet uit")), *keuzes]
