"""Where do reservekopieën lie, complete or not at all, and for how long?"""

from __future__ import annotations

import fcntl
import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from overstap.foundation.reservekopie.paklijst import NAAM, ReservekopieFout

_MOMENT = "%Y%m%dT%H%M%SZ"
_IS_MOMENT = re.compile(r"\d{8}T\d{6}Z")
_HALF = ".half"


class Bewaarplek:
    """One folder with a folder for each reservekopie; best a disk of another machine."""

    def __init__(self, map_: Path) -> None:
        self.map = map_

    @contextmanager
    def op_slot(self) -> Iterator[None]:
        """Nobody else makes or removes here meanwhile."""
        try:
            self.map.mkdir(parents=True, exist_ok=True, mode=0o700)
            slot = (self.map / ".slot").open("w")
        except OSError as fout:
            raise ReservekopieFout(f"In {self.map} kan niet worden geschreven.") from fout
        with slot:
            try:
                fcntl.flock(slot, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError as fout:
                raise ReservekopieFout(f"In {self.map} is een ander al bezig. Wacht tot dat klaar is.") from fout
            yield

    def alle(self) -> list[Path]:
        """The complete ones, the oldest first."""
        if not self.map.is_dir():
            return []
        return sorted(pad for pad in self.map.iterdir() if _IS_MOMENT.fullmatch(pad.name) and (pad / NAAM).exists())

    @contextmanager
    def nieuwe(self, at: datetime) -> Iterator[Path]:
        """A folder to fill; it gets its name at the end of a `with` without an error, else it is gone."""
        for oud in self.map.glob(f"*{_HALF}"):
            shutil.rmtree(oud)  # of one that was cut off: we hold the lock
        doel = self.map / at.astimezone(UTC).strftime(_MOMENT)
        if doel.exists():
            raise ReservekopieFout(f"{doel} is er al.")
        half = doel.with_name(doel.name + _HALF)
        half.mkdir(mode=0o700)
        try:
            yield half
            for deel in half.iterdir():
                _naar_schijf(deel)
            _naar_schijf(half)
            half.rename(doel)
            _naar_schijf(self.map)
        except BaseException:
            shutil.rmtree(half, ignore_errors=True)
            raise

    def ruim_op(self, *, at: datetime, weken: int) -> int:
        """Remove those older than so many weeks, never the newest; return how many."""
        grens = (at.astimezone(UTC) - timedelta(weeks=weken)).strftime(_MOMENT)
        oud = [pad for pad in self.alle()[:-1] if pad.name < grens]
        for pad in oud:
            # Its name first: half removed it is no reservekopie any more.
            weg = pad.rename(pad.with_name(pad.name + _HALF))
            shutil.rmtree(weg)
        return len(oud)


def _naar_schijf(pad: Path) -> None:
    """Let what stands there survive a power cut."""
    greep = os.open(pad, os.O_RDONLY)
    try:
        os.fsync(greep)
    finally:
        os.close(greep)
