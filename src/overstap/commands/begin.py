"""Begint een organisatie: laadt de regio en maakt een link waarmee de eerste persoon (directeur) een account maakt.

Bijvoorbeeld: overstap begin regio/meerdorp.toml --brin 99XA --naam "Anna de Vries" --email a.devries@school.nl
Voor wie de regio zelf inricht: --regio in plaats van --brin.
"""

from __future__ import annotations

import argparse
import sys
import tomllib
from datetime import datetime
from pathlib import Path


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("pad", type=Path, help="het TOML-bestand van de regio")
    wie = parser.add_mutually_exclusive_group(required=True)
    wie.add_argument("--brin", help="de school, of het nummer van het samenwerkingsverband")
    wie.add_argument("--regio", action="store_true", help="de regio zelf: wie haar inricht en de aantallen ziet")
    parser.add_argument("--vestiging", default="00", help="de vestiging van de school (gewoonlijk 00)")
    parser.add_argument("--naam", required=True, help="wie daarna de collega's uitnodigt")
    parser.add_argument("--email", required=True)
    parser.add_argument(
        "--opvolger", action="store_true", help="ook als iemand de medewerkers al beheert, maar er niet meer is"
    )
    parser.add_argument("--opnieuw", action="store_true", help="maak een nieuwe link; de oude werkt dan niet meer")


def run(arguments: argparse.Namespace) -> int:
    """Load the region and print the link; 1 and nothing changed when a file or an argument is wrong or it was done."""
    from django.core.exceptions import ValidationError
    from django.core.validators import validate_email
    from django.utils import timezone

    from overstap.commands import regio

    try:
        validate_email(arguments.email)
    except ValidationError:
        print(f"{arguments.email} is geen e-mailadres.", file=sys.stderr)
        return 1
    if niet_goed := regio.run(arguments):
        return niet_goed
    return _nodig_uit(arguments, timezone.now())


def _nodig_uit(arguments: argparse.Namespace, nu: datetime) -> int:
    from overstap.domain.medewerkers.actions import begin_organisatie
    from overstap.domain.medewerkers.queries import regioplek_for, te_beginnen_for
    from overstap.domain.medewerkers.rules import UitnodigingGeweigerd
    from overstap.foundation.access import Actor, NietGevonden, Rol
    from overstap.foundation.rls import als
    from overstap.jobs.medewerkers import beginadres

    try:
        if arguments.regio:
            organisatie = regioplek_for(None, str(tomllib.loads(arguments.pad.read_text(encoding="utf-8"))["naam"]))
        else:
            organisatie = te_beginnen_for(None, arguments.brin, arguments.vestiging)
        with als(Actor(rol=Rol.SYSTEEM, organisatie_id=organisatie.id)) as by:
            uitnodiging = begin_organisatie(
                naam=arguments.naam, email=arguments.email, opnieuw=arguments.opnieuw, by=by, at=nu,
                opvolger=arguments.opvolger,
            )  # fmt: skip
            adres = beginadres(by, uitnodiging)
    except NietGevonden:
        print(f"{arguments.brin} staat niet in {arguments.pad}. Controleer --brin en --vestiging.", file=sys.stderr)
        return 1
    except UitnodigingGeweigerd as fout:
        print(fout.zin, file=sys.stderr)
        return 1
    print(f"{organisatie.naam} kan beginnen. Geef deze link aan {arguments.naam}, en aan niemand anders:\n\n{adres}\n")
    print(f"De link werkt één keer, tot en met {uitnodiging.geldig_tot:%d-%m-%Y}. Hij staat nergens anders.")
    return 0
