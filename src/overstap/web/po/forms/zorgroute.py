"""What does somebody fill in about a care route: the question, the scores, the pupil, the parents?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from overstap.domain.zorgroutes.enums import Domein, Onderzoeker, Routesoort, Seprobleem, Zorgintrekreden
from overstap.domain.zorgroutes.rules import dl_fout
from overstap.domain.zorgroutes.snapshot import Domeinscore, Drempelonderzoek, Iq, Seonderzoek
from overstap.web.po.forms.ouders import Scanveld
from overstap.web.po.forms.velden import Dagveld, Keuzeveld

if TYPE_CHECKING:
    from overstap.domain.zorgroutes.queries import Swvkeuze
    from overstap.domain.zorgroutes.snapshot import Voorbereiding

_GETAL = {"invalid": _("Vul een heel getal in, bijvoorbeeld 72.")}
_INSTRUMENT = _("Met welk instrument?")


def _tekst(label: Any, **opties: Any) -> forms.CharField:
    return forms.CharField(label=label, required=False, strip=False, **opties)


class Verbandkeuze(forms.Form):
    """To which samenwerkingsverband a route goes."""

    swv_id = forms.TypedChoiceField(
        label=_("Naar welk samenwerkingsverband?"),
        help_text=_(
            "Het samenwerkingsverband van de vo-school waar de leerling heen gaat, beslist. Twijfelt u? Bel het."
        ),
        widget=forms.RadioSelect,
        coerce=UUID,
        error_messages={"required": _("Kies een samenwerkingsverband."), "invalid_choice": _("Kies uit deze lijst.")},
    )

    def __init__(self, getypt: Any, keuze: Swvkeuze, *, nu: UUID | None) -> None:
        super().__init__(getypt, initial={"swv_id": nu})
        veld = self.fields["swv_id"]
        assert isinstance(veld, forms.TypedChoiceField)
        veld.choices = [(str(swv.id), ", ".join(filter(None, (swv.naam, swv.plaats)))) for swv in keuze.verbanden]


class Beginformulier(forms.Form):
    """Which route the school wants to walk, at the samenwerkingsverband that it chose."""

    swv_id = forms.UUIDField(required=False, widget=forms.HiddenInput)
    soort = Keuzeveld(Routesoort, kies=_("Kies een route."), label=_("Welke route wilt u lopen?"))


class Hulpvraag(forms.Form):
    """What the school asks, and why."""

    hulpvraag = _tekst(_("Wat vraagt u het samenwerkingsverband?"))
    motivatie = _tekst(_("Waarom past deze route bij de leerling?"))


class Gehoord(forms.Form):
    """That the pupil was heard, and that the parents agreed with the handelingsdeel."""

    gehoord_op = Dagveld(label=_("Op welke dag sprak u met de leerling?"), required=False)
    gehoord = _tekst(_("Wat kwam eruit?"))
    handelingsdeel_op = Dagveld(label=_("Op welke dag stemden de ouders in met het handelingsdeel?"), required=False)


class Oudersinbreng(forms.Form):
    """The view of the parents on paper, and when they were told what goes."""

    ingelicht_op = Dagveld(label=_("Op welke dag vertelde u de ouders wat er gaat?"), required=False)
    scan = Scanveld(label=_("Scan of foto van het papier"))
    van = forms.ChoiceField(label=_("Van welke ouder is de scan?"), required=False)
    zienswijze = _tekst(_("Wat schreven de ouders?"))
    door = _tekst(_("Wie gaf deze zienswijze?"), max_length=200)
    op = Dagveld(label=_("Op welke dag?"), required=False)

    def __init__(self, *getypt: Any, ouders: Sequence[tuple[UUID, str]], **opties: Any) -> None:
        super().__init__(*getypt, **opties)
        if not ouders:
            # Nobody was offered the report yet, so there is no one to keep it with.
            del self.fields["scan"], self.fields["van"]
            return
        veld = self.fields["van"]
        veld.choices = [("", _("Kies een ouder")), *ouders]  # type: ignore[attr-defined]  # a choice field
        if len(ouders) == 1:
            veld.initial = ouders[0][0]

    def clean_van(self) -> UUID | None:
        """The offer of inzage of the chosen parent."""
        return UUID(self.cleaned_data["van"]) if self.cleaned_data["van"] else None


class Antwoord(forms.Form):
    """The answer to a question of the samenwerkingsverband."""

    antwoord = _tekst(_("Uw antwoord"))


class Intrekken(forms.Form):
    """Why the route ends."""

    reden = Keuzeveld(Zorgintrekreden, kies=_("Kies waarom u intrekt."), label=_("Waarom trekt u de zorgroute in?"))


# What is asked of each domain; the names are those of a `Domeinscore`.
_PER_DOMEIN = ("dle", "dl", "instrument", "op")


class Drempelformulier(forms.Form):
    """The scores of the drempelonderzoek; what is left empty is not known yet."""

    iq = forms.IntegerField(label=_("IQ"), required=False, error_messages=_GETAL)
    iq_instrument = _tekst(_INSTRUMENT, max_length=100)
    iq_op = Dagveld(label=_("Op welke dag?"), required=False)
    iq_door = Keuzeveld(Onderzoeker, label=_("Wie was verantwoordelijk?"), required=False)
    se_instrument = _tekst(_INSTRUMENT, max_length=100)
    se_op = Dagveld(label=_("Op welke dag?"), required=False)
    se_door = Keuzeveld(Onderzoeker, label=_("Wie was verantwoordelijk?"), required=False)
    se_problemen = forms.MultipleChoiceField(
        label=_("Welke problemen vond het onderzoek?"), choices=Seprobleem.choices, required=False,
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip

    def __init__(self, data: Mapping[str, Any] | None = None, *, uit_las: Iterable[Domein] = (), **opties: Any) -> None:
        super().__init__(data, **opties)
        self.uit_las = [domein.label.lower() for domein in uit_las]
        for domein in Domein:
            self.fields[f"{domein}_dle"] = forms.IntegerField(label=_("DLE"), required=False, error_messages=_GETAL)
            self.fields[f"{domein}_dl"] = forms.IntegerField(label=_("DL"), required=False, error_messages=_GETAL)
            self.fields[f"{domein}_instrument"] = _tekst(_("Met welke toets?"), max_length=100)
            self.fields[f"{domein}_op"] = Dagveld(label=_("Op welke dag?"), required=False)

    def over(self, naam: str) -> str:
        """The domain or research of a question, which is asked of each: an error says of which."""
        delen = [("iq", str(_("Intelligentieonderzoek"))), ("se", str(_("Sociaal-emotioneel onderzoek")))]
        delen += [(domein.value, domein.label) for domein in Domein]
        return next((label for deel, label in delen if naam.startswith(f"{deel}_")), "")

    @property
    def rijen(self) -> list[tuple[Domein, list[forms.BoundField]]]:
        """The inputs of each domain, for the page."""
        return [(domein, [self[f"{domein}_{deel}"] for deel in _PER_DOMEIN]) for domein in Domein]

    def clean(self) -> dict[str, Any]:
        """Half a score is none: say which half is missing."""
        schoon: dict[str, Any] = super().clean() or {}
        self._heel(schoon, "iq", ("iq", "iq_instrument", "iq_op", "iq_door"))
        self._heel(schoon, "se", ("se_instrument", "se_op", "se_door"), extra=("se_problemen",))
        for domein in Domein:
            self._controleer_score(schoon, domein)
        return schoon

    def _heel(self, schoon: dict[str, Any], wat: str, delen: tuple[str, ...], extra: tuple[str, ...] = ()) -> None:
        gegeven = [deel for deel in (*delen, *extra) if schoon.get(deel) or deel in self.errors]
        if not gegeven:
            return
        for deel in delen:
            if not schoon.get(deel) and deel not in self.errors:
                self.add_error(deel, _HALF[deel])

    def _controleer_score(self, schoon: dict[str, Any], domein: Domein) -> None:
        dl = schoon.get(f"{domein}_dl")
        if dl is not None and (fout := dl_fout(domein.label, dl)):
            self.add_error(f"{domein}_dl", fout)
        gegeven = any(schoon.get(f"{domein}_{deel}") not in {None, ""} for deel in _PER_DOMEIN)
        for naam in ("dle", "dl"):
            veld = f"{domein}_{naam}"
            if gegeven and schoon.get(veld) is None and veld not in self.errors:
                zin = _("%(domein)s: vul ook de %(wat)s in.") % {"domein": domein.label, "wat": naam.upper()}
                self.add_error(veld, zin)

    def onderzoek(self) -> Drempelonderzoek:
        """The typed scores as the value that the domain knows; only after `is_valid`."""
        schoon = self.cleaned_data
        return Drempelonderzoek(
            iq=Iq(schoon["iq"], schoon["iq_instrument"].strip(), schoon["iq_op"], schoon["iq_door"])
            if schoon["iq"] is not None
            else None,
            scores={
                domein: Domeinscore(
                    domein,
                    schoon[f"{domein}_dle"],
                    schoon[f"{domein}_dl"],
                    schoon[f"{domein}_instrument"].strip(),
                    schoon[f"{domein}_op"],
                )
                for domein in Domein
                if schoon[f"{domein}_dle"] is not None
            },
            se=Seonderzoek(
                schoon["se_instrument"].strip(),
                schoon["se_op"],
                schoon["se_door"],
                frozenset(Seprobleem(een) for een in schoon["se_problemen"]),
            )
            if schoon["se_op"]
            else None,
        )


_HALF = {
    "iq": _("Vul het IQ in."),
    "iq_instrument": _("Vul in met welk instrument het IQ is onderzocht."),
    "iq_op": _("Vul de dag van het IQ-onderzoek in."),
    "iq_door": _("Kies wie verantwoordelijk was voor het IQ-onderzoek."),
    "se_instrument": _("Vul in met welk instrument dit is onderzocht."),
    "se_op": _("Vul de dag van het onderzoek in."),
    "se_door": _("Kies wie verantwoordelijk was voor het onderzoek."),
}


def drempel_begin(wat: Voorbereiding, uit_las: Mapping[Domein, Domeinscore]) -> dict[str, Any]:
    """What stands in the inputs when the page opens: what was kept, and what of it the LAS holds."""
    iq, se = wat.drempelonderzoek.iq, wat.drempelonderzoek.se
    begin: dict[str, Any] = {}
    if iq:
        begin |= {"iq": iq.score, "iq_instrument": iq.instrument, "iq_op": iq.op, "iq_door": iq.door}
    if se:
        begin |= {"se_instrument": se.instrument, "se_op": se.op, "se_door": se.door}
        begin |= {"se_problemen": sorted(se.problemen)}
    for score in {**uit_las, **wat.drempelonderzoek.scores}.values():
        begin |= {f"{score.domein}_{deel}": getattr(score, deel) for deel in _PER_DOMEIN}
    return begin
