"""What does somebody type about the advice: the voorlopig, the talk, the test and the definitief?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from overstap.domain.adviezen.enums import (
    Aanbieder,
    Niveau,
    Ontheffingsgrond,
    Referentieniveau,
    Toetsadvies,
    Toetsdomein,
    Toetsstand,
)
from overstap.domain.adviezen.rules import Keuze, Ontheffing
from overstap.web.po.forms.velden import Dagveld, Keuzeveld

_KIES = ("", _("Kies een antwoord"))
MOTIVATIE = 2000


class Voorlopig(forms.Form):
    """The voorlopig advies and the day on which pupil and parents heard it."""

    niveau = forms.TypedChoiceField(
        label=_("Welk niveau adviseert u?"), coerce=Niveau, empty_value=None,
        choices=[_KIES, *((n.value, f"{n.lang[:1].upper()}{n.lang[1:]}") for n in Niveau.kiesbaar())],
        error_messages={"required": _("Kies een niveau."), "invalid_choice": _("Kies een niveau uit de lijst.")},
    )  # fmt: skip
    gegeven_op = Dagveld(label=_("Op welke dag hoorden leerling en ouders dit?"))


class Gesprek(forms.Form):
    """The talk about the advice."""

    op = Dagveld(label=_("Op welke dag was het gesprek?"), vandaag=True)
    met = forms.CharField(
        label=_("Wie waren erbij?"), max_length=250,
        error_messages={"required": _("Schrijf op wie erbij waren, bijvoorbeeld: moeder en de leerling.")},
    )  # fmt: skip


class Toets(forms.Form):
    """The doorstroomtoets: its result, or why there is none."""

    stand = Keuzeveld(
        Toetsstand,
        kies=_("Kies of de leerling de toets maakte."),
        label=_("Heeft de leerling de doorstroomtoets gemaakt?"),
    )
    aanbieder = forms.ChoiceField(label=_("Welke toets was het?"), required=False)
    afgenomen_op = Dagveld(label=_("Op welke dag?"), required=False)
    toetsadvies = forms.ChoiceField(
        label=_("Welk toetsadvies kwam eruit?"), required=False,
        choices=[_KIES, *Toetsadvies.choices],
    )  # fmt: skip
    standaardscore = forms.IntegerField(
        label=_("Score"), required=False, min_value=0, max_value=1000,
        error_messages={
            "invalid": _("Vul een getal in, bijvoorbeeld 80."),
            "min_value": _("Vul een getal van 0 tot en met 1000 in."),
            "max_value": _("Vul een getal van 0 tot en met 1000 in."),
        },
    )  # fmt: skip
    grond = Keuzeveld(
        Ontheffingsgrond,
        kies=_("Kies waarom de leerling niet hoefde mee te doen."),
        label=_("Waarom hoefde de leerling niet mee te doen?"),
        required=False,
    )
    ouders_op = Dagveld(label=_("Op welke dag sprak u de ouders hierover?"), required=False)
    in_nederland_sinds = Dagveld(label=_("Sinds welke dag is de leerling in Nederland?"), required=False)

    def __init__(self, data: Mapping[str, Any] | None = None, *, schooljaar: str, **opties: Any) -> None:
        super().__init__(data, **opties)
        keuzes = [_KIES, *((a.value, a.label) for a in Aanbieder.in_schooljaar(schooljaar))]
        nu = self.initial.get("aanbieder")
        if nu and nu not in dict(keuzes):  # A value from the LAS that is no longer offered stays what it was.
            keuzes.append((nu, Aanbieder(nu).label if nu in set(Aanbieder) else nu))
        self.fields["aanbieder"].choices = keuzes  # type: ignore[attr-defined]  # a ChoiceField has them
        for domein in Toetsdomein:
            self.fields[f"niveau_{domein}"] = forms.ChoiceField(
                label=domein.label, required=False, choices=[_KIES, *((n.value, n.label) for n in domein.niveaus)]
            )

    def clean(self) -> dict[str, Any]:
        """A test that was taken has a provider, a day and an advice; an exemption has its ground."""
        schoon: dict[str, Any] = super().clean() or {}
        for naam, zin in _NODIG.get(schoon.get("stand"), {}).items():
            if not schoon.get(naam) and naam not in self.errors:
                self.add_error(naam, zin)
        return schoon

    @property
    def toets(self) -> Toetsadvies | None:
        """The toetsadvies, of a test that was taken."""
        gekozen = self.cleaned_data["toetsadvies"]
        return Toetsadvies(gekozen) if gekozen and self.gemaakt else None

    @property
    def gemaakt(self) -> bool:
        """Was the test taken?"""
        return self.cleaned_data["stand"] is Toetsstand.GEMAAKT

    def uitslag(self, vorige: Mapping[str, Any]) -> dict[str, Any]:
        """The JSON of the veld `doorstroomtoets`; documents of `vorige` stay, what no longer holds goes."""
        schoon = self.cleaned_data
        blijft = {naam: vorige[naam] for naam in ("documenten",) if naam in vorige}
        if not self.gemaakt:
            return {"deelgenomen": False, "ontheffing": schoon["stand"] is Toetsstand.VRIJGESTELD, **blijft}
        gegeven = {
            "aanbieder": schoon["aanbieder"],
            "afgenomen_op": _iso(schoon["afgenomen_op"]),
            "standaardscore": schoon["standaardscore"],
            "toetsadvies": schoon["toetsadvies"],
            "onderdelen": list(self._onderdelen()),
        }
        return {"deelgenomen": True, **{n: w for n, w in gegeven.items() if w not in (None, "", [])}, **blijft}

    def ontheffing(self) -> Ontheffing | None:
        """Why the pupil was exempted, or None."""
        schoon = self.cleaned_data
        if schoon["stand"] is not Toetsstand.VRIJGESTELD:
            return None
        return Ontheffing(schoon["grond"], schoon["ouders_op"], schoon["in_nederland_sinds"])

    def _onderdelen(self) -> Iterator[dict[str, Any]]:
        """Taal holds two domains, rekenen is one by itself (OSO onderdelen 8000 and 8001)."""
        taal = [
            {"domein": domein.value, "referentieniveau": self.cleaned_data[f"niveau_{domein}"]}
            for domein in (Toetsdomein.LEZEN, Toetsdomein.TAALVERZORGING)
            if self.cleaned_data[f"niveau_{domein}"]
        ]
        if taal:
            yield {"onderdeel": "taal", "domeinen": taal}
        if rekenen := self.cleaned_data[f"niveau_{Toetsdomein.REKENEN}"]:
            yield {"onderdeel": "rekenen", "referentieniveau": rekenen}


_NODIG: dict[Toetsstand | None, dict[str, Any]] = {
    Toetsstand.GEMAAKT: {
        "aanbieder": _("Kies welke toets het was."),
        "afgenomen_op": _("Vul de dag van de toets in, bijvoorbeeld 2-2-2027."),
        "toetsadvies": _("Kies het toetsadvies dat op de uitslag staat."),
    },
    Toetsstand.VRIJGESTELD: {"grond": _("Kies waarom de leerling niet hoefde mee te doen.")},
}


class Definitief(forms.Form):
    """The decision, out of what the law leaves open."""

    keuze = forms.ChoiceField(label=_("Wat wordt het definitieve advies?"), widget=forms.RadioSelect)
    motivatie = forms.CharField(
        label=_("Waarom kiest u dit?"), required=False, max_length=MOTIVATIE, widget=forms.Textarea,
        error_messages={"max_length": _("Deze tekst is te lang. Er passen 2.000 tekens.")},
    )  # fmt: skip
    gegeven_op = Dagveld(label=_("Op welke dag geeft u dit advies?"))

    def __init__(self, data: Mapping[str, Any] | None = None, *, keuzes: Sequence[Keuze], **opties: Any) -> None:
        super().__init__(data, **opties)
        self.keuzes = {keuze.niveau.value: keuze for keuze in keuzes}
        veld = self.fields["keuze"]
        veld.choices = [(waarde, _woorden(keuze)) for waarde, keuze in self.keuzes.items()]  # type: ignore[attr-defined]  # a ChoiceField has them
        veld.error_messages |= {
            "required": _("Kies het definitieve advies."),
            "invalid_choice": _("Kies een van deze adviezen."),
        }

    @property
    def gekozen(self) -> Keuze:
        """The choice that was made."""
        return self.keuzes[self.cleaned_data["keuze"]]


def _woorden(keuze: Keuze) -> str:
    if keuze.uitkomst is None:
        return keuze.niveau.lang[:1].upper() + keuze.niveau.lang[1:]
    return f"{keuze.niveau.lang[:1].upper()}{keuze.niveau.lang[1:]} ({keuze.uitkomst.label.lower()})"


def toets_begin(details: Mapping[str, Any], stand: str) -> dict[str, Any]:
    """What the form of the test shows first: what was recorded, by its own names."""
    uitslag, ontheffing = details.get("doorstroomtoets") or {}, details.get("ontheffing") or {}
    begin = {naam: uitslag.get(naam) for naam in ("aanbieder", "toetsadvies", "standaardscore")}
    for onderdeel in uitslag.get("onderdelen") or ():
        begin |= {f"niveau_{d['domein']}": d.get("referentieniveau") for d in onderdeel.get("domeinen") or ()}
        if onderdeel.get("onderdeel") == "rekenen":
            begin[f"niveau_{Toetsdomein.REKENEN}"] = onderdeel.get("referentieniveau")
    dagen = {
        "afgenomen_op": uitslag.get("afgenomen_op"),
        **{n: ontheffing.get(n) for n in ("ouders_op", "in_nederland_sinds")},
    }
    return {"stand": stand, "grond": ontheffing.get("grond"), **begin, **{n: _dag(w) for n, w in dagen.items()}}


def referentieniveaus(begin: Mapping[str, Any]) -> list[tuple[str, str]]:
    """(domain, level) in words, of what was recorded."""
    return [
        (domein.label, Referentieniveau(begin[f"niveau_{domein}"]).label)
        for domein in Toetsdomein
        if begin.get(f"niveau_{domein}")
    ]


def _iso(dag: date | None) -> str:
    return dag.isoformat() if dag else ""


def _dag(tekst: str | None) -> date | None:
    return date.fromisoformat(tekst) if tekst else None
