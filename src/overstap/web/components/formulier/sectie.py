"""What does somebody fill in for one sectie, and which values does that give?"""

from collections.abc import Iterator, Mapping
from typing import Any

from django import forms

from overstap.domain.rapporten.catalogue import Catalogus, Deel, Sectie, Veld, catalogus
from overstap.domain.rapporten.catalogue.typen import Groep, Rijen, type_waarde, zonder_leeg
from overstap.domain.rapporten.rules import Melding, Sectiestand
from overstap.domain.rapporten.snapshot import Inhoud
from overstap.web.components.formulier.invoer import Invoer, type_ruw
from overstap.web.components.formulier.invulbaar import eigen_delen, eigen_rijen, invulbaar
from overstap.web.components.formulier.rijen import Rijknop, aantal_rijen, na_knop, zonder_lege_rijen

KNOP = "rij"


def sectieformulier(
    sectie: Sectie,
    inhoud: Inhoud,
    data: Mapping[str, Any] | None = None,
    *,
    lijst: Catalogus | None = None,
) -> "Sectieformulier":
    """The form of a sectie: with `data` (request.POST) as typed, without as stored.

    When the button of a row was pressed, the row is already added or taken away, and no errors are shown:
    save `waarden()` and show the form again.
    """
    knop = Rijknop.uit(data.get(KNOP, "")) if data else None
    if data is not None:
        data = na_knop(data, knop, sectie, inhoud) if knop else zonder_lege_rijen(data, sectie, inhoud)
    return Sectieformulier(sectie, inhoud, data, lijst=lijst or catalogus(), knop=knop)


