"""Laat iemand zonder telefoon en herstelcodes een nieuwe tweede stap instellen: overstap account wis-stap E-MAIL."""

from __future__ import annotations

import argparse
import sys


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("wat", choices=["wis-stap"])
    parser.add_argument("email", help="van wie; stel eerst vast dat het echt die persoon is")


def run(arguments: argparse.Namespace) -> int:
    """Remove every second step of one account, with its recovery codes, and end its sessions; 1 when there is none."""
    from allauth.mfa.models import Authenticator
    from django.db import transaction
    from django.utils import timezone

    from overstap.domain.gebruikers.actions import eindig_sessies
    from overstap.foundation.access import SYSTEEM
    from overstap.foundation.audit.record import record
    from overstap.foundation.rls import als

    with transaction.atomic(), als(SYSTEEM):
        stappen = Authenticator.objects.filter(user__email=arguments.email.strip().lower())
        wie = stappen.values_list("user_id", flat=True).first()
        if wie is None:
            print(f"{arguments.email} heeft geen account met een tweede stap.", file=sys.stderr)
            return 1
        stappen.delete()
        eindig_sessies(account_id=wie, by=SYSTEEM, at=timezone.now())
        record("account.tweede_stap_gewist", by=SYSTEEM, at=timezone.now(), object_id=wie)
    print(f"{arguments.email} logt in met het wachtwoord, en stelt dan meteen een nieuwe tweede stap in.")
    return 0
