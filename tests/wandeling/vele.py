"""Does every walk of very many keep the promises? Not in the suite: `./dev walk 5000`, from `WANDELING_VANAF` on.

A walk of thirty acts takes about 0.9 seconds of a core beside what PostgreSQL does. Two at once, each from another
number on, take half the time: every process makes databases of its own.
"""

from __future__ import annotations

import logging
import os
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from time import process_time

import pytest
from django.db import transaction

from tests.conftest import OpDatabases
from tests.database import Databases
from tests.wandeling.lopen import beginnen, loop

DADEN_PER_WANDELING = 30
# After so many walks the databases are made anew: what is rolled back still lies there.
PER_BEURT = 250
PER_REGEL = 50


@contextmanager
def teruggedraaid() -> Iterator[None]:
    """What happens here did not happen, in both databases."""
    with transaction.atomic(), transaction.atomic(using="sleutels"):
        yield
        transaction.set_rollback(True)
        transaction.set_rollback(True, using="sleutels")


def test_many_walks(sjabloon: Databases, op_databases: OpDatabases, capsys: pytest.CaptureFixture[str]) -> None:
    """The same, as often as `WANDELINGEN` says; counts how often each act was done."""
    logging.disable(logging.INFO)
    aantal, eerste = int(os.environ.get("WANDELINGEN", "5000")), int(os.environ.get("WANDELING_VANAF", "1000"))
    gedaan: Counter[str] = Counter()
    sinds = process_time()
    for beurt in range(eerste, eerste + aantal, PER_BEURT):
        with sjabloon.clone() as databases, op_databases(databases):
            begin = beginnen()
            for nummer in range(beurt, min(beurt + PER_BEURT, eerste + aantal)):
                with teruggedraaid():
                    gedaan.update(loop(begin, nummer, DADEN_PER_WANDELING).spoor)
                if (klaar := nummer + 1 - eerste) % PER_REGEL == 0 or klaar == aantal:
                    with capsys.disabled():
                        cpu = process_time() - sinds
                        print(f"{klaar} wandelingen, {sum(gedaan.values())} daden, {cpu:.0f} s", flush=True)  # noqa: T201  # it takes an hour
    with capsys.disabled():
        print(*(f"{keer:7} {daad}" for daad, keer in gedaan.most_common()), sep="\n")  # noqa: T201  # the figures
