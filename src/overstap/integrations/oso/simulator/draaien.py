"""How does a person run the simulator: with which dossiers, until when, and what is printed?"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

from overstap.integrations.oso.lezen import lees
from overstap.integrations.oso.simulator.las import Dossier
from overstap.integrations.oso.simulator.opstelling import Simulator, simulator
from overstap.integrations.xml import Leesfout

_TIK = 0.5


def draai(
    map_: Path,
    dossiers: Path | None,
    *,
    brins: tuple[str, str],
    poort: int,
    luister: str,
    minuten: float,
    nu: datetime,
    osr: bool = False,
    zeg: Callable[[str], None],
) -> bool:
    """Run until `minuten` have passed or somebody presses Ctrl-C; True when nobody broke the protocol.

    `brins` are those of the basisschool and the vo school. The file `aansluiting.toml` in `map_` is written last: who
    waits for it may begin. The papers are of `nu`. With `osr` mandates come from the register that runs along.
    """
    with simulator(map_, nu=nu, po_brin=brins[0], vo_brin=brins[1], poort=poort) as sim:
        for zin in _zet_klaar(sim, dossiers):
            zeg(zin)
        zeg(f"OVERSTAP_OSO_AANSLUITING={sim.schrijf_aansluiting(luister, osr=osr)}")
        try:
            _wacht(sim, time.monotonic() + minuten * 60, zeg)
        except KeyboardInterrupt:
            zeg("Gestopt.")
        sim.centrale.sluit()
        for zin in sim.verloop.breuken:
            zeg(f"BREUK  {zin}")
        zeg(
            "Er is een breuk van het protocol gezien." if sim.verloop.breuken else "Geen breuk van het protocol gezien."
        )
        return not sim.verloop.breuken


def _zet_klaar(sim: Simulator, dossiers: Path | None) -> Iterator[str]:
    """Put every file in the po LAS under the number in it; who has none stays out."""
    for bestand in sorted(dossiers.rglob("*.xml")) if dossiers else ():
        try:
            nummer = lees(bestand.read_bytes(), bijlagen=False).nummer
        except Leesfout:
            nummer = None
        if nummer is None:
            yield f"{bestand.name}: overgeslagen, er is geen nummer in te lezen"
        else:
            sim.po.dossiers[nummer.waarde] = Dossier(bestand.read_bytes())
            # Invented numbers only: to fetch one, a person must know it.
            yield f"{bestand.name}: staat klaar onder nummer {nummer.waarde}"


def _wacht(sim: Simulator, eind: float, zeg: Callable[[str], None]) -> None:
    """Print what goes by until `eind`; also what went by in the last moment, whoever ends it."""
    gezegd = 0
    try:
        while time.monotonic() < eind:
            time.sleep(_TIK)
            nieuw = sim.verloop.regels[gezegd:]
            gezegd += len(nieuw)
            for regel in nieuw:
                zeg(regel)
    finally:
        for regel in sim.verloop.regels[gezegd:]:
            zeg(regel)
