"""What does somebody say of each attachment: what it is, what the parents said, and whether it goes along?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from overstap.domain.bijlagen.enums import Bijlagesoort
from overstap.web.po.forms.velden import Dagveld, Keuzeveld

if TYPE_CHECKING:
    from overstap.domain.bijlagen.models import Bijlage


class Soortkeuze(forms.Select):
    """The kinds; one for which the parents need not say anything carries a mark, so that the page can ask less."""

    def create_option(self, name: str, value: Any, *rest: Any, **meer: Any) -> dict[str, Any]:
        """An option, marked `data-vrij` when nothing is needed from the parents."""
        optie = super().create_option(name, value, *rest, **meer)
        if not Bijlagesoort(value).ouders_nodig:
            optie["attrs"]["data-vrij"] = True
        return optie


class Bijlageformulier(forms.Form):
    """One attachment; its names begin with the id of the attachment."""

    soort = Keuzeveld(
        Bijlagesoort, widget=Soortkeuze, kies=_("Kies wat dit voor document is."), label=_("Wat is dit voor document?")
    )
    instemming_op = Dagveld(label=_("Op welke dag stemden de ouders in?"), required=False)
    mee = forms.BooleanField(label=_("Deze bijlage gaat mee naar de vo-school"), required=False)

    def __init__(self, bijlage: Bijlage, data: Mapping[str, Any] | None = None) -> None:
        begin = {"soort": bijlage.soort, "instemming_op": bijlage.instemming_op, "mee": bijlage.vrijgegeven}
        super().__init__(data, prefix=str(bijlage.id), initial=begin)
        self.bijlage = bijlage

    @property
    def gekozen_soort(self) -> Bijlagesoort:
        """The kind that is chosen now, or the stored one when that is no kind."""
        waarde = self["soort"].value()
        return Bijlagesoort(waarde if waarde in dict(Bijlagesoort.choices) else self.bijlage.soort)


def formulieren(bijlagen: Iterable[Bijlage], data: Mapping[str, Any] | None = None) -> list[Bijlageformulier]:
    """A form for every attachment; with `data` as typed."""
    return [Bijlageformulier(bijlage, data) for bijlage in bijlagen]
