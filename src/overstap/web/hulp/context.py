"""Which part of the help belongs to the page somebody is looking at? Every page may ask."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from overstap.web.hulp.boek import boek


def hulp_hier(request: HttpRequest) -> dict[str, Any]:
    """Give the templates the address of the help about this page, or None where it has none."""
    match = request.resolver_match
    taak = boek().bij_scherm(match.view_name) if match else None
    return {"hulp_hier": reverse("hulp:taak", args=[taak.naam]) if taak else None}