class Sectieformulier(forms.Form):
    """The inputs of one sectie, with names that are paths: `thuissituatie-relatie`, `diagnoses-0-relatie`."""

    def __init__(
        self,
        sectie: Sectie,
        inhoud: Inhoud,
        data: Mapping[str, Any] | None,
        *,
        lijst: Catalogus,
        knop: Rijknop | None,
    ) -> None:
        super().__init__(data, auto_id="veld-%s")
        self.sectie, self.inhoud, self.lijst, self.knop = sectie, inhoud, lijst, knop
        self.ontbrekend: dict[str, Melding] = {}
        self._gelezen: dict[str, type_waarde] = {}
        for veld in self.velden():
            self.fields.update(self._invoer(veld))

    def velden(self) -> Iterator[Veld]:
        """The velden that people fill in on this page, given the answers in other secties."""
        for veld in self.sectie.velden:
            hier = veld.telt_mee(self.inhoud) or self._hier_te_openen(veld)
            niet_gevraagd = veld.alleen_op_verzoek and not veld.gevraagd and veld.naam not in self.inhoud
            if invulbaar(veld) and hier and not niet_gevraagd:
                yield veld

    def _hier_te_openen(self, veld: Veld) -> bool:
        """Can an answer on this same page make this veld count?"""
        if veld.alleen_als is None:
            return True
        return any(baas.naam == veld.alleen_als.veld and invulbaar(baas) for baas in self.sectie.velden)

    def waarden(self) -> dict[str, type_waarde]:
        """Every veld of this form with its value; None where nothing is filled in.

        Also holds what is not right yet (a text that is too long), so that nothing is lost. A veld whose
        input cannot be read keeps the value it had.
        """
        self.full_clean()
        return {veld.naam: self._waarde(veld) for veld in self.velden()}

    def met_ontbrekend(self, stand: Sectiestand) -> "Sectieformulier":
        """The same form that also says what is missing: for "Klaar met dit onderdeel"."""
        self.ontbrekend = {melding.pad: melding for melding in stand.ontbrekend}
        return self

    def fouten_bij(self, naam: str) -> tuple[str, ...]:
        """The sentences beside one input."""
        if self.knop is not None:
            return ()
        gevonden = tuple(map(str, self.errors.get(naam, ()))) if self.is_bound else ()
        return gevonden or ((self.ontbrekend[naam].kort,) if naam in self.ontbrekend else ())

    def fouten_bij_veld(self, veld: Veld) -> tuple[str, ...]:
        """The sentences above a veld, about parts that are not typed here: they come from the LAS."""
        if self.knop is not None:
            return ()
        elders = (melding for pad, melding in self.ontbrekend.items() if pad not in self.fields)
        return tuple(melding.zin for melding in elders if melding.veld == veld.naam)

    def foutregels(self) -> list[dict[str, str]]:
        """What `foutoverzicht` shows: a sentence and a link to its place (empty for a question on another page)."""
        namen = dict.fromkeys([*(self.errors if self.is_bound else ()), *self.ontbrekend])
        regels = [
            {"tekst": zin, "href": f"#veld-{naam}"}
            for naam in namen
            for zin in self.fouten_bij(naam)
            if naam in self.fields
        ]
        hier = {veld.naam: veld for veld in self.sectie.velden}
        for veld in hier.values():
            regels += [
                {"tekst": f"{veld.lezerslabel()}: {zin}", "href": f"#veld-{veld.naam}"}
                for zin in self.fouten_bij_veld(veld)
            ]
        elders = [melding for melding in self.ontbrekend.values() if melding.veld not in hier]
        return regels + [
            {"tekst": f"{melding.zin} Dit staat in een ander onderdeel.", "href": ""} for melding in elders
        ]

    @property
    def onleesbaar(self) -> bool:
        """Was something typed that is no value at all, such as 31-2-2027? Then leaving the page would lose it."""
        return self.is_bound and any(naam not in self._gelezen for naam in self.errors)

    def clean(self) -> dict[str, Any]:
        """Let every Veldtype judge its own value, and keep what could be read."""
        self._gelezen = dict(self.cleaned_data)
        for naam, waarde in self._gelezen.items():
            veld = self.fields[naam]
            for zin in veld.fouten(waarde) if isinstance(veld, Invoer) else ():
                self.add_error(naam, zin)
        return self.cleaned_data

    def ruw(self, naam: str) -> type_ruw:
        """What an input shows: what was typed, or what is stored."""
        veld = self.fields[naam]
        if not self.is_bound:
            return self.initial[naam]
        return veld.widget.value_from_datadict(self.data, self.files, naam) or ""

    def aantal(self, veld: Veld) -> int:
        """How many rows this form has for a veld with rows."""
        return aantal_rijen(veld, self.inhoud, self.data if self.is_bound else None)

    def _invoer(self, veld: Veld) -> Iterator[tuple[str, Invoer]]:
        for pad, deel, waarde in self._inputs(veld):
            invoer = Invoer(deel.type, deel.label)
            self.initial[pad] = invoer.stond_er = invoer.ruw(waarde)
            yield pad, invoer

    def _inputs(self, veld: Veld) -> Iterator[tuple[str, Veld | Deel, type_waarde]]:
        """(name, veld or part, stored value) of every input of a veld."""
        nu = self.inhoud.get(veld.naam)
        if isinstance(veld.type, Groep):
            for deel in eigen_delen(veld.type):
                yield f"{veld.naam}-{deel.naam}", deel, (nu or {}).get(deel.naam)
        elif isinstance(veld.type, Rijen):
            for nummer in range(self.aantal(veld)):
                rij = veld.type.groep.antwoorden(nu[nummer] if nu and nummer < len(nu) else {})
                for deel in eigen_delen(veld.type):
                    yield f"{veld.naam}-{nummer}-{deel.naam}", deel, rij.get(deel.naam)
        else:
            yield veld.naam, veld, nu

    def _waarde(self, veld: Veld) -> type_waarde:
        if isinstance(veld.type, Groep):
            nu = self.inhoud.get(veld.naam, {})
            return zonder_leeg({**nu, **self._eigen(veld.type, f"{veld.naam}-", nu)}) or None
        if isinstance(veld.type, Rijen):
            return zonder_leeg(tuple(self._rijen(veld, veld.type))) or None
        return self._gelezen.get(veld.naam, self.inhoud.get(veld.naam))

    def _rijen(self, veld: Veld, soort: Rijen) -> Iterator[Mapping[str, type_waarde]]:
        opgeslagen = self.inhoud.get(veld.naam, ())
        # After a row was added or taken away the numbers no longer point at the stored rows.
        verschoven = eigen_rijen(veld) and (self.knop is not None or self.aantal(veld) != len(opgeslagen))
        for nummer in range(self.aantal(veld)):
            nu = {} if verschoven or nummer >= len(opgeslagen) else opgeslagen[nummer]
            eigen = self._eigen(soort, f"{veld.naam}-{nummer}-", soort.groep.antwoorden(nu))
            yield soort.groep.uit_antwoorden(nu, eigen)

    def _eigen(self, soort: Groep | Rijen, voor: str, nu: Mapping[str, type_waarde]) -> dict[str, type_waarde]:
        """The parts that people fill in: as typed, or as they were when that cannot be read."""
        return {deel.naam: self._gelezen.get(f"{voor}{deel.naam}", nu.get(deel.naam)) for deel in eigen_delen(soort)}
