"""Which answers are still missing, sectie by sectie and article by article?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from overstap.domain.rapporten.catalogue import Bron, Catalogus, Sectie, Veld, catalogus
from overstap.domain.rapporten.catalogue.typen import ontbrekende_delen
from overstap.domain.rapporten.enums import Sectiestaat
from overstap.domain.rapporten.snapshot import Inhoud


@dataclass(frozen=True)
class Melding:
    """What a person must do about one veld, and the article that asks for it (`art. 5-2`).

    `pad` is the place in the form (`diagnoses-0-relatie`), `zin` names the part, `kort` stands beside it.
    """

    veld: str
    pad: str
    label: str
    zin: str
    kort: str
    artikel: str


@dataclass(frozen=True)
class Sectiestand:
    """How far one sectie is: what is missing, and what is filled in but not right.

    `dicht`: somebody answered no to the question that opens it, so nothing more is asked here.
    """

    sectie: str
    titel: str
    groep: str
    staat: Sectiestaat
    ontbrekend: tuple[Melding, ...]
    fouten: tuple[Melding, ...]
    dicht: bool = False

    @property
    def buiten_advies(self) -> Sectiestand:
        """The same, with only what is missing or wrong on the form of this sectie: the advice has a page of its own."""
        velden = catalogus().velden

        def hier(meldingen: tuple[Melding, ...]) -> tuple[Melding, ...]:
            return tuple(melding for melding in meldingen if velden[melding.veld].bron is not Bron.ADVIES)

        return replace(self, ontbrekend=hier(self.ontbrekend), fouten=hier(self.fouten))

    @property
    def te_doen(self) -> tuple[Melding, ...]:
        """Everything that a person must still do here: what is missing, then what is wrong."""
        return self.ontbrekend + self.fouten


@dataclass(frozen=True)
class Rapportstand:
    """How far the whole report is."""

    secties: tuple[Sectiestand, ...]

    @property
    def klaar(self) -> int:
        """How many secties are ready."""
        return self._tel(Sectiestaat.KLAAR)

    @property
    def bezig(self) -> int:
        """How many secties somebody began but did not finish."""
        return self._tel(Sectiestaat.BEZIG)

    @property
    def totaal(self) -> int:
        """How many secties there are."""
        return len(self.secties)

    @property
    def volledig(self) -> bool:
        """Is every sectie ready?"""
        return self.klaar == self.totaal

    def _tel(self, staat: Sectiestaat) -> int:
        return sum(stand.staat is staat for stand in self.secties)


def volledigheid_rapport(inhoud: Inhoud, lijst: Catalogus | None = None) -> Rapportstand:
    """The state of every sectie of this content."""
    lijst = lijst or catalogus()
    return Rapportstand(tuple(volledigheid(inhoud, sectie, lijst) for sectie in lijst.secties))


def volledigheid(inhoud: Inhoud, sectie: Sectie, lijst: Catalogus | None = None) -> Sectiestand:
    """The state of one sectie; the whole content is needed, because questions depend on other secties."""
    velden = (lijst or catalogus()).velden
    ontbrekend = tuple(dict.fromkeys(_ontbrekend(inhoud, sectie, velden)))
    fouten = tuple(
        _melding(veld, zin)
        for veld in sectie.velden
        if veld.naam in inhoud and veld.telt_mee(inhoud)
        for zin in veld.type.controleer(inhoud[veld.naam])
    )
    staat = _staat(begonnen=any(veld.naam in inhoud for veld in sectie.velden), af=not ontbrekend and not fouten)
    dicht = sectie.is_dicht(inhoud)
    return Sectiestand(sectie.naam, sectie.titel, sectie.groep, staat, ontbrekend, fouten, dicht)


def _ontbrekend(inhoud: Inhoud, sectie: Sectie, velden: Mapping[str, Veld]) -> Iterator[Melding]:
    for veld in sectie.velden:
        if veld.telt_mee(inhoud) and veld.naam in inhoud:
            for gebrek in ontbrekende_delen(veld.type, inhoud[veld.naam]):
                yield _melding(veld, gebrek.zin, gebrek.kort, f"-{gebrek.pad}")
        elif veld.is_verplicht(inhoud):
            yield _melding(veld, veld.bij_leeg)
        elif veld.verplicht and veld.alleen_als and not veld.alleen_als.beantwoord(inhoud):
            # An open question elsewhere decides whether this one is asked; without it nobody can be ready here.
            eerst = velden[veld.alleen_als.veld]
            if all(eerst.naam != hier.naam for hier in sectie.velden):
                yield _melding(eerst, eerst.bij_leeg)


def _melding(veld: Veld, zin: str, kort: str = "", pad: str = "") -> Melding:
    return Melding(veld.naam, f"{veld.naam}{pad}", veld.lezerslabel(), zin, kort or zin, veld.grondslag.kort)


def _staat(*, begonnen: bool, af: bool) -> Sectiestaat:
    if af:
        return Sectiestaat.KLAAR
    return Sectiestaat.BEZIG if begonnen else Sectiestaat.NIET_BEGONNEN
