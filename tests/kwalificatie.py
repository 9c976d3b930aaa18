"""`./dev kwalificatie`: run every scenario of OSO by name and write a report of that run, for who must judge it.

The scenarios and how far each is there are those of docs/oso-draad.md; the tests carry the name (`test_k7_…`). The
report says of itself that it is not a qualification: the other side is our own simulator.
"""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import sys
from dataclasses import dataclass, field
from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path
from xml.etree import ElementTree as ET

from overstap.integrations.oso.draad.uitgave import NIEUWSTE, uitgaven

PROJECT = Path(__file__).parents[1]
DOC = PROJECT / "docs" / "oso-draad.md"
MAP = PROJECT / "var" / "kwalificatie"
_RIJ = re.compile(r"^\| (K\d+) \| (.+?) \| (.+?) \|$", re.MULTILINE)
_NUMMERS = re.compile(r"(?:^test|_and)_k(\d+)(?=_)")
_TEST = re.compile(r"^def (test_k\d+_\w+)", re.MULTILINE)
NOOIT = (
    "**Dit is geen kwalificatie voor OSO.** De andere kant is de simulator van Overstap zelf. Niets hieruit is gehouden"
    " tegen het Traffic Center, de testschool van Kennisnet of de leerlingadministratie van een leverancier."
)


@dataclass
class Scenario:
    """One of the scenarios: what it is, how far it is there, and the tests of this run with what came of each."""

    nummer: str
    wat: str
    stand: str
    tests: dict[str, str] = field(default_factory=dict)

    @property
    def oordeel(self) -> str:
        """What this run says of it."""
        if not self.tests:
            return "niet gedraaid"
        uitkomsten = set(self.tests.values())
        return "geslaagd" if uitkomsten == {"geslaagd"} else ", ".join(sorted(uitkomsten - {"geslaagd"}))


def scenarios(tekst: str) -> dict[str, Scenario]:
    """The scenarios in the documentation, by number."""
    return {nummer: Scenario(nummer, wat, stand) for nummer, wat, stand in _RIJ.findall(tekst)}


def nummers_van(naam: str) -> list[str]:
    """Of which scenarios a test is, by its name."""
    return [f"K{nummer}" for nummer in _NUMMERS.findall(naam)]


def bestanden() -> dict[Path, list[str]]:
    """Every file with such tests, and their names."""
    gevonden = ((pad, _TEST.findall(pad.read_text(encoding="utf-8"))) for pad in (PROJECT / "tests").rglob("test_*.py"))
    return {pad: namen for pad, namen in sorted(gevonden) if namen}


def vul(lijst: dict[str, Scenario], junit: str) -> None:
    """Put what a run of pytest says (JUnit XML) with the scenarios that it is of."""
    for geval in ET.fromstring(junit).iter("testcase"):  # made by pytest, just now
        naam = geval.get("name", "")
        soort = next((kind.tag for kind in geval if kind.tag in _UITKOMST), "")
        for nummer in nummers_van(naam):
            if nummer in lijst:
                lijst[nummer].tests[f"{geval.get('classname')}::{naam}"] = _UITKOMST.get(soort, "geslaagd")


_UITKOMST = {"failure": "gezakt", "error": "gezakt", "skipped": "overgeslagen"}


def verslag(lijst: dict[str, Scenario], *, nu: datetime, versie: str) -> str:
    """The report (Markdown): of what, how each scenario went by which tests, and what was unknown."""
    regels = ["# Scenario's van OSO over de lijn: verslag van één keer draaien", "", NOOIT, ""]
    regels += [f"- gedraaid: {nu:%Y-%m-%d %H:%M} UTC", f"- Overstap: {versie}"]
    for uitgave in uitgaven().values():
        bestand = files("overstap.integrations.oso.draad") / "uitgaven" / f"{uitgave.naam}.toml"
        merk = hashlib.sha256(bestand.read_bytes()).hexdigest()
        regels.append(f"- uitgave {uitgave.naam} (`{uitgave.naamruimte}`), sha256 van het bestand `{merk}`")
    regels += ["", "| | Scenario | Deze keer | Hoever het er is |", "|---|---|---|---|"]
    regels += [f"| {een.nummer} | {een.wat} | {een.oordeel} | {een.stand} |" for een in lijst.values()]
    regels += ["", "## De tests", ""]
    for een in lijst.values():
        regels += [f"- {een.nummer} {uitkomst}: `{naam}`" for naam, uitkomst in een.tests.items()]
    regels += ["", "## Wat niemand heeft gepubliceerd, en wat wij kozen", ""]
    regels += [f"- {gat.gat}: {gat.wat} Onze keuze: {gat.keuze}" for gat in uitgaven()[NIEUWSTE].onbekend]
    return "\n".join([*regels, ""])


def main() -> int:
    """Run, write the report, and say where it is; 1 when a scenario failed or has no test that ran."""
    MAP.mkdir(parents=True, exist_ok=True)
    junit, nu = MAP / "junit.xml", datetime.now(UTC)
    junit.unlink(missing_ok=True)
    opdracht = [sys.executable, "-m", "pytest", "-q", "-k", "test_k", f"--junitxml={junit}", *map(str, bestanden())]
    # The peak of April: two hundred at once.
    subprocess.run(opdracht, cwd=PROJECT, env={**os.environ, "OVERSTAP_SESSIES": "200"}, check=False)
    lijst = scenarios(DOC.read_text(encoding="utf-8"))
    vul(lijst, junit.read_text(encoding="utf-8"))
    git = ["git", "describe", "--always", "--dirty"]
    versie = subprocess.run(git, cwd=PROJECT, capture_output=True, text=True, check=False).stdout.strip()
    uit = MAP / f"{nu:%Y-%m-%dT%H%M%S}.md"
    uit.write_text(verslag(lijst, nu=nu, versie=versie or "onbekend"), encoding="utf-8")
    sys.stdout.write(f"Het verslag staat in {uit.relative_to(PROJECT)}\n")
    return 0 if all(een.oordeel == "geslaagd" for een in lijst.values()) else 1


if __name__ == "__main__":
    sys.exit(main())
