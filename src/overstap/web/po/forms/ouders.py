"""What does somebody fill in about the parents: where the mail goes, what happened on paper, what was decided?"""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from overstap.domain.inzages.enums import Akkoord, Correctiebesluit, Papierweg
from overstap.web.po.forms.velden import Dagveld, Keuzeveld


class Uitnodigformulier(forms.Form):
    """Where the invitation goes; the act itself judges the address."""

    mail = forms.CharField(
        label=_("E-mailadres van deze ouder"),
        max_length=254,
        widget=forms.EmailInput(attrs={"spellcheck": "false"}),
        error_messages={"required": _("Vul een e-mailadres in, bijvoorbeeld naam@voorbeeld.nl.")},
    )


class Papierformulier(forms.Form):
    """That a parent got the report on paper."""

    op = Dagveld(label=_("Op welke dag gaf u het rapport?"))
    weg = Keuzeveld(
        Papierweg, kies=_("Kies hoe de ouder het rapport kreeg."), label=_("Hoe kreeg de ouder het rapport?")
    )


class Getekendformulier(forms.Form):
    """What a parent signed on paper."""

    gezien_op = Dagveld(label=_("Op welke dag tekende de ouder?"))
    akkoord = Keuzeveld(Akkoord, kies=_("Kies wat de ouder antwoordde."), label=_("Wat antwoordde de ouder?"))


class Correctieformulier(forms.Form):
    """What the school decides on a request to correct a fact, and why."""

    besluit = Keuzeveld(Correctiebesluit, kies=_("Kies wat u besloot."), label=_("Wat heeft u besloten?"))
    uitleg = forms.CharField(label=_("Uitleg voor de ouder"), widget=forms.Textarea, required=False, max_length=4000)
