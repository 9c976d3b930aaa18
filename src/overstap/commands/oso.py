"""Lees een OSO-bestand in en schrijf het weer, en zeg wat niet meeging en waarom."""

from __future__ import annotations

import argparse
import sys
from datetime import date
from pathlib import Path

from overstap.integrations.oso import rondreis

DJANGO = False


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """`rondreis` with a file to read and a file to write."""
    parser.add_argument("wat", choices=["rondreis"], help="lezen, schrijven, en opnieuw lezen")
    parser.add_argument("bron", type=Path, metavar="IN", help="het OSO-bestand (.xml)")
    parser.add_argument("doel", type=Path, metavar="UIT", help="het bestand dat wordt geschreven")


def run(arguments: argparse.Namespace) -> int:
    """Print the report; 1 when nothing was written, or when it reads differently."""
    if not arguments.bron.is_file():
        print(f"Het bestand {arguments.bron} bestaat niet.", file=sys.stderr)
        return 1
    verslag = rondreis(arguments.bron, arguments.doel, vandaag=date.today())  # noqa: DTZ011  # the edge: here the clock is read
    print(verslag.tekst)
    return 0 if verslag.gelukt else 1
