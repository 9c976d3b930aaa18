"""Is this definitief advies lawful, and if not, what must the school do?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from overstap.domain.adviezen.enums import Bijstellingsuitkomst, Niveau, Toetsadvies
from overstap.domain.adviezen.rules.bijstelling import (
    Bijstellingsoordeel,
    Keuze,
    Oordeelsoort,
    bijstelling_nodig,
    definitieve_keuzes,
)


class Adviesfoutcode(StrEnum):
    """Which rule was broken; stable, for tests, logs and the API."""

    NIVEAU_VERVALLEN = "niveau_vervallen"
    LAGER_DAN_VOORLOPIG = "lager_dan_voorlopig"
    LWOO_ERBIJ = "lwoo_erbij"
    LWOO_WEG = "lwoo_weg"
    ONGEWIJZIGD_VERPLICHT = "ongewijzigd_verplicht"
    HOGER_DAN_TOETS = "hoger_dan_toets"
    UITKOMST_ONTBREEKT = "uitkomst_ontbreekt"
    UITKOMST_NIET_VAN_TOEPASSING = "uitkomst_niet_van_toepassing"
    UITKOMST_PAST_NIET = "uitkomst_past_niet"
    MOTIVATIE_ONTBREEKT = "motivatie_ontbreekt"
    EERST_VOORLOPIG = "eerst_voorlopig"
    AL_DEFINITIEF = "al_definitief"
    DATUM_IN_TOEKOMST = "datum_in_toekomst"
    ANDER_SCHOOLJAAR = "ander_schooljaar"
    VOOR_HET_VOORLOPIGE = "voor_het_voorlopige"
    EERST_TOETS = "eerst_toets"


@dataclass(frozen=True)
class Adviesfout:
    """One broken rule: its code, the form field it belongs to, and a Dutch sentence that says what to do."""

    code: Adviesfoutcode
    veld: str
    zin: str


def controleer_voorlopig(niveau: Niveau) -> list[Adviesfout]:
    """Check that a voorlopig advies is a value of today's list; the old ones are read from files only."""
    if not niveau.alleen_lezen:
        return []
    zin = f"Het advies {niveau.label} bestaat niet meer. Kies {niveau.huidig.label}."
    return [Adviesfout(Adviesfoutcode.NIVEAU_VERVALLEN, "voorlopig", zin)]


def controleer_definitief(
    voorlopig: Niveau,
    toets: Toetsadvies | None,
    definitief: Niveau,
    uitkomst: Bijstellingsuitkomst | None,
    motivatie: str,
    *,
    op: date,
    pro_besluit_vragen: bool = True,
) -> list[Adviesfout]:
    """Check a definitief advies against WPO 45d lid 2 / WEC 48e lid 2; an empty list means lawful.

    ``uitkomst`` is compulsory after a higher test, and ``None`` where nothing was to be decided.
    Fields of the errors: ``definitief``, ``uitkomst``, ``motivatie``.
    Raises ``OudeRegelingNietOndersteund`` before 1-8-2023.
    """
    oordeel = bijstelling_nodig(voorlopig, toets, op, pro_besluit_vragen=pro_besluit_vragen)
    keuzes = definitieve_keuzes(oordeel)
    keuze = next((keuze for keuze in keuzes if keuze.niveau is definitief), None)
    if keuze is None:
        return [_niveaufout(oordeel, definitief, keuzes)]
    return [*_uitkomstfouten(oordeel, keuze, uitkomst), *_motivatiefouten(oordeel, keuze, motivatie)]


def _niveaufout(oordeel: Bijstellingsoordeel, definitief: Niveau, keuzes: tuple[Keuze, ...]) -> Adviesfout:
    """Why this level is not among the choices; the first reason that holds is the one to mend first."""
    code, zin = next(_niveauredenen(oordeel, definitief, keuzes))
    return Adviesfout(code, "definitief", zin)


