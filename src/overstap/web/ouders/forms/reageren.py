"""Is what a parent typed a text that can be sent?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from overstap.domain.inzages.actions import Aangeleverd
from overstap.domain.inzages.rules import MAXIMALE_TEKST, MAXIMUM_BESTANDEN
from overstap.web.components.documenten import GeenDocument, document

# A photo of a telefoon is 3 to 12 MB.
GROOTSTE = 20 * 1024 * 1024


class Eigentekst(forms.CharField):
    """Text in the parent's own words and language; a browser sends line ends as two characters, which count as one."""

    def to_python(self, value: Any) -> str:
        """Return the text with single line ends and without what no database can hold."""
        tekst = str(super().to_python(value) or "")
        return tekst.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "").strip()

    def validate(self, value: str) -> None:
        """Refuse nothing and too much, in words that say what to do."""
        if not value:
            raise ValidationError(_("Schrijf eerst uw tekst op. Daarna kunt u die versturen."))
        if len(value) > MAXIMALE_TEKST:
            tekst = _("Uw tekst is te lang: %(nu)s tekens. Er passen %(meest)s tekens. Maak de tekst korter.")
            raise ValidationError(tekst, params={"nu": len(value), "meest": MAXIMALE_TEKST})

    def run_validators(self, value: str) -> None:
        """Do nothing more: `validate` is everything, and control characters were taken out before."""


class Reactieformulier(forms.Form):
    """The one field of both routes."""

    tekst = Eigentekst(strip=False)


class GeenBestand(Exception):
    """These files cannot be sent along; the message says what to do."""


def gekozen_bestanden(gekozen: Sequence[UploadedFile]) -> list[Aangeleverd]:
    """The files that a parent chose, judged by their content; raises `GeenBestand`."""
    if len(gekozen) > MAXIMUM_BESTANDEN:
        raise GeenBestand(
            gettext("U koos te veel bestanden. Kies er hoogstens %(meest)s.") % {"meest": MAXIMUM_BESTANDEN}
        )
    return [_bestand(een) for een in gekozen]


def _bestand(gekozen: UploadedFile) -> Aangeleverd:
    if not gekozen.size:
        raise GeenBestand(gettext("Een bestand is leeg. Kies een ander bestand."))
    if gekozen.size > GROOTSTE:
        raise GeenBestand(gettext("Een bestand is te groot. Kies een bestand van hoogstens 20 MB."))
    try:
        wat = document(gekozen)
    except GeenDocument as fout:
        raise GeenBestand(str(fout)) from fout
    return Aangeleverd(wat.naam, wat.mime, wat.stukken())
