"""How did a pupil grow in a subject? Points for the chart of staff and the scale of parents, from the tests.

Only levels I to V compared with the whole country are drawn: they are five equal parts of all pupils. Other
scores stay in the table, because we would have to guess what they mean beside each other.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.text import slugify
from django.utils.translation import gettext as _

# The middle of each band, as the macro `groeigrafiek` counts: 0 is the bottom of V, 5 the top of I.
_HOOGTE = {"I": 4.5, "II": 3.5, "III": 2.5, "IV": 1.5, "V": 0.5}
_STAND = {"I": 4, "II": 3, "III": 2, "IV": 1, "V": 0}
MEESTE_PUNTEN = 6


@dataclass(frozen=True)
class Meting:
    """One test: the day, its short name ("M7") and its level ("II")."""

    op: date
    moment: str
    niveau: str


@dataclass(frozen=True)
class Groei:
    """The tests of one subject, oldest first."""

    vak: str
    metingen: tuple[Meting, ...]

    @property
    def grafiek(self) -> dict[str, str]:
        """The heading and the sentence for `groeigrafiek`: the change, never a cause."""
        eerste, nu = self.metingen[0].niveau, self.metingen[-1].niveau
        zin = _("Van niveau %(van)s naar %(nu)s.") if eerste != nu else _("Blijft op niveau %(nu)s.")
        return {
            "id": slugify(self.vak) or "vak",
            "naam": self.vak,
            "nu": _("nu %(niveau)s") % {"niveau": nu},
            "samenvatting": zin % {"van": eerste, "nu": nu},
        }

    @property
    def punten(self) -> list[dict[str, Any]]:
        """The points for `groeigrafiek`."""
        return [{"m": meting.moment, "w": _HOOGTE[meting.niveau]} for meting in self.metingen[-MEESTE_PUNTEN:]]

    @property
    def maat(self) -> dict[str, Any]:
        """The last level for `maten`, in a word."""
        stand = _STAND[self.metingen[-1].niveau]
        woorden = (_("veel lager"), _("lager"), _("gemiddeld"), _("hoger"), _("veel hoger"))
        return {"vak": self.vak, "stand": stand, "woord": woorden[stand]}


def groei(inhoud: Mapping[str, Any]) -> tuple[Groei, ...]:
    """Per subject what was measured, in the order in which subjects first appear."""
    per_vak: dict[str, list[Meting]] = {}
    for toets in inhoud.get("toetsen") or ():
        if toets.get("leergebied") and (niveau := _niveau(toets)):
            op = toets["afnamedatum"]
            per_vak.setdefault(toets["leergebied"], []).append(Meting(op, _moment(op, toets.get("jaargroep")), niveau))
    return tuple(Groei(vak, tuple(sorted(metingen, key=lambda m: m.op))) for vak, metingen in per_vak.items())


def _niveau(toets: Mapping[str, Any]) -> str | None:
    return next((waarde for waarde in _waarden(toets) if waarde in _HOOGTE), None)


def _waarden(toets: Mapping[str, Any]) -> Iterator[str]:
    for score in toets.get("referentiescores") or ():
        if score.get("soort") == "IV" and score.get("vergelijkingsgroep") == "Landelijk":
            yield str(score.get("waarde"))


def _moment(op: date, jaargroep: Any) -> str:
    """B, M or E of the school year, and the group: how Dutch schools name the moment of a test."""
    letter = "M" if op.month <= 3 else "E" if op.month <= 7 else "B"
    return f"{letter}{jaargroep or ''}"
