"""Is what a parent typed a text that can be sent?"""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from overstap.domain.inzages.rules import MAXIMALE_TEKST


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
