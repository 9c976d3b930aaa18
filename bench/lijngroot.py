"""What does a dossier with 40 MB of attachments cost at its peak, fetched over the line and given over the line?

Run `.venv/bin/python -m bench.lijngroot`. Who fetches and who gives is a process of its own, beside one that does the
same with a small dossier; the simulator, which holds everything in memory, is in this one. Without a database.
"""

from __future__ import annotations

import json
import random
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

from overstap.integrations.oso.draad.aansluiting import Aansluiting, lees_aansluiting
from overstap.integrations.oso.draad.bron import Bron, Verzoek, Vondst
from overstap.integrations.oso.draad.deur import Deur
from overstap.integrations.oso.draad.doel import Haler
from overstap.integrations.oso.simulator.las import Dossier
from overstap.integrations.oso.simulator.opstelling import Simulator, simulator

AANTAL, OMVANG = 4, 10 * 1024 * 1024


def meet() -> dict[str, float]:
    """MB at the peak of a process that fetches (`haal`) and one that gives (`geef`): small, big, and the difference."""
    with tempfile.TemporaryDirectory() as map_, simulator(Path(map_), nu=datetime.now(UTC)) as sim:
        sim.schrijf_aansluiting()
        uit: dict[str, float] = {}
        for rol, proef in (("haal", _haal), ("geef", _geef)):
            klein, groot = (proef(sim, _dossier(aantal)) for aantal in (0, AANTAL))
            uit |= {f"{rol}_klein_mb": klein, f"{rol}_groot_mb": groot, f"{rol}_erbij_mb": round(groot - klein, 1)}
        return uit | {"bytes": len(_dossier(AANTAL))}


def _dossier(aantal: int) -> bytes:
    from overstap.domain.bijlagen.snapshot import Bestand
    from overstap.integrations.oso import voorbeeldbestand
    from tests.integrations.oso.leerling import DATUM, LEERLING, NUMMER

    toeval = random.Random(1)  # noqa: S311  # the same bytes every time
    groot = tuple(
        Bestand(f"groot-{nummer}", "", f"scan-{nummer}.pdf", "Scan", "application/pdf", b"%PDF-" + inhoud)
        for nummer, inhoud in enumerate(toeval.randbytes(OMVANG) for _ in range(aantal))
    )
    return voorbeeldbestand(LEERLING, nummer=NUMMER, datum=DATUM, bestanden=groot)


def _haal(sim: Simulator, dossier: bytes) -> float:
    from tests.integrations.oso.leerling import NUMMER

    sim.po.dossiers[NUMMER.waarde] = Dossier(dossier)
    with _kind("haal", sim.map, NUMMER.waarde) as kind:
        return _slot(kind)


def _geef(sim: Simulator, dossier: bytes) -> float:
    from tests.integrations.oso.leerling import NUMMER

    bestand = sim.map / "dossier.xml"
    bestand.write_bytes(dossier)
    with _kind("geef", sim.map, NUMMER.waarde, str(bestand)) as kind:
        assert kind.stdout is not None
        punt = lees_aansluiting(sim.map / "aansluiting.toml").punt(sim.po.brin)
        assert punt is not None
        sim.centrale.punten[punt.kenmerk].url = f"https://127.0.0.1:{int(kind.stdout.readline())}/oso"
        sim.centrale.punten[sim.po.kenmerk].actief = False
        gehaald = sim.vo.trek(NUMMER.waarde, sim.po.brin)
        sim.centrale.punten[sim.po.kenmerk].actief = True
        assert gehaald.dossier == dossier.partition(b"?>")[2].strip()
        return _slot(kind)


def _kind(*woorden: object) -> subprocess.Popen[str]:
    opdracht = [sys.executable, "-m", "bench.lijngroot", *map(str, woorden)]
    return subprocess.Popen(opdracht, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def _slot(kind: subprocess.Popen[str]) -> float:
    """Let it end; what it says last are its MB."""
    gezegd, _ = kind.communicate("")
    assert kind.returncode == 0
    return float(gezegd.split()[-1])


def _piek() -> str:
    # Not what `getrusage` says: that counts the process from which this one came too.
    regels = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(f"{int(regel.split()[1]) / 1024:.1f}" for regel in regels if regel.startswith("VmHWM"))


@dataclass
class Kast:
    """One dossier, on disk."""

    nummer: str
    bestand: Path

    def nummers(self, _verzoek: Verzoek) -> list[str]:
        return [self.nummer]

    def zoek(self, _verzoek: Verzoek, _nummer: str) -> Vondst:
        return Vondst(gereed=True, voor_doel=True, verzameld=None, versie="", lees=self._open)

    def _open(self) -> BinaryIO:
        return self.bestand.open("rb")

    def gekoppeld(self, _verzoek: Verzoek) -> None:
        """Nothing is offered to a samenwerkingsverband."""

    def onthoud(self, *_wat: object) -> None:
        """Nothing is kept."""

    def notificatie(self, *_wat: object) -> bool:
        return False

    terugkoppeling = notificatie


def _kind_haal(aansluiting: Aansluiting, nummer: str) -> None:
    punt = next(iter(aansluiting.punten.values()))
    assert Haler(aansluiting, punt, punt.brin).haal_op(nummer).dossier


def _kind_geef(aansluiting: Aansluiting, nummer: str, bestand: str) -> None:
    with Deur(("127.0.0.1", 0), aansluiting.papieren, Bron(aansluiting, Kast(nummer, Path(bestand))).behandel) as deur:
        print(deur.poort, flush=True)
        sys.stdin.read()


if __name__ == "__main__":
    if len(sys.argv) == 1:
        print(json.dumps(meet(), indent=2))
    else:
        rollen: dict[str, Callable[..., None]] = {"haal": _kind_haal, "geef": _kind_geef}
        rollen[sys.argv[1]](lees_aansluiting(Path(sys.argv[2]) / "aansluiting.toml"), *sys.argv[3:])
        print(_piek())
