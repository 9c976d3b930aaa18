"""Begint een organisatie: laadt de regio als die er nog niet is, en maakt een link voor de eerste persoon (directeur).

Bijvoorbeeld: overstap begin regio/meerdorp.toml --brin 99XA --naam "Anna de Vries" --email a.devries@school.nl
Voor wie de regio zelf inricht: --regio in plaats van --brin.
"""

from __future__ import annotations

import argparse
import sys
import tomllib
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from overstap.domain.scholen.models import Organisatie


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
    """Load the region where it is not known yet, and print the link; 1 when something is wrong, and nothing changed."""
    from django.core.exceptions import ValidationError
    from django.core.validators import validate_email
    from django.utils import timezone

    from overstap.commands import regio

    try:
        validate_email(arguments.email)
    except ValidationError:
        print(f"{arguments.email} is geen e-mailadres.", file=sys.stderr)
        return 1
    # What stands there may have been changed in pages since; then the file is older than the region.
    organisatie = _zoek(arguments)
    if organisatie is None:
        if niet_goed := regio.run(arguments):
            return niet_goed
        organisatie = _zoek(arguments)
    if organisatie is None:
        print(f"{arguments.brin} staat niet in {arguments.pad}. Controleer --brin en --vestiging.", file=sys.stderr)
        return 1
    return _nodig_uit(arguments, organisatie, timezone.now())


def _zoek(arguments: argparse.Namespace) -> Organisatie | None:
    """Who begins, when Overstap knows it already."""
    from overstap.domain.medewerkers.queries import regioplek_for, te_beginnen_for
    from overstap.foundation.access import NietGevonden

    try:
        if arguments.regio:
            return regioplek_for(None, str(tomllib.loads(arguments.pad.read_text(encoding="utf-8"))["naam"]))
        return te_beginnen_for(None, arguments.brin, arguments.vestiging)
    except (NietGevonden, OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, KeyError):
        # What is wrong with the file is said where it is loaded.
        return None


def _nodig_uit(arguments: argparse.Namespace, organisatie: Organisatie, nu: datetime) -> int:
    from overstap.domain.medewerkers.actions import begin_organisatie
    from overstap.domain.medewerkers.rules import UitnodigingGeweigerd
    from overstap.foundation.access import Actor, Rol
    from overstap.foundation.rls import als
    from overstap.jobs.medewerkers import beginadres

    try:
        with als(Actor(rol=Rol.SYSTEEM, organisatie_id=organisatie.id)) as by:
            uitnodiging = begin_organisatie(
                naam=arguments.naam, email=arguments.email, opnieuw=arguments.opnieuw, by=by, at=nu,
                opvolger=arguments.opvolger,
            )  # fmt: skip
            adres = beginadres(by, uitnodiging)
    except UitnodigingGeweigerd as fout:
        print(fout.zin, file=sys.stderr)
        return 1
    print(f"{organisatie.naam} kan beginnen. Geef deze link aan {arguments.naam}, en aan niemand anders:\n\n{adres}\n")
    print(f"De link werkt één keer, tot en met {uitnodiging.geldig_tot:%d-%m-%Y}. Hij staat nergens anders.")
    return 0
