"""Lees een OSO-bestand in en schrijf het weer, en zeg wat niet meeging en waarom."""

from __future__ import annotations

import argparse
import sys
from datetime import date
from pathlib import Path

from overstap.integrations.oso import Profiel, rondreis

DJANGO = False


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """One subcommand each, with what it needs."""
    soorten = parser.add_subparsers(dest="wat", required=True, metavar="WAT")
    reis = soorten.add_parser("rondreis", help="lezen, schrijven, en opnieuw lezen")
    reis.add_argument("bron", type=Path, metavar="IN", help="het OSO-bestand (.xml)")
    reis.add_argument("doel", type=Path, metavar="UIT", help="het bestand dat wordt geschreven")
    reis.add_argument(
        "--profiel",
        type=_profiel,
        metavar="P",
        help=f"schrijf het als {_SCHRIJFBAAR}; anders in het profiel van het bestand zelf",
    )
    reis.set_defaults(doe=_rondreis)


_SCHRIJFBAAR = ", ".join(profiel.value for profiel in Profiel if profiel.schrijfbaar)


def _profiel(tekst: str) -> Profiel:
    try:
        profiel = Profiel.uit_tekst(tekst)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{tekst} is geen profiel. Kies {_SCHRIJFBAAR}.") from None
    if not profiel.schrijfbaar:
        raise argparse.ArgumentTypeError(f"{profiel} wordt alleen gelezen. Kies {_SCHRIJFBAAR}.")
    return profiel


def run(arguments: argparse.Namespace) -> int:
    """Do what the subcommand says; its exit code."""
    code: int = arguments.doe(arguments)
    return code


def _rondreis(arguments: argparse.Namespace) -> int:
    """Print the report; 1 when nothing was written, or when it reads differently."""
    if not arguments.bron.is_file():
        print(f"Het bestand {arguments.bron} bestaat niet.", file=sys.stderr)
        return 1
    vandaag = date.today()  # noqa: DTZ011  # the edge: here the clock is read
    verslag = rondreis(arguments.bron, arguments.doel, profiel=arguments.profiel or "", vandaag=vandaag)
    print(verslag.tekst)
    return 0 if verslag.gelukt else 1
