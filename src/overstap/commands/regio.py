"""Laadt het instellingenbestand van een regio, bijvoorbeeld: overstap regio laden regio/voorbeeld.toml."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("wat", choices=["laden"])
    parser.add_argument("pad", type=Path, help="het TOML-bestand van de regio")


def run(arguments: argparse.Namespace) -> int:
    """Check the file and take it over; a file with mistakes changes nothing (exit code 1)."""
    from django.utils import timezone

    from overstap.domain.bijlagen.rules import bezwaar_tegen_standaardsoort
    from overstap.domain.rapporten.catalogue import bezwaar_tegen_regioveld
    from overstap.domain.scholen.actions import laad_regio
    from overstap.domain.scholen.rules import RegiobestandFout, lees_regio
    from overstap.domain.scholen.rules.regiowijziging import RegioGeweigerd
    from overstap.domain.zorgroutes.rules import bezwaren_tegen_route
    from overstap.foundation.access import SYSTEEM
    from overstap.foundation.rls import als

    try:
        tekst = arguments.pad.read_text(encoding="utf-8")
        bestand = lees_regio(tekst, bezwaar_tegen_regioveld, bezwaar_tegen_standaardsoort, bezwaren_tegen_route)
    except (OSError, UnicodeDecodeError):
        print(f"{arguments.pad} is niet te lezen. Controleer de naam van het bestand.", file=sys.stderr)
        return 1
    except RegiobestandFout as fout:
        print(f"{arguments.pad} heeft fouten. Er is niets veranderd.\n{fout}", file=sys.stderr)
        return 1
    try:
        with als(SYSTEEM):
            laad_regio(bestand=bestand, by=SYSTEEM, at=timezone.now())
    except RegioGeweigerd as weigering:
        zinnen = "\n".join(map(str, weigering.fouten))
        print(f"{arguments.pad} is geweigerd. Er is niets veranderd.\n{zinnen}", file=sys.stderr)
        return 1
    print(f"{bestand.naam} is geladen, met {len(bestand.scholen)} scholen.")
    return 0
