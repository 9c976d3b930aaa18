"""Run a simulator in a process of its own, which may be killed: python -m tests.jobs.simulator_los MAP BRIN NUMMER XML.

With a fifth word the whole chain (Traffic Center, administration) is killed at the moment that a dossier is asked for.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from overstap.integrations.oso.simulator.las import Dossier, Las
from overstap.integrations.oso.simulator.opstelling import simulator
from overstap.integrations.oso.simulator.systeem import Reactie


@contextmanager
def los(map_: Path, brin: str, nummer: str, dossier: bytes, *, sterft: bool = False) -> Iterator[subprocess.Popen[str]]:
    """Run one; its connection stands in `map_` when the block begins."""
    bestand = map_ / "dossier.xml"
    bestand.write_bytes(dossier)
    woorden = [str(map_), brin, nummer, str(bestand), *(["sterft"] if sterft else [])]
    opdracht = [sys.executable, "-m", "tests.jobs.simulator_los", *woorden]
    with subprocess.Popen(opdracht, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as kind:
        assert kind.stdout is not None
        try:
            assert kind.stdout.readline() == "klaar\n"
            yield kind
        finally:
            kind.kill()


def _sterf(*_wat: object) -> Reactie:
    os.kill(os.getpid(), signal.SIGKILL)
    return Reactie({})


def main(map_: str, brin: str, nummer: str, bestand: str, *sterft: str) -> None:
    """Run until nobody holds our input any more."""
    if sterft:
        Las.antwoord = _sterf  # type: ignore[method-assign]  # this process does nothing else
    with simulator(Path(map_), nu=datetime.now(UTC), po_brin=brin) as sim:
        sim.po.dossiers[nummer] = Dossier(Path(bestand).read_bytes())
        sim.schrijf_aansluiting()
        sys.stdout.write("klaar\n")
        sys.stdout.flush()
        sys.stdin.read()


if __name__ == "__main__":
    main(*sys.argv[1:])
