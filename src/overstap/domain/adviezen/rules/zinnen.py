"""How is the outcome of the advice rules said in plain Dutch?"""

from __future__ import annotations

from collections.abc import Callable

from overstap.domain.adviezen.enums import Bijstellingsuitkomst, Niveau, Toetsadvies
from overstap.domain.adviezen.rules.bijstelling import Bijstellingsoordeel, Oordeelsoort

_VOOR_SCHOOL = {
    Oordeelsoort.GEEN_TOETS: "Er is geen toetsuitslag. Uw voorlopige advies wordt het definitieve advies.",
    Oordeelsoort.GELIJK_OF_LAGER: (
        "De toets komt niet hoger uit dan uw advies. Uw advies blijft staan en wordt definitief."
    ),
    Oordeelsoort.MOET_BIJSTELLEN: (
        "De toets komt hoger uit dan uw advies. U past het advies aan, "
        "of schrijft op waarom dat niet goed is voor {leerling}."
    ),
    Oordeelsoort.PRO_INSTELLING: (
        "De toets geeft pro/vmbo-b en u gaf praktijkonderwijs. "
        "Leg vast of u het advies aanpast. Past u het niet aan, schrijf dan op waarom "
        "dat niet goed is voor {leerling}."
    ),
    Oordeelsoort.GEEN_VERGELIJKING: (
        "Bij {advies} kunt u de toets niet met het advies vergelijken. "
        "Het advies blijft staan, of u geeft een ander advies en schrijft op waarom."
    ),
}
# Level B1: no sentence of more than twelve words.
_VOOR_OUDERS = {
    Oordeelsoort.GEEN_TOETS: "Er is geen uitslag van de doorstroomtoets. Het advies van de school blijft hetzelfde.",
    Oordeelsoort.GELIJK_OF_LAGER: "De toets komt niet hoger uit dan het advies. Het advies blijft hetzelfde.",
    Oordeelsoort.MOET_BIJSTELLEN: (
        "De toets komt hoger uit dan het advies. De school verandert het advies. "
        "Of zij legt uit waarom dat niet goed is voor {leerling}."
    ),
    Oordeelsoort.PRO_INSTELLING: (
        "De toets geeft praktijkonderwijs of vmbo basis. De school besluit of het advies verandert. Zij legt dat uit."
    ),
    Oordeelsoort.GEEN_VERGELIJKING: (
        "De school kan de toets niet met dit advies vergelijken. Verandert het advies? Dan legt de school uit waarom."
    ),
}


def zin(oordeel: Bijstellingsoordeel, leerling: str = "deze leerling") -> str:
    """Say to the school what the comparison means; ``leerling`` is how the pupil is called in the sentence."""
    return _VOOR_SCHOOL[oordeel.soort].format(leerling=leerling, advies=oordeel.voorlopig.label)


ZINNEN_VOOR_OUDERS = tuple(_VOOR_OUDERS.values())


def zin_voor_ouders(
    oordeel: Bijstellingsoordeel, leerling: str = "uw kind", vertaal: Callable[[str], str] = str
) -> str:
    """Say the same to the parents, in words of level B1.

    `vertaal` puts one of `ZINNEN_VOOR_OUDERS` into their language, before the name is filled in.
    """
    return vertaal(_VOOR_OUDERS[oordeel.soort]).format(leerling=leerling)


def zin_definitief(voorlopig: Niveau, definitief: Niveau, uitkomst: Bijstellingsuitkomst | None) -> str:
    """Say what the definitief advies is and how it came about, for a report, the parents or the logbook."""
    if uitkomst is None:
        return f"Het definitieve advies is {definitief.lang}. Dat is gelijk aan het voorlopige advies."
    if uitkomst is Bijstellingsuitkomst.NIET_BIJGESTELD:
        return f"Het definitieve advies is {definitief.lang}. De school heeft het niet bijgesteld."
    hoe = "deels bijgesteld" if uitkomst is Bijstellingsuitkomst.DEELS_BIJGESTELD else "bijgesteld"
    return f"De school heeft het advies {hoe} van {voorlopig.lang} naar {definitief.lang}."


def zin_vergelijking(voorlopig: Niveau, toets: Toetsadvies | None, definitief: Niveau | None) -> str:
    """Say in one breath what the picture of advice and test shows."""
    delen = [f"Voorlopig advies: {voorlopig.label}."]
    if toets:
        delen.append(f"Toetsadvies: {toets.label}{_plaats(voorlopig, toets)}.")
    if definitief:
        delen.append(f"Definitief advies: {definitief.label}.")
    return " ".join(delen)


def _plaats(voorlopig: Niveau, toets: Toetsadvies) -> str:
    """Where the test lies on the scale; nothing where there is none (vso, geen specifiek advies)."""
    if voorlopig is Niveau.VSO or voorlopig.rang is None:
        return ", niet te vergelijken met dit advies"
    if toets.rang == voorlopig.rang:
        return ", gelijk aan het advies"
    return ", hoger dan het advies" if toets.rang > voorlopig.rang else ", lager dan het advies"
