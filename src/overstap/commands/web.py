"""Start de webserver."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

DJANGO = False


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--bind", default="127.0.0.1:8000", help="adres en poort")
    parser.add_argument("--workers", default="2")
    parser.add_argument("--threads", default="4")


def run(arguments: argparse.Namespace) -> int:
    """Become gunicorn; does not return."""
    gunicorn = str(Path(sys.executable).with_name("gunicorn"))
    options = ["--worker-class=gthread", f"--bind={arguments.bind}", f"--workers={arguments.workers}"]
    options += [f"--threads={arguments.threads}", "--graceful-timeout=20", "--no-control-socket"]
    # Longer than a proxy keeps a line that nobody uses (nginx: a minute), so that it is the proxy that lets go: a line
    # that we let go at the moment it sends a form is a form without an answer, which no proxy may send again.
    options += ["--keep-alive=75"]
    options += ["--max-requests=5000", "--max-requests-jitter=500"]
    os.execv(gunicorn, [gunicorn, *options, "overstap.config.wsgi:application"])
