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


class Bijlageformulier(forms.Form):
    """One attachment; its names begin with the id of the attachment."""

    soort = Keuzeveld(Bijlagesoort, widget=forms.Select, label=_("Wat is dit voor document?"))
    instemming_op = Dagveld(label=_("Op welke dag stemden de ouders in?"), required=False)
    mee = forms.BooleanField(label=_("Deze bijlage gaat mee naar de vo-school"), required=False)

    def __init__(self, bijlage: Bijlage, data: Mapping[str, Any] | None = None) -> None:
        begin = {"soort": bijlage.soort, "instemming_op": bijlage.instemming_op, "mee": bijlage.vrijgegeven}
        super().__init__(data, prefix=str(bijlage.id), initial=begin)
        self.bijlage = bijlage


def formulieren(bijlagen: Iterable[Bijlage], data: Mapping[str, Any] | None = None) -> list[Bijlageformulier]:
    """A form for every attachment; with `data` as typed."""
    return [Bijlageformulier(bijlage, data) for bijlage in bijlagen]
