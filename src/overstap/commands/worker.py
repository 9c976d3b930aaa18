"""Voert achtergrondtaken uit: mail, import, virusscan, OSO-verkeer, bewaartermijnen."""

from __future__ import annotations

import argparse


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--tegelijk", default="4", help="aantal taken tegelijk")


def run(arguments: argparse.Namespace) -> int:
    """Work until SIGTERM or SIGINT; running jobs get ten seconds to end."""
    from django.core.management import call_command

    call_command("procrastinate", "worker", f"--concurrency={arguments.tegelijk}", "--shutdown-graceful-timeout=10")
    return 0
