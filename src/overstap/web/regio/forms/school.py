"""What does somebody fill in about one school of the region?"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from overstap.domain.scholen.enums import Onderwijs, Organisatiesoort, Regioonderwerp
from overstap.domain.scholen.rules.regiowijziging import deel, schoolsleutel, type_inhoud
from overstap.web.components.velden import Dagveld
from overstap.web.regio.forms.onderwerpen import Regioformulier, tekstveld

_SOORTEN = [(soort.value, soort.label.capitalize()) for soort in (Organisatiesoort.PO, Organisatiesoort.VO)]


class Schoolformulier(Regioformulier):
    """One vestiging. Which one it is (BRIN, vestiging, kind) is asked once: a school that changes these is another."""

    onderwerp = Regioonderwerp.SCHOLEN
    brin = tekstveld("BRIN", gettext_lazy("Vier tekens, zoals 99XA. Zoek het op bij DUO."), 4)
    vestiging = tekstveld(
        gettext_lazy("Nummer van de vestiging"), gettext_lazy("Twee cijfers. De hoofdvestiging is 00."), 2, initial="00"
    )
    soort = forms.ChoiceField(
        label=gettext_lazy("Soort school"), choices=_SOORTEN, widget=forms.RadioSelect, initial="po"
    )
    naam = tekstveld(gettext_lazy("Naam van de school"))
    onderwijs = forms.ChoiceField(
        label=gettext_lazy("Welk onderwijs geeft de basisschool?"),
        help_text=gettext_lazy("In het sbo en so hoort het OPP bij het rapport."),
        choices=[(een.value, een.label.capitalize()) for een in Onderwijs],
        widget=forms.RadioSelect,
        initial="bo",
    )
    bestuur = forms.ChoiceField(label=gettext_lazy("Bestuur"), required=False)
    swv = forms.ChoiceField(
        label=gettext_lazy("Samenwerkingsverband"),
        help_text=gettext_lazy(
            "Alleen voor een vo-school. Het beslist over zorgaanmeldingen van leerlingen die er heen gaan."
        ),
        required=False,
    )
    straat = tekstveld(gettext_lazy("Straat"))
    huisnummer = tekstveld(gettext_lazy("Huisnummer"), lang=20)
    postcode = tekstveld(gettext_lazy("Postcode"), lang=7)
    plaats = tekstveld(gettext_lazy("Plaats"), lang=100)
    telefoon = tekstveld(gettext_lazy("Telefoon"), gettext_lazy("Tien cijfers. Leeg mag."), 20)
    email = tekstveld(gettext_lazy("E-mailadres"), gettext_lazy("Van de school, niet van een persoon. Leeg mag."))
    aanleverpunt = tekstveld(gettext_lazy("Aanleverpunt van OSO"), gettext_lazy("Meestal 0."), 5, initial="0")
    laatste_dag = Dagveld(
        label=gettext_lazy("Laatste dag van de school"),
        required=False,
        help_text=gettext_lazy(
            "Alleen als de school stopt of fuseert. Zoals 31-7-2027. Tot en met die dag kan alles nog."
        ),
    )
    opgegaan_in = tekstveld(
        gettext_lazy("BRIN van de school waarin zij opgaat"),
        gettext_lazy(
            "Alleen bij een fusie. Zoals 99XB. Blijft het BRIN gelijk? Vul dan het eigen BRIN in."
            " Zonder laatste dag geldt de fusie meteen."
        ),
        4,
    )

    def __init__(
        self, inhoud: type_inhoud, school: Mapping[str, Any] | None, data: Mapping[str, Any] | None = None
    ) -> None:
        self.school = school
        super().__init__(inhoud, data)
        besturen = [(nummer, f"{naam} ({nummer})") for nummer, naam in inhoud["besturen"].items()]
        bestuur = self.fields["bestuur"]
        assert isinstance(bestuur, forms.ChoiceField)
        bestuur.choices = [("", _("Niet bekend")), *besturen]
        self._kies_swv(inhoud)
        if school:
            for vast in ("brin", "vestiging", "soort"):
                del self.fields[vast]

    def _kies_swv(self, inhoud: type_inhoud) -> None:
        """Which samenwerkingsverband is asked of a vo school, where there is more than one or it still names one."""
        school = self.school or {}
        enige = len(inhoud["swv"]) == 1 and "swv" not in school
        if enige or school.get("soort", Organisatiesoort.VO) != Organisatiesoort.VO:
            del self.fields["swv"]
            return
        veld = self.fields["swv"]
        assert isinstance(veld, forms.ChoiceField)
        verbanden = [(code, f"{swv['naam']} ({code})") for code, swv in inhoud["swv"].items()]
        veld.choices = [("", _("Niet bekend")), *verbanden]

    def begin(self, inhoud: type_inhoud) -> dict[str, Any]:
        return dict(self.school or {})

    def clean(self) -> None:
        """A new school is one that is not there yet."""
        if self.school is None and schoolsleutel(self.cleaned_data) in deel(self.inhoud, self.onderwerp):
            self.add_error("brin", _("Deze school staat er al. Zoek haar op in de lijst en wijzig haar daar."))

    def waarden(self) -> type_inhoud:
        # What is not asked stays as it is.
        blijft = {"brin", "vestiging", "soort", "swv"} - self.fields.keys()
        vast = {veld: waarde for veld, waarde in (self.school or {}).items() if veld in blijft}
        tabel = {**vast, **{naam: waarde for naam, waarde in self.cleaned_data.items() if waarde}}
        return {schoolsleutel(tabel): tabel}
