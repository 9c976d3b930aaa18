"""Which terms may a board choose for what it keeps here?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, ClassVar
from uuid import UUID

from django import forms
from django.utils.translation import gettext as _

from overstap.domain.bewaren.enums import Bewaarsoort
from overstap.domain.bewaren.rules import TERMIJNEN, in_woorden

if TYPE_CHECKING:
    from overstap.domain.medewerkers.queries import Bestuursschool


class Termijnformulier(forms.Form):
    """One question for each kind of which the term is not fixed; empty is what holds without a choice.

    With `scholen` also for which other schools of the board it holds.
    """

    OOK_BIJ: ClassVar = "ook_bij"

    def __init__(
        self,
        soorten: Iterable[Bewaarsoort],
        data: Mapping[str, Any] | None = None,
        *,
        scholen: Iterable[Bestuursschool] = (),
        **opties: Any,
    ) -> None:
        super().__init__(data, **opties)
        for soort in soorten:
            termijn = TERMIJNEN[soort]
            if termijn.keuze:
                zonder = _("Nee: Overstap bewaart het officiële exemplaar, vijf jaar")
                if soort is not Bewaarsoort.RAPPORT_ELDERS:
                    zonder = _("Zoals Overstap voorstelt: %(hoe_lang)s") % {"hoe_lang": in_woorden(termijn.maanden)}
                keuzes = [("", zonder), *((str(maanden), in_woorden(maanden)) for maanden in termijn.keuze)]
                self.fields[soort.value] = forms.ChoiceField(label=_vraag(soort), choices=keuzes, required=False)

        if self.fields and (elders := [(str(een.actor.werkt_bij), een.naam) for een in scholen]):
            self.fields[self.OOK_BIJ] = forms.TypedMultipleChoiceField(
                label=_("Voor welke andere scholen van uw bestuur geldt dit ook?"), choices=elders, coerce=UUID,
                required=False, widget=forms.CheckboxSelectMultiple,
                error_messages={"invalid_choice": _("Kies scholen uit de lijst")},
            )  # fmt: skip

    @property
    def ook_bij(self) -> frozenset[UUID]:
        """The other schools that were ticked."""
        return frozenset(self.cleaned_data.get(self.OOK_BIJ, ()))

    @property
    def gekozen(self) -> dict[Bewaarsoort, int | None]:
        """The months by kind; None is no choice."""
        return {
            Bewaarsoort(naam): int(waarde) if waarde else None
            for naam, waarde in self.cleaned_data.items()
            if naam != self.OOK_BIJ
        }


def _vraag(soort: Bewaarsoort) -> str:
    if soort is Bewaarsoort.RAPPORT_ELDERS:
        return _("Staat het officiële rapport in uw eigen leerlingadministratie? Hoe lang blijft de kopie dan hier?")
    return _("%(wat)s: hoe lang?") % {"wat": soort.label}
