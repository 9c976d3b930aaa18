"""Which results of a file will not travel, and are the results of a report too old to make it definitief?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from overstap.domain.importen.snapshot import Melding
from overstap.domain.rapporten.catalogue import catalogus
from overstap.domain.rapporten.catalogue.typen import Rijen, Veldtype
from overstap.domain.rapporten.enums import Ernst
from overstap.domain.rapporten.rules.toetsen import oudste_toetsdag
from overstap.domain.rapporten.snapshot import Inhoud

_TE_OUD = (
    "Deze toets is ouder dan dit schooljaar en de twee jaren ervoor. Wij bewaren de uitslag, maar zij gaat niet mee "
    "(OSO-regel OVa.TR04)."
)
# Where results stand in a file.
_RESULTATEN = ("toets", "cijferlijst", "resulta")


# By what a person knows a test again.
_KOP = frozenset({"leergebied", "toetsnaam", "afnamedatum"})


@dataclass(frozen=True)
class Weglating:
    """A result that does not travel; `wat` names it in words, `reden` is a Dutch sentence that says why."""

    wat: str
    reden: str


def weggelaten(inhoud: Inhoud, meldingen: tuple[Melding, ...], op: date) -> tuple[Weglating, ...]:
    """The results that would not travel on the day `op`, and those that could not be read, with the reason."""
    soort = catalogus().velden["toetsen"].type
    grens = oudste_toetsdag(op)
    te_oud = [
        Weglating(_naam(soort, toets), _TE_OUD)
        for toets in inhoud.get("toetsen") or ()
        if toets.get("afnamedatum") and toets["afnamedatum"] < grens
    ]
    onleesbaar = [
        Weglating(melding.tekst, melding.herstel)
        for melding in meldingen
        if melding.ernst is Ernst.FOUT and _over_resultaat(melding) and "niet overgenomen" in melding.tekst.lower()
    ]
    return (*te_oud, *onleesbaar)


def _naam(soort: Veldtype, toets: Mapping[str, Any]) -> str:
    assert isinstance(soort, Rijen)
    namen = [deel.type.tekst(toets[deel.naam]) for deel in soort.delen if deel.naam in _KOP and toets.get(deel.naam)]
    return ", ".join(namen) or soort.enkelvoud.capitalize()


def _over_resultaat(melding: Melding) -> bool:
    return any(woord in melding.pad.lower() for woord in _RESULTATEN)


def te_oud(opgehaald: date, op: date, hoogstens_dagen: int) -> str:
    """A sentence when what the LAS gave is older than the region accepts before definitief, else empty."""
    dagen = (op - opgehaald).days
    if dagen <= hoogstens_dagen:
        return ""
    return (
        f"De toetsen en gegevens uit uw LAS zijn van {dagen} dagen geleden. Uw regio vraagt gegevens van hoogstens "
        f"{hoogstens_dagen} dagen. Ververs eerst de didactische gegevens."
    )
