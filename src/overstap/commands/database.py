"""Start, stopt of opent de eigen database van deze werkmap (alleen op een ontwikkelmachine)."""

from __future__ import annotations

import argparse
import os

from overstap.config.environment import VAR, secret
from overstap.foundation.postgres.lokaal import ensure_databases, make_secrets, private_cluster

DJANGO = False


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("wat", choices=["start", "stop", "psql"])
    parser.add_argument("--eigenaar", action="store_true", help="psql als eigenaar van de tabellen")
    parser.add_argument("--sleutels", action="store_true", help="psql in de database met sleutels")


def run(arguments: argparse.Namespace) -> int:
    """Do one of the three; starting twice or stopping twice is harmless."""
    if arguments.wat == "stop":
        private_cluster(VAR).stop()
        return 0
    make_secrets(VAR)
    ensure_databases(VAR)
    if arguments.wat == "psql":
        name = f"{'SLEUTELS' if arguments.sleutels else 'DATABASE'}{'_EIGENAAR' if arguments.eigenaar else ''}_URL"
        os.execvp("psql", ["psql", secret(name)])
    return 0
