"""What can go wrong with a file of the store: it is not there, the store itself is away, or its disk is full?"""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager

_VOL = {errno.ENOSPC, errno.EDQUOT}
# What PostgreSQL says when its own disk is full: `disk_full`.
_VOL_SQLSTATE = "53100"


class NietBewaard(Exception):
    """The file is not in the store."""


class OpslagStoring(Exception):
    """The store could not do it now; nobody may conclude that the file is not there."""


class OpslagVol(Exception):
    """There is no room on a disk of ours, so nothing of the file was kept."""


@contextmanager
def of_vol() -> Iterator[None]:
    """Say in one way that there was no room."""
    try:
        yield
    except OSError as fout:
        if is_vol(fout):
            raise OpslagVol from fout
        raise


def is_vol(fout: BaseException | None) -> bool:
    """Was a full disk what broke: ours, or that of the database (whose error Django wraps in its own)?"""
    while fout is not None:
        if isinstance(fout, OpslagVol) or getattr(fout, "sqlstate", "") == _VOL_SQLSTATE:
            return True
        if isinstance(fout, OSError) and fout.errno in _VOL:
            return True
        fout = fout.__cause__
    return False
