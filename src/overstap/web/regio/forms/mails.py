"""Which questions does the page of one mail of a region ask: its text in each language in which it goes?"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from overstap.domain.scholen.enums import Mailsoort, Regioonderwerp
from overstap.domain.scholen.rules.regiomails import NEDERLANDS
from overstap.domain.scholen.rules.regiowijziging import type_inhoud
from overstap.web.components.talen import TALEN
from overstap.web.regio.forms.onderwerpen import Regioformulier


class Mailformulier(Regioformulier):
    """The text of one kind of mail, a field for each language; what is empty is left to us."""

    onderwerp = Regioonderwerp.MAILS

    def __init__(self, soort: Mailsoort, inhoud: type_inhoud, data: Mapping[str, Any] | None = None) -> None:
        self.soort = soort
        super().__init__(inhoud, data)
        for taal in TALEN:
            if soort.ouders or taal.code == NEDERLANDS:
                self.fields[taal.code] = forms.CharField(
                    label=_("Tekst in het %(taal)s") % {"taal": taal.naam} if taal.code == NEDERLANDS else taal.naam,
                    help_text=self._hint(taal.code),
                    required=False,
                    widget=forms.Textarea(attrs={"lang": taal.code, "dir": taal.richting}),
                )

    def begin(self, inhoud: type_inhoud) -> dict[str, Any]:
        return dict(inhoud["mails"].get(self.soort.value, {}))

    def waarden(self) -> type_inhoud:
        anders = {soort: teksten for soort, teksten in self.inhoud["mails"].items() if soort != self.soort}
        return {"mails": {**anders, **({self.soort.value: self.getypt()} if self.getypt() else {})}}

    def getypt(self) -> dict[str, str]:
        """What was typed, by language, as a mail would hold it; also what is not right."""
        bron = {naam: self[naam].value() or "" for naam in self.fields}
        teksten = {naam: str(tekst).replace("\r\n", "\n").strip() for naam, tekst in bron.items()}
        return {naam: tekst for naam, tekst in teksten.items() if tekst}

    def _hint(self, code: str) -> str:
        if code != NEDERLANDS:
            return _("Leeg? Dan staat er onze eigen tekst in deze taal.")
        plekken = " ".join(f"{{{plek}}}" for plek in self.soort.plekken)
        return _("Leeg? Dan sturen wij onze eigen tekst. Gebruik: %(plekken)s. Schrijf geen namen.") % {
            "plekken": plekken
        }
