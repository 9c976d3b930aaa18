"""Controleert of het logboek nog heel is: elke schakel van elke keten wordt opnieuw berekend."""

from __future__ import annotations

import argparse
import os

DJANGO = False


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """`overstap logboek controleer`."""
    parser.add_argument("wat", choices=["controleer"])


def run(arguments: argparse.Namespace) -> int:
    """Print every broken link; exit 1 when there is one. Runs as the owner, who sees every chain."""
    os.environ["OVERSTAP_ALS_EIGENAAR"] = "1"

    from overstap.commands import start_django

    start_django()

    from overstap.foundation.audit.keten import breuken

    gevonden = breuken()
    for keten, nummer in gevonden:
        print(f"Gebroken: keten {keten}, gebeurtenis {nummer}")
    print("Het logboek is heel." if not gevonden else f"{len(gevonden)} schakels kloppen niet.")
    return 1 if gevonden else 0
