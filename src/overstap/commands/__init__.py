"""Which words does the program `overstap` know?

Each module of this package is one word: `regio.py` is `overstap regio …`, `log_export.py` is `overstap log-export …`.
A module has a docstring (its first line is the help), `run(arguments) -> int`, and if it wants them
`add_arguments(parser)` and `DJANGO = False` (for words that must work before there are settings).
Modules are only imported when their word is called.
"""

from __future__ import annotations

import argparse
import importlib
import os
import pkgutil
import sys
from collections.abc import Sequence
from types import ModuleType


def words() -> list[str]:
    """Return the words, in alphabetical order."""
    return sorted(module.name.replace("_", "-") for module in pkgutil.iter_modules(__path__))


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one word; return its exit code (2: wrongly called)."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if not given or given[0] in {"-h", "--help", "help"}:
        print(overview())
        return 0
    if given[0] not in words():
        print(f"overstap kent '{given[0]}' niet. Kies uit: {', '.join(words())}", file=sys.stderr)
        return 2
    module = _module(given[0])
    # Before parsing: arguments may be choices that come from the domain.
    if getattr(module, "DJANGO", True):
        start_django()
    parser = argparse.ArgumentParser(prog=f"overstap {given[0]}", description=module.__doc__)
    if hasattr(module, "add_arguments"):
        module.add_arguments(parser)
    return int(module.run(parser.parse_args(given[1:])) or 0)


def overview() -> str:
    """Return one line of help for each word."""
    lines = [f"  {word:<16}{(_module(word).__doc__ or '').strip().splitlines()[0]}" for word in words()]
    return "\n".join(["Gebruik: overstap <opdracht> [opties]", "", *lines])


def start_django() -> None:
    """Load the settings and every app."""
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "overstap.config.settings")
    django.setup()


def _module(word: str) -> ModuleType:
    return importlib.import_module(f"{__name__}.{word.replace('-', '_')}")
