"""How does a page of the region change one subject, with the sentences of the rules beside the questions?"""

from __future__ import annotations

from overstap.domain.scholen.actions import wijzig_regio
from overstap.domain.scholen.rules.regiowijziging import RegioGeweigerd
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
