"""Schrijft de delen van docs/ die uit de code komen: toestanden, soorten bijlagen en de lijsten voor een bestuur."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Collection, Iterator, Mapping
from itertools import chain
from pathlib import Path
from typing import Any

from overstap.config.environment import KOPIE_WEKEN, PROJECT
from overstap.domain.bewaren.rules.termijnen import TERMIJNEN, in_woorden
from overstap.domain.bijlagen.enums import Bijlagesoort, Verboden
from overstap.domain.bijlagen.rules import SCANSTAPPEN
from overstap.domain.dossiers.rules import TOEGESTANE_STAPPEN as DOSSIER
from overstap.domain.overdrachten.rules.stand import STANDSTAPPEN
from overstap.domain.plaatsingen.rules import HERZIENINGEN, STAPPEN
from overstap.domain.rapporten.catalogue import catalogus
from overstap.domain.rapporten.catalogue.elders import ELDERS, GEWEIGERD
from overstap.domain.zorgroutes.rules.stappen import TOEGESTANE_STAPPEN as ZORGROUTE
from overstap.foundation.choice import Choice

DJANGO = False
DOCS = PROJECT / "docs"
# Of one kind of state each; which one differs by row.
type_stappen = Mapping[Any, Collection[Any]]
_KOP = """# Toestanden

Written by `overstap documentatie` from the tables in the code; a test holds it to them. The database refuses every
other step of a dossier, a plaatsing and a zorgroute. `./dev walk 5000` walks at random through the real acts, as the
people who do them: is nobody stuck, did nothing pass by inzage, and did nothing go that was not released?
Words: [begrippen.md](begrippen.md).
"""
# title, where the table stands, the table, and what can be revised beside it.
_TABELLEN: tuple[tuple[str, str, type_stappen, type_stappen], ...] = (
    ("Dossier", "dossiers/rules.py", DOSSIER, {}),
    ("Bijlage: de controle", "bijlagen/rules/keuren.py", SCANSTAPPEN, {}),
    ("Overdracht: het bestand", "overdrachten/rules/stand.py", STANDSTAPPEN, {}),
    ("Plaatsing", "plaatsingen/rules/stappen.py", STAPPEN, HERZIENINGEN),
    ("Zorgroute", "zorgroutes/rules/stappen.py", ZORGROUTE, {}),
)
# The texts for a board, in which the facts stand between marks.
BESTUUR = "bestuur"
_BEGIN, _EINDE = "<!-- soorten -->\n", "<!-- /soorten -->\n"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Where docs stands, for who tries it elsewhere."""
    parser.add_argument("--map", type=Path, default=DOCS, help="de map docs (anders die van deze werkmap)")


def run(arguments: argparse.Namespace) -> int:
    """Write what follows from the code."""
    bijlagen = arguments.map / "bijlagen.md"
    (arguments.map / "toestanden.md").write_text(toestanden(), encoding="utf-8")
    bijlagen.write_text(met_soorten(bijlagen.read_text(encoding="utf-8")), encoding="utf-8")
    for tekst in sorted((arguments.map / BESTUUR).glob("*.md")):
        tekst.write_text(met_lijsten(tekst.read_text(encoding="utf-8")), encoding="utf-8")
    print(f"Geschreven: {arguments.map}/toestanden.md, bijlagen.md en {BESTUUR}/")
    return 0


def toestanden() -> str:
    """Every table of states as a diagram."""
    return _KOP + "".join(chain.from_iterable(_diagram(*tabel) for tabel in _TABELLEN))


def met_soorten(tekst: str) -> str:
    """The text of bijlagen.md with the kinds as they are now."""
    voor, _, rest = tekst.partition(_BEGIN)
    return f"{voor}{_BEGIN}{''.join(_soorten())}{_EINDE}{rest.partition(_EINDE)[2]}"


