"""Which page comes after an act that succeeded?"""

from __future__ import annotations

from django.http import HttpResponseRedirect
from django.urls import reverse


class Naar(HttpResponseRedirect):
    """Look at this page next (303, so that a reload does not act again)."""

    status_code = 303

    def __init__(self, view: str, **kwargs: object) -> None:
        super().__init__(reverse(view, kwargs=kwargs))
