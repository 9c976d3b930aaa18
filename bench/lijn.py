"""What does a whole exchange over the line (OSO) cost beside a bare HTTPS exchange of the same bytes?

Run `.venv/bin/python -m bench.lijn`; the official example stands in OVERSTAP_OSO_MAP. Everything is one process here:
the simulator (Traffic Center and vo school), our door with the dossier in memory, and who asks. So this is the protocol
and TLS, without the database. An exchange is four messages, each over a connection of its own: session, document (with
a sessiecontrole inside it) and signing off; the bare one is one message over the same mTLS with the same answer.
"""

from __future__ import annotations

import json
import resource
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from bench.oso import OSO_MAP
from overstap.integrations.oso import lees
from overstap.integrations.oso.draad.aansluiting import lees_aansluiting
from overstap.integrations.oso.draad.bericht import Bericht
from overstap.integrations.oso.draad.bron import Bron, Verzoek, Vondst
from overstap.integrations.oso.draad.deur import Antwoordbrief, Brief, Deur, Deurmaat
from overstap.integrations.oso.draad.klant import DOSSIER, haal
from overstap.integrations.oso.draad.uitkomst import Uitkomst
from overstap.integrations.oso.simulator.opstelling import Simulator, simulator

RONDEN = 100
KEER = 1000
TEGELIJK = 200
_MB = 1024


@dataclass
class Kast:
    """One dossier, for everybody who may ask."""

    nummer: str
    dossier: bytes

    def nummers(self, _verzoek: Verzoek) -> list[str]:
        return [self.nummer]

    def zoek(self, _verzoek: Verzoek, _nummer: str) -> Vondst:
        return Vondst(gereed=True, voor_doel=True, verzameld=None, versie="", lees=lambda: self.dossier)

    def onthoud(self, _verzoek: Verzoek, _nummer: str | None, _uitkomst: Uitkomst, _code: str) -> None:
        """Nothing is kept."""

    def gekoppeld(self, _verzoek: Verzoek) -> None:
        """Nothing is offered to a samenwerkingsverband."""

    def notificatie(self, _bericht: Bericht, _oin: str) -> bool:
        return False

    def terugkoppeling(self, _bericht: Bericht, _oin: str) -> bool:
        return False


def meet() -> dict[str, float]:
    """Milliseconds (median) and how often one fits in the other; RSS over a thousand; two hundred at once."""
    dossier = (OSO_MAP / "Voorbeelddossier_OV_POVO_full.xml").read_bytes()
    gevonden = lees(dossier, bijlagen=False).nummer
    assert gevonden is not None
    with _opstelling(Kast(gevonden.waarde, dossier)) as (sim, kaal):

        def heel() -> bool:
            return sim.vo.trek(gevonden.waarde, sim.po.brin).dossier is not None

        uit = _om_de_beurt({"heel": heel, "kaal": kaal}) | {"bytes": len(dossier)}
        uit["heel_keer_kaal"] = round(uit["heel_ms"] / uit["kaal_ms"], 2)
        uit |= _geheugen(sim, heel) | _tegelijk(sim, heel)
    return uit


@contextmanager
def _opstelling(kast: Kast) -> Iterator[tuple[Simulator, Callable[[], bool]]]:
    with ExitStack() as stapel:
        sim = stapel.enter_context(
            simulator(Path(stapel.enter_context(tempfile.TemporaryDirectory())), nu=datetime.now(UTC))
        )
        aansluiting = lees_aansluiting(sim.schrijf_aansluiting())
        bron, maat = Bron(aansluiting, kast), Deurmaat(tegelijk=12, wachten=60.0)

        def behandel(brief: Brief) -> Antwoordbrief:
            return Antwoordbrief(kast.dossier) if brief.pad == "/kaal" else bron.behandel(brief)

        deur = stapel.enter_context(Deur(("127.0.0.1", 0), aansluiting.papieren, behandel, maat))
        adres = f"https://127.0.0.1:{deur.poort}"
        punt = aansluiting.punt(sim.po.brin)
        assert punt is not None
        sim.centrale.punten[punt.kenmerk].url = f"{adres}/oso"
        sim.centrale.punten[sim.po.kenmerk].actief = False
        yield sim, lambda: len(haal(f"{adres}/kaal", b"<vraag/>", sim.vo.papieren, DOSSIER)) == len(kast.dossier)


def _om_de_beurt(proeven: dict[str, Callable[[], bool]]) -> dict[str, float]:
    tijden: dict[str, list[float]] = {naam: [] for naam in proeven}
    for ronde in range(RONDEN + 5):
        for naam, proef in proeven.items():
            begin = time.perf_counter()
            assert proef()
            if ronde >= 5:
                tijden[naam].append((time.perf_counter() - begin) * 1000)
    return {f"{naam}_ms": round(statistics.median(reeks), 1) for naam, reeks in tijden.items()}


def _geheugen(sim: Simulator, heel: Callable[[], bool]) -> dict[str, float]:
    """The peak of this process after a hundred exchanges and after a thousand more, in MB."""
    for _ in range(KEER // 10):
        assert heel()
    voor = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _MB
    for _ in range(KEER):
        assert heel()
        # What the simulator remembers of a session is not ours.
        sim.centrale.vergeet()
        sim.verloop.regels.clear()
    na = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _MB
    return {"piek_mb": round(na, 1), "mb_erbij_in_duizend": round(na - voor, 1)}


def _tegelijk(sim: Simulator, heel: Callable[[], bool]) -> dict[str, float]:
    """How many of two hundred that come at once succeed, and how long all of them take; breaches that were seen."""
    begin = time.perf_counter()
    with ThreadPoolExecutor(TEGELIJK) as mensen:
        gelukt = sum(mensen.map(lambda _: heel(), range(TEGELIJK)))
    sim.centrale.sluit()
    return {
        "tegelijk_gelukt": gelukt,
        "tegelijk_seconden": round(time.perf_counter() - begin, 1),
        "breuken": len(sim.verloop.breuken),
    }


if __name__ == "__main__":
    print(json.dumps(meet(), indent=2))
