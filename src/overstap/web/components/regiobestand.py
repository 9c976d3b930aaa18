"""How does the file of a region come in as text, and go out as a download?"""

from __future__ import annotations

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse
from django.utils.translation import gettext as _

from overstap.domain.scholen.queries import bestand_for
from overstap.domain.scholen.rules.regioschrijven import schrijf_regio
from overstap.foundation.access import Actor
from overstap.foundation.weigering import Weigering

GROOTSTE_BESTAND = 1024 * 1024


class Onleesbaar(Weigering):
    """What came in is no text of a region; `zin` says what to do."""


def als_tekst(bestand: UploadedFile) -> str:
    """The text of a file that came in. Raises `Onleesbaar`."""
    if (bestand.size or 0) > GROOTSTE_BESTAND:
        raise Onleesbaar(_("Dit bestand is te groot. Het bestand van een regio is hoogstens 1 MB."))
    try:
        return str(bestand.read().decode("utf-8-sig")).replace("\r\n", "\n")
    except UnicodeDecodeError as fout:
        raise Onleesbaar(_("Dit bestand is geen tekst. Bewaar het als UTF-8 en probeer het opnieuw.")) from fout


def als_antwoord(actor: Actor) -> HttpResponse:
    """The whole own region as its one readable file."""
    antwoord = HttpResponse(schrijf_regio(bestand_for(actor)), content_type="application/toml; charset=utf-8")
    antwoord.headers["Content-Disposition"] = 'attachment; filename="regio.toml"'
    antwoord.headers["Cache-Control"] = "no-store"
    return antwoord
