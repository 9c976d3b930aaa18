"""Vervangt de hoofdsleutel zonder dat iemand stil hoeft te staan (docs/beheer.md, Another master key).

overstap hoofdsleutel stand       onder welke hoofdsleutel ligt hoeveel?
overstap hoofdsleutel zet-over    legt alles onder de hoofdsleutel van nu
"""

from __future__ import annotations

import argparse
import os

DJANGO = False


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Look, or do it."""
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("wat", choices=["stand", "zet-over"])


def run(arguments: argparse.Namespace) -> int:
    """Do it as the owner, whom alone the database lets; 1 when something still lies under another master key."""
    os.environ["OVERSTAP_ALS_EIGENAAR"] = "1"

    from overstap.commands import start_django

    start_django()

    from overstap.foundation.sleutels.kast import hoofdsleutelmerk, sleutels_per_hoofdsleutel, zet_over

    if arguments.wat == "zet-over":
        gedaan = zet_over()
        print(f"{gedaan.sleutels} sleutels overgezet, {gedaan.intussen} intussen vernietigd of al overgezet.")
        if gedaan.dicht:
            print(f"{gedaan.dicht} sleutels gaan niet open. Geef ook hun hoofdsleutel: OVERSTAP_HOOFDSLEUTEL_ERNAAST.")
    nu, stand = hoofdsleutelmerk(), sleutels_per_hoofdsleutel()
    for merk, aantal in sorted(stand.items()):
        print(f"{merk}{' (die van nu)' if merk == nu else ''}: {aantal} sleutels")
    over = sum(aantal for merk, aantal in stand.items() if merk != nu)
    print(f"{over} sleutels liggen nog onder een andere hoofdsleutel." if over else "Alles ligt onder die van nu.")
    return 1 if over else 0
