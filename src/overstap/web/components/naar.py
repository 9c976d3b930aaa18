"""Which page comes after an act that succeeded?"""

from __future__ import annotations

from django.http import HttpResponseRedirect
from django.urls import reverse


class NaarAdres(HttpResponseRedirect):
    """Look at this address of our own next (303, so that a reload does not act again)."""

    status_code = 303


class Naar(NaarAdres):
    """The same, of the page with this name."""

    def __init__(self, view: str, **kwargs: object) -> None:
        super().__init__(reverse(view, kwargs=kwargs))
