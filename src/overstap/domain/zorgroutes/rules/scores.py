"""Which values of a drempelonderzoek cannot be, and which make it weaker than it could be?"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from overstap.domain.zorgroutes.rules.criteria import criteria_op
from overstap.domain.zorgroutes.snapshot.drempelonderzoek import Domeinscore, Drempelonderzoek

type_fout = tuple[str, str]
"""(name of the question on the form, sentence)"""


def fouten(onderzoek: Drempelonderzoek, vandaag: date) -> tuple[type_fout, ...]:
    """What cannot be: for each value the question it stands at, and what to do."""
    gevonden: list[type_fout] = []

    def meld(veld: str, zin: str) -> None:
        gevonden.append((veld, zin))

    if (iq := onderzoek.iq) is not None:
        if not 40 <= iq.score <= 160:
            meld("iq", "Een IQ ligt tussen 40 en 160. Controleer het getal.")
        _onderzoek_fouten("iq", iq.instrument, iq.op, vandaag, meld)
    for score in onderzoek.scores.values():
        _score_fouten(score, vandaag, meld)
    if (se := onderzoek.se) is not None:
        _onderzoek_fouten("se", se.instrument, se.op, vandaag, meld)
    return tuple(gevonden)


def _onderzoek_fouten(wat: str, instrument: str, op: date, vandaag: date, meld: Callable[[str, str], None]) -> None:
    if not instrument.strip():
        meld(f"{wat}_instrument", "Vul in met welk instrument dit is onderzocht.")
    if op > vandaag:
        meld(f"{wat}_op", "Deze dag ligt in de toekomst. Vul de dag van het onderzoek in.")
    elif op.year < vandaag.year - 12:
        meld(f"{wat}_op", "Deze dag ligt te ver terug. Controleer het jaar.")


def _score_fouten(score: Domeinscore, vandaag: date, meld: Callable[[str, str], None]) -> None:
    naam = score.domein.label
    if not 0 <= score.dle <= 80:
        meld(f"{score.domein.value}_dle", f"{naam}: de DLE ligt tussen 0 en 80. Controleer het getal.")
    if score.op is not None and score.op > vandaag:
        meld(f"{score.domein.value}_op", f"{naam}: deze dag ligt in de toekomst. Vul de dag van de toets in.")


def dl_fout(domein: str, dl: int) -> str:
    """Why this cannot be a DL (it is divided by, so it is asked before a score is made); empty when it can."""
    if 1 <= dl <= 80:
        return ""
    return (
        f"{domein}: de DL ligt tussen 1 en 80. Reken 10 maanden voor elk schooljaar vanaf groep 3, "
        "dus 60 aan het eind van groep 8."
    )


def waarschuwingen(onderzoek: Drempelonderzoek, vandaag: date) -> tuple[str, ...]:
    """What makes the research weaker than it could be, without standing in the way."""
    criteria = criteria_op(vandaag)
    gevonden = []
    if onderzoek.iq and _ouder(onderzoek.iq.op, criteria.iq_jaren, vandaag):
        gevonden.append("Het IQ-onderzoek is ouder dan 2 jaar. Het samenwerkingsverband mag het dan niet gebruiken.")
    if onderzoek.se and _ouder(onderzoek.se.op, criteria.se_jaren, vandaag):
        gevonden.append("Het sociaal-emotionele onderzoek is ouder dan 1 jaar. Laat het opnieuw doen.")
    dls = {score.dl for score in onderzoek.scores.values()}
    if dls and max(dls) - min(dls) > 10:
        gevonden.append("De DL verschilt meer dan een schooljaar tussen de domeinen. Kijk of dat klopt.")
    zonder = [score.domein.label.lower() for score in onderzoek.scores.values() if not score.instrument.strip()]
    if zonder:
        gevonden.append(f"Schrijf op met welke toets u dit meette: {', '.join(zonder)}. Niet elke toets telt mee.")
    voor = [score.domein.label.lower() for score in onderzoek.scores.values() if score.dle > score.dl]
    if voor:
        gevonden.append(f"De DLE is hoger dan de DL bij: {', '.join(voor)}. Daar is geen leerachterstand.")
    return tuple(gevonden)


def _ouder(op: date, jaren: int, vandaag: date) -> bool:
    """More than so many years ago: on the day itself it is not yet."""
    maand, dag = (2, 28) if (op.month, op.day) == (2, 29) else (op.month, op.day)
    return date(op.year + jaren, maand, dag) < vandaag
