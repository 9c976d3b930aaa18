"""Geeft een opdracht door aan Django zelf, bijvoorbeeld: overstap django makemigrations."""

from __future__ import annotations

import argparse


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("opdracht", nargs=argparse.REMAINDER)


def run(arguments: argparse.Namespace) -> int:
    """Run a management command of Django or of an app."""
    from django.core.management import execute_from_command_line

    execute_from_command_line(["overstap django", *arguments.opdracht])
    return 0
