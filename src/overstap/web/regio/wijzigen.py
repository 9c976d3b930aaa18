"""How does a page of the region change one subject, with the sentences of the rules beside the questions?"""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render

from overstap.domain.scholen.actions import wijzig_regio
from overstap.domain.scholen.rules.regiowijziging import RegioGeweigerd
from overstap.web.components.naar import NaarAdres
from overstap.web.components.verzoek import Verzoek
from overstap.web.regio.forms.onderwerpen import Regioformulier


def lukt(request: Verzoek, form: Regioformulier) -> bool:
    """Change what the form says, when something right was sent; True when it was done."""
    if not form.is_valid():
        return False
    try:
        wijzig_regio(onderwerp=form.onderwerp, waarden=form.waarden(), by=request.actor, at=request.nu)
    except RegioGeweigerd as weigering:
        for fout in weigering.fouten:
            veld = form.veld_van(fout)
            form.add_error(veld if veld in form.fields else None, fout.zin)
        return False
    return True


def bewaar(
    request: Verzoek, form: Regioformulier, gelukt: str, *, terug: str, titel: str = "", sub: str = "", naar: str = "",
    knop: str = "",
) -> HttpResponse:  # fmt: skip
    """The page of one form: changes what it says and goes on to `naar` (else `terug`), or shows what is wrong.

    `gelukt` is what the next page says, `titel` stands in the place of the name of the subject.
    """
    if lukt(request, form):
        messages.success(request, gelukt)
        return NaarAdres(naar or terug)
    context = {
        "form": form, "fout": bool(form.errors), "onderwerp": form.onderwerp, "titel": titel or form.onderwerp.label,
        "sub": sub, "terug": terug, "knop": knop,
    }  # fmt: skip
    return render(request, "regio/onderwerp.html", context, status=422 if form.errors else 200)
