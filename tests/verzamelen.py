"""How do several test processes find thousands of tests quickly? On a clean checkout each would translate every file.

pytest writes what it made of a test file beside it. The first worker does that for all of them, while the checks of
`./dev test` have the other core; after that the others only read.
"""

from __future__ import annotations

import gc
import os
import sys
import tempfile
import time
from pathlib import Path

# As long as a slow machine may take; after that every worker translates for itself.
HOOGSTENS = 120
_WORKER, _BEURT = os.environ.get("PYTEST_XDIST_WORKER"), os.environ.get("PYTEST_XDIST_TESTRUNUID", "")
_GELEZEN = Path(tempfile.gettempdir()) / f"overstap-verzameld-{_BEURT}"


def begin() -> None:
    """Wait in every worker but the first until that one has read all test files."""
    # Nothing goes while modules come in; looking for it takes a quarter of the time.
    gc.disable()
    tot = time.perf_counter() + HOOGSTENS
    samen = _WORKER not in {None, "gw0"} and not sys.dont_write_bytecode
    while samen and not _GELEZEN.exists() and time.perf_counter() < tot:
        time.sleep(0.1)


def pytest_collection_finish() -> None:
    """Tell the others, and let the garbage collector not walk the whole product again and again: 7% of all requests."""
    if _WORKER == "gw0":
        _GELEZEN.touch()
    gc.collect()
    gc.freeze()
    gc.enable()
    gc.set_threshold(20_000, 50, 100)


def pytest_unconfigure() -> None:
    """Leave nothing behind."""
    if _WORKER == "gw0":
        _GELEZEN.unlink(missing_ok=True)
