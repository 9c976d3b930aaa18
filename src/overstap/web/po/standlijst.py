"""How is a page drawn that lists all pupils, each with one stand, and filters on it?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Self

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from overstap.foundation.choice import Choice
from overstap.web.components.verzoek import Verzoek


class Stand(Choice):
    """How far one pupil is, on one list. Columns: key, label, colour, icon, the verb of the next step."""

    kleur: str
    icoon: str
    stap: str

    def __new__(cls, value: str, label: str = "", kleur: str = "", icoon: str = "", stap: str = "") -> Self:
        member = str.__new__(cls, value)
        member._value_ = value
        member.label, member.kleur, member.icoon, member.stap = label, kleur, icoon, stap
        return member


def toon(
    request: Verzoek, sjabloon: str, rijen: Sequence[dict[str, Any]], standen: type[Stand], **meer: Any
) -> HttpResponse:
    """The page with these rows, each with its `stand`; `?stand=` keeps one kind. `meer` is for the template."""
    gekozen = request.GET.get("stand", "")
    alle = [rij["stand"] for rij in rijen]
    filters = [
        {"naam": stand.label, "n": alle.count(stand), "href": f"?stand={stand}", "actief": stand == gekozen}
        for stand in standen
    ]
    iedereen = {"naam": _("Alle leerlingen"), "n": len(alle), "href": "?", "actief": not gekozen}
    context = {
        "rijen": [rij for rij in rijen if not gekozen or rij["stand"] == gekozen],
        "aantal": len(rijen),
        "filters": [iedereen, *filters],
        **meer,
    }
    return render(request, sjabloon, context)
