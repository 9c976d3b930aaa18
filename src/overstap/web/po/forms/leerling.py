"""What does somebody type in about a pupil without an OSO file, and about the parents?"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from overstap.domain.dossiers.enums import Nummersoort
from overstap.domain.importen.rules import Invoer, Verzorgerinvoer
from overstap.domain.leerlingen.rules import LANGSTE_VOORVOEGSEL, is_bsn, is_onderwijsnummer
from overstap.domain.rapporten.snapshot import Inhoud
from overstap.web.po.forms.velden import Dagveld

_NAAM, _ADRES = 200, ("straat", "huisnummer", "postcode", "plaats")
GEEN_NUMMER, ZELFDE_NUMMER = "geen", "zelfde"
# Two parents stand open; the other two fold out.
OUDERS = 4
JA_NEE = (("ja", gettext_lazy("Ja")), ("nee", gettext_lazy("Nee")))
# Only codes of which the meaning was published; the others came from an import.
_RELATIES = (
    ("2", gettext_lazy("Moeder")), ("1", gettext_lazy("Vader")), ("3", gettext_lazy("Voogd")),
)  # fmt: skip


def _tekst(label: Any, *, nodig: Any = "", lang: int = _NAAM, **opties: Any) -> forms.CharField:
    fouten = {"required": nodig, "max_length": gettext_lazy("Maak de tekst korter: er passen %(limit_value)s tekens.")}
    return forms.CharField(label=label, required=bool(nodig), max_length=lang, error_messages=fouten, **opties)


def _ja_nee(label: Any, nodig: Any) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=label, choices=JA_NEE, widget=forms.RadioSelect,
        error_messages={"required": nodig, "invalid_choice": nodig},
    )  # fmt: skip


class Leerlingformulier(forms.Form):
    """The pupil. With `vandaag` a day that cannot be a birthday is refused; `nummer` is the known one, masked."""

    voornamen = _tekst(gettext_lazy("Voornamen"), nodig=gettext_lazy("Vul de voornamen in."))
    roepnaam = _tekst(gettext_lazy("Roepnaam"))
    voorvoegsel = _tekst(gettext_lazy("Voorvoegsel"), lang=min(20, LANGSTE_VOORVOEGSEL))
    achternaam = _tekst(gettext_lazy("Achternaam"), nodig=gettext_lazy("Vul de achternaam in."))
    geboortedatum = Dagveld(label=gettext_lazy("Geboortedatum"))
    geslacht = forms.ChoiceField(
        label=gettext_lazy("Geslacht"), widget=forms.RadioSelect, initial="onbekend",
        choices=(("vrouw", gettext_lazy("Meisje")), ("man", gettext_lazy("Jongen")),
                 ("onbekend", gettext_lazy("Anders of niet bekend"))),
    )  # fmt: skip
    soort = forms.ChoiceField(
        label=gettext_lazy("Welk nummer heeft de leerling?"), widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Kies welk nummer de leerling heeft.")},
    )  # fmt: skip
    nummer = _tekst(gettext_lazy("Het nummer"), lang=20)
    leerlingid = _tekst(gettext_lazy("Nummer in uw leerlingadministratie"), lang=50)
    groep = _tekst(gettext_lazy("Groep"), nodig=gettext_lazy("Vul de groep in, bijvoorbeeld 8A."), lang=20, initial="8")
    ingeschreven_op = Dagveld(label=gettext_lazy("Eerste schooldag op uw school"))
    adresgeheim = _ja_nee(gettext_lazy("Is het adres geheim?"), gettext_lazy("Kies of het adres geheim is."))
    straat = _tekst(gettext_lazy("Straat"))
    huisnummer = _tekst(gettext_lazy("Huisnummer en toevoeging"), lang=20)
    postcode = _tekst(gettext_lazy("Postcode"), lang=20)
    plaats = _tekst(gettext_lazy("Plaats"))
    gezag = forms.ChoiceField(
        label=gettext_lazy("Wie is verantwoordelijk voor de leerling?"), widget=forms.RadioSelect, initial="ouders",
        choices=(("ouders", gettext_lazy("Ouders of verzorgers")), ("instelling", gettext_lazy("Een instelling"))),
    )  # fmt: skip
    instelling = _tekst(gettext_lazy("Naam van de instelling"))

    def __init__(self, *args: Any, vandaag: date, bekend: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.vandaag = vandaag
        self.fields["geboortedatum"].error_messages["required"] = _("Vul de geboortedatum in, bijvoorbeeld 14-3-2015.")
        self.fields["ingeschreven_op"].error_messages["required"] = _("Vul de eerste schooldag op uw school in.")
        eerst = [(ZELFDE_NUMMER, _("Laat het zo: %(nummer)s") % {"nummer": bekend})] if bekend else []
        soorten = [(soort.value, soort.label) for soort in Nummersoort]
        geen = [] if bekend else [(GEEN_NUMMER, _("Nog geen nummer"))]
        veld = self.fields["soort"]
        assert isinstance(veld, forms.ChoiceField)
        veld.choices = [
            *eerst,
            *((code, woord[:1].upper() + woord[1:]) for code, woord in soorten),
            *geen,
        ]
        self.fields["soort"].initial = ZELFDE_NUMMER if bekend else Nummersoort.BSN.value

    def clean_geboortedatum(self) -> date:
        """Nobody in group 7 or 8 was born in the future, or is grown up."""
        geboren: date = self.cleaned_data["geboortedatum"]
        if not 8 <= self.vandaag.year - geboren.year <= 18:
            raise forms.ValidationError(_("Controleer de geboortedatum: dit kan geen leerling van groep 8 zijn."))
        return geboren

    def clean_ingeschreven_op(self) -> date:
        """Who still has to come is no pupil yet."""
        dag: date = self.cleaned_data["ingeschreven_op"]
        if dag > self.vandaag:
            raise forms.ValidationError(_("Deze dag is nog niet geweest. Vul de eerste schooldag in."))
        return dag

    def clean(self) -> dict[str, Any]:
        """The number must pass its test; an address is whole or empty; an institution has a name."""
        waarden: dict[str, Any] = self.cleaned_data
        self._controleer_nummer(waarden.get("soort", ""), waarden.get("nummer", ""))
        adres = [naam for naam in _ADRES if waarden.get(naam)]
        if adres and len(adres) < len(_ADRES):
            leeg = next(naam for naam in _ADRES if not waarden.get(naam))
            self.add_error(leeg, _("Vul het hele adres in, of laat het hele adres leeg."))
        if waarden.get("gezag") == "instelling" and not waarden.get("instelling"):
            self.add_error("instelling", _("Vul de naam van de instelling in."))
        return waarden

    def _controleer_nummer(self, soort: str, getypt: str) -> None:
        nummer = "".join(teken for teken in getypt if teken not in " .-")
        if soort in {GEEN_NUMMER, ZELFDE_NUMMER, ""}:
            if nummer and soort == GEEN_NUMMER:
                self.add_error("nummer", _("U vulde een nummer in. Kies of het een BSN of een onderwijsnummer is."))
            return
        toets, woord = (
            (is_bsn, _("BSN")) if soort == Nummersoort.BSN.value else (is_onderwijsnummer, _("onderwijsnummer"))
        )
        if not nummer:
            self.add_error("nummer", _("Vul het nummer in. Is er geen? Kies dan: nog geen nummer."))
        elif not toets(nummer):
            self.add_error("nummer", _("Dit is geen %(soort)s. Controleer de negen cijfers.") % {"soort": woord})
        self.cleaned_data["nummer"] = nummer


class Ouderformulier(forms.Form):
    """One parent; a form in which nothing stands is nobody."""

    id = forms.CharField(required=False, max_length=36, widget=forms.HiddenInput)
    relatie = forms.ChoiceField(label=gettext_lazy("Wie is dit?"), choices=_RELATIES)
    roepnaam = _tekst(gettext_lazy("Voornaam of voorletters"))
    voorvoegsel = _tekst(gettext_lazy("Voorvoegsel"), lang=20)
    achternaam = _tekst(gettext_lazy("Achternaam"), nodig=gettext_lazy("Vul de achternaam van deze ouder in."))
    gezag = _ja_nee(gettext_lazy("Heeft deze ouder gezag?"), gettext_lazy("Kies of deze ouder gezag heeft."))
    mail = forms.EmailField(
        label=gettext_lazy("E-mailadres"), required=False, max_length=200,
        error_messages={"invalid": gettext_lazy("Dit is geen e-mailadres. Controleer wat u typte.")},
    )  # fmt: skip
    telefoon = _tekst(gettext_lazy("Telefoonnummer"), lang=50)

    def over(self, naam: str) -> str:
        """Which parent this is, for an error that another one has too."""
        del naam
        return _("Ouder of verzorger %(n)s") % {"n": (self.prefix or "").removeprefix("ouder")}

    def has_changed(self) -> bool:
        """Only a choice that stands ready is nothing typed."""
        return bool({naam for naam in self.changed_data if naam not in {"relatie", "gezag", "id"}} or self.initial)

    def verzorger(self) -> Verzorgerinvoer:
        """What was typed, as the domain takes it."""
        waarden = self.cleaned_data
        return Verzorgerinvoer(**{**waarden, "gezag": waarden["gezag"] == "ja"})


def ouderformulieren(data: Mapping[str, Any] | None, inhoud: Inhoud | None = None) -> list[Ouderformulier]:
    """The forms of the parents: with what was typed, else with what the report holds."""
    rijen = list((inhoud or Inhoud()).get("verzorgers") or ())
    eerst = [{"relatie": "2"}, {"relatie": "1"}]
    return [
        Ouderformulier(
            data,
            prefix=f"ouder{nummer + 1}",
            initial=_uit_rij(rijen[nummer]) if nummer < len(rijen) else {},
            empty_permitted=nummer >= len(rijen),
            use_required_attribute=False,
        )
        if nummer < len(rijen) or nummer >= len(eerst)
        else _leeg(data, nummer, eerst[nummer])
        for nummer in range(max(OUDERS, len(rijen)))
    ]


def _leeg(data: Mapping[str, Any] | None, nummer: int, begin: dict[str, str]) -> Ouderformulier:
    form = Ouderformulier(data, prefix=f"ouder{nummer + 1}", empty_permitted=True, use_required_attribute=False)
    form.fields["relatie"].initial = begin["relatie"]
    return form


def invoer_van(leerling: Leerlingformulier, ouders: list[Ouderformulier]) -> Invoer:
    """What was typed in the forms, which are valid, as the domain takes it."""
    w = leerling.cleaned_data
    soort = Nummersoort(w["soort"]) if w["soort"] in set(Nummersoort) else None
    velden = ("voornamen", "roepnaam", "voorvoegsel", "achternaam", "geboortedatum", "geslacht", "leerlingid", "groep",
              "ingeschreven_op")  # fmt: skip
    return Invoer(
        **{naam: w[naam] for naam in velden},
        soort=soort,
        nummer=w["nummer"] if soort else "",
        adresgeheim=w["adresgeheim"] == "ja",
        adres={"straat": w["straat"], "nummer": w["huisnummer"], "postcode": w["postcode"], "plaats": w["plaats"]},
        verzorgers=tuple(form.verzorger() for form in ouders if form.has_changed()),
        instelling=w["instelling"] if w["gezag"] == "instelling" else "",
    )


def uit_inhoud(inhoud: Inhoud, groep: str) -> dict[str, Any]:
    """What the report holds, as the form shows it."""
    adres: Mapping[str, str] = next(iter(inhoud.get("adressen") or ()), {})
    instelling = (inhoud.get("aansprakelijke_instelling") or {}).get("naam", "")
    return {
        **{naam: inhoud.get(naam, "") for naam in ("roepnaam", "voorvoegsel", "achternaam", "leerlingid", "geslacht")},
        "voornamen": " ".join(inhoud.get("voornamen") or ()),
        "geboortedatum": inhoud.get("geboortedatum"),
        "groep": groep,
        "ingeschreven_op": inhoud.get("datum_inschrijving"),
        "adresgeheim": "ja" if inhoud.get("adresgeheim") else "nee",
        "straat": adres.get("straat", ""), "huisnummer": adres.get("nummer", ""),
        "postcode": adres.get("postcode", ""), "plaats": adres.get("plaats", ""),
        "gezag": "instelling" if instelling else "ouders", "instelling": instelling,
    }  # fmt: skip


def _uit_rij(rij: Mapping[str, Any]) -> dict[str, Any]:
    contact = {c.get("soort"): c.get("nummer", "") for c in reversed(rij.get("communicatie") or ())}
    return {
        **{naam: rij.get(naam, "") for naam in ("id", "roepnaam", "voorvoegsel", "achternaam")},
        "relatie": rij.get("relatietotkind", "3"),
        "gezag": "ja" if rij.get("wettigevertegenwoordiger") else "nee",
        "mail": contact.get("e-mail", ""), "telefoon": contact.get("telefoon", ""),
    }  # fmt: skip
