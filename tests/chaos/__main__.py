"""`./dev chaos [fault …] [--keren N] [--schrijven N]`: do it for real, count from outside, and say what was lost.

Each fault runs in a process of its own. Kept as var/chaos/<moment>.json; the exit code is 1 when an acknowledged write
was lost or something was left broken.
"""

from __future__ import annotations

import argparse
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from importlib import import_module
from typing import Any

from overstap.config.environment import PROJECT

# Which module does each fault.
FOUTEN = {
    "web": "uitval", "worker": "uitval", "database": "uitval", "standby": "tweede", "moment": "tweede",
    "schijf_bestanden": "schijf", "schijf_database": "schijf", "scanner": "stil", "mailserver": "stil",
    "emmer": "stil", "upload": "stil", "klok": "klok",
}  # fmt: skip
_MOET_NUL = (
    "verloren", "dubbel", "bestanden_weg", "logboek_gebroken", "bijlagen_verloren", "halve_bestanden", "half_gebleven",
    "te_vroeg_beoordeeld",
)  # fmt: skip
_KLAAR = "CHAOS "
# A fault that does not end is a finding of its own: it stops what it started, and says so.
_HOOGSTENS = 45 * 60


def main() -> int:
    """Run the chosen faults one after another, and report."""
    gekozen = _argumenten()
    if gekozen.hier:
        print(_KLAAR + json.dumps(_doe(gekozen.hier, gekozen.keren, gekozen.schrijven), default=str))
        return 0
    verslag: dict[str, Any] = {
        "moment": datetime.now(UTC).isoformat(timespec="seconds"), "keren": gekozen.keren,
        "schrijven": gekozen.schrijven, "drukte": os.getloadavg()[0], "fouten": {},
    }  # fmt: skip
    for naam in gekozen.fouten or FOUTEN:
        verslag["fouten"][naam] = _in_ander_proces(naam, gekozen)
        _toon(naam, verslag["fouten"][naam])
    map_ = PROJECT / "var" / "chaos"
    bestand = map_ / f"{verslag['moment'].replace(':', '')}.json"
    bestand.write_text(json.dumps(verslag, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    slecht = {naam: stuk for naam, uit in verslag["fouten"].items() if (stuk := _stuk(uit))}
    print(f"\n{'Niet goed: ' + json.dumps(slecht, ensure_ascii=False) if slecht else 'Niets verloren.'} ({bestand})")
    return 1 if slecht else 0


def _argumenten() -> argparse.Namespace:
    lezer = argparse.ArgumentParser(prog="./dev chaos", description=__doc__)
    lezer.add_argument("fouten", nargs="*", choices=[*FOUTEN, []], help=f"welke (gewoonlijk alle): {', '.join(FOUTEN)}")
    lezer.add_argument("--keren", type=int, default=3, help="hoe vaak er iets wordt gedood (voor het verslag: 10)")
    lezer.add_argument("--schrijven", type=int, default=200, help="hoeveel bevestigde daden (voor het verslag: 2000)")
    lezer.add_argument("--hier", choices=FOUTEN, help=argparse.SUPPRESS)
    return lezer.parse_args()


def _doe(naam: str, keren: int, schrijven: int) -> dict[str, Any]:
    fout: Callable[[int, int], dict[str, Any]] = getattr(import_module(f"tests.chaos.{FOUTEN[naam]}"), naam)
    begin = time.monotonic()
    signal.signal(signal.SIGALRM, _te_lang)
    signal.alarm(_HOOGSTENS)
    return fout(keren, schrijven) | {"duur_s": round(time.monotonic() - begin)}


def _te_lang(*_wat: object) -> None:
    raise TimeoutError(f"na {_HOOGSTENS // 60} minuten nog niet klaar")


def _in_ander_proces(naam: str, gekozen: argparse.Namespace) -> dict[str, Any]:
    print(f"\n▸ {naam}", flush=True)
    klaar = subprocess.run(
        [sys.executable, "-m", "tests.chaos", "--hier", naam, "--keren", str(gekozen.keren),
         "--schrijven", str(gekozen.schrijven)],
        cwd=PROJECT, stdout=subprocess.PIPE, text=True, check=False,
    )  # fmt: skip
    regels = [regel for regel in klaar.stdout.splitlines() if regel.startswith(_KLAAR)]
    if klaar.returncode or not regels:
        return {"niet_gelukt": klaar.stdout[-2000:] or f"gestopt met {klaar.returncode}"}
    uit: dict[str, Any] = json.loads(regels[-1].removeprefix(_KLAAR))
    return uit


def _stuk(uit: dict[str, Any]) -> dict[str, Any]:
    """What must be nothing and is not, in a fault or in one of its parts."""
    if "niet_gelukt" in uit or "overgeslagen" in uit:
        return uit
    return {naam: uit[naam] for naam in _MOET_NUL if uit.get(naam)} | {
        naam: stuk for naam, deel in uit.items() if isinstance(deel, dict) and (stuk := _stuk(deel))
    }


def _toon(naam: str, uit: dict[str, Any]) -> None:
    for woord, waarde in uit.items():
        print(f"  {woord:24} {waarde}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