def _niveauredenen(
    oordeel: Bijstellingsoordeel, definitief: Niveau, keuzes: tuple[Keuze, ...]
) -> Iterator[tuple[Adviesfoutcode, str]]:
    voorlopig = oordeel.voorlopig
    if definitief.alleen_lezen:
        zin = f"Het advies {definitief.label} bestaat niet meer. {_kies(definitief.huidig, keuzes)}"
        yield Adviesfoutcode.NIVEAU_VERVALLEN, zin
    if _is_lager(definitief, voorlopig):
        zin = "Het definitieve advies mag niet lager zijn dan het voorlopige advies."
        yield Adviesfoutcode.LAGER_DAN_VOORLOPIG, f"{zin} Kies {voorlopig.huidig.label} of hoger."
    if definitief.lwoo and not voorlopig.lwoo:
        zin = "Lwoo kan er bij het bijstellen niet bij komen, want het voorlopige advies is zonder lwoo."
        yield Adviesfoutcode.LWOO_ERBIJ, f"{zin} {_kies(definitief.zonder_lwoo, keuzes)}"
    if voorlopig.lwoo and _is_keuze(definitief.met_lwoo, keuzes):
        zin = "Lwoo mag bij het bijstellen niet wegvallen, want het voorlopige advies is met lwoo."
        yield Adviesfoutcode.LWOO_WEG, f"{zin} {_kies(definitief.met_lwoo, keuzes)}"
    if oordeel.soort in {Oordeelsoort.GEEN_TOETS, Oordeelsoort.GELIJK_OF_LAGER}:
        yield Adviesfoutcode.ONGEWIJZIGD_VERPLICHT, _zin_ongewijzigd(oordeel)
    yield Adviesfoutcode.HOGER_DAN_TOETS, f"Dit advies past niet bij de toets. {_kies(None, keuzes)}"


def _is_lager(definitief: Niveau, voorlopig: Niveau) -> bool:
    if voorlopig.rang is None:
        return False
    return definitief.rang is None or definitief.rang < voorlopig.rang


def _is_keuze(niveau: Niveau | None, keuzes: tuple[Keuze, ...]) -> bool:
    return any(keuze.niveau is niveau for keuze in keuzes)


def _kies(liefst: Niveau | None, keuzes: tuple[Keuze, ...]) -> str:
    """Point to the level that was probably meant if it is allowed, otherwise to all that are."""
    labels = [liefst.label] if liefst and _is_keuze(liefst, keuzes) else [keuze.niveau.label for keuze in keuzes]
    return f"Kies {labels[0]}." if len(labels) == 1 else f"Kies {', '.join(labels[:-1])} of {labels[-1]}."


def _zin_ongewijzigd(oordeel: Bijstellingsoordeel) -> str:
    reden = (
        "Er is geen toetsuitslag"
        if oordeel.soort is Oordeelsoort.GEEN_TOETS
        else "De toets komt niet hoger uit dan uw advies"
    )
    return f"{reden}. Het voorlopige advies wordt het definitieve advies. Kies {oordeel.voorlopig.huidig.label}."


def _uitkomstfouten(
    oordeel: Bijstellingsoordeel, keuze: Keuze, uitkomst: Bijstellingsuitkomst | None
) -> Iterator[Adviesfout]:
    if uitkomst is keuze.uitkomst:
        return
    code, zin = _uitkomstreden(oordeel, keuze, uitkomst)
    yield Adviesfout(code, "uitkomst", zin)


def _uitkomstreden(
    oordeel: Bijstellingsoordeel, keuze: Keuze, uitkomst: Bijstellingsuitkomst | None
) -> tuple[Adviesfoutcode, str]:
    if keuze.uitkomst is None:
        return (
            Adviesfoutcode.UITKOMST_NIET_VAN_TOEPASSING,
            "Het advies blijft gelijk en u hoeft niet te kiezen of u bijstelt. Laat deze keuze leeg.",
        )
    hoort = f"{keuze.niveau.label} hoort: {keuze.uitkomst.label.lower()}"
    if uitkomst is None:
        return (
            Adviesfoutcode.UITKOMST_ONTBREEKT,
            f"Leg vast of u het advies bijstelt. Bij {hoort}.",
        )
    return (
        Adviesfoutcode.UITKOMST_PAST_NIET,
        f"Bij de stap van {oordeel.voorlopig.label} naar {hoort}. Kies dat, of kies een ander advies.",
    )


def _motivatiefouten(oordeel: Bijstellingsoordeel, keuze: Keuze, motivatie: str) -> Iterator[Adviesfout]:
    if not keuze.motivatie_nodig or motivatie.strip():
        return
    yield Adviesfout(Adviesfoutcode.MOTIVATIE_ONTBREEKT, "motivatie", _zin_motivatie(oordeel, keuze))


def _zin_motivatie(oordeel: Bijstellingsoordeel, keuze: Keuze) -> str:
    if oordeel.soort is Oordeelsoort.GEEN_VERGELIJKING:
        return "Schrijf op waarom u een ander advies geeft dan het voorlopige advies."
    match keuze.uitkomst:
        case Bijstellingsuitkomst.BIJGESTELD:
            return f"Bij {keuze.niveau.label} bestaat geen lwoo. Schrijf op dat lwoo vervalt en waarom dat kan."
        case Bijstellingsuitkomst.DEELS_BIJGESTELD:
            return "Schrijf op waarom helemaal bijstellen niet in het belang van de leerling is."
        case _:
            return "Schrijf op waarom bijstellen niet in het belang van de leerling is."
