"""What does somebody type in a case: a question, an expert's advice, a note, a decision?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from overstap.domain.zorgroutes.enums import Deskundige, Geadresseerde, Routesoort, Tlvcategorie, Uitkomst
from overstap.domain.zorgroutes.snapshot import Besluit
from overstap.web.components.velden import Dagveld, Keuzeveld


def _tekst(label: Any, leeg: Any) -> forms.CharField:
    # How long it may be says the act.
    return forms.CharField(label=label, error_messages={"required": leeg})


class Aanneemformulier(forms.Form):
    """What a school elsewhere asks, which no file says."""

    soort = Keuzeveld(
        Routesoort, kies=_("Kies waar deze zorgaanmelding over gaat."), label=_("Waar gaat deze zorgaanmelding over?")
    )


class Vraagformulier(forms.Form):
    """A question back, and to whom."""

    aan = Keuzeveld(Geadresseerde, kies=_("Kies aan wie u dit vraagt."), label=_("Aan wie vraagt u dit?"))
    vraag = _tekst(_("Wat wilt u weten?"), _("Schrijf op wat u wilt weten."))


class Adviesformulier(forms.Form):
    """What one expert advises."""

    deskundige = Keuzeveld(Deskundige, kies=_("Kies wie het advies geeft."), label=_("Wie geeft het advies?"))
    tekst = _tekst(_("Het advies"), _("Schrijf het advies op."))


class Notitieformulier(forms.Form):
    """A note for the own colleagues."""

    tekst = _tekst(_("Uw notitie"), _("Schrijf uw notitie op."))


class Besluitformulier(forms.Form):
    """A decision. Which parts belong to which outcome the domain knows; here everything may be typed."""

    uitkomst = Keuzeveld(Uitkomst, kies=_("Kies wat u besluit."), label=_("Wat besluit u?"))
    op = Dagveld(label=_("Op welke dag is dit besloten?"), vandaag=True)
    toelichting = _tekst(_("Waarom besluit u dit?"), _("Schrijf op waarop het besluit rust."))
    nummer = forms.CharField(label=_("Nummer van de TLV"), max_length=40, required=False)
    categorie = Keuzeveld(Tlvcategorie, label=_("Categorie"), required=False)
    vanaf = Dagveld(label=_("Vanaf welke dag?"), required=False)
    tot = Dagveld(label=_("Tot en met welke dag?"), required=False)

    def __init__(self, uitkomsten: Iterable[Uitkomst], data: Mapping[str, Any] | None = None) -> None:
        super().__init__(data)
        veld = self.fields["uitkomst"]
        assert isinstance(veld, forms.ChoiceField)
        veld.choices = [(uitkomst.value, uitkomst.label) for uitkomst in uitkomsten]

    def clean_nummer(self) -> str:
        """The number as it is written, whatever spaces and small letters were typed."""
        return "".join(self.cleaned_data["nummer"].split()).upper()

    @property
    def besluit(self) -> Besluit:
        """What was typed, as the domain takes it; a TLV's parts only with a TLV."""
        waarden = dict(self.cleaned_data)
        if waarden["uitkomst"] is not Uitkomst.TLV:
            waarden |= {"nummer": "", "categorie": None}
        if waarden["uitkomst"] in {Uitkomst.ADVIES, Uitkomst.AFGEWEZEN}:
            waarden |= {"vanaf": None, "tot": None}
        return Besluit(**waarden)
