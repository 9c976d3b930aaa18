"""What went by in a simulator that runs elsewhere, for who wants to see it? Kept in its folder, nothing of a pupil."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

_BESTAND = "verloop.txt"
# As the systems of the simulator say it: who, which message, what came of it.
_BERICHT = re.compile(r"(?P<wie>[^:]+): (?P<bericht>[A-Za-z]+Request) -> (?P<antwoord>\S+)")
_MEESTE = 500
_WIE = {"centrale": "Traffic Center"}
# What a message asks, for people who never read one.
_WAT = {
    "overdrachtRequest": "een gesprek beginnen",
    "sessiecontroleRequest": "klopt dit gesprek?",
    "documentRequest": "het dossier geven",
    "afmeldingRequest": "het gesprek afmelden",
    "meldenNotificatieRequest": "wij willen iets laten weten",
    "notificatieRequest": "er staat iets klaar",
    "meldenTerugkoppelingRequest": "wij willen iets terugkoppelen",
    "terugkoppelingRequest": "dit is onze terugkoppeling",
    "overzichtAanleverpuntRequest": "wie is er allemaal?",
    "pingRequest": "bent u er?",
}


@dataclass(frozen=True)
class Regel:
    """One line: when, who was asked what, and the answer; of what is no message only `tekst`."""

    op: datetime
    tekst: str
    wie: str = ""
    bericht: str = ""
    wat: str = ""
    antwoord: str = ""

    @property
    def fout(self) -> bool:
        """Did it not go well: a refusal, or a breach of the protocol?"""
        goed = {"goed", "OverdrachtGeslaagd", "NotificatieOntvangen"}
        return self.tekst.startswith("BREUK") or bool(self.antwoord and self.antwoord not in goed)


def schrijf_op(map_: Path, zin: str, op: datetime) -> None:
    """Add a line."""
    with (map_ / _BESTAND).open("a", encoding="utf-8") as bestand:
        bestand.write(f"{op.isoformat()} {zin}\n")


def begin_opnieuw(map_: Path) -> None:
    """Forget what went by before."""
    (map_ / _BESTAND).unlink(missing_ok=True)


def lees_op(map_: Path) -> list[Regel]:
    """What went by, the newest first; empty when nothing did. A line that is half written stays out."""
    try:
        regels = (map_ / _BESTAND).read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        return []
    return [regel for ruw in reversed(regels[-_MEESTE:]) if (regel := _regel(ruw))]


def _regel(ruw: str) -> Regel | None:
    moment, _, tekst = ruw.partition(" ")
    try:
        op = datetime.fromisoformat(moment)
    except ValueError:
        return None
    gevonden = _BERICHT.fullmatch(tekst)
    if gevonden is None:
        return Regel(op, tekst)
    wie, bericht, antwoord = gevonden["wie"], gevonden["bericht"], gevonden["antwoord"]
    return Regel(op, tekst, _WIE.get(wie, wie), bericht, _WAT.get(bericht, ""), antwoord)
