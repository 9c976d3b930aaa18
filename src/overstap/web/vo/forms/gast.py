"""What does a vo school fill in to invite a basisschool without Overstap for one pupil?"""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from overstap.web.components.velden import Dagveld

_UIT = {"spellcheck": "false"}


def _tekst(label: Any, nodig: Any = "", lang: int = 200) -> forms.CharField:
    fouten = {"required": nodig, "max_length": _("Maak de tekst korter: er passen %(limit_value)s tekens.")}
    return forms.CharField(
        label=label, required=bool(nodig), max_length=lang, widget=forms.TextInput(attrs=_UIT), error_messages=fouten
    )


def _mail() -> forms.EmailField:
    zin = _("Vul een e-mailadres in, bijvoorbeeld naam@voorbeeld.nl.")
    return forms.EmailField(
        label=_("E-mailadres van deze collega"),
        max_length=254,
        widget=forms.EmailInput(attrs=_UIT),
        error_messages={"required": zin, "invalid": zin},
    )


class Opnieuwformulier(forms.Form):
    """To which address the link goes once more, and until when the guest comes in."""

    mail = _mail()
    tot = Dagveld(label=_("Tot en met welke dag?"))


class Gastformulier(Opnieuwformulier):
    """Which school and colleague, for a pupil who was applied when."""

    naam = _tekst(_("Naam van de basisschool"), _("Vul de naam van de basisschool in."))
    brin = _tekst(_("BRIN van de basisschool"), _("Vul het BRIN van de basisschool in."), lang=8)
    plaats = _tekst(_("Plaats"), lang=100)
    collega = _tekst(_("Naam van de collega die het rapport maakt"), _("Vul de naam van de collega in."))
    aangemeld_op = Dagveld(label=_("Op welke dag is de leerling bij uw school aangemeld?"), vandaag=True)
    verklaring = forms.BooleanField(
        label=_(
            "De ouders hebben deze leerling bij onze school aangemeld. Onze school is verantwoordelijk voor deze "
            "uitnodiging."
        ),
        error_messages={"required": _("Zonder aanmelding mag u geen rapport vragen. Vink aan dat dit zo is.")},
    )
    field_order = ("naam", "brin", "plaats", "collega", "mail", "aangemeld_op", "tot", "verklaring")

    def clean_brin(self) -> str:
        """In capitals; the number of the vestiging may stand behind it (01AB01)."""
        brin = re.sub(r"\s", "", str(self.cleaned_data["brin"])).upper()
        if not re.fullmatch(r"[0-9]{2}[A-Z]{2}([0-9]{2})?", brin):
            zin = _("Een BRIN heeft twee cijfers en twee letters, zoals 01AB. Zoek het op bij DUO.")
            raise forms.ValidationError(zin)
        return brin

    @property
    def waarden(self) -> dict[str, Any]:
        """What the invitation asks, with BRIN and vestiging apart; the main one when none was given."""
        waarden = {naam: waarde for naam, waarde in self.cleaned_data.items() if naam != "verklaring"}
        brin = str(waarden.pop("brin"))
        return {**waarden, "brin": brin[:4], "vestiging": brin[4:] or "00"}
