"""What does somebody fill in about the parents: where the mail goes, what happened on paper, what was decided?"""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from overstap.domain.inzages.actions import Aangeleverd
from overstap.domain.inzages.enums import Akkoord, Correctiebesluit, Inzagerecht, Papierweg, Sluitreden
from overstap.domain.inzages.rules import MAXIMALE_TEKST
from overstap.web.components.documenten import GeenDocument, document
from overstap.web.po.forms.velden import Dagveld, Keuzeveld

_VERZOEK = {
    Inzagerecht.ZONDER_GEZAG: _("Op welke dag vroeg deze ouder om informatie?"),
    Inzagerecht.MEELEZER: _("Op welke dag vond de leerling goed dat deze ouder meeleest?"),
}

_MAIL = {
    Inzagerecht.LEERLING: _("E-mailadres van de leerling"),
    Inzagerecht.INSTELLING: _("E-mailadres van de contactpersoon"),
}


class Scanveld(forms.FileField):
    """A scan or a photo, judged by its content; not obligatory."""

    def __init__(self, **opties: Any) -> None:
        super().__init__(required=False, max_length=200, **opties)
        self.error_messages |= {
            "empty": _("Dit bestand is leeg. Kies een ander bestand."),
            "max_length": _("De naam van dit bestand is te lang. Maak hem korter."),
        }

    def clean(self, data: Any, initial: Any = None) -> Aangeleverd | None:
        """The file as the act takes it, or None when nothing was chosen."""
        gekozen = super().clean(data, initial)
        if not gekozen:
            return None
        try:
            wat = document(gekozen)
        except GeenDocument as fout:
            raise forms.ValidationError(str(fout)) from fout
        return Aangeleverd(wat.naam, wat.mime, wat.stukken())


class Aanbodformulier(forms.Form):
    """What an offer asks for beside to whom: who reads for an institution, and since when somebody may by request."""

    contact = forms.CharField(label=_("Wie leest namens de instelling?"), required=False, max_length=100)
    gevraagd_op = Dagveld(label="", required=False)

    def __init__(self, *getypt: Any, recht: Inzagerecht | None, **opties: Any) -> None:
        """Ask only what the right of this person needs."""
        super().__init__(*getypt, **opties)
        if recht is not Inzagerecht.INSTELLING:
            del self.fields["contact"]
        if "mail" in self.fields and recht in _MAIL:
            self.fields["mail"].label = _MAIL[recht]
        if recht in _VERZOEK:
            self.fields["gevraagd_op"].label = _VERZOEK[recht]
        else:
            del self.fields["gevraagd_op"]


class Uitnodigformulier(Aanbodformulier):
    """Where the invitation goes; the act itself judges the address."""

    mail = forms.CharField(
        label=_("E-mailadres van deze ouder"),
        max_length=254,
        widget=forms.EmailInput(attrs={"spellcheck": "false"}),
        error_messages={"required": _("Vul een e-mailadres in, bijvoorbeeld naam@voorbeeld.nl.")},
    )
    field_order = ("mail", "contact", "gevraagd_op")


class Papierformulier(Aanbodformulier):
    """That somebody got the report on paper."""

    op = Dagveld(label=_("Op welke dag gaf u het rapport?"), vandaag=True)
    weg = Keuzeveld(
        Papierweg, kies=_("Kies hoe de ouder het rapport kreeg."), label=_("Hoe kreeg de ouder het rapport?")
    )
    field_order = ("op", "weg", "contact", "gevraagd_op")


class Getekendformulier(forms.Form):
    """What a parent signed on paper, with a scan of the signature when the school wants to keep one."""

    gezien_op = Dagveld(label=_("Op welke dag tekende de ouder?"), vandaag=True)
    akkoord = Keuzeveld(Akkoord, kies=_("Kies wat de ouder antwoordde."), label=_("Wat antwoordde de ouder?"))
    scan = Scanveld(label=_("Scan of foto van de handtekening"))


