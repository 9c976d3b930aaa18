"""Toon welke gegevens een rapport mag bevatten, elk met het artikel dat het toestaat."""

from __future__ import annotations

import argparse
import json

from overstap.domain.rapporten.catalogue import catalogus
from overstap.domain.rapporten.catalogue.overzicht import Overzicht, overzicht

DJANGO = False


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """One choice: for people or for programs."""
    parser.add_argument("--json", action="store_true", help="als JSON, met alle eigenschappen")


def run(arguments: argparse.Namespace) -> int:
    """Print the register."""
    alles = overzicht(catalogus())
    print(json.dumps(alles, ensure_ascii=False, indent=2) if arguments.json else _regels(alles))
    return 0


def _regels(alles: Overzicht) -> str:
    velden = [
        f"{v['sectie'] or '(elders)':<24}{v['naam']:<32}{v['grondslag']:<14}{v['label']}" for v in alles["velden"]
    ]
    nee = [f"{'(geweigerd)':<24}{g['element']:<32}{g['grondslag']:<14}{g['reden']}" for g in alles["geweigerd"]]
    return "\n".join(velden + nee)
