"""What does somebody say of an attachment: which file, what it is, what the parents said, whether it goes along?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from overstap.domain.bijlagen.enums import Bijlagesoort
from overstap.web.components.documenten import Document, GeenDocument, document
from overstap.web.po.forms.velden import Dagveld, Keuzeveld

if TYPE_CHECKING:
    from overstap.domain.bijlagen.models import Bijlage


class Soortkeuze(forms.Select):
    """The kinds; one for which the parents need not say anything carries a mark, so that the page can ask less."""

    def create_option(self, name: str, value: Any, *rest: Any, **meer: Any) -> dict[str, Any]:
        """An option, marked `data-vrij` when nothing is needed from the parents."""
        optie = super().create_option(name, value, *rest, **meer)
        if value and not Bijlagesoort(value).ouders_nodig:
            optie["attrs"]["data-vrij"] = True
        return optie


class Bijlageformulier(forms.Form):
    """One attachment; its names begin with the id of the attachment."""

    soort = Keuzeveld(
        Bijlagesoort, widget=Soortkeuze, kies=_("Kies wat dit voor document is."), label=_("Wat is dit voor document?")
    )
    instemming_op = Dagveld(label=_("Op welke dag stemden de ouders in?"), required=False)
    instemming_van = forms.CharField(label=_("Wie stemde in?"), required=False, max_length=200)
    besproken_op = Dagveld(label=_("Met de ouders besproken op"), required=False)
    mee = forms.BooleanField(label=_("Deze bijlage gaat mee naar de vo-school"), required=False)

    def __init__(self, bijlage: Bijlage, data: Mapping[str, Any] | None = None, van: str = "") -> None:
        begin = {
            "soort": bijlage.soort,
            "instemming_op": bijlage.instemming_op,
            "instemming_van": van,
            "besproken_op": bijlage.besproken_op,
            "mee": bijlage.vrijgegeven,
        }
        super().__init__(data, prefix=str(bijlage.id), initial=begin)
        self.bijlage = bijlage

    @property
    def gekozen_soort(self) -> Bijlagesoort:
        """The kind that is chosen now, or the stored one when that is no kind."""
        waarde = self["soort"].value()
        return Bijlagesoort(waarde if waarde in dict(Bijlagesoort.choices) else self.bijlage.soort)

    def clean(self) -> dict[str, Any]:
        """Who agreed belongs to the day: a permission is somebody's (AVG 7-1)."""
        wat = self.cleaned_data
        soort = wat.get("soort")
        if soort and soort.ouders_nodig and wat.get("instemming_op") and not wat.get("instemming_van"):
            self.add_error("instemming_van", _("Vul in wie instemde, bijvoorbeeld: beide ouders."))
        return wat


def formulieren(
    bijlagen: Iterable[Bijlage], data: Mapping[str, Any] | None = None, van: Mapping[UUID, str] | None = None
) -> list[Bijlageformulier]:
    """A form for every attachment; with `data` as typed. `van` says who agreed, by attachment."""
    return [Bijlageformulier(bijlage, data, (van or {}).get(bijlage.id, "")) for bijlage in bijlagen]


class Toevoegformulier(forms.Form):
    """A document that somebody adds by hand, or that takes the place of another."""

    bestand = forms.FileField(
        label=_("Kies een bestand"),
        max_length=200,
        error_messages={
            "required": _("Kies eerst een bestand."),
            "missing": _("Kies eerst een bestand."),
            "empty": _("Dit bestand is leeg. Kies een ander bestand."),
            "max_length": _("De naam van dit bestand is te lang. Maak hem korter."),
        },
    )
    soort = Keuzeveld(
        Bijlagesoort, widget=Soortkeuze, kies=_("Kies wat dit voor document is."), label=_("Wat is dit voor document?")
    )
    omschrijving = forms.CharField(label=_("Omschrijving"), required=False, max_length=200)
    besproken_op = Dagveld(label=_("Met de ouders besproken op"), required=False)

    def __init__(self, *getypt: Any, **opties: Any) -> None:
        super().__init__(*getypt, **opties)
        # Nothing is chosen beforehand: the first kind of the list would need no permission of the parents.
        self.fields["soort"].choices = [("", _("Kies een soort")), *Bijlagesoort.choices]  # type: ignore[attr-defined]  # a choice field

    def clean_bestand(self) -> Document:
        """The file as a document whose type was judged by its content."""
        try:
            return document(self.cleaned_data["bestand"])
        except GeenDocument as fout:
            raise forms.ValidationError(str(fout)) from fout
