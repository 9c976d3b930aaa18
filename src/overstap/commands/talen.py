"""De teksten van de ouderpagina's verzamelen voor de vertalers, en de vertalingen klaarmaken voor gebruik."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from overstap.web.components.talen import VERTAALD

# Used by `./dev setup`, when there are no secrets and no database yet.
DJANGO = False


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """One subcommand each."""
    soorten = parser.add_subparsers(dest="wat", required=True, metavar="WAT")
    verzamel = soorten.add_parser("verzamel", help="nieuwe teksten in de .po-bestanden zetten, oude eruit")
    verzamel.set_defaults(doe=_verzamel)
    bouw = soorten.add_parser("bouw", help="van de .po-bestanden .mo-bestanden maken")
    bouw.set_defaults(doe=_bouw)


def run(arguments: argparse.Namespace) -> int:
    """Do what the subcommand says; its exit code."""
    code: int = arguments.doe(arguments)
    return code


def _verzamel(arguments: argparse.Namespace) -> int:
    """Print per language which texts still miss a translation; 1 when one does."""
    from overstap.web.ouders.vertaling import bestand, te_doen, verzamel

    verzamel()
    open_ = {taal.code: te_doen(taal.code) for taal in VERTAALD}
    for code, teksten in open_.items():
        print(f"{code}: {'alles vertaald' if not teksten else f'{len(teksten)} te vertalen in {_kort(bestand(code))}'}")
        for tekst in teksten:
            print(f"    {tekst}", file=sys.stderr)
    return _bouw(arguments) or int(any(open_.values()))


def _bouw(arguments: argparse.Namespace) -> int:
    from overstap.web.ouders.vertaling import bouw

    bouw()
    return 0


def _kort(pad: Path) -> str:
    return str(pad.relative_to(Path.cwd())) if pad.is_relative_to(Path.cwd()) else str(pad)
