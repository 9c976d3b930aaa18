"""Does the report hold values that the law refuses, or that a person should look at again?"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from overstap.domain.leerlingen.rules import is_bsn, is_onderwijsnummer
from overstap.domain.rapporten.catalogue import Catalogus, Veld, catalogus
from overstap.domain.rapporten.catalogue.grondslag import ART_2, ART_3_B, ART_6_B, ART_7, AVG_5_1_C
from overstap.domain.rapporten.catalogue.typen import (
    MAANDEN,
    Datum,
    Groep,
    Rijen,
    Tekst,
    Veldtype,
    is_leeg,
    type_waarde,
)
from overstap.domain.rapporten.enums import Ernst
from overstap.domain.rapporten.snapshot import Inhoud


@dataclass(frozen=True)
class Opmerking:
    """One thing about one veld: what to do, and why (with the article, when there is one)."""

    veld: str
    label: str
    ernst: Ernst
    zin: str
    reden: str


def controleer_waarden(inhoud: Inhoud, opgesteld_op: date, lijst: Catalogus | None = None) -> tuple[Opmerking, ...]:
    """Everything to mend or to look at, in the order of the report.

    `opgesteld_op` is the day the report is (or will be) drawn up: art. 7 counts back from it.
    """
    lijst = lijst or catalogus()
    geldend = inhoud.geldend(lijst)
    return tuple(
        opmerking
        for veld in lijst.velden.values()
        if veld.naam in geldend
        for opmerking in _opmerkingen(veld, geldend[veld.naam], opgesteld_op)
    )


def _opmerkingen(veld: Veld, waarde: type_waarde, opgesteld_op: date) -> Iterator[Opmerking]:
    yield from _toekomst(veld, waarde, opgesteld_op)
    yield from _oud_verzuim(veld, waarde, opgesteld_op)
    yield from _diagnose_zonder_relatie(veld, waarde)
    yield from _oude_toets(veld, waarde, opgesteld_op)
    yield from _nummer_in_tekst(veld, waarde)
    yield from _buiten_de_lijst(veld, waarde)


def _toekomst(veld: Veld, waarde: type_waarde, opgesteld_op: date) -> Iterator[Opmerking]:
    for soort, dag in _waarden_in(veld.type, waarde):
        if isinstance(soort, Datum) and not soort.toekomst and dag > opgesteld_op:
            zin = f"{_dag(dag)} ligt na {_dag(opgesteld_op)}. Vul de juiste datum in."
            yield Opmerking(veld.naam, veld.label, Ernst.FOUT, zin, "Het rapport kan niet gaan over wat nog komt.")


def _oud_verzuim(veld: Veld, waarde: type_waarde, opgesteld_op: date) -> Iterator[Opmerking]:
    if veld.naam != "verzuim_vanaf" or waarde >= (grens := een_jaar_eerder(opgesteld_op)):
        return
    zin = f"Tel alleen het verzuim vanaf {_dag(grens)}."
    yield Opmerking(veld.naam, veld.label, Ernst.FOUT, zin, f"Ouder verzuim mag niet mee ({ART_7.kort}).")


def _diagnose_zonder_relatie(veld: Veld, waarde: type_waarde) -> Iterator[Opmerking]:
    if veld.naam != "diagnoses":
        return
    for nummer, diagnose in enumerate(waarde, start=1):
        if is_leeg(diagnose.get("relatie")):
            zin = f"Schrijf bij diagnose {nummer} op wat die betekent voor meedoen en leren op school."
            reden = f"Zonder die uitleg mag een diagnose niet mee ({ART_6_B.kort})."
            yield Opmerking(veld.naam, veld.label, Ernst.FOUT, zin, reden)


def _oude_toets(veld: Veld, waarde: type_waarde, opgesteld_op: date) -> Iterator[Opmerking]:
    grens = _twee_schooljaren_terug(opgesteld_op)
    if veld.naam != "toetsen" or not any(toets.get("afnamedatum", grens) < grens for toets in waarde):
        return
    zin = f"Er zijn toetsen van voor {_dag(grens)}. Laat die weg bij het ophalen uit uw leerlingadministratie."
    reden = f"Dit schooljaar en de twee jaren ervoor zijn genoeg ({AVG_5_1_C.kort})."
    yield Opmerking(veld.naam, veld.label, Ernst.WAARSCHUWING, zin, reden)


def _nummer_in_tekst(veld: Veld, waarde: type_waarde) -> Iterator[Opmerking]:
    if any(map(_lijkt_persoonsnummer, _teksten(veld.type, waarde))):
        zin = "Hier staat een nummer dat een burgerservicenummer kan zijn. Haal het weg."
        reden = f"Het nummer gaat apart mee en hoort niet in een tekst ({ART_3_B.kort})."
        yield Opmerking(veld.naam, veld.label, Ernst.WAARSCHUWING, zin, reden)


# Nine digits on their own, also when written with dots, hyphens or spaces: 123456782, 1234.56.782.
_NEGEN_CIJFERS = re.compile(r"(?<![\d])\d(?:[ .\-]?\d){8}(?![\d])")


def _lijkt_persoonsnummer(tekst: str) -> bool:
    nummers = (re.sub(r"\D", "", gevonden) for gevonden in _NEGEN_CIJFERS.findall(tekst))
    return any(is_bsn(nummer) or (nummer.startswith("10") and is_onderwijsnummer(nummer)) for nummer in nummers)


_NIET_TOELAATBAAR = re.compile(
    r"\b(politie|justitie|jeugdzorg|veilig thuis|verwijsindex|VIR|reclassering|kinderbescherming)\b", re.IGNORECASE
)


def _buiten_de_lijst(veld: Veld, waarde: type_waarde) -> Iterator[Opmerking]:
    woorden = {m.lower() for tekst in _teksten(veld.type, waarde) for m in _NIET_TOELAATBAAR.findall(tekst)}
    for woord in sorted(woorden):
        zin = f"Hier staat het woord '{woord}'. Kijk of deze zin weg kan."
        reden = f"Gegevens van politie, justitie en jeugdzorg horen niet in het rapport ({ART_2.kort})."
        yield Opmerking(veld.naam, veld.label, Ernst.WAARSCHUWING, zin, reden)


def een_jaar_eerder(dag: date) -> date:
    """The same day a year earlier; 28 February for a leap day."""
    try:
        return dag.replace(year=dag.year - 1)
    except ValueError:
        return dag.replace(year=dag.year - 1, day=28)


def _twee_schooljaren_terug(dag: date) -> date:
    """1 August of the school year two years before the one of this day (OSO rule TR04)."""
    begin = dag.year if dag.month >= 8 else dag.year - 1
    return date(begin - 2, 8, 1)


def _teksten(soort: Veldtype, waarde: type_waarde) -> Iterator[str]:
    """Every text that a person wrote; codes and numbers that have their own veld are left out."""
    return (deel for type_, deel in _waarden_in(soort, waarde) if isinstance(type_, Tekst) and not type_.code)


def _waarden_in(soort: Veldtype, waarde: type_waarde) -> Iterator[tuple[Veldtype, type_waarde]]:
    """Every single value with its type, however deep it lies."""
    if isinstance(soort, Rijen):
        for rij in waarde:
            yield from _waarden_in(soort.groep, rij)
    elif isinstance(soort, Groep):
        for deel in soort.gevuld(waarde):
            yield from _waarden_in(deel.type, waarde[deel.naam])
    else:
        yield soort, waarde


def _dag(dag: date) -> str:
    return f"{dag.day} {MAANDEN[dag.month - 1]} {dag.year}"
