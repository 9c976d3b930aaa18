"""What does somebody fill in about an aanmelding at a vo school, and why it or a definitive report changes?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from overstap.domain.dossiers.enums import Heropenreden
from overstap.domain.overdrachten.enums import DOOR_VO, Aanmeldwijze, Intrekreden
from overstap.web.po.forms.velden import Dagveld, Keuzeveld

if TYPE_CHECKING:
    from overstap.domain.scholen.models import Organisatie


class Wijzeveld(Keuzeveld):
    """How the basisschool knows of an aanmelding; what only a vo school says is no answer here."""

    def __init__(self, **opties: Any) -> None:
        super().__init__(Aanmeldwijze, kies=_("Kies hoe u dat weet."), label=_("Hoe weet u dat?"), **opties)
        self.choices = [(wijze.value, wijze.label) for wijze in Aanmeldwijze if wijze not in DOOR_VO]


class Aanmeldformulier(forms.Form):
    """At which vo school the pupil was applied, when, and how the school knows."""

    ontvanger_id = forms.TypedChoiceField(
        label=_("Bij welke vo-school is de leerling aangemeld?"),
        coerce=UUID,
        error_messages={"required": _("Kies een vo-school."), "invalid_choice": _("Kies een vo-school uit de lijst.")},
    )
    aangemeld_op = Dagveld(label=_("Op welke dag?"), vandaag=True)
    wijze = Wijzeveld()

    def __init__(self, scholen: Iterable[Organisatie], data: Mapping[str, Any] | None = None) -> None:
        super().__init__(data)
        keuzes = [(str(school.id), ", ".join(filter(None, (school.naam, school.plaats)))) for school in scholen]
        veld = self.fields["ontvanger_id"]
        assert isinstance(veld, forms.ChoiceField)
        veld.choices = [("", _("Kies een vo-school")), *keuzes]


class Intrekformulier(forms.Form):
    """Why an aanmelding no longer holds."""

    reden = Keuzeveld(
        Intrekreden, kies=_("Kies waarom de aanmelding vervalt."), label=_("Waarom vervalt de aanmelding?")
    )


class Heropenformulier(forms.Form):
    """Why a definitive report is opened again."""

    reden = Keuzeveld(
        Heropenreden, kies=_("Kies waarom u het rapport heropent."), label=_("Waarom heropent u het rapport?")
    )
