"""Was the act that somebody asked for done, or does the page say why not?"""

from __future__ import annotations

from collections.abc import Callable

from django import forms
from django.contrib import messages

from overstap.foundation.weigering import Weigering
from overstap.web.components.verzoek import Verzoek


def lukt(request: Verzoek, form: forms.Form, daad: Callable[..., object], *, bij: str = "", **waarover: object) -> bool:
    """Do `daad` with what the form holds, when something was sent that is right in itself; True when it was done.

    `waarover` says to the act what the page is about. A refusal stands beside the question it is about, else beside
    the one that is called `bij`, else above the form.
    """
    if not form.is_valid():
        return False
    try:
        daad(**waarover, **form.cleaned_data, by=request.actor, at=request.nu)
    except Weigering as weigering:
        veld = weigering.veld or bij
        form.add_error(veld if veld in form.fields else None, weigering.zin)
        return False
    return True


def probeer(request: Verzoek, daad: Callable[..., object], gelukt: str, **waarover: object) -> None:
    """Do what one button asks; the next page says `gelukt`, or why it could not be done."""
    try:
        daad(**waarover, by=request.actor, at=request.nu)
    except Weigering as weigering:
        messages.error(request, weigering.zin)
    else:
        messages.success(request, gelukt)
