"""On which day do tests run? Always the same one: a test that asks the real clock passes today, and not next spring."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
import time_machine

# A Sunday in the season in which reports are written: after the first talks, before the doorstroomtoets.
AT = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)


def begin_op_de_dag() -> None:
    """Let the clock of this process go on from `AT`; a test may still stop it, or set it to another day."""
    time_machine.travel(AT, tick=True).start()


def echt() -> datetime:
    """What the clock of the machine says, which other processes follow: the database, or the product in a browser."""
    moment: datetime = time_machine.escape_hatch.datetime.datetime.now(UTC)
    return moment


@pytest.fixture
def echte_klok() -> Iterator[None]:
    """Follow that clock in a test: the queue asks the database whether the time has come to try again."""
    with time_machine.travel(echt(), tick=True):
        yield
