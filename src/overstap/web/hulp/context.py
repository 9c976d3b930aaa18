"""Which part of the help belongs to the page somebody is looking at? Every page may ask."""

from __future__ import annotations

from functools import cache
from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from overstap.web.hulp.boek import boek


def hulp_hier(request: HttpRequest) -> dict[str, Any]:
    """Give the templates the address of the help about this page, or None where it has none."""
    match = request.resolver_match
    return {"hulp_hier": _hulp_bij(match.view_name) if match else None}


@cache
def _hulp_bij(scherm: str) -> str | None:
    """Asked for every page, and there are only as many answers as pages."""
    taak = boek().bij_scherm(scherm)
    return reverse("hulp:taak", args=[taak.naam]) if taak else None
