"""Laadt hoe een samenwerkingsverband werkt, bijvoorbeeld: overstap swv laden swv/voorbeeld.toml."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("wat", choices=["laden"])
    parser.add_argument("pad", type=Path, help="het TOML-bestand van het samenwerkingsverband")


def run(arguments: argparse.Namespace) -> int:
    """Check the file and take it over; a file with mistakes changes nothing (exit code 1)."""
    from django.utils import timezone

    from overstap.domain.zorgroutes.actions import laad_inrichting
    from overstap.domain.zorgroutes.rules import InrichtingFout, ZorgrouteGeweigerd, lees_inrichting
    from overstap.foundation.access import SYSTEEM
    from overstap.foundation.rls import als

    try:
        inrichting = lees_inrichting(arguments.pad.read_text(encoding="utf-8"))
        with als(SYSTEEM):
            laad_inrichting(inrichting=inrichting, by=SYSTEEM, at=timezone.now())
    except (OSError, UnicodeDecodeError):
        print(f"{arguments.pad} is niet te lezen. Controleer de naam van het bestand.", file=sys.stderr)
        return 1
    except InrichtingFout as fout:
        print(f"{arguments.pad} heeft fouten. Er is niets veranderd.\n{fout}", file=sys.stderr)
        return 1
    except ZorgrouteGeweigerd as fout:
        print(fout.zin, file=sys.stderr)
        return 1
    print(f"{inrichting.code} is geladen, met {len(inrichting.routes)} routes.")
    return 0
