"""How did a pupil grow in the tests, as pictures with their tables for staff and as a scale for parents?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from markupsafe import Markup

from overstap.domain.rapporten.snapshot.reeksen import Reeks, Vak, vakken
from overstap.domain.rapporten.snapshot.referentieniveaus import referentieniveaus
from overstap.integrations.grafiek import lijngrafiek, tredegrafiek


@dataclass(frozen=True)
class Beeld:
    """One series as the macro `groeigrafiek` draws it; the rows say the same as the picture."""

    reeks: Reeks

    @property
    def svg(self) -> Markup:
        """The picture itself: our own drawing, in which every text was escaped."""
        return Markup(lijngrafiek(self.reeks))  # noqa: S704 - made by integrations.grafiek, which escapes

    @property
    def nu(self) -> str:
        """The newest result."""
        return _("nu %(waarde)s") % {"waarde": self.reeks.punten[-1].tekst}

    @property
    def met_dl(self) -> bool:
        """Does the table need a column for the DL?"""
        return any(punt.verwacht is not None for punt in self.reeks.punten)


@dataclass(frozen=True)
class Vakbeeld:
    """One subject: its pictures, and why other results have none."""

    vak: Vak

    @property
    def beelden(self) -> tuple[Beeld, ...]:
        """One picture per scale."""
        return tuple(Beeld(reeks) for reeks in self.vak.reeksen)


@dataclass(frozen=True)
class Trede:
    """One domain of the doorstroomtoets: a sentence and its picture."""

    zin: str
    svg: Markup


def groei(inhoud: Mapping[str, Any]) -> tuple[Vakbeeld, ...]:
    """The subjects of the tests, in the order in which they first appear."""
    return tuple(Vakbeeld(vak) for vak in vakken(inhoud))


def treden(inhoud: Mapping[str, Any]) -> tuple[Trede, ...]:
    """The reference levels of the doorstroomtoets."""
    return tuple(
        Trede(stand.zin, Markup(tredegrafiek(stand.treden, stand.bereikt)))  # noqa: S704 - escaped as above
        for stand in referentieniveaus(inhoud)
    )


def maten(inhoud: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The newest level per subject for the macro `maten`, in a word: only I to V are equal parts of all pupils."""
    woorden = (_("veel lager"), _("lager"), _("gemiddeld"), _("hoger"), _("veel hoger"))
    standen = [(vak.naam, int(vak.niveau.hoogte)) for vak in vakken(inhoud) if vak.niveau]
    return [{"vak": naam, "stand": stand, "woord": woorden[stand]} for naam, stand in standen]
