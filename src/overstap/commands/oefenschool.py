"""Zet een oefenschool klaar voor een school of samenwerkingsverband, bijvoorbeeld: overstap oefenschool --brin 12AB.

Medewerkers doen dit meestal zelf, bij Oefenen. Elke nacht wordt zij gewist.
"""

from __future__ import annotations

import argparse
import sys


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--brin", required=True, help="de school, of het nummer van het samenwerkingsverband")
    parser.add_argument("--vestiging", default="00", help="de vestiging van de school (gewoonlijk 00)")


def run(arguments: argparse.Namespace) -> int:
    """Make it at once, without the worker; 1 when nobody knows the school. Harmless when it stands ready."""
    from django.utils import timezone

    from overstap.domain.medewerkers.queries import te_beginnen_for
    from overstap.domain.oefenscholen.actions import begin_oefenen
    from overstap.foundation.access import NietGevonden
    from overstap.foundation.queue import opvangen
    from overstap.foundation.rls import als
    from overstap.jobs.taak import systeem_voor, voer_uit

    try:
        organisatie = te_beginnen_for(None, arguments.brin, arguments.vestiging)
    except NietGevonden:
        print(f"{arguments.brin} is niet bekend. Controleer --brin en --vestiging.", file=sys.stderr)
        return 1
    werk: list[tuple[str, dict[str, str]]] = []
    nu = timezone.now()
    with opvangen(lambda naam, ids: werk.append((naam, ids))), als(systeem_voor(organisatie.id)) as by:
        begin_oefenen(by=by, at=nu)
    for naam, ids in werk:
        voer_uit(naam, ids.pop("organisatie_id"), ids, nu)
    print(f"De oefenschool van {organisatie.naam} staat klaar, tot vannacht. Medewerkers gaan erheen bij Oefenen.")
    return 0
