"""What does somebody say of an attachment: which file, what it is, what the parents said, whether it goes along?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from overstap.domain.bijlagen.enums import Bijlagesoort, Ontvanger
from overstap.domain.bijlagen.rules import Gegeven
from overstap.web.components.documenten import Document, GeenDocument, document
from overstap.web.po.forms.velden import Dagveld, Keuzeveld

if TYPE_CHECKING:
    from overstap.domain.bijlagen.models import Bijlage
    from overstap.domain.bijlagen.queries import LeesbareToestemming


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
    instemming_vo = forms.BooleanField(label=_("Zij stemden in met: naar de vo-school"), required=False)
    instemming_swv = forms.BooleanField(label=_("Zij stemden in met: naar het samenwerkingsverband"), required=False)
    besproken_op = Dagveld(label=_("Met de ouders besproken op"), required=False)
    mee = forms.BooleanField(label=_("Deze bijlage gaat mee naar de vo-school"), required=False)
    mee_swv = forms.BooleanField(label=_("Deze bijlage gaat mee naar het samenwerkingsverband"), required=False)

    def __init__(
        self,
        bijlage: Bijlage,
        data: Mapping[str, Any] | None = None,
        toestemming: LeesbareToestemming | None = None,
        *,
        bevroren: bool = False,
    ) -> None:
        voor = toestemming.rij.voor if toestemming else frozenset()
        begin = {
            "soort": bijlage.soort,
            "instemming_op": bijlage.instemming_op,
            "instemming_van": toestemming.van if toestemming else "",
            "instemming_vo": Ontvanger.VO in voor,
            "instemming_swv": Ontvanger.SWV in voor,
            "besproken_op": bijlage.besproken_op,
            "mee": bijlage.vrijgegeven,
            "mee_swv": Ontvanger.SWV in bijlage.aan,
        }
        # What was added after this page was opened stands not in what was sent: it stays as it is.
        staat_erop = data is not None and any(naam.startswith(f"{bijlage.id}-") for naam in data)
        super().__init__(data if staat_erop else None, prefix=str(bijlage.id), initial=begin)
        self.bijlage = bijlage
        # What it is and whether it goes to the vo school stays as the parents inspected it; see `bepaal_vrijgave`.
        self.vast = bevroren and (bijlage.later_bij is None or bijlage.meegestuurd_op is not None)

    @property
    def aan(self) -> frozenset[Ontvanger]:
        """To whom it goes, as ticked."""
        vakjes = {Ontvanger.VO: "mee", Ontvanger.SWV: "mee_swv"}
        return frozenset(ontvanger for ontvanger, naam in vakjes.items() if self.cleaned_data[naam])

    @property
    def gegeven(self) -> Gegeven | None:
        """What the parents said, as typed; None without a day."""
        wat = self.cleaned_data
        if not wat["instemming_op"]:
            return None
        vakjes = {Ontvanger.VO: "instemming_vo", Ontvanger.SWV: "instemming_swv"}
        voor = frozenset(ontvanger for ontvanger, naam in vakjes.items() if wat[naam])
        return Gegeven(wat["instemming_op"], wat["instemming_van"], voor)

    @property
    def gekozen_soort(self) -> Bijlagesoort:
        """The kind that is chosen now, or the stored one when that is no kind."""
        waarde = self["soort"].value()
        return Bijlagesoort(waarde if waarde in dict(Bijlagesoort.choices) else self.bijlage.soort)

    def clean(self) -> dict[str, Any]:
        """Who agreed, and to what, belong to the day: a permission is somebody's and specific (AVG 4-11, 7-1)."""
        wat = self.cleaned_data
        soort = wat.get("soort")
        if not (soort and soort.ouders_nodig and wat.get("instemming_op")):
            return wat
        if not wat.get("instemming_van"):
            self.add_error("instemming_van", _("Vul in wie instemde, bijvoorbeeld: beide ouders."))
        if not (wat["instemming_vo"] or wat["instemming_swv"]):
            self.add_error("instemming_op", _("Vink aan waarmee de ouders instemden."))
        return wat


def formulieren(
    bijlagen: Iterable[Bijlage],
    data: Mapping[str, Any] | None = None,
    toestemming: Mapping[UUID, LeesbareToestemming] | None = None,
    *,
    bevroren: bool = False,
) -> list[Bijlageformulier]:
    """A form for every attachment; with `data` as typed. `toestemming` says what the parents said, by attachment."""
    return [
        Bijlageformulier(bijlage, data, (toestemming or {}).get(bijlage.id), bevroren=bevroren) for bijlage in bijlagen
    ]


def verdwenen(data: Mapping[str, Any], forms: Iterable[Bijlageformulier]) -> int:
    """Of how many attachments something was typed that are not there any more."""
    er_zijn = {str(form.bijlage.id) for form in forms}
    return len({naam[:36] for naam in data if naam.endswith("-soort")} - er_zijn)


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
    als_pdf = forms.BooleanField(label=_("Is het een foto? Maak er dan een PDF van"), required=False)

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