def _diagram(titel: str, plek: str, stappen: type_stappen, herzien: type_stappen) -> Iterator[str]:
    yield f"\n## {titel}\n\nTable: `domain/{plek}`.\n\n```mermaid\nstateDiagram-v2\n"
    yield f"    [*] --> {next(iter(stappen)).value}\n"
    for staat, naar in stappen.items():
        yield f"    {staat.value}: {staat.label}\n"
        yield from (f"    {staat.value} --> {volgende.value}\n" for volgende in _op_volgorde(stappen, naar))
        terug = _op_volgorde(stappen, herzien.get(staat, ()))
        yield from (f"    {staat.value} --> {volgende.value}: herziening\n" for volgende in terug)
        if not naar and not terug:
            yield f"    {staat.value} --> [*]\n"
    yield "```\n"


def _op_volgorde(stappen: type_stappen, staten: Collection[Choice]) -> list[Choice]:
    return [staat for staat in stappen if staat in staten]


def _soorten() -> Iterator[str]:
    yield "| Kind | Ground | What the parents must have said | Who opens it |\n|---|---|---|---|\n"
    for soort in Bijlagesoort:
        wie = "region or school" if soort.standaard else "school, per document"
        yield f"| {soort.label} | {soort.grondslag or '–'} | {soort.instemming.label} | {wie} |\n"
    yield "\nNever:\n\n"
    yield from (f"- {stuk.label}. {stuk.zin}\n" for stuk in Verboden)


def met_lijsten(tekst: str) -> str:
    """A text for a board with every list that it asks for (`<!-- gegevens -->`) as the code has it now."""
    for naam, regels in _LIJSTEN.items():
        begin, einde = f"<!-- {naam} -->\n", f"<!-- /{naam} -->\n"
        voor, merk, rest = tekst.partition(begin)
        if merk:
            tekst = f"{voor}{begin}{''.join(regels())}{einde}{rest.partition(einde)[2]}"
    return tekst


def _gegevens() -> Iterator[str]:
    yield "| Onderdeel | Gegevens | Artikelen |\n|---|---|---|\n"
    for sectie in catalogus().secties:
        artikelen = dict.fromkeys(veld.grondslag.kort for veld in sectie.velden)
        namen = [veld.lezerslabel().rstrip("?:.") for veld in sectie.velden]
        yield f"| {sectie.titel} | {'; '.join(namen)} | {', '.join(artikelen)} |\n"
    namen = [elders.label.rstrip("?:.") for elders in ELDERS]
    artikelen = dict.fromkeys(elders.grondslag.kort for elders in ELDERS)
    yield f"| Verder | {'; '.join(namen)} | {', '.join(artikelen)} |\n"


def _geweigerd() -> Iterator[str]:
    per_reden: dict[str, list[str]] = {}
    for een in GEWEIGERD:
        per_reden.setdefault(een.reden, []).append(een.element)
    yield from (f"- {', '.join(namen)}: {reden}\n" for reden, namen in per_reden.items())


def _termijnen() -> Iterator[str]:
    yield "| Wat | Vanaf | Hoe lang | Bron |\n|---|---|---|---|\n"
    for soort, termijn in TERMIJNEN.items():
        lang = in_woorden(termijn.maanden, termijn.weken)
        anders = [in_woorden(maanden) for maanden in termijn.keuze if maanden != termijn.maanden]
        keuze = f" (of korter: {', '.join(anders)})" if anders else ""
        yield f"| {soort.label} | {termijn.vanaf} | {lang}{keuze} | {termijn.bron} |\n"


def _kopieen() -> Iterator[str]:
    hoofd, sleutels = KOPIE_WEKEN
    yield f"Reservekopieën van de database en de bestanden blijven {hoofd} weken, die van de sleutels {sleutels}. "
    yield "Wat is vernietigd, is daarna nergens meer te lezen.\n"


def _bijlagen() -> Iterator[str]:
    return (f"- {soort.label} ({soort.grondslag or 'alleen met toestemming'})\n" for soort in Bijlagesoort)


_LIJSTEN: dict[str, Callable[[], Iterator[str]]] = {
    "gegevens": _gegevens, "geweigerd": _geweigerd, "termijnen": _termijnen, "kopieen": _kopieen,
    "bijlagen": _bijlagen,
}  # fmt: skip
