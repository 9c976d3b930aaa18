"""A clock that jumps, for the programs that `./dev chaos klok` starts and for nobody else.

Python imports this module by itself in a process whose PYTHONPATH leads here. `CHAOS_KLOK` names a file with the
seconds by which this process shall be wrong; a thread looks ten times a second. What Python measures durations with
(`time.monotonic`) stays right, as it does on a machine whose clock is set.
"""

from __future__ import annotations

import os
import threading
import time as _echt
from pathlib import Path

import time_machine

_STAND = Path(os.environ["CHAOS_KLOK"])
_nu = _echt.time
_reis = time_machine.travel(_nu(), tick=True)


def _loop() -> None:
    klok, vorige = _reis.start(), 0.0
    while True:
        try:
            sprong = float(_STAND.read_text(encoding="ascii") or 0)
        except (OSError, ValueError):
            sprong = vorige
        if sprong != vorige:
            klok.move_to(time_machine.escape_hatch.time.time() + sprong)
            vorige = sprong
        _echt.sleep(0.1)


def _begin() -> None:
    threading.Thread(target=_loop, daemon=True).start()


# A server that forks takes the wrong clock along, and no thread.
os.register_at_fork(after_in_child=_begin)
_begin()