class Zienswijzeformulier(forms.Form):
    """A zienswijze that was handed in on paper, as it is."""

    gegeven_op = Dagveld(label=_("Op welke dag kreeg u de zienswijze?"))
    scan = Scanveld(label=_("Scan of foto van de zienswijze"))
    tekst = forms.CharField(
        label=_("Of typ de zienswijze over, woord voor woord"),
        widget=forms.Textarea,
        required=False,
        max_length=MAXIMALE_TEKST,
    )


class Correctieopschrift(forms.Form):
    """A request to correct a fact that came on paper or in a talk: on which day, and what."""

    gegeven_op = Dagveld(label=_("Op welke dag kreeg u het verzoek?"))
    scan = Scanveld(label=_("Scan of foto van het verzoek"))
    tekst = forms.CharField(
        label=_("Wat moet er volgens deze persoon anders?"),
        widget=forms.Textarea,
        required=False,
        max_length=MAXIMALE_TEKST,
    )

    def clean(self) -> dict[str, Any]:
        """A scan or words: one of the two says what was asked."""
        gegeven: dict[str, Any] = super().clean() or self.cleaned_data
        if not gegeven.get("tekst") and not gegeven.get("scan") and "scan" not in self.errors:
            self.add_error("tekst", _("Schrijf op wat deze persoon vroeg, of voeg een scan toe."))
        return gegeven


class Sluitformulier(forms.Form):
    """Why somebody may no longer read."""

    reden = Keuzeveld(Sluitreden, kies=_("Kies waarom u de toegang sluit."), label=_("Waarom sluit u de toegang?"))


class Mailformulier(forms.Form):
    """Where the link goes this time."""

    mail = forms.CharField(
        label=_("E-mailadres"),
        max_length=254,
        widget=forms.EmailInput(attrs={"spellcheck": "false"}),
        error_messages={"required": _("Vul een e-mailadres in, bijvoorbeeld naam@voorbeeld.nl.")},
    )


class Meelezenformulier(forms.Form):
    """Since when a pupil from 16 lets a parent read along; without a day the pupil does not."""

    op = Dagveld(label=_("Op welke dag vond de leerling dit goed?"), required=False)


class Correctieformulier(forms.Form):
    """What the school decides on a request to correct a fact, and why."""

    besluit = Keuzeveld(Correctiebesluit, kies=_("Kies wat u besloot."), label=_("Wat heeft u besloten?"))
    uitleg = forms.CharField(label=_("Uitleg voor de ouder"), widget=forms.Textarea, required=False, max_length=4000)


class Verlengformulier(forms.Form):
    """Why the school needs two months more."""

    reden = forms.CharField(
        label=_("Waarom heeft u meer tijd nodig?"), widget=forms.Textarea, required=False, max_length=4000
    )


class Gespreksformulier(forms.Form):
    """A talk with a vo school, as the parents read it beforehand."""

    ontvanger_id = forms.TypedChoiceField(
        label=_("Met welke school praat u?"),
        error_messages={"required": _("Kies een school."), "invalid_choice": _("Kies een school.")},
    )
    gepland_op = Dagveld(label=_("Op welke dag is het gesprek?"))
    wie = forms.CharField(label=_("Wie praat er van uw school?"), required=False, max_length=200)
    met_wie = forms.CharField(label=_("Met wie van de vo-school?"), required=False, max_length=200)
    waarover = forms.CharField(label=_("Waarover gaat het?"), widget=forms.Textarea, required=False, max_length=1000)

    def __init__(self, *getypt: Any, scholen: list[tuple[str, str]], **opties: Any) -> None:
        """Offer only the schools where this pupil was applied."""
        super().__init__(*getypt, **opties)
        keuze = self.fields["ontvanger_id"]
        keuze.choices = [("", _("Kies een school")), *scholen]  # type: ignore[attr-defined]  # a choice field
