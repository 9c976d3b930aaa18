"""What does the head of a page offer this audience? Each audience says it in its own `menu.py`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from overstap.foundation.access import Recht


@dataclass(frozen=True)
class Menupunt:
    """One of at most four points of the main menu.

    `naam` is a lazy translatable text, `view` the name of its page ("po:werkvoorraad"), `recht` hides
    it from roles without that right, `ook` names further pages that belong to this point.
    """

    naam: Any
    view: str
    recht: Recht | None = None
    ook: tuple[str, ...] = ()


@dataclass(frozen=True)
class Publiek:
    """One audience: where it starts, its menu, where its search field leads and where it logs in."""

    start: str
    menu: tuple[Menupunt, ...] = ()
    zoek: str = ""
    zoeklabel: Any = ""
    inloggen: str = "account_login"

    def __post_init__(self) -> None:
        if len(self.menu) > 4:
            raise ValueError("Een hoofdmenu heeft hoogstens vier punten: meer past niet op een telefoon.")


@cache
def publiek(soort: str) -> Publiek | None:
    """Return `PUBLIEK` of `overstap.web.<map>.menu`, or None while that audience has no pages yet."""
    module = f"overstap.web.{'ouders' if soort == 'ouder' else soort}"
    if not find_spec(module) or not find_spec(f"{module}.menu"):
        return None
    found: Publiek = import_module(f"{module}.menu").PUBLIEK
    return found


def menu(request: HttpRequest) -> list[dict[str, Any]]:
    """Return the points this person may use, as `naam`, `url` and `actief`, for the page being asked."""
    soort, actor = getattr(request, "soort", None), getattr(request, "actor", None)
    van = publiek(soort) if soort else None
    if van is None or actor is None:
        return []
    match = request.resolver_match
    hier = match.view_name if match else ""
    punten = [punt for punt in van.menu if punt.recht is None or actor.mag(punt.recht)]
    return [
        {"naam": punt.naam, "url": reverse(punt.view), "actief": hier == punt.view or hier in punt.ook}
        for punt in punten
    ]
