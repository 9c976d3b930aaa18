"""Leest een e-mail die terugkwam (van de mailserver, op standaardinvoer) en zegt de school dat hij niet aankwam."""

from __future__ import annotations

import argparse
import sys


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("wat", choices=["teruggekomen"])


def run(arguments: argparse.Namespace) -> int:
    """Record that a mail did not arrive; 0 also for a message that says something else, so that no server retries."""
    from django.utils import timezone

    from overstap.integrations.mail import lees_teruggekomen
    from overstap.jobs.mail import neem_teruggekomen_in

    del arguments
    kenmerk = lees_teruggekomen(sys.stdin.buffer.read())
    if kenmerk is not None:
        neem_teruggekomen_in(*kenmerk, at=timezone.now())
    return 0
