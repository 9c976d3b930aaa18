"""Whose loose sheet is this likely to be? Only ever a proposal."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from overstap.domain.bijlagen.enums import Koppelgrond
from overstap.domain.bijlagen.rules.omvang import BijlageGeweigerd
from overstap.domain.scholen.rules import MAANDEN

BEWAARTIJD_BLAD = timedelta(hours=24)
# Those of a few groups 8, twice.
BLADEN_HOOGSTENS = 300


def controleer_ruimte_bladen(wachtend: int) -> None:
    """Raise `BijlageGeweigerd` when so many sheets wait already."""
    if wachtend >= BLADEN_HOOGSTENS:
        raise BijlageGeweigerd(
            f"Er wachten al {wachtend} profielbladen van uw school. Meer dan {BLADEN_HOOGSTENS} kan niet. "
            "Zeg eerst van wie ze zijn of gooi ze weg. Na 24 uur gaan ze vanzelf weg."
        )


@dataclass(frozen=True)
class Kandidaat:
    """A pupil to whom a loose sheet may belong."""

    dossier_id: UUID
    roepnaam: str
    achternaam: str


type_voorstel = tuple[UUID | None, Koppelgrond]


def stel_voor(bestandsnaam: str, kandidaten: Iterable[Kandidaat], zeker: type_voorstel | None = None) -> type_voorstel:
    """Whose sheet this seems to be, by the name of the file; only ever a proposal, because names are no keys.

    `zeker` is the dossier whose number or leerlingid stands in the name, with which of the two. First name and surname
    must both stand there, as whole words; whoever shares them makes it a question.
    """
    if zeker is not None:
        return zeker
    passend = genoemd(bestandsnaam, kandidaten)
    if len(passend) == 1:
        return passend[0].dossier_id, Koppelgrond.NAAM
    return None, Koppelgrond.MEER if passend else Koppelgrond.GEEN


def genoemd(tekst: str, kandidaten: Iterable[Kandidaat]) -> list[Kandidaat]:
    """The pupils whose first name and surname both stand in a text, as whole words."""
    woorden = _woorden(tekst)
    return [k for k in kandidaten if (naam := _woorden(f"{k.roepnaam} {k.achternaam}")) and naam <= woorden]


def weeg(eerder: type_voorstel, op_nummer: set[UUID], op_geboorte: set[UUID]) -> type_voorstel:
    """The proposal after the first page was read: whose number stands there, or whose name and birth date.

    What the name of the file said and what the page says must agree; otherwise a person chooses.
    """
    voorstel, grond = eerder
    zeker = op_nummer | op_geboorte | ({voorstel} if voorstel and grond.zeker else set())
    if not zeker:
        return eerder
    if len(zeker) > 1 or (voorstel is not None and voorstel not in zeker):
        return None, Koppelgrond.MEER
    if grond.zeker:
        return eerder
    [gevonden] = zeker
    return gevonden, Koppelgrond.TEKST if gevonden in op_nummer else Koppelgrond.GEBOORTE


_NUMMER = re.compile(r"(?<![0-9])[0-9](?:[ .]?[0-9]){7,8}(?![0-9])")
_DAG = re.compile(r"(?<![0-9])([0-9]{1,2})[-/. ]([0-9]{1,2}|[a-z]{3,9})[-/. ]([0-9]{4})(?![0-9])")
_DAG_ANDERSOM = re.compile(r"(?<![0-9])([0-9]{4})-([0-9]{2})-([0-9]{2})(?![0-9])")


def nummers_in(tekst: str) -> set[str]:
    """Everything of eight or nine digits, as a BSN or onderwijsnummer is written: in nine digits."""
    return {re.sub("[ .]", "", nummer).zfill(9) for nummer in _NUMMER.findall(tekst)}


def dagen_in(tekst: str) -> set[date]:
    """Every day that stands there, in digits or with the month in words."""
    gevonden = [(jaar, maand, dag) for dag, maand, jaar in _DAG.findall(tekst.lower())]
    dagen = set()
    for jaar, maand, dag in (*gevonden, *_DAG_ANDERSOM.findall(tekst)):
        nummer = int(maand) if maand.isdigit() else MAANDEN.index(maand) + 1 if maand in MAANDEN else 0
        with suppress(ValueError):
            dagen.add(date(int(jaar), nummer, int(dag)))
    return dagen


def _woorden(tekst: str) -> set[str]:
    """The words of a name, without accents and in lower case; FotoNoorHaddou is three words."""
    los = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", tekst)
    kaal = "".join(teken for teken in unicodedata.normalize("NFKD", los) if not unicodedata.combining(teken))
    return set(re.findall(r"[a-z]+", kaal.casefold()))
